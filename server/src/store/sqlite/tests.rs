//! What only SQLite has to prove: its statements, its settings, a full disk, damaged bytes, few commits for many.

mod keeping;

use super::*;
use crate::store::{Failure, Library, Log, Record, Team, Voices, Workshop, Workshops};
use app::api::VisitorId;
use board::{ActorId, BoardId, Entry, Gap, Millis, Op, OpId, Role, Seq, Snapshot, Unreadable, WorkshopId};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Connection, Executor, SqlSafeStr};
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

struct Kept {
    folder: TempDir,
    store: Sqlite,
    boards: Vec<BoardId>,
}

/// A store with one workshop.
async fn kept(tables: usize) -> Kept {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(folder.path()).await.expect("it opens");
    let boards: Vec<_> = (0..tables).map(|_| BoardId(Uuid::new_v4())).collect();
    let workshop = Workshop {
        id: WorkshopId(Uuid::new_v4()),
        title: "Fresque".to_owned(),
        code: "SQLITE".to_owned(),
        deck: "culture".to_owned(),
        deck_version: "1.0.0".to_owned(),
        format: 45,
        open: true,
        assigned: false,
        created: Millis(1),
        boards: boards.clone(),
    };
    assert!(store.create(&workshop).await.expect("it is kept"));
    Kept { folder, store, boards }
}

impl Kept {
    fn file(&self) -> PathBuf {
        self.folder.path().join("coulisses.db")
    }

    /// Somebody else's hands in the file.
    async fn tamper(&self, statement: &str) {
        let mut hands = settings::existing(&self.file()).connect().await.expect("the file opens");
        hands.execute(AssertSqlSafe(statement)).await.expect("the file changes");
        hands.close().await.expect("the file closes");
    }

    /// What the writing connection does.
    async fn pragma(&self, statement: &str) {
        let statement = statement.to_owned();
        let done = self.store.writer.change(move |connection| {
            Box::pin(async move {
                sqlx::raw_sql(AssertSqlSafe(statement)).execute(connection).await?;
                Ok(())
            })
        });
        done.await.expect("the pragma is set");
    }

    async fn length(&self, board: BoardId) -> usize {
        self.store.entries(board, Seq(u64::MAX)).await.expect("it can be read").len()
    }
}

fn record(seq: u64, text: &str) -> Record {
    let entry = Entry { seq: Seq(seq), actor: ActorId(1), at: Millis(seq), op: Op::Title { text: text.to_owned() } };
    Record { op_id: OpId(Uuid::new_v4()), entry }
}

fn records(places: std::ops::RangeInclusive<u64>) -> Vec<Record> {
    places.map(|seq| record(seq, "Le hall")).collect()
}

#[tokio::test]
async fn every_statement_is_one_that_sqlite_can_prepare() {
    let kept = kept(1).await;
    let mut connection = settings::existing(&kept.file()).connect().await.expect("a connection");
    for (name, statement) in sql::ALL.iter().chain(sql::share::ALL).chain(sql::organisation::ALL) {
        let prepared = connection.prepare(statement.into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {prepared:?}");
    }
    for rows in 1..=sql::MOST_ROWS {
        let prepared = connection.prepare(sql::append(rows)).await;
        assert!(prepared.is_ok(), "append {rows}: {prepared:?}");
    }
}

#[tokio::test]
async fn no_weaker_setting_passes_the_reading_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.db");
    type Weaken = fn(SqliteConnectOptions) -> SqliteConnectOptions;
    let cases: [(Option<&str>, Weaken); 8] = [
        (None, |options| options),
        (None, |options| options.synchronous(SqliteSynchronous::Extra)),
        (Some("synchronous"), |options| options.synchronous(SqliteSynchronous::Normal)),
        (Some("synchronous"), |options| options.synchronous(SqliteSynchronous::Off)),
        (Some("foreign_keys"), |options| options.foreign_keys(false)),
        (Some("busy_timeout"), |options| options.busy_timeout(Duration::from_millis(100))),
        (Some("journal_mode"), |options| options.journal_mode(SqliteJournalMode::Delete)),
        (Some("journal_mode"), |options| options.filename(":memory:")),
    ];
    for (weak, change) in cases {
        let mut connection = change(settings::writing(&file)).connect().await.expect("a connection");
        let read = settings::verify(&mut connection).await.expect("an answer");
        assert_eq!(read.err().map(|weak| weak.setting), weak);
        connection.close().await.expect("it closes");
    }
}

