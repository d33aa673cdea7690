//! Backups of a live database, and what a restore refuses.

use super::*;
use crate::store::{Log, Record, Sqlite, Unopened, Workshop, Workshops};
use board::{ActorId, BoardId, Entry, Millis, Op, OpId, Seq, WorkshopId};
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;
use uuid::Uuid;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A store with one table.
async fn table(folder: &TempDir) -> (Sqlite, BoardId) {
    let store = Sqlite::open(folder.path()).await.expect("it opens");
    let board = BoardId(Uuid::new_v4());
    let workshop = Workshop {
        id: WorkshopId(Uuid::new_v4()),
        title: "Fresque".to_owned(),
        code: "BACKUP".to_owned(),
        deck: "culture".to_owned(),
        deck_version: "1.0.0".to_owned(),
        format: 45,
        open: true,
        assigned: false,
        created: Millis(1),
        boards: vec![board],
    };
    assert!(store.create(&workshop).await.expect("it is kept"));
    (store, board)
}

fn record(seq: u64) -> Record {
    let entry =
        Entry { seq: Seq(seq), actor: ActorId(1), at: Millis(seq), op: Op::Title { text: "Le hall".to_owned() } };
    Record { op_id: OpId(Uuid::new_v4()), entry }
}

async fn length(folder: &TempDir, board: BoardId) -> u64 {
    let store = Sqlite::open(folder.path()).await.expect("it opens");
    let length = store.open(board).await.expect("it can be read").expect("the board is there").seen.len();
    store.close().await;
    length as u64
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_people_play_has_everything_acknowledged_before_it() {
    let (live, shelf, fresh) = (folder(), folder(), folder());
    let (store, board) = table(&live).await;
    let done = AtomicBool::new(false);
    let play = async {
        let mut seq = 0;
        while !done.load(Ordering::SeqCst) {
            seq += 1;
            store.append(board, vec![record(seq)]).await.expect("the disk has it");
        }
        seq
    };
    let save = async {
        let mut saved = Vec::new();
        for copy in 0..5 {
            let file = shelf.path().join(format!("{copy}.db"));
            let before = store.board_at(board, None).await.expect("it can be read").expect("the board is there").seq.0;
            backup(live.path(), &file).await.expect("a backup");
            saved.push((before, file));
        }
        done.store(true, Ordering::SeqCst);
        saved
    };
    let (played, saved) = futures::future::join(play, save).await;
    for (before, file) in saved {
        restore(&file, fresh.path()).await.expect("a restore");
        let length = length(&fresh, board).await;
        assert!((before..=played).contains(&length), "{before} <= {length} <= {played}");
    }
}

#[tokio::test]
async fn a_backup_overwrites_nothing_and_needs_a_database() {
    let (live, shelf, empty) = (folder(), folder(), folder());
    let (_store, _) = table(&live).await;
    let file = shelf.path().join("lundi.db");
    std::fs::write(&file, "important").expect("a file");
    assert!(matches!(backup(live.path(), &file).await, Err(Uncopied::AlreadyThere(there)) if there == file));
    assert_eq!(std::fs::read(&file).expect("it is there"), b"important");
    assert!(matches!(backup(empty.path(), &shelf.path().join("mardi.db")).await, Err(Uncopied::Nothing(_))));
    assert_eq!(std::fs::read_dir(shelf.path()).expect("a folder").count(), 1, "nothing is left lying about");
    let nowhere = shelf.path().join("no/such/folder/mardi.db");
    assert!(matches!(backup(live.path(), &nowhere).await, Err(Uncopied::Database(_) | Uncopied::File { .. })));
}

#[tokio::test]
async fn a_restore_keeps_what_it_replaces() {
    let (live, shelf) = (folder(), folder());
    let (store, board) = table(&live).await;
    store.append(board, vec![record(1)]).await.expect("the disk has it");
    let file = shelf.path().join("lundi.db");
    backup(live.path(), &file).await.expect("a backup");
    store.append(board, vec![record(2), record(3)]).await.expect("the disk has it");
    store.close().await;

    let aside = restore(&file, live.path()).await.expect("a restore").aside.expect("what was there");
    assert_eq!(length(&live, board).await, 1);
    restore(&aside, live.path()).await.expect("a restore of what was replaced");
    assert_eq!(length(&live, board).await, 3);
}

#[tokio::test]
async fn a_restore_waits_for_no_server_and_no_command() {
    let (live, shelf) = (folder(), folder());
    let (store, _) = table(&live).await;
    let file = shelf.path().join("lundi.db");
    backup(live.path(), &file).await.expect("a backup");
    assert!(matches!(restore(&file, live.path()).await, Err(Uncopied::Folder(Occupied::Open(_)))));
    store.close().await;
    let command = Sqlite::visit(live.path()).await.expect("a command");
    assert!(matches!(restore(&file, live.path()).await, Err(Uncopied::Folder(Occupied::Open(_)))));
    command.close().await;
    restore(&file, live.path()).await.expect("a restore");
}

#[tokio::test]
async fn only_a_sound_backup_is_restored() {
    let (live, shelf) = (folder(), folder());
    let (store, board) = table(&live).await;
    for seq in 1..=400 {
        store.append(board, vec![record(seq)]).await.expect("the disk has it");
    }
    store.close().await;
    let file = shelf.path().join("good.db");
    backup(live.path(), &file).await.expect("a backup");
    let good = std::fs::read(&file).expect("it is there");
    let refuse = async |name: &str, bytes: &[u8]| {
        let bad = shelf.path().join(name);
        std::fs::write(&bad, bytes).expect("a file");
        match restore(&bad, live.path()).await {
            Err(Uncopied::Unsound { file, why }) if file == bad => why,
            other => panic!("{name}: {other:?}"),
        }
    };
    let half = &good[..good.len() / 2];
    assert!(matches!(refuse("half.db", half).await, Unsound::Damaged(_)));
    let mut scratched = good.clone();
    let middle = good.len() / 2;
    scratched[middle..middle + 5_000].fill(0xA5);
    assert!(matches!(refuse("scratched.db", &scratched).await, Unsound::Damaged(_)));
    assert!(matches!(refuse("note.db", "Une note. ".repeat(900).as_bytes()).await, Unsound::Foreign));
    assert!(matches!(refuse("empty.db", b"").await, Unsound::Foreign));
    let theirs = shelf.path().join("theirs.db");
    let mut connection = settings::writing(&theirs).connect().await.expect("a connection");
    sqlx::raw_sql("CREATE TABLE recipes (name TEXT)").execute(&mut connection).await.expect("a table");
    connection.close().await.expect("it closes");
    assert!(matches!(refuse("theirs.db", &std::fs::read(&theirs).expect("it is there")).await, Unsound::Foreign));
    let newer = shelf.path().join("newer.db");
    std::fs::write(&newer, &good).expect("a file");
    let mut connection = settings::existing(&newer).connect().await.expect("a connection");
    let step = "INSERT INTO _sqlx_migrations VALUES (9999, 'to come', 0, TRUE, x'00', 0)";
    sqlx::raw_sql(step).execute(&mut connection).await.expect("a step");
    connection.close().await.expect("it closes");
    assert!(matches!(refuse("newer.db", &std::fs::read(&newer).expect("it is there")).await, Unsound::Newer));
    let missing = shelf.path().join("missing.db");
    assert!(matches!(restore(&missing, live.path()).await, Err(Uncopied::Missing(file)) if file == missing));

    let names: Vec<_> =
        std::fs::read_dir(live.path()).expect("a folder").flatten().map(|file| file.file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("restor")), "{names:?}");
    assert_eq!(length(&live, board).await, 400);
}

#[tokio::test]
async fn a_restore_cut_short_is_never_taken_for_an_empty_start() {
    let (live, shelf) = (folder(), folder());
    let (store, board) = table(&live).await;
    store.close().await;
    let file = shelf.path().join("lundi.db");
    backup(live.path(), &file).await.expect("a backup");
    // As after a power cut between the two renamings.
    std::fs::rename(live.path().join("coulisses.db"), live.path().join("coulisses.before-restore-1.db")).expect("one");
    std::fs::copy(&file, live.path().join("coulisses.db.restoring")).expect("the draft");
    assert!(matches!(Sqlite::open(live.path()).await, Err(Unopened::HalfRestored(_))));
    restore(&file, live.path()).await.expect("the same restore again");
    assert_eq!(length(&live, board).await, 0);
}
