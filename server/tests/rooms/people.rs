//! Who is let in, who is here, and what they point at.

use crate::theatre::*;
use board::protocol::{CLOSE_NOT_HERE, CLOSE_RELOAD, ClientMessage, Hello, ServerMessage};
use board::*;
use server::rooms::{Limits, POLICY};
use std::time::Duration;
use uuid::Uuid;

async fn end_of(theatre: &Theatre, who: app::api::Visitor, said: Vec<ClientMessage>) -> Option<u16> {
    let mut page = Page::dial(theatre.rooms.clone(), who);
    said.into_iter().for_each(|message| page.say(message));
    page.end().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_is_told_they_are_not_here_and_a_neighbour_where_to_go() {
    let theatre = Theatre::open().await;
    let lea = theatre.participant("Léa").await;
    let at = |board| vec![ClientMessage::Hello(hello(board, Seq(0)))];
    let (one, two) = (theatre.workshop.boards[0], theatre.workshop.boards[1]);
    assert_eq!(end_of(&theatre, nobody(), at(one)).await, Some(CLOSE_NOT_HERE));
    assert_eq!(end_of(&theatre, lea.visitor, at(two)).await, Some(CLOSE_RELOAD), "not her table: she finds her own");
    assert_eq!(end_of(&theatre, lea.visitor, at(BoardId(Uuid::new_v4()))).await, Some(CLOSE_NOT_HERE), "no such board");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_facilitates_or_looks_on_may_be_at_every_table() {
    let theatre = Theatre::open().await;
    for (role, name) in [(Role::Facilitator, "Nora"), (Role::Projector, "écran"), (Role::Spectator, "invitée")] {
        let person = theatre.seat(role, None, name).await;
        for &board in &theatre.workshop.boards {
            let mut page = Page::dial(theatre.rooms.clone(), person.visitor);
            page.say(ClientMessage::Hello(hello(board, Seq(0))));
            assert!(matches!(page.hear().await, ServerMessage::Welcome(_)), "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_page_is_told_to_reload() {
    let theatre = Theatre::open().await;
    let lea = theatre.participant("Léa").await;
    let old = Hello { protocol: 0, ..hello(theatre.board(), Seq(0)) };
    assert_eq!(end_of(&theatre, lea.visitor, vec![ClientMessage::Hello(old)]).await, Some(CLOSE_RELOAD));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_does_not_begin_with_one_hello_is_shown_out() {
    let theatre = Theatre::with(Limits { hello: Duration::from_millis(50), ..Limits::default() }).await;
    let lea = theatre.participant("Léa").await;
    let hello = || ClientMessage::Hello(hello(theatre.board(), Seq(0)));
    assert_eq!(end_of(&theatre, lea.visitor, vec![ClientMessage::Pulse, hello()]).await, Some(POLICY));
    assert_eq!(end_of(&theatre, lea.visitor, vec![hello(), hello()]).await, Some(POLICY));
    assert_eq!(end_of(&theatre, lea.visitor, vec![]).await, Some(POLICY), "it says nothing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_tabs_are_one_person() {
    let theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let mut watches = theatre.page(nora).await;
    let here = async |page: &mut Page, expected: bool| {
        page.hear_that(|message| match message {
            ServerMessage::Seats(seats) => {
                assert_eq!(seats.len(), 2, "one person, one seat");
                seats.iter().any(|seat| seat.actor == lea.asker.actor && seat.here == expected).then_some(())
            }
            _ => None,
        })
        .await;
    };
    let (mut first, mut second) = (theatre.page(lea).await, theatre.page(lea).await);
    here(&mut watches, true).await;
    theatre.does(nora, enter(Phase::Cards)).await;
    let (one, two) = (first.submit(note("d’un onglet")), second.submit(note("de l’autre")));
    first.answer(one).await.expect("this is allowed");
    second.answer(two).await.expect("this is allowed");
    assert!(theatre.log().await[1..].iter().all(|entry| entry.actor == lea.asker.actor));
    first.leave().await;
    let (_, seats) = theatre.rooms.look(theatre.board()).await.expect("a board");
    assert!(seats.iter().any(|seat| seat.actor == lea.asker.actor && seat.here), "she is still here");
    second.leave().await;
    here(&mut watches, false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_table_is_told_of_whoever_takes_a_seat() {
    let theatre = Theatre::open().await;
    let lea = theatre.participant("Léa").await;
    let mut page = theatre.page(lea).await;
    let omar = theatre.participant("Omar").await;
    let named = |message| match message {
        ServerMessage::Seats(seats) => seats.into_iter().find(|seat| seat.actor == omar.asker.actor),
        _ => None,
    };
    let seat = page.hear_that(named).await;
    assert_eq!((seat.name.as_str(), seat.here), ("Omar", false));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn presence_is_shown_to_the_others_and_is_not_in_the_log() {
    let theatre = Theatre::open().await;
    let (lea, omar) = (theatre.participant("Léa").await, theatre.participant("Omar").await);
    let screen = theatre.seat(Role::Projector, None, "écran").await;
    let (mut points, mut sees) = (theatre.page(lea).await, theatre.page(omar).await);
    let looks_on = theatre.page(screen).await;
    let at = |x| Presence { at: Some(Point { x, y: 7 }), lifted: None };
    looks_on.say(ClientMessage::Presence(at(-1)));
    let shown = async |page: &mut Page, expected: Presence| {
        page.hear_that(|message| match message {
            ServerMessage::Presence(people) => {
                assert!(people.iter().all(|&(actor, _)| actor == lea.asker.actor), "a screen points at nothing");
                people.iter().any(|&(_, presence)| presence == expected).then_some(())
            }
            _ => None,
        })
        .await;
    };
    (0..=20).for_each(|x| points.say(ClientMessage::Presence(at(x))));
    shown(&mut sees, at(20)).await;
    let mut late = theatre.page(omar).await;
    shown(&mut late, at(20)).await;
    assert!(!points.heard().iter().any(|message| matches!(message, ServerMessage::Presence(_))), "not to herself");
    points.leave().await;
    shown(&mut sees, Presence::default()).await;
    assert_eq!(theatre.log().await, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screen_without_room_is_told_what_is_held_up_and_not_where_people_point() {
    let theatre = Theatre::open().await;
    let (lea, omar) = (theatre.participant("Léa").await, theatre.participant("Omar").await);
    let (mut points, mut phone) = (theatre.page(lea).await, theatre.page(omar).await);
    phone.say(ClientMessage::Presence(Presence::default()));
    phone.say(ClientMessage::Pulse);
    phone.hear_that(|message| (message == ServerMessage::Pulse).then_some(())).await;
    let mut told = async || {
        let presence = |message| match message {
            ServerMessage::Presence(people) => Some(people),
            _ => None,
        };
        phone.hear_that(presence).await
    };
    let at = |x, lifted| ClientMessage::Presence(Presence { at: Some(Point { x, y: 7 }), lifted });
    (0..=20).for_each(|x| points.say(at(x * 50, None)));
    points.say(at(2_000, Some(CardId(3))));
    assert_eq!(told().await, [(lea.asker.actor, Presence { at: None, lifted: Some(CardId(3)) })]);
    (0..=20).for_each(|x| points.say(at(x * 50, Some(CardId(3)))));
    points.say(at(2_000, None));
    assert_eq!(told().await, [(lea.asker.actor, Presence::default())], "none of the moves in between");
    assert!(
        !points.heard().iter().any(|message| matches!(message, ServerMessage::Presence(_))),
        "phones point at nothing"
    );
}
