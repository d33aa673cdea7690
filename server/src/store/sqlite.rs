//! The store on SQLite: one file, one connection that writes, a few that read.
//!
//! What this refuses: to start with settings weaker than "on disk when we say so", to run twice on one folder, to open
//! a file that is not one of ours or was written by a newer program.

mod append;
mod debriefs;
mod decks;
mod flags;
mod follow_up;
mod keeping;
mod library;
mod log;
mod network;
mod organisation;
mod organisers;
mod own_cards;
mod register;
mod rows;
pub(in crate::store) mod settings;
mod share;
mod shelf;
pub(in crate::store) mod sql;
mod team;
#[cfg(test)]
mod tests;
mod voices;
mod wal;
mod workshops;
mod writer;

pub use settings::Weak;

use crate::store::folder::{Folder, Hold, Occupied};
use sqlx::migrate::{Migrate, MigrateError, Migrator};
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{ConnectOptions, SqliteConnection, SqlitePool};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;
use wal::Wal;
use writer::Writer;

/// How the file came to its present shape, step by step.
pub(in crate::store) static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
/// `PRAGMA application_id` of our files: "Coul".
pub(in crate::store) const APPLICATION: i64 = 0x436F_756C;
/// How many may read at once.
const READERS: u32 = 4;

/// Why the store does not open.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// The folder is in use, or cannot be used.
    #[error(transparent)]
    Folder(#[from] Occupied),
    /// A setting did not take.
    #[error(transparent)]
    Weak(#[from] Weak),
    /// The file is a database of another program.
    #[error("{0} n’est pas une base de Coulisses : choisissez un autre dossier avec --data")]
    Foreign(PathBuf),
    /// The file was written by a newer version of this program.
    #[error(
        "{0} vient d’une version plus récente de Coulisses : installez cette version, ou restaurez une sauvegarde plus ancienne"
    )]
    Newer(PathBuf),
    /// A restore did not finish.
    #[error("une restauration s’est arrêtée en chemin dans {0} : relancez « coulisses restore » avec le même fichier")]
    HalfRestored(PathBuf),
    /// The file could not be brought to its present shape.
    #[error(
        "la base {file} n’a pas pu être mise à jour ({why}) : elle est restée comme avant, gardez-en une copie et signalez le problème"
    )]
    Migration {
        /// Which file.
        file: PathBuf,
        /// What went wrong.
        why: MigrateError,
    },
    /// The database did not answer.
    #[error("la base {file} ne s’ouvre pas ({why}) : vérifiez le disque et les droits, ou restaurez une sauvegarde")]
    Database {
        /// Which file.
        file: PathBuf,
        /// What it said.
        why: sqlx::Error,
    },
}

/// The store, open. Clones share it; it closes when the last one is gone, or by [`Sqlite::close`].
#[derive(Clone, Debug)]
pub struct Sqlite {
    pub(in crate::store) writer: Writer,
    pub(in crate::store) readers: SqlitePool,
    ending: Arc<Mutex<Option<JoinHandle<()>>>>,
    wal: Wal,
    folder: Folder,
}

impl Sqlite {
    /// Opens the store of a data folder for the one server that runs on it; makes what is not there yet.
    ///
    /// # Errors
    /// [`Unopened`], with a sentence for the person who starts the server.
    pub async fn open(folder: &Path) -> Result<Self, Unopened> {
        let folder = Folder::at(folder)?;
        let hold = folder.serve().await?;
        Self::start(&folder, hold).await
    }

    /// Opens the store for a short command, beside the server if there is one. No rooms run on it.
    ///
    /// # Errors
    /// The same as [`Sqlite::open`].
    pub async fn visit(folder: &Path) -> Result<Self, Unopened> {
        let folder = Folder::at(folder)?;
        let hold = folder.visit().await?;
        Self::start(&folder, hold).await
    }

    /// Finishes what was asked so far and closes the file. Later calls are answered with `Closed`.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
        let ending = self.ending.lock().map(|mut ending| ending.take());
        if let Ok(Some(ending)) = ending {
            let _ = ending.await;
        }
    }

    async fn start(folder: &Folder, hold: Hold) -> Result<Self, Unopened> {
        let file = folder.database();
        if !file.exists() && folder.restoring().exists() {
            return Err(Unopened::HalfRestored(folder.path().to_path_buf()));
        }
        let database = |why| Unopened::Database { file: file.clone(), why };
        // Two that open a folder at the same moment would both build what is not there yet.
        let opening = folder.opening().await?;
        let mut connection = settings::writing(&file).connect().await.map_err(database)?;
        let new = recognise(&mut connection, &file).await?;
        settings::verify(&mut connection).await.map_err(database)??;
        if !new {
            keep_before_update(&mut connection, folder).await.map_err(|why| Unopened::migration(&file, why))?;
        }
        MIGRATIONS.run(&mut connection).await.map_err(|why| Unopened::migration(&file, why))?;
        drop(opening);
        let pool = SqlitePoolOptions::new().max_connections(READERS);
        let readers = pool.connect_with(settings::reading(&file)).await.map_err(database)?;
        let beside = settings::beside(&file).connect().await.map_err(database)?;
        let wal = Wal::default();
        let (writer, ending) = Writer::start(connection, (beside, wal.clone()), hold);
        let ending = Arc::new(Mutex::new(Some(ending)));
        Ok(Self { writer, readers, ending, wal, folder: folder.clone() })
    }
}

/// Whether the file is new: without tables. Any other must say that it is ours.
async fn recognise(connection: &mut SqliteConnection, file: &Path) -> Result<bool, Unopened> {
    let ask = async {
        let id: i64 = sqlx::query_scalar(sql::APPLICATION_ID).fetch_one(&mut *connection).await?;
        let tables: i64 = sqlx::query_scalar(sql::COUNT_TABLES).fetch_one(&mut *connection).await?;
        Ok((id, tables))
    };
    match ask.await.map_err(|why| Unopened::Database { file: file.to_path_buf(), why })? {
        (_, 0) => Ok(true),
        (APPLICATION, _) => Ok(false),
        _ => Err(Unopened::Foreign(file.to_path_buf())),
    }
}

/// Before the file takes a new shape, a copy of it as it was stays beside it.
async fn keep_before_update(connection: &mut SqliteConnection, folder: &Folder) -> Result<(), MigrateError> {
    let applied = connection.list_applied_migrations(&MIGRATIONS.table_name).await?;
    let newest = applied.iter().map(|step| step.version).max().unwrap_or(0);
    if MIGRATIONS.iter().any(|step| step.version > newest) {
        let copy = folder.aside("update");
        sqlx::query(sql::COPY_INTO).bind(copy.to_string_lossy()).execute(connection).await?;
        tracing::info!(copy = %copy.display(), "the database is about to be updated; a copy of it is kept");
    }
    Ok(())
}

impl Unopened {
    fn migration(file: &Path, why: MigrateError) -> Self {
        match why {
            MigrateError::VersionMissing(_) => Self::Newer(file.to_path_buf()),
            why => Self::Migration { file: file.to_path_buf(), why },
        }
    }
}
