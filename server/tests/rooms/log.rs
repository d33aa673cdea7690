//! The order, the disk, and coming back.

use crate::faulty::Faulty;
use crate::theatre::*;
use app::api::AppError;
use board::protocol::{ClientMessage, ServerMessage};
use board::*;
use futures::FutureExt;
use server::rooms::{Limits, RESTART, Rooms};
use server::store::{Log, Record};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_acknowledged_before_it_is_on_disk() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let mut pages = Vec::new();
    for _ in 0..3 {
        pages.push(theatre.page(nora).await);
    }
    for round in 0..40 {
        let asked: Vec<_> = pages.iter().map(|page| page.submit(note(&format!("idée {round}")))).collect();
        for (page, op_id) in pages.iter_mut().zip(asked) {
            let told = page
                .hear_that(|message| match message {
                    ServerMessage::Ack { op_id: acked, seq } if acked == op_id => Some(seq),
                    ServerMessage::Entries(entries) => entries.last().map(|entry| entry.seq),
                    _ => None,
                })
                .await;
            let on_disk = theatre.store.board_at(theatre.board(), None).await.expect("a board").expect("a board").seq;
            assert!(on_disk >= told, "{told} was told, {on_disk} is on disk");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_disk_is_stopped_nothing_is_told_and_afterwards_everything_is() {
    let theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let first = theatre.does(nora, enter(Phase::Cards)).await;
    let (mut writes, mut reads) = (theatre.page(nora).await, theatre.page(lea).await);
    theatre.stop_the_disk().await;

    let asked: Vec<_> = ["un", "deux", "trois"].map(|says| writes.submit(note(says))).to_vec();
    let refused = writes.submit(Intent::Do(Op::Open { lot: LotId(1) }));
    // Absence has no condition to wait for: several attempts to write fit into this.
    tokio::time::sleep(Duration::from_millis(700)).await;
    let told = |message: &ServerMessage| {
        matches!(message, ServerMessage::Ack { .. } | ServerMessage::Refused { .. } | ServerMessage::Entries(_))
    };
    assert!(!writes.heard().iter().any(told), "the author hears nothing");
    assert!(!reads.heard().iter().any(told), "nor do the others");
    let (_, late) = theatre.page_since(lea, Seq(0)).await;
    assert_eq!(late.head, first, "whoever comes sees the board as it is on disk");
    assert_eq!(fold(late, &[]).seq, first);
    assert_eq!(theatre.rooms.look(theatre.board()).await.expect("reading goes on").0.seq, first);

    theatre.start_the_disk().await;
    for (op_id, seq) in asked.into_iter().zip(2..) {
        assert_eq!(writes.answer(op_id).await, Ok(Seq(seq)), "in the order they were asked");
    }
    assert_eq!(writes.answer(refused).await, Err(Rejection::NotDealt));
    let heard = reads.entries_up_to(Seq(4)).await;
    assert_eq!(heard, theatre.log().await[1..]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_that_cannot_write_takes_in_only_so_much() {
    let theatre = Theatre::with(Limits { waiting: 4, rate: 10_000, burst: 10_000, ..Limits::default() }).await;
    let nora = theatre.facilitator().await;
    let mut page = theatre.page(nora).await;
    theatre.stop_the_disk().await;
    let asked: Vec<_> = (0..3_000).map(|n| page.submit(title(n))).collect();
    // The page's ops fill the room's queue and then wait in its socket; a form is told to come again.
    let told = async {
        // A form that found a place in the queue waits for the disk; nobody waits with it.
        while theatre.submit(nora, title(0)).now_or_never() != Some(Err(AppError::TryAgain)) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(SOON, told).await.expect("the queue is full in time");
    assert_eq!(theatre.rooms.look(theatre.board()).await.expect("reading goes on").0.seq, Seq(0));
    theatre.start_the_disk().await;
    let seq = page.answer(asked[2_999]).await.expect("every op of the page is written in the end");
    assert!(seq >= Seq(3_000));
    let log = theatre.log().await;
    assert!(log.iter().map(|entry| entry.seq.0).eq(1..=log.len() as u64), "without a hole");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn submitting_twice_is_once_even_across_a_reopening() {
    let mut theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let op_id = OpId(Uuid::new_v4());
    let again = ClientMessage::Submit { op_id, intent: note("une seule fois") };
    let mut page = theatre.page(nora).await;
    page.say(again.clone());
    page.say(again.clone());
    assert_eq!(page.answer(op_id).await, Ok(Seq(1)));
    assert_eq!(page.answer(op_id).await, Ok(Seq(1)));
    theatre.reopen().await;
    let mut page = theatre.page(nora).await;
    page.say(again);
    assert_eq!(page.answer(op_id).await, Ok(Seq(1)));
    let form = theatre.rooms.submit(theatre.board(), nora.asker, op_id, note("autre chose")).await;
    assert_eq!(form, Ok(Seq(1)));
    assert_eq!(theatre.log().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_comes_back_gets_exactly_what_it_missed() {
    let mut theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let (page, welcome) = theatre.page_since(lea, Seq(0)).await;
    assert_eq!(missed(&welcome), Some(vec![]), "a new board has no past");
    page.leave().await;
    for n in 1..=30 {
        theatre.does(nora, note(&n.to_string())).await;
    }
    let log = theatre.log().await;
    let (_, welcome) = theatre.page_since(lea, Seq(12)).await;
    assert_eq!(missed(&welcome).expect("few entries"), log[12..]);
    let (_, welcome) = theatre.page_since(lea, Seq(31)).await;
    assert_eq!(fold(welcome, &[]).document, Document::replay(&log), "a page of another log starts again");
    theatre.reopen().await;
    let (_, welcome) = theatre.page_since(lea, Seq(12)).await;
    assert_eq!(fold(welcome, &[]).document, Document::replay(&log), "after a checkpoint it is given the board");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn between_the_past_and_what_comes_there_is_no_gap() {
    let theatre = Theatre::with(Limits { rate: 10_000, burst: 10_000, ..Limits::default() }).await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let writer = theatre.page(nora).await;
    for n in 0..200 {
        writer.submit(note(&n.to_string()));
    }
    // These arrive while the ops above are decided and written.
    let mut arrivals = Vec::new();
    for _ in 0..20 {
        arrivals.push(theatre.page_since(lea, Seq(0)).await);
    }
    for (mut page, welcome) in arrivals {
        let head = welcome.head;
        let after = if head < Seq(200) { page.entries_up_to(Seq(200)).await } else { vec![] };
        assert!(after.first().is_none_or(|entry| entry.seq == head.next()));
        assert_eq!(fold(welcome, &after).document, Document::replay(&theatre.log().await));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_whose_log_was_written_by_another_hand_opens_again_from_the_log() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    theatre.does(nora, note("la nôtre")).await;
    let mut page = theatre.page(nora).await;
    let strange =
        Entry { seq: Seq(2), actor: nora.asker.actor, at: Millis(2), op: Op::Title { text: "ailleurs".into() } };
    let record = Record { op_id: OpId(Uuid::new_v4()), entry: strange };
    theatre.store.append(theatre.board(), vec![record]).await.expect("the other hand writes");
    let op_id = page.submit(note("au même endroit"));
    assert_eq!(page.end().await, Some(RESTART));
    let (mut page, welcome) = theatre.page_since(nora, Seq(1)).await;
    assert_eq!(missed(&welcome).expect("one entry").len(), 1, "what the other hand wrote is part of the board");
    page.say(ClientMessage::Submit { op_id, intent: note("au même endroit") });
    assert_eq!(page.answer(op_id).await, Ok(Seq(3)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_that_cannot_be_read_is_not_an_empty_board_and_takes_no_op() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    theatre.does(nora, note("à garder")).await;
    theatre.rooms.close().await;
    let rooms = server::rooms::Rooms::new(theatre.store.clone());
    theatre.outside("ALTER TABLE entries RENAME TO elsewhere").await;
    assert_eq!(rooms.look(theatre.board()).await, Err(AppError::TryAgain));
    let op_id = OpId(Uuid::new_v4());
    assert_eq!(rooms.submit(theatre.board(), nora.asker, op_id, note("perdue ?")).await, Err(AppError::TryAgain));
    let mut page = Page::dial(rooms.clone(), nora.visitor);
    page.say(ClientMessage::Hello(hello(theatre.board(), Seq(0))));
    assert_eq!(page.end().await, Some(server::rooms::AGAIN));
    theatre.outside("ALTER TABLE elsewhere RENAME TO entries").await;
    assert_eq!(rooms.submit(theatre.board(), nora.asker, op_id, note("perdue ?")).await, Ok(Seq(2)));
    assert_eq!(theatre.log().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_who_open_a_board_at_once_open_one_room() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let all = futures::future::join_all((0..50).map(|n| theatre.submit(nora, note(&n.to_string())))).await;
    let mut places: Vec<_> = all.into_iter().map(|place| place.expect("this is allowed").0).collect();
    places.sort_unstable();
    assert!(places.into_iter().eq(1..=50), "two rooms would have met at the same places");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_nobody_needs_closes_and_leaves_a_checkpoint() {
    let theatre = Theatre::with(Limits { idle: Duration::from_millis(20), ..Limits::default() }).await;
    let nora = theatre.facilitator().await;
    for n in 1..=3 {
        theatre.does(nora, note(&n.to_string())).await;
    }
    let opening = tokio::time::timeout(SOON, async {
        loop {
            let opening = theatre.store.open(theatre.board()).await.expect("a board").expect("a board");
            if opening.checkpoint.seq == Seq(3) {
                return opening;
            }
        }
    });
    assert!(opening.await.expect("the room closes").entries.is_empty());
    assert_eq!(theatre.does(nora, note("4")).await, Seq(4), "and opens again when somebody comes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_log_gets_a_checkpoint_on_the_way() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    futures::future::join_all((0..600).map(|n| theatre.does(nora, title(n)))).await;
    let kept = tokio::time::timeout(SOON, async {
        while theatre.store.open(theatre.board()).await.expect("a board").expect("a board").checkpoint.seq < Seq(500) {}
    });
    kept.await.expect("a checkpoint is kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bug_closes_only_its_own_room_which_opens_again_from_the_log() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let (broken, sound) = (theatre.workshop.boards[0], theatre.workshop.boards[1]);
    let faulty = Faulty { real: theatre.store.clone(), board: broken, armed: AtomicBool::new(true), hesitates: None };
    let rooms = Rooms::new(Arc::new(faulty));
    let mut pages = Vec::new();
    for board in [broken, sound] {
        let mut page = Page::dial(rooms.clone(), nora.visitor);
        page.say(ClientMessage::Hello(hello(board, Seq(0))));
        assert!(matches!(page.hear().await, ServerMessage::Welcome(_)));
        pages.push(page);
    }
    let asked = pages[0].submit(note("qui tombe sur un bogue"));
    assert_eq!(pages[0].end().await, Some(RESTART));
    let fine = pages[1].submit(note("à l’autre table"));
    assert_eq!(pages[1].answer(fine).await, Ok(Seq(1)));
    let again = rooms.submit(broken, nora.asker, asked, note("qui tombe sur un bogue")).await;
    assert_eq!(again, Ok(Seq(1)), "it was never acknowledged, and is written now");
}