#[tokio::test]
async fn a_file_that_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("coulisses.db");
    let mut theirs = settings::writing(&file).connect().await.expect("a connection");
    theirs.execute("CREATE TABLE recipes (name TEXT)").await.expect("a table");
    theirs.close().await.expect("it closes");
    assert!(matches!(Sqlite::open(folder.path()).await, Err(Unopened::Foreign(whose)) if whose == file));

    std::fs::write(&file, "Ceci n’est pas une base de données, mais une note assez longue.".repeat(99))
        .expect("a note");
    assert!(matches!(Sqlite::open(folder.path()).await, Err(Unopened::Database { .. })));
}

#[tokio::test]
async fn a_file_from_a_newer_program_is_left_alone() {
    let kept = kept(1).await;
    kept.store.close().await;
    kept.tamper("INSERT INTO _sqlx_migrations VALUES (9999, 'to come', 0, TRUE, x'00', 0)").await;
    assert!(matches!(Sqlite::open(kept.folder.path()).await, Err(Unopened::Newer(_))));
}

/// A file as an early program made it: a workshop with one board of four entries that somebody saved, somebody at the
/// table, somebody who facilitates, and the secret that let them in.
async fn first_file(folder: &Path, workshop: WorkshopId, board: BoardId) {
    let mut hands = settings::writing(&folder.join("coulisses.db")).connect().await.expect("a connection");
    let first = Migrator::with_migrations(MIGRATIONS.iter().take(2).cloned().collect());
    first.run(&mut hands).await.expect("an early shape");
    let (workshop, board) = (workshop.0.simple(), board.0.simple());
    let statements = format!(
        "INSERT INTO workshops VALUES (1, x'{workshop}', 'Fresque', 'SQLITE', 'culture', '1.0.0', 45, 1, 1);
         INSERT INTO boards VALUES (1, x'{board}', 1, 1);
         INSERT INTO seats VALUES (1, 1, randomblob(16), 1, 'participant', 'Léa', 'léa');
         INSERT INTO seats VALUES (1, 2, randomblob(16), NULL, 'facilitator', 'Animation', 'animation');
         INSERT INTO grants VALUES (zeroblob(32), 1, 'facilitator');
         INSERT INTO marks VALUES (12, 1, 3, 'Fin', 5);"
    );
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(&mut hands).await.expect("they are kept");
    for Record { op_id, entry } in records(1..=4) {
        let row = sqlx::query("INSERT INTO entries VALUES (1, ?1, ?2, 1, ?1, ?3)").bind(rows::from_seq(entry.seq));
        let row = row.bind(op_id.0.as_bytes().to_vec()).bind(entry.op.to_disk());
        row.execute(&mut hands).await.expect("it is kept");
    }
    hands.close().await.expect("it closes");
}

