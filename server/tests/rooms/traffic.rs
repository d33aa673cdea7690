//! What a workshop exchanges, counted where it goes by, and told to the room's screen at the end.

use crate::theatre::*;
use board::protocol::{ClientMessage, ServerMessage};
use board::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screen_is_told_at_the_end_what_the_whole_workshop_has_exchanged() {
    let theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let screen = theatre.seat(Role::Projector, None, "Écran").await;
    let (mut room, mut page) = (theatre.page(screen).await, theatre.page(lea).await);
    let (id, boards) = (theatre.workshop.id, &theatre.workshop.boards);
    let omar = theatre.seat(Role::Participant, Some(boards[1]), "Omar").await;
    let mut other = Page::dial(theatre.rooms.clone(), omar.visitor);
    other.say(ClientMessage::Hello(hello(boards[1], Seq(0))));
    other.hear().await;
    let second = theatre.rooms.traffic().of(id, &boards[1..]);
    assert!(second > 20, "a greeting and a welcome: {second}");

    theatre.does(nora, enter(Phase::Links)).await;
    theatre.does(nora, enter(Phase::Closing)).await;
    let mut entered = 0;
    let told = loop {
        match room.hear().await {
            ServerMessage::Entries(entries) => entered += entries.len(),
            ServerMessage::Traffic { bytes } => break bytes,
            _ => {}
        }
    };
    assert_eq!(entered, 2, "nothing is told before the end");
    let whole = theatre.rooms.traffic().of(id, boards);
    assert!(second < told && told <= whole, "{second}, {told}, {whole}");

    page.say(ClientMessage::Pulse);
    loop {
        match page.hear().await {
            ServerMessage::Traffic { .. } => panic!("a participant is not told"),
            ServerMessage::Pulse => break,
            _ => {}
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_people_say_counts_as_much_as_what_they_hear() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let mut page = theatre.page(nora).await;
    let counted = || theatre.rooms.traffic().of(theatre.workshop.id, &theatre.workshop.boards);
    let before = counted();
    let long = "a".repeat(100);
    let op_id = page.submit(note(&long));
    page.answer(op_id).await.expect("it is written");
    page.entries_up_to(Seq(1)).await;
    let exchanged = counted() - before;
    assert!((200..400).contains(&exchanged), "up and down, with little around it: {exchanged}");
}
