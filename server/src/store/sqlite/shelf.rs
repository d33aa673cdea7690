//! What the library lists: one statement finds the lines of a page whatever is asked, and only those are read whole.

use super::library::{MarkRow, mark};
use super::{Sqlite, rows, sql};
use crate::store::{Failure, ShelfLine, ShelfWish, Shelved};
use app::api::Which;
use board::{Harvest, WorkshopId};
use sqlx::{FromRow, Row, sqlite::SqliteRow};

/// Title, cards, links, words, thumbnail, harvest.
type ShelvedRow = (String, u32, u32, String, Vec<u8>, String);
/// The most boards that a tally adds up.
const MOST: u32 = 20_000;

/// Keeps what a list shows of a mark.
pub(super) async fn shelve(store: &Sqlite, mark: i64, shelved: Shelved) -> Result<(), Failure> {
    store
        .writer
        .change(move |connection| {
            Box::pin(async move {
                let Shelved { title, cards, links, words, thumbnail, harvest } = shelved;
                let harvest = serde_json::json!(harvest).to_string();
                let shelve = sqlx::query(sql::SHELVE).bind(mark).bind(title).bind(cards).bind(links);
                shelve.bind(words).bind(thumbnail).bind(harvest).execute(connection).await?;
                Ok(())
            })
        })
        .await
}

/// The lines of a window, and how many there are in all.
pub(super) async fn lines(store: &Sqlite, wish: &ShelfWish) -> Result<(Vec<ShelfLine>, u32), Failure> {
    let (mut lines, mut total) = (Vec::new(), 0);
    for row in found(store, wish, wish.window).await? {
        let mark = mark(MarkRow::from_row(&row)?)?;
        let (workshop, table, others) = beside(&row)?;
        total = row.try_get(11)?;
        let shelved = shelved(store, mark.id).await?;
        lines.push(ShelfLine { mark, shelved, workshop, table, others });
    }
    Ok((lines, total))
}

/// What the boards of a shelf bring.
pub(super) async fn harvests(store: &Sqlite, wish: &ShelfWish) -> Result<Vec<(WorkshopId, Harvest)>, Failure> {
    let mut marks = Vec::new();
    for row in found(store, wish, (0, MOST)).await? {
        marks.push(mark(MarkRow::from_row(&row)?)?.id);
    }
    let marks = serde_json::json!(marks).to_string();
    let found: Vec<(Vec<u8>, String)> = sqlx::query_as(sql::HARVESTS).bind(marks).fetch_all(&store.readers).await?;
    let harvest = |(workshop, harvest): (Vec<u8>, String)| Ok((WorkshopId(rows::uuid(&workshop)?), read(&harvest)));
    found.into_iter().map(harvest).collect()
}

/// The rows of a window on the shelf.
async fn found(store: &Sqlite, wish: &ShelfWish, window: (u32, u32)) -> Result<Vec<SqliteRow>, Failure> {
    let workshops = wish.workshops.as_ref().map(|ids| json(ids.iter().map(ToString::to_string)));
    let (deck, version) = wish.deck.clone().unzip();
    let which = match wish.which {
        Which::Last => "last",
        Which::Named => "named",
        Which::All => "all",
    };
    let found = sqlx::query(sql::SHELF)
        .bind(workshops)
        .bind(json(wish.words.iter().cloned()))
        .bind(wish.from.map(rows::from_millis))
        .bind(wish.before.map(rows::from_millis))
        .bind(wish.format)
        .bind(deck)
        .bind(version)
        .bind(wish.table)
        .bind(wish.board.map(|board| rows::id(&board.0).to_vec()))
        .bind(which)
        .bind(window.1)
        .bind(window.0);
    Ok(found.fetch_all(&store.readers).await?)
}

/// What is written there of a harvest. It can be made again from the log, so that what cannot be read brings nothing.
fn read(harvest: &str) -> Harvest {
    serde_json::from_str(harvest).unwrap_or_default()
}

/// The workshop's title, the table, and how many other marks the board has.
fn beside(row: &SqliteRow) -> Result<(String, u8, u32), Failure> {
    Ok((row.try_get(8)?, row.try_get(9)?, row.try_get(10)?))
}

async fn shelved(store: &Sqlite, mark: i64) -> Result<Option<Shelved>, Failure> {
    let found: Option<ShelvedRow> = sqlx::query_as(sql::SHELVED).bind(mark).fetch_optional(&store.readers).await?;
    Ok(found.map(|(title, cards, links, words, thumbnail, harvest)| {
        let harvest = read(&harvest);
        Shelved { title, cards, links, words, thumbnail, harvest }
    }))
}

/// A list for SQLite to look into.
fn json(texts: impl Iterator<Item = String>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}
