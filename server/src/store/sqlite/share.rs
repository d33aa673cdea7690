//! Read-only links to saved boards.

use super::sql::share as sql;
use super::{Sqlite, rows};
use crate::store::{Failure, Share, Shares};
use async_trait::async_trait;

/// Number, mark, note, made, expires, opened, origins.
type Row = (i64, i64, String, i64, i64, u32, String);

#[async_trait]
impl Shares for Sqlite {
    async fn share(&self, share: &Share, hash: [u8; 32]) -> Result<bool, Failure> {
        let share = share.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let keep = sqlx::query(sql::SHARE).bind(hash.as_slice()).bind(share.mark).bind(share.note);
                    let keep = keep.bind(rows::from_millis(share.made)).bind(rows::from_millis(share.expires));
                    let kept = keep.bind(share.origins.join("\n")).execute(connection).await?;
                    Ok(kept.rows_affected() > 0)
                })
            })
            .await
    }

    async fn shared(&self, hash: [u8; 32]) -> Result<Option<Share>, Failure> {
        let found = sqlx::query_as(sql::SHARED).bind(hash.as_slice()).fetch_optional(&self.readers).await?;
        Ok(found.map(share))
    }

    async fn shares(&self, mark: i64) -> Result<Vec<Share>, Failure> {
        let found = sqlx::query_as(sql::SHARES).bind(mark).fetch_all(&self.readers).await?;
        Ok(found.into_iter().map(share).collect())
    }

    async fn opened(&self, share: i64) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::OPENED).bind(share).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn unshare(&self, mark: i64, share: i64) -> Result<bool, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let gone = sqlx::query(sql::UNSHARE).bind(mark).bind(share).execute(connection).await?;
                    Ok(gone.rows_affected() > 0)
                })
            })
            .await
    }
}

fn share((number, mark, note, made, expires, opened, origins): Row) -> Share {
    let (made, expires) = (rows::millis(made), rows::millis(expires));
    let origins = origins.lines().map(str::to_owned).collect();
    Share { number, mark, note, made, expires, opened, origins }
}
