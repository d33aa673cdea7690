//! Keeps the write-ahead log short from beside the writer: moving committed pages into the database takes a disk's time,
//! which nobody's op should wait for. SQLite would do it inside a commit; this connection does it between commits, and
//! the writer's own threshold stays as a safety net.

use super::sql;
use sqlx::{Connection, SqliteConnection};
use std::time::Duration;
use tokio::sync::oneshot;

/// How often the log is looked at.
const PAUSE: Duration = Duration::from_secs(1);

/// Moves pages until told to end, then closes its connection: the last one to close is the one that empties the log.
pub(super) async fn keep_short(mut connection: SqliteConnection, mut ended: oneshot::Receiver<()>) {
    let mut seconds = tokio::time::interval(PAUSE);
    seconds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    seconds.tick().await;
    loop {
        tokio::select! {
            _ = &mut ended => break,
            _ = seconds.tick() => {}
        }
        // PASSIVE waits for nobody and nobody waits for it; what it cannot move now, it moves later.
        if let Err(error) = sqlx::query(sql::CHECKPOINT_WAL).execute(&mut connection).await {
            tracing::warn!(%error, "the write-ahead log was not moved into the database");
            if connection.ping().await.is_err() {
                return;
            }
        }
    }
    if let Err(error) = connection.close().await {
        tracing::debug!(%error, "the connection beside the writer did not close cleanly");
    }
}