#[tokio::test]
async fn a_file_from_an_older_program_is_copied_before_it_is_updated() {
    let folder = tempfile::tempdir().expect("a folder");
    let (workshop, board) = (WorkshopId(Uuid::new_v4()), BoardId(Uuid::new_v4()));
    first_file(folder.path(), workshop, board).await;

    let store = Sqlite::open(folder.path()).await.expect("it opens");
    assert_eq!(store.entries(board, Seq(9)).await.expect("it can be read").len(), 4);
    let seats = store.seats(workshop).await.expect("an answer");
    assert_eq!(seats.iter().map(|seat| seat.name.as_str()).collect::<Vec<_>>(), ["Léa", "Animation"]);
    assert!(store.granted([0; 32]).await.expect("an answer").is_some_and(|grant| grant.workshop == workshop));
    assert!(store.workshop(workshop).await.expect("an answer").is_some_and(|kept| !kept.assigned));
    let mark = store.mark(12).await.expect("an answer").expect("the board that was saved");
    assert_eq!((mark.seq, mark.step, mark.deck.0.as_str(), mark.deck.1.as_str()), (Seq(3), None, "culture", "1.0.0"));
    assert_eq!(store.unshelved(9).await.expect("an answer"), [mark], "what a list shows of it is to be made");
    let copies = || {
        let files = std::fs::read_dir(folder.path()).expect("the folder").flatten().map(|file| file.path());
        files.filter(|file| file.to_string_lossy().contains("before-update")).collect::<Vec<_>>()
    };
    let [copy] = &copies()[..] else { panic!("one copy: {:?}", copies()) };
    let mut before = settings::reading(copy).connect().await.expect("the copy opens");
    let entries: i64 =
        sqlx::query_scalar("SELECT count(*) FROM entries").fetch_one(&mut before).await.expect("a count");
    assert_eq!(entries, 4);
    store.close().await;
    Sqlite::open(folder.path()).await.expect("it opens").close().await;
    assert_eq!(copies().len(), 1, "nothing to update, nothing to copy");
}

#[tokio::test]
async fn many_commands_may_come_first_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let opened = futures::future::join_all((0..6).map(|_| Sqlite::visit(folder.path()))).await;
    for store in opened {
        assert!(store.expect("it opens").all().await.expect("an answer").is_empty());
    }
}

#[tokio::test]
async fn two_servers_do_not_share_a_folder_but_a_command_may_visit() {
    let kept = kept(1).await;
    assert!(matches!(Sqlite::open(kept.folder.path()).await, Err(Unopened::Folder(Occupied::Serving(_)))));
    let visitor = Sqlite::visit(kept.folder.path()).await.expect("a command beside the server");
    assert_eq!(visitor.all().await.expect("an answer").len(), 1);
    visitor.close().await;
    kept.store.close().await;
    Sqlite::open(kept.folder.path()).await.expect("the folder is free again");
}

#[tokio::test]
async fn a_closed_store_says_so() {
    let kept = kept(1).await;
    kept.store.close().await;
    assert!(matches!(kept.store.append(kept.boards[0], records(1..=1)).await, Err(Failure::Closed)));
    assert!(matches!(kept.store.open(kept.boards[0]).await, Err(Failure::Closed)));
    assert!(!kept.folder.path().join("coulisses.db-wal").exists(), "everything is in the file");
}

#[tokio::test]
async fn what_was_asked_before_closing_is_on_disk() {
    let kept = kept(40).await;
    let asked = kept.boards.iter().map(|&board| kept.store.append(board, records(1..=3)));
    let (answers, ()) = futures::future::join(futures::future::join_all(asked), kept.store.close()).await;
    let store = Sqlite::open(kept.folder.path()).await.expect("it opens");
    for (answer, &board) in answers.iter().zip(&kept.boards) {
        let there = store.entries(board, Seq(3)).await.expect("it can be read").len();
        assert_eq!(there, if answer.is_ok() { 3 } else { 0 }, "{answer:?}");
    }
    assert!(answers.iter().any(Result::is_ok));
}

#[tokio::test]
async fn a_full_disk_keeps_nothing_by_halves_and_the_same_call_succeeds_later() {
    let kept = kept(3).await;
    let [board, other, long] = kept.boards[..] else { unreachable!() };
    kept.store.append(board, records(1..=2)).await.expect("the disk has it");
    kept.pragma("PRAGMA max_page_count = 1").await;

    // One op too big for what is left, a crowd of them, and an append of several statements.
    let big = vec![record(3, &"Trop de mots. ".repeat(10_000))];
    let many: Vec<_> = (1..=300).map(|seq| record(seq, &"Encore. ".repeat(500))).collect();
    for _ in 0..3 {
        let full = |answer: Result<(), Failure>| matches!(answer, Err(Failure::Database(_)));
        assert!(full(kept.store.append(board, big.clone()).await));
        assert!(full(kept.store.append(long, many.clone()).await));
        let crowd = [(board, &big), (other, &big)].map(|(board, records)| {
            let records: Vec<_> = records.iter().cloned().map(|record| renumbered(record, board == other)).collect();
            kept.store.append(board, records)
        });
        assert!(futures::future::join_all(crowd).await.into_iter().all(full));
        assert!(full(kept.store.checkpoint(board, &far(&kept, board).await).await));
        assert_eq!((kept.length(board).await, kept.length(other).await, kept.length(long).await), (2, 0, 0));
    }

    kept.pragma("PRAGMA max_page_count = 1000000").await;
    kept.store.append(board, big).await.expect("the disk has room again");
    kept.store.append(long, many).await.expect("the disk has room again");
    kept.store.checkpoint(board, &far(&kept, board).await).await.expect("the disk has room again");
    kept.store.close().await;
    let store = Sqlite::open(kept.folder.path()).await.expect("it opens");
    assert_eq!(store.open(board).await.expect("it can be read").expect("the board is there").seen.len(), 3);
    assert_eq!(store.open(long).await.expect("it can be read").expect("the board is there").seen.len(), 300);
}

