//! Sessions of browsers, for tower-sessions. A record holds one id; all that matters is elsewhere, under that id.
//!
//! What is kept cannot be used to enter: only the hash of a session's id is on disk.

use super::{Failure, Sqlite, sqlite::sql};
use async_trait::async_trait;
use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, ExpiredDeletion, Result};

/// The sessions of a store.
#[derive(Clone, Debug)]
pub struct Sessions(Sqlite);

impl Sessions {
    /// The sessions in this store.
    #[must_use]
    pub fn of(store: &Sqlite) -> Self {
        Self(store.clone())
    }

    /// Whether a row was written.
    async fn put(&self, record: &Record, statement: &'static str) -> Result<bool> {
        let content = serde_json::to_vec(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
        let (hash, expires) = (hash(&record.id), record.expiry_date.unix_timestamp());
        let put = self.0.writer.change(move |connection| {
            Box::pin(async move {
                let put = sqlx::query(statement).bind(hash.as_slice()).bind(content).bind(expires);
                Ok(put.execute(connection).await?.rows_affected() > 0)
            })
        });
        put.await.map_err(backend)
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        while !self.put(record, sql::CREATE_SESSION).await? {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.put(record, sql::SAVE_SESSION).await.map(drop)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row: Option<(Vec<u8>, i64)> = sqlx::query_as(sql::SESSION)
            .bind(hash(id).as_slice())
            .bind(OffsetDateTime::now_utc().unix_timestamp())
            .fetch_optional(&self.0.readers)
            .await
            .map_err(|error| backend(error.into()))?;
        row.map(|row| read(*id, row)).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let hash = hash(id);
        let delete = self.0.writer.change(move |connection| {
            Box::pin(async move {
                sqlx::query(sql::DELETE_SESSION).bind(hash.as_slice()).execute(connection).await?;
                Ok(())
            })
        });
        delete.await.map_err(backend)
    }
}

#[async_trait]
impl ExpiredDeletion for Sessions {
    async fn delete_expired(&self) -> Result<()> {
        let now = OffsetDateTime::now_utc().unix_timestamp();
        let delete = self.0.writer.change(move |connection| {
            Box::pin(async move {
                sqlx::query(sql::DELETE_EXPIRED_SESSIONS).bind(now).execute(connection).await?;
                Ok(())
            })
        });
        delete.await.map_err(backend)
    }
}

fn read(id: Id, (content, expires): (Vec<u8>, i64)) -> Result<Record> {
    let decode = |error: String| Error::Decode(error);
    let data = serde_json::from_slice(&content).map_err(|error| decode(error.to_string()))?;
    let expiry_date = OffsetDateTime::from_unix_timestamp(expires).map_err(|error| decode(error.to_string()))?;
    Ok(Record { id, data, expiry_date })
}

fn hash(id: &Id) -> [u8; 32] {
    Sha256::digest(id.to_string()).into()
}

fn backend(failure: Failure) -> Error {
    Error::Backend(failure.to_string())
}

#[cfg(test)]
mod tests;
