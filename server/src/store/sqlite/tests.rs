//! What only SQLite has to prove: its statements, its settings, a full disk.

use super::*;
use sqlx::{Executor, SqlSafeStr};

#[tokio::test]
async fn every_statement_is_one_that_sqlite_can_prepare() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(folder.path()).await.expect("a store");
    store.close().await;
    let mut connection = settings::writing(&folder.path().join("coulisses.db")).connect().await.expect("a connection");
    for (name, statement) in sql::ALL {
        let prepared = connection.prepare(statement.into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {prepared:?}");
    }
    for rows in 1..=sql::MOST_ROWS {
        let prepared = connection.prepare(sql::append(rows)).await;
        assert!(prepared.is_ok(), "append {rows}: {prepared:?}");
    }
}