/// The first entry of an empty board, or the record as it is.
fn renumbered(mut record: Record, first: bool) -> Record {
    if first {
        record.entry.seq = Seq(1);
    }
    record
}

/// A checkpoint that needs many pages.
async fn far(kept: &Kept, board: BoardId) -> Snapshot {
    let mut snapshot = kept.store.board_at(board, None).await.expect("it can be read").expect("the board is there");
    snapshot.document.title = "Un titre sans fin. ".repeat(10_000);
    snapshot
}

#[tokio::test]
async fn a_writer_kept_waiting_answers_a_crowd_with_few_commits() {
    let kept = kept(200).await;
    kept.pragma("PRAGMA user_version = 1").await;
    let before = commits(&kept);
    let mut hands = settings::existing(&kept.file()).connect().await.expect("the file opens");
    hands.execute(sql::BEGIN).await.expect("the lock");
    let crowd = kept.boards.iter().map(|&board| kept.store.append(board, records(1..=1)));
    let release = async {
        // All of the crowd has asked once this runs: the first of them waits for the lock, the others for the first.
        tokio::task::yield_now().await;
        hands.execute(sql::ROLLBACK).await.expect("the lock is free");
    };
    let (answers, ()) = futures::future::join(futures::future::join_all(crowd), release).await;
    assert!(answers.iter().all(Result::is_ok));
    let commits = commits(&kept) - before;
    assert!((4..=5).contains(&commits), "200 appends in {commits} commits");
}

/// How many commits the write-ahead log holds: a frame that ends one says how long the file is then.
fn commits(kept: &Kept) -> usize {
    let log = std::fs::read(kept.folder.path().join("coulisses.db-wal")).expect("the log");
    let (header, frames) = log.split_at(32);
    let page = u32::from_be_bytes(header[8..12].try_into().expect("four bytes")) as usize;
    frames.chunks(24 + page).filter(|frame| frame[4..8] != [0; 4] && frame[8..16] == header[16..24]).count()
}

#[tokio::test]
async fn a_damaged_checkpoint_is_skipped_for_an_older_one_and_then_for_the_whole_log() {
    let kept = kept(1).await;
    let board = kept.boards[0];
    kept.store.append(board, records(1..=30)).await.expect("the disk has it");
    for seq in [10, 20, 25] {
        let then = kept.store.board_at(board, Some(Seq(seq))).await.expect("it can be read").expect("it is there");
        kept.store.checkpoint(board, &then).await.expect("the disk has it");
    }
    let whole = kept.store.board_at(board, None).await.expect("it can be read");
    let middle = "length(content) / 2";
    let damages = [
        (25, "SELECT 1".to_owned()),
        (20, format!("UPDATE checkpoints SET content = substr(content, 1, {middle}) WHERE seq = 25")),
        (0, "UPDATE checkpoints SET content = CAST('x' || substr(content, 2) AS BLOB) WHERE seq = 20".to_owned()),
    ];
    for (from, damage) in damages {
        kept.tamper(&damage).await;
        let opening = kept.store.open(board).await.expect("it can be read").expect("the board is there");
        assert_eq!((opening.checkpoint.seq, opening.entries.len()), (Seq(from), 30 - from as usize));
        assert_eq!(kept.store.board_at(board, None).await.expect("it can be read"), whole);
    }
}

