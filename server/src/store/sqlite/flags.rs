//! Flags on cards.

use super::workshops::number;
use super::{Sqlite, sql};
use crate::store::{Failure, Flag, Flags};
use async_trait::async_trait;
use board::{CardId, WorkshopId};

#[async_trait]
impl Flags for Sqlite {
    async fn flag(&self, workshop: WorkshopId, flag: &Flag, most: u32) -> Result<bool, Failure> {
        let Flag { deck: (slug, version), card, text } = flag.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, workshop).await?;
                    let flag = sqlx::query(sql::FLAG).bind(workshop).bind(slug).bind(version).bind(card.0);
                    Ok(flag.bind(text).bind(most).execute(connection).await?.rows_affected() > 0)
                })
            })
            .await
    }

    async fn flags(&self, slug: &str) -> Result<Vec<Flag>, Failure> {
        let found: Vec<(String, u16, String)> = sqlx::query_as(sql::FLAGS).bind(slug).fetch_all(&self.readers).await?;
        let flag = |(version, card, text)| Flag { deck: (slug.to_owned(), version), card: CardId(card), text };
        Ok(found.into_iter().map(flag).collect())
    }

    async fn flag_counts(&self) -> Result<Vec<(String, u32)>, Failure> {
        Ok(sqlx::query_as(sql::FLAG_COUNTS).fetch_all(&self.readers).await?)
    }
}
