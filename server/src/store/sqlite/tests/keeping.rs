//! Erasing leaves nothing: no row in any table that there is, and no byte in any file of the folder. The register stays,
//! and is only added to.

use super::{Kept, kept, record};
use crate::store::sqlite::settings;
use crate::store::*;
use app::api::{Deed, Feedback, VisitorId};
use board::{ActorId, BoardId, Millis, Role, Seq, Snapshot, WorkshopId};
use sqlx::{AssertSqlSafe, ConnectOptions};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What stands in everything that people typed here, and nowhere else.
const WORD: &str = "Perchenolle";
/// What is kept of the organisation itself.
const STAYS: [&str; 8] = [
    "organisers",
    "sign_ins",
    "sessions",
    "invitations",
    "register",
    "retention",
    "_sqlx_migrations",
    "sqlite_sequence",
];

impl Kept {
    async fn workshop(&self) -> WorkshopId {
        self.store.of_board(self.boards[0]).await.expect("an answer").expect("it has one").id
    }

    /// How many rows each table has, those left out that have none.
    async fn rows(&self) -> Vec<(String, i64)> {
        let mut hands = settings::reading(&self.file()).connect().await.expect("the file opens");
        let tables: Vec<String> =
            sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                .fetch_all(&mut hands)
                .await
                .expect("the tables");
        let mut rows = Vec::new();
        for table in tables {
            let count = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
            let count: i64 = sqlx::query_scalar(count).fetch_one(&mut hands).await.expect("a count");
            rows.push((table, count));
        }
        rows.retain(|(_, count)| *count > 0);
        rows
    }

    /// The files of the folder in which somebody would find this word.
    fn files_with(&self, word: &str) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder").flatten();
        let has = |file: &std::fs::DirEntry| {
            let bytes = std::fs::read(file.path()).expect("a file");
            bytes.windows(word.len()).any(|window| window == word.as_bytes())
        };
        files.filter(has).map(|file| file.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Somebody takes a seat under this name.
    async fn seat(&self, board: Option<BoardId>, role: Role, name: &str) -> ActorId {
        let visitor = VisitorId(Uuid::new_v4());
        let seating = self.store.take_seat(self.workshop().await, visitor, board, role, name).await;
        match seating.expect("an answer") {
            Seating::Seated(seat) => seat.actor,
            Seating::NameTaken => panic!("{name} is taken"),
        }
    }

    /// Everything that a workshop can leave behind, with the word in whatever somebody may type.
    async fn lived(&self) {
        let (store, board, workshop) = (&self.store, self.boards[0], self.workshop().await);
        let typed = |what: &str| format!("{what} {WORD}");
        let actor = self.seat(Some(board), Role::Participant, &typed("Zoé")).await;
        store.grant(workshop, Role::Facilitator, &typed("Fay"), [7; 32]).await.expect("a secret");
        store.append(board, (1..=3).map(|seq| record(seq, &typed("Titre"))).collect()).await.expect("it is kept");
        let mut snapshot: Snapshot = store.board_at(board, None).await.expect("an answer").expect("a board");
        snapshot.document.story = typed("Récit");
        store.checkpoint(board, &snapshot).await.expect("it is kept");
        let deck = ("culture".to_owned(), "1.0.0".to_owned());
        let mark = Mark { id: 0, board, seq: Seq(3), name: typed("Fin"), at: Millis(9), step: None, deck };
        let mark = store.save(&mark).await.expect("it is kept");
        let shelved = Shelved { title: typed("Titre"), words: typed("titre"), ..Shelved::default() };
        store.shelve(mark, &shelved).await.expect("it is kept");
        store.remark(mark, Millis(9), &typed("Revoir")).await.expect("it is written");
        let (made, expires, origins) = (Millis(9), Millis(10), vec![format!("https://{WORD}.example")]);
        let share = Share { number: 0, mark, note: typed("Pour"), made, expires, opened: 0, origins };
        assert!(store.share(&share, [8; 32]).await.expect("an answer"));
        store.vote(board, actor).await.expect("an answer");
        store.say_mood(board, actor, Some(&typed("lasse"))).await.expect("an answer");
        let given = Feedback { learned_what: typed("tout"), ..Feedback::default() };
        store.give_feedback(board, actor, &given).await.expect("an answer");
    }

    /// Waits until the write-ahead log is empty.
    async fn settles(&self) {
        let (log, begun) = (self.folder.path().join("coulisses.db-wal"), Instant::now());
        while std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
            assert!(begun.elapsed() < Duration::from_secs(60), "the log is not emptied within a minute");
            tokio::task::yield_now().await;
        }
    }
}