#[tokio::test]
async fn a_damaged_or_missing_entry_is_never_an_empty_board() {
    let kept = kept(2).await;
    let [board, other] = kept.boards[..] else { unreachable!() };
    for board in [board, other] {
        kept.store.append(board, records(1..=9)).await.expect("the disk has it");
    }
    let mine = format!("board = (SELECT number FROM boards WHERE id = x'{board}')");
    kept.tamper(&format!(
        "UPDATE entries SET op = CAST(substr(op, 1, 9) || 'X' || substr(op, 11) AS BLOB) WHERE seq = 4 AND {mine}"
    ))
    .await;
    let damaged = |failure| matches!(failure, Failure::Unreadable { board: whose, seq: Seq(4), why: Unreadable::Damaged } if whose == board);
    assert!(kept.store.open(board).await.is_err_and(damaged));
    assert!(kept.store.board_at(board, None).await.is_err_and(damaged));
    assert!(kept.store.entries(board, Seq(9)).await.is_err_and(damaged));
    let (read, why) = kept.store.legible(board, Seq(9)).await.expect("an answer");
    assert_eq!(read.len(), 3, "whoever looks back sees what is before it");
    assert!(why.is_some_and(damaged));

    kept.tamper(&format!("DELETE FROM entries WHERE seq IN (4, 5) AND {mine}")).await;
    let gap = Gap { after: Seq(3), found: Seq(6) };
    let hole =
        |failure| matches!(failure, Failure::Hole { board: whose, gap: found } if (whose, found) == (board, gap));
    assert!(kept.store.open(board).await.is_err_and(hole));
    assert!(kept.store.entries(board, Seq(9)).await.is_err_and(hole));
    let (read, why) = kept.store.legible(board, Seq(9)).await.expect("an answer");
    assert_eq!(read.len(), 3);
    assert!(why.is_some_and(hole));
    let short = kept.store.legible(other, Seq(12)).await.expect("an answer").1;
    assert!(matches!(short, Some(Failure::Hole { gap: Gap { after: Seq(9), found: Seq(12) }, .. })), "{short:?}");
    assert!(kept.store.legible(other, Seq(7)).await.is_ok_and(|(read, why)| read.len() == 7 && why.is_none()));

    kept.tamper(&format!("UPDATE entries SET actor = -1 WHERE seq = 2 AND {mine}")).await;
    let (read, why) = kept.store.legible(board, Seq(9)).await.expect("an answer");
    assert!(read.len() == 1 && matches!(why, Some(Failure::Unreadable { seq: Seq(2), .. })), "nobody's number");
    assert_eq!(kept.length(other).await, 9, "the other table plays on");
}

#[tokio::test]
async fn what_the_end_of_a_workshop_erases_is_nowhere_in_the_file() {
    let kept = kept(1).await;
    let workshop = kept.store.of_board(kept.boards[0]).await.expect("an answer").expect("it is there").id;
    for at in 0..200 {
        let (who, name) = (VisitorId(Uuid::new_v4()), format!("Zéphyrine {at}"));
        let seating = kept.store.take_seat(workshop, who, Some(kept.boards[0]), Role::Participant, &name);
        seating.await.expect("a seat");
        let word = format!("brouillardeux {at}");
        kept.store.say_mood(kept.boards[0], ActorId(at + 1), Some(&word)).await.expect("it is said");
    }
    let holds = |what: &str| {
        let bytes = std::fs::read(kept.file()).expect("the file is there");
        bytes.windows(what.len()).any(|part| part == what.as_bytes())
    };
    kept.store.close().await;
    assert!(holds("Zéphyrine") && holds("zéphyrine") && holds("brouillardeux"), "until then they are in it");
    let store = Sqlite::open(kept.folder.path()).await.expect("it opens again");
    store.close_workshop(workshop, Millis(2)).await.expect("it is over");
    store.close().await;
    assert!(!holds("Zéphyrine") && !holds("zéphyrine") && !holds("brouillardeux"));
}
