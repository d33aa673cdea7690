//! Keeps the write-ahead log short from beside the writer: moving committed pages into the database takes a disk's time,
//! which nobody's op should wait for. SQLite would do it inside a commit; this connection does it between commits, and
//! the writer's own threshold stays as a safety net.
//!
//! Moved pages stay in the log's file until others come over them. After an erasure the file is emptied instead, so that
//! what was erased is not there to be read.

use super::sql;
use sqlx::{Connection, SqliteConnection};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::oneshot;

/// How often the log is looked at.
const PAUSE: Duration = Duration::from_secs(1);

/// The write-ahead log. Clones are the same one.
#[derive(Clone, Debug, Default)]
pub(super) struct Wal(Arc<AtomicBool>);

impl Wal {
    /// Has the log emptied at the next look, and again until it is.
    pub(super) fn empty(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Moves pages until told to end, then closes its connection: the last one to close is the one that empties the log.
    pub(super) async fn keep_short(self, mut connection: SqliteConnection, mut ended: oneshot::Receiver<()>) {
        let mut seconds = tokio::time::interval(PAUSE);
        seconds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        seconds.tick().await;
        loop {
            tokio::select! {
                _ = &mut ended => break,
                _ = seconds.tick() => {}
            }
            if let Err(error) = self.move_pages(&mut connection).await {
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

    async fn move_pages(&self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        // Read before it is acted on: an erasure that comes meanwhile asks again.
        if self.0.swap(false, Ordering::AcqRel) {
            // This one waits for readers, who take milliseconds; the writer waits with it.
            let emptied = sqlx::query_scalar(sql::organisation::EMPTY_WAL).fetch_one(&mut *connection).await;
            if !matches!(emptied, Ok(0)) {
                self.empty();
            }
            return emptied.map(|_: i64| ());
        }
        // PASSIVE waits for nobody and nobody waits for it; what it cannot move now, it moves later.
        sqlx::query(sql::CHECKPOINT_WAL).execute(connection).await.map(drop)
    }
}
