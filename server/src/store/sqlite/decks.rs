//! Decks, version by version.

use super::{Sqlite, rows, sql};
use crate::store::{Decks, Failure, KeptDeck};
use async_trait::async_trait;

/// Slug, version, hash, moment, whether it is retired.
type Row = (String, String, Vec<u8>, i64, bool);

#[async_trait]
impl Decks for Sqlite {
    async fn keep_deck(&self, deck: &KeptDeck, files: Vec<u8>) -> Result<bool, Failure> {
        let KeptDeck { slug, version, digest, kept, retired } = deck.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let keep = sqlx::query(sql::KEEP_DECK).bind(slug).bind(version).bind(digest.as_slice());
                    let keep = keep.bind(files).bind(rows::from_millis(kept)).bind(retired);
                    Ok(keep.execute(connection).await?.rows_affected() > 0)
                })
            })
            .await
    }

    async fn kept_decks(&self) -> Result<Vec<KeptDeck>, Failure> {
        let found = sqlx::query_as(sql::KEPT_DECKS).fetch_all(&self.readers).await?;
        found.into_iter().map(deck).collect()
    }

    async fn kept_deck(&self, slug: &str, version: &str) -> Result<Option<KeptDeck>, Failure> {
        let found = sqlx::query_as(sql::KEPT_DECK).bind(slug).bind(version).fetch_optional(&self.readers).await?;
        found.map(deck).transpose()
    }

    async fn deck_files(&self, digest: [u8; 32]) -> Result<Option<Vec<u8>>, Failure> {
        Ok(sqlx::query_scalar(sql::DECK_FILES).bind(digest.as_slice()).fetch_optional(&self.readers).await?)
    }

    async fn retire_deck(&self, slug: &str, version: &str, retired: bool) -> Result<bool, Failure> {
        let (slug, version) = (slug.to_owned(), version.to_owned());
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let retire = sqlx::query(sql::RETIRE_DECK).bind(slug).bind(version).bind(retired);
                    Ok(retire.execute(connection).await?.rows_affected() > 0)
                })
            })
            .await
    }
}

fn deck((slug, version, digest, kept, retired): Row) -> Result<KeptDeck, Failure> {
    let digest = digest.try_into().map_err(|_| rows::nonsense("a hash has 32 bytes"))?;
    Ok(KeptDeck { slug, version, digest, kept: rows::millis(kept), retired })
}
