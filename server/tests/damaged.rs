//! A log that a failing disk has damaged: its board opens no more, and what can be read of it is in the library, which says
//! how far. The real file is changed under the server.

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "second_half/house.rs"]
mod house;

use board::*;
use house::House;
use server::rooms::Rooms;
use server::store::{Library, Mark};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use std::time::{Duration, Instant};

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

/// A board on which a title was found, then another.
async fn played() -> (House, BoardId) {
    let house = House::open().await;
    let board = house.workshop.boards[0];
    house.does(board, Op::Enter { step: 0, phase: Phase::Story, minutes: 10 }).await;
    house.does(board, Op::Title { text: "Notre écran".into() }).await;
    house.does(board, Op::Title { text: "Leur rideau".into() }).await;
    (house, board)
}

/// Changes the file as a failing disk would.
async fn damage(house: &House, statement: &str) {
    let file = house.folder.path().join("coulisses.db");
    let mut hands = SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.expect("the file opens");
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut hands).await.expect("the file changes");
    hands.close().await.expect("the file closes");
}

/// The marks of the board, once there are this many.
async fn marks(house: &House, board: BoardId, count: usize) -> Vec<Mark> {
    let begun = Instant::now();
    loop {
        let marks = house.store.marks_of(board).await.expect("an answer");
        if marks.len() >= count || begun.elapsed() > Duration::from_secs(5) {
            assert_eq!(marks.len(), count, "{marks:?}");
            return marks;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_saved_board_whose_log_was_altered_is_shown_up_to_there_and_says_so() {
    let (house, board) = played().await;
    let fay = house.with_role(Role::Facilitator).await;
    fay.sends(&format!("/plateau/{board}"), "save", &[("board", &board.to_string()), ("name", "Fin")]);
    let mark = marks(&house, board, 1).await[0].id;
    damage(&house, "UPDATE entries SET op = CAST(op || 'X' AS BLOB) WHERE seq = 3").await;
    let page = fay.sees(&format!("/bibliotheque/{mark}"));
    says(&page, "Notre écran");
    says(&page, "ne peut plus être lu au-delà du geste 2 sur 3");
    assert!(!page.contains("Leur rideau"), "nothing is made up");
    let file = fay.sees(&format!("/bibliotheque/{mark}/export.json"));
    says(&file, "Fin (lisible jusqu’au geste 2 sur 3)");
    says(&fay.sees("/bibliotheque"), "Fin");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_that_opens_no_more_is_saved_as_far_as_it_can_be_read_and_not_written_to() {
    let (house, board) = played().await;
    damage(&house, "DELETE FROM entries WHERE seq = 2").await;
    // A server that starts again has no room open.
    let rooms = Rooms::new(house.store.clone());
    for _ in 0..2 {
        assert!(rooms.look(board).await.is_err(), "the room stays shut");
    }
    let saved = marks(&house, board, 1).await;
    assert_eq!((saved[0].name.as_str(), saved[0].seq), ("Dernier état lisible", Seq(1)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_of_a_later_program_is_where_the_reading_ends() {
    let (house, board) = played().await;
    damage(&house, "UPDATE entries SET op = CAST(x'FF' || substr(op, 2) AS BLOB) WHERE seq = 3").await;
    let rooms = Rooms::new(house.store.clone());
    assert!(rooms.look(board).await.is_err());
    let saved = marks(&house, board, 1).await;
    assert_eq!((saved[0].name.as_str(), saved[0].seq), ("Dernier état lisible", Seq(2)));
    let fay = house.with_role(Role::Facilitator).await;
    says(&fay.sees(&format!("/bibliotheque/{}", saved[0].id)), "Notre écran");
}
