//! Keeps the write-ahead log short from beside the writer: moving committed pages into the database takes a disk's time,
//! which nobody's op should wait for. SQLite would do it inside a commit; this connection does it between commits, and
//! the writer's own threshold stays as a safety net.

use super::sql;
use sqlx::{Connection, SqliteConnection};
use std::time::Duration;

/// How often the log is looked at.
const PAUSE: Duration = Duration::from_secs(1);

/// Moves pages for as long as the store is open.
pub(super) async fn keep_short(mut connection: SqliteConnection) {
    let mut seconds = tokio::time::interval(PAUSE);
    seconds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    seconds.tick().await;
    loop {
        seconds.tick().await;
        // PASSIVE waits for nobody and nobody waits for it; what it cannot move now, it moves later.
        if let Err(error) = sqlx::query(sql::CHECKPOINT_WAL).execute(&mut connection).await {
            tracing::warn!(%error, "the write-ahead log was not moved into the database");
            if connection.ping().await.is_err() {
                return;
            }
        }
    }
}
