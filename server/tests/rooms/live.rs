//! The life of a connection: what it is answered, and how the server says goodbye.

use crate::theatre::*;
use app::api::AppError;
use board::protocol::{ClientMessage, ServerMessage};
use board::*;
use server::rooms::RESTART;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_gets_the_same_entries_and_the_author_is_told_first() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let mut pages = Vec::new();
    for n in 0..20 {
        let person = theatre.participant(&format!("P{n}")).await;
        pages.push(theatre.page(person).await);
    }
    let mut author = theatre.page(nora).await;
    let op_id = author.submit(note("à tous"));
    let first = author
        .hear_that(|message| match message {
            ServerMessage::Ack { .. } | ServerMessage::Entries(_) => Some(message),
            _ => None,
        })
        .await;
    assert_eq!(first, ServerMessage::Ack { op_id, seq: Seq(1) });
    let log = theatre.log().await;
    assert_eq!(author.entries_up_to(Seq(1)).await, log);
    for page in &mut pages {
        assert_eq!(page.entries_up_to(Seq(1)).await, log);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asks_whether_anybody_is_there_is_answered() {
    let theatre = Theatre::open().await;
    let mut page = theatre.page(theatre.participant("Léa").await).await;
    page.say(ClientMessage::Pulse);
    page.hear_that(|message| (message == ServerMessage::Pulse).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_says_why_and_leaves_no_trace() {
    let theatre = Theatre::open().await;
    let lea = theatre.participant("Léa").await;
    let mut page = theatre.page(lea).await;
    let op_id = page.submit(note("trop tôt"));
    assert_eq!(page.answer(op_id).await, Err(Rejection::NotInThisPhase));
    assert_eq!(theatre.submit(lea, note("trop tôt")).await, Err(AppError::Rejected(Rejection::NotInThisPhase)));
    let op_id = page.submit(deals(1, DealTo::Table));
    assert_eq!(page.answer(op_id).await, Err(Rejection::FacilitatorOnly));
    assert_eq!(theatre.log().await, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closing_server_writes_says_goodbye_and_opens_no_more_rooms() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let mut pages = vec![theatre.page(nora).await, theatre.page(nora).await, theatre.page(nora).await];
    let op_id = pages[0].submit(note("juste avant"));
    assert_eq!(pages[0].answer(op_id).await, Ok(Seq(1)));
    tokio::time::timeout(SOON, theatre.rooms.close()).await.expect("it ends");
    for page in &mut pages {
        page.hear_that(|message| matches!(message, ServerMessage::Bye { retry } if retry <= 2_000).then_some(())).await;
        assert_eq!(page.end().await, Some(RESTART));
    }
    assert_eq!(theatre.submit(nora, note("trop tard")).await, Err(AppError::TryAgain));
    let mut late = Page::dial(theatre.rooms.clone(), nora.visitor);
    late.say(ClientMessage::Hello(hello(theatre.board(), Seq(0))));
    assert_eq!(late.end().await, Some(RESTART));
    assert_eq!(theatre.log().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_nobody_knows_of_is_not_found() {
    let theatre = Theatre::open().await;
    let nowhere = BoardId(Uuid::new_v4());
    assert_eq!(theatre.rooms.look(nowhere).await, Err(AppError::NotFound));
}