fn erased() -> Line {
    Line { at: Millis(20), who: Some("odile".to_owned()), act: Deed::Erased, mark: None, workshop: None }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_erased_workshop_leaves_no_row_and_no_byte() {
    let kept = kept(2).await;
    kept.lived().await;
    let rows = kept.rows().await;
    let full = ["answered", "boards", "checkpoints", "entries", "feedback", "grants", "marks", "moods", "remarks"];
    for table in full.into_iter().chain(["seats", "shares", "shelved", "votes", "workshops"]) {
        assert!(rows.iter().any(|(name, _)| name == table), "the workshop left nothing in {table}: {rows:?}");
    }
    assert!(!kept.files_with(WORD).is_empty());
    assert!(kept.store.erase(kept.workshop().await, erased()).await.expect("it is erased"));
    let left = kept.rows().await.into_iter().filter(|(table, _)| !STAYS.contains(&table.as_str()));
    assert_eq!(left.collect::<Vec<_>>(), []);
    kept.settles().await;
    assert_eq!(kept.files_with(WORD), Vec::<String>::new(), "free pages are written over, the log is emptied");
    let copy = kept.folder.path().join("copie.db");
    backup(kept.folder.path(), &copy).await.expect("a backup");
    assert_eq!(kept.files_with(WORD), Vec::<String>::new(), "nor is it in the next backup");
    assert!(!kept.store.erase(WorkshopId(Uuid::new_v4()), erased()).await.expect("an answer"), "there is none");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_names_of_a_workshop_go_and_all_the_rest_stays() {
    let kept = kept(1).await;
    kept.seat(Some(kept.boards[0]), Role::Participant, WORD).await;
    kept.store.append(kept.boards[0], vec![record(1, "Le hall")]).await.expect("it is kept");
    let rows = async || {
        kept.rows()
            .await
            .into_iter()
            .filter(|(table, _)| table != "register" && table != "sqlite_sequence")
            .collect::<Vec<_>>()
    };
    let before = rows().await;
    let named = async || kept.store.kept().await.expect("an answer")[0].named;
    assert!(named().await);
    let line = Line { at: Millis(9), who: None, act: Deed::NamesErased, mark: None, workshop: None };
    kept.store.erase_names(kept.workshop().await, line).await.expect("they are erased");
    assert!(!named().await);
    assert_eq!(rows().await, before, "a seat without a name is a seat");
    let (lines, _) = kept.store.register((0, 9)).await.expect("an answer");
    assert!(matches!(lines[..], [Line { act: Deed::NamesErased, workshop: Some(_), .. }]), "{lines:?}");
    assert_eq!(kept.length(kept.boards[0]).await, 1);
    kept.settles().await;
    assert_eq!(kept.files_with(WORD), Vec::<String>::new());
}

#[tokio::test]
async fn the_register_is_only_added_to() {
    let kept = kept(1).await;
    for act in [Deed::Saved, Deed::Shared, Deed::Erased] {
        kept.store.write_down(&Line { act, ..erased() }).await.expect("it is written");
    }
    for statement in
        ["UPDATE register SET who = 'personne'", "DELETE FROM register", "DELETE FROM register WHERE 1 = 0"]
    {
        let done = kept.store.writer.change(move |connection| {
            Box::pin(async move {
                sqlx::raw_sql(AssertSqlSafe(statement)).execute(connection).await?;
                Ok(())
            })
        });
        assert_eq!(done.await.is_err(), !statement.contains("1 = 0"), "{statement}");
    }
    let (lines, total) = kept.store.register((0, 2)).await.expect("an answer");
    assert_eq!((lines.iter().map(|line| line.act).collect::<Vec<_>>(), total), (vec![Deed::Erased, Deed::Shared], 3));
}

#[tokio::test]
async fn a_workshop_is_kept_from_the_last_thing_that_happened_there() {
    let kept = kept(2).await;
    let last = async || {
        let one = kept.store.kept_of(kept.workshop().await).await.expect("an answer").expect("it is kept");
        (one.last, one.played)
    };
    assert_eq!(last().await, (Millis(1), false), "when it was made");
    kept.store.append(kept.boards[1], (1..=7).map(|seq| record(seq, "Le hall")).collect()).await.expect("it is kept");
    assert_eq!(last().await, (Millis(7), true), "the last entry of any table");
    kept.store.close_workshop(kept.workshop().await, Millis(30)).await.expect("it is over");
    assert_eq!(last().await, (Millis(30), true));
    let quiet = async |since| kept.store.quiet_since(Millis(since)).await.expect("an answer").len();
    assert_eq!((quiet(29).await, quiet(30).await), (0, 1));
    assert_eq!(kept.store.kept().await.expect("an answer").len(), 1);
}
