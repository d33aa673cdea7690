//! Sessions, through the interface that tower-sessions uses.

use super::*;
use crate::store::Sqlite;
use std::collections::HashMap;
use time::Duration;

fn record(lasts: Duration) -> Record {
    let data = HashMap::from([("visitor".to_owned(), serde_json::json!("0190"))]);
    let expiry_date = OffsetDateTime::from_unix_timestamp(OffsetDateTime::now_utc().unix_timestamp()).expect("now");
    Record { id: Id::default(), data, expiry_date: expiry_date + lasts }
}

#[tokio::test]
async fn a_session_is_found_again_until_it_is_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(folder.path()).await.expect("it opens");
    let sessions = Sessions::of(&store);
    let mut record = record(Duration::DAY);
    sessions.create(&mut record).await.expect("it is kept");
    assert_eq!(sessions.load(&record.id).await.expect("an answer"), Some(record.clone()));
    record.data.clear();
    sessions.save(&record).await.expect("it is kept");
    drop((sessions, store));

    let sessions = Sessions::of(&Sqlite::open(folder.path()).await.expect("it opens"));
    assert_eq!(sessions.load(&record.id).await.expect("an answer"), Some(record.clone()));
    sessions.delete(&record.id).await.expect("it is gone");
    assert_eq!(sessions.load(&record.id).await.expect("an answer"), None);
}

#[tokio::test]
async fn two_new_sessions_never_share_an_id() {
    let folder = tempfile::tempdir().expect("a folder");
    let sessions = Sessions::of(&Sqlite::open(folder.path()).await.expect("it opens"));
    let mut first = record(Duration::DAY);
    let mut second = Record { id: first.id, ..record(Duration::DAY) };
    second.data.clear();
    sessions.create(&mut first).await.expect("it is kept");
    sessions.create(&mut second).await.expect("it is kept");
    assert_ne!(first.id, second.id);
    assert_eq!(sessions.load(&first.id).await.expect("an answer"), Some(first));
    assert_eq!(sessions.load(&second.id).await.expect("an answer"), Some(second));
}

#[tokio::test]
async fn what_has_expired_is_not_found_and_then_not_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(folder.path()).await.expect("it opens");
    let sessions = Sessions::of(&store);
    let (old, new) = (record(-Duration::SECOND), record(Duration::HOUR));
    for record in [&old, &new] {
        sessions.save(record).await.expect("it is kept");
    }
    assert_eq!(sessions.load(&old.id).await.expect("an answer"), None);
    sessions.delete_expired().await.expect("it is gone");
    assert_eq!(sessions.load(&new.id).await.expect("an answer"), Some(new));
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sessions").fetch_one(&store.readers).await.expect("a count");
    assert_eq!(left, 1);
}

#[tokio::test]
async fn nobody_enters_with_what_the_file_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(folder.path()).await.expect("it opens");
    let mut record = record(Duration::DAY);
    Sessions::of(&store).create(&mut record).await.expect("it is kept");
    store.close().await;
    let file = std::fs::read(folder.path().join("coulisses.db")).expect("the file");
    let holds = |bytes: &[u8]| file.windows(bytes.len()).any(|window| window == bytes);
    assert!(holds(b"visitor"), "the session is in the file");
    assert!(!holds(record.id.to_string().as_bytes()), "its id is not");
    assert!(!holds(&record.id.0.to_be_bytes()) && !holds(&record.id.0.to_le_bytes()));
    assert!(!holds(record.id.0.to_string().as_bytes()));
}
