//! What organisations publish for others.

use super::{Sqlite, rows, sql};
use crate::store::{Failure, Network};
use app::api::{Matter, NetworkEntry, Shown};
use async_trait::async_trait;
use board::Day;
use sqlx::SqliteConnection;

/// Number, source, matter, text, detail, venue, contact, last day.
type Row = (i64, String, String, String, String, String, String, u32);

#[async_trait]
impl Network for Sqlite {
    async fn publish(&self, entry: &NetworkEntry) -> Result<(), Failure> {
        let entry = entry.clone();
        self.writer.change(move |connection| Box::pin(async move { keep(connection, "", &entry).await })).await
    }

    async fn withdraw(&self, entry: i64) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::WITHDRAW).bind(entry).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn published(&self, today: Day) -> Result<Vec<Shown>, Failure> {
        let found: Vec<Row> = sqlx::query_as(sql::PUBLISHED).bind(today.0).fetch_all(&self.readers).await?;
        found.into_iter().map(shown).collect()
    }

    async fn gather(&self, source: &str, entries: &[NetworkEntry]) -> Result<(), Failure> {
        let (source, entries) = (source.to_owned(), entries.to_vec());
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::FORGET_SOURCE).bind(&source).execute(&mut *connection).await?;
                    for entry in &entries {
                        keep(connection, &source, entry).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn forget_past(&self, today: Day) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::FORGET_PAST).bind(today.0).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }
}

async fn keep(connection: &mut SqliteConnection, source: &str, entry: &NetworkEntry) -> Result<(), Failure> {
    let keep = sqlx::query(sql::PUBLISH).bind(source).bind(entry.matter.name()).bind(&entry.text);
    let keep = keep.bind(&entry.detail).bind(&entry.venue).bind(&entry.contact).bind(entry.until.0);
    keep.execute(connection).await?;
    Ok(())
}

fn shown((id, from, matter, text, detail, venue, contact, until): Row) -> Result<Shown, Failure> {
    let matter = Matter::named(&matter).ok_or_else(|| rows::nonsense(format!("no such matter: {matter}")))?;
    Ok(Shown { id, from, entry: NetworkEntry { matter, text, detail, venue, contact, until: Day(until) } })
}
