//! How the database is opened, and the reading back that proves it.
//!
//! A setting that did not take is a promise that cannot be kept: what people are told is saved would not be. So the
//! start is refused, and never with weaker settings.

use super::sql;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};
use std::path::Path;
use std::time::Duration;

/// How long a statement waits for a lock that another process holds.
const BUSY: Duration = Duration::from_secs(5);
/// SQLite before this version can lose committed writes when a log is reset (its own bug list, fixed in 3.51.3).
const OLDEST: [u32; 3] = [3, 51, 3];
/// Pages in the write-ahead log above which a commit moves them itself: a net under the connection that does it beside.
const AUTOCHECKPOINT: &str = "16000";
/// What `PRAGMA synchronous` answers for FULL; EXTRA, which is stronger, is above.
const FULL: i64 = 2;

/// A setting that is not what it must be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "la base refuse le réglage « {setting} » : il vaut {found}, il faut {needed} (le dossier de données doit être sur un disque local, pas sur un partage réseau)"
)]
pub struct Weak {
    /// Which setting.
    pub setting: &'static str,
    /// What it is.
    pub found: String,
    /// What it must be.
    pub needed: &'static str,
}

/// The one connection that writes. sqlx sets the waiting time when it opens the file, before any pragma.
pub(in crate::store) fn writing(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .busy_timeout(BUSY)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("wal_autocheckpoint", AUTOCHECKPOINT)
        // What is erased is written over: a name does not stay in the free pages of the file.
        .pragma("secure_delete", "ON")
        .statement_cache_capacity(2 * sql::MOST_ROWS)
        .disable_statement_logging()
}

/// The writing connection to a file that is there already.
pub(in crate::store) fn existing(file: &Path) -> SqliteConnectOptions {
    writing(file).create_if_missing(false)
}

/// The connection that moves pages from the write-ahead log into the database.
pub(super) fn beside(file: &Path) -> SqliteConnectOptions {
    existing(file).statement_cache_capacity(1)
}

/// A connection that can only read.
pub(in crate::store) fn reading(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(file).read_only(true).busy_timeout(BUSY).disable_statement_logging()
}

/// Reads back what the writing connection really has.
pub(super) async fn verify(connection: &mut SqliteConnection) -> Result<Result<(), Weak>, sqlx::Error> {
    let journal: String = sqlx::query_scalar(sql::JOURNAL_MODE).fetch_one(&mut *connection).await?;
    let synchronous: i64 = sqlx::query_scalar(sql::SYNCHRONOUS).fetch_one(&mut *connection).await?;
    let foreign_keys: i64 = sqlx::query_scalar(sql::FOREIGN_KEYS).fetch_one(&mut *connection).await?;
    let busy: i64 = sqlx::query_scalar(sql::BUSY_TIMEOUT).fetch_one(&mut *connection).await?;
    let version: String = sqlx::query_scalar(sql::VERSION).fetch_one(&mut *connection).await?;
    Ok(need("journal_mode", journal == "wal", journal, "wal")
        .and(need("synchronous", synchronous >= FULL, synchronous, "2 (FULL)"))
        .and(need("foreign_keys", foreign_keys == 1, foreign_keys, "1"))
        .and(need("busy_timeout", u128::try_from(busy).is_ok_and(|ms| ms >= BUSY.as_millis()), busy, "5000"))
        .and(need("sqlite_version", parse(&version) >= OLDEST, version, "3.51.3")))
}

fn need(setting: &'static str, holds: bool, found: impl ToString, needed: &'static str) -> Result<(), Weak> {
    if holds { Ok(()) } else { Err(Weak { setting, found: found.to_string(), needed }) }
}

fn parse(version: &str) -> [u32; 3] {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}
