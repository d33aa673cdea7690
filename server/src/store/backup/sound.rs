//! Whether a file is a whole database of ours that this program can run on.

use crate::store::sqlite::{APPLICATION, MIGRATIONS, settings, sql};
use sqlx::migrate::{AppliedMigration, Migrate};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::path::Path;

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum Unsound {
    /// It is no database, or one of another program.
    #[error("ce n’est pas une base de Coulisses")]
    Foreign,
    /// Parts of it are missing or were changed.
    #[error("elle est abîmée ({0}) ; prenez une sauvegarde plus ancienne")]
    Damaged(String),
    /// A newer version of this program wrote it.
    #[error("elle vient d’une version plus récente de Coulisses ; installez d’abord cette version")]
    Newer,
    /// It could not be read.
    #[error("elle ne se lit pas ({0})")]
    Unread(#[from] sqlx::Error),
}

/// What SQLite answers about a file that is no database.
const NOT_A_DATABASE: &str = "26";

/// Reads the whole file; changes nothing, and leaves nothing beside it.
pub(super) async fn check(file: &Path) -> Result<(), Unsound> {
    let mut connection = settings::reading(file).immutable(true).connect().await.map_err(unsound)?;
    let found = check_content(&mut connection).await;
    connection.close().await?;
    found
}

async fn check_content(connection: &mut SqliteConnection) -> Result<(), Unsound> {
    let id: i64 = sqlx::query_scalar(sql::APPLICATION_ID).fetch_one(&mut *connection).await.map_err(unsound)?;
    if id != APPLICATION {
        return Err(Unsound::Foreign);
    }
    let verdict: String = sqlx::query_scalar(sql::INTEGRITY).fetch_one(&mut *connection).await.map_err(unsound)?;
    if verdict != "ok" {
        return Err(Unsound::Damaged(verdict));
    }
    let dangling: i64 = sqlx::query_scalar(sql::DANGLING).fetch_one(&mut *connection).await.map_err(unsound)?;
    if dangling > 0 {
        return Err(Unsound::Damaged(format!("{dangling} lignes en désignent d’autres qui manquent")));
    }
    let applied = connection.list_applied_migrations(&MIGRATIONS.table_name).await;
    let applied = applied.map_err(|error| Unsound::Damaged(error.to_string()))?;
    if applied.is_empty() {
        return Err(Unsound::Damaged("aucune étape de sa construction n’est notée".to_owned()));
    }
    if applied.iter().all(known) { Ok(()) } else { Err(Unsound::Newer) }
}

fn known(applied: &AppliedMigration) -> bool {
    MIGRATIONS.iter().any(|ours| ours.version == applied.version && ours.checksum == applied.checksum)
}

fn unsound(error: sqlx::Error) -> Unsound {
    match error.as_database_error() {
        Some(refusal) if refusal.code().is_some_and(|code| code == NOT_A_DATABASE) => Unsound::Foreign,
        Some(refusal) => Unsound::Damaged(refusal.to_string()),
        None => Unsound::Unread(error),
    }
}
