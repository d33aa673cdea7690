//! Marks on logs, and the remarks beside them.

use super::own_cards::write_card;
use super::workshops::{board_number, create, number};
use super::{Sqlite, append, rows, shelf, sql};
use crate::store::{Failure, Import, Library, Mark, Remark, ShelfLine, ShelfWish, Shelved};
use async_trait::async_trait;
use board::{BoardId, Harvest, Millis, Seq, WorkshopId};
use sqlx::SqliteConnection;

/// Number, board, place, name, moment, step, deck and its version.
pub(super) type MarkRow = (i64, Vec<u8>, i64, String, i64, Option<u8>, String, String);

#[async_trait]
impl Library for Sqlite {
    async fn save(&self, mark: &Mark) -> Result<i64, Failure> {
        let Mark { board, seq, name, at, step, deck, .. } = mark.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let found: Option<(i64,)> =
                        sqlx::query_as(sql::BOARD).bind(rows::id(&board.0)).fetch_optional(&mut *connection).await?;
                    let (number,) = found.ok_or(Failure::NoBoard(board))?;
                    let already = sqlx::query_scalar(sql::SAVED_ALREADY).bind(number).bind(rows::from_seq(seq));
                    let already = already.bind(step.is_some()).bind(&name).fetch_optional(&mut *connection).await?;
                    if let Some(already) = already {
                        return Ok(already);
                    }
                    let save = sqlx::query(sql::SAVE_MARK).bind(number).bind(rows::from_seq(seq)).bind(name);
                    let save = save.bind(rows::from_millis(at)).bind(step).bind(deck.0).bind(deck.1);
                    Ok(save.execute(connection).await?.last_insert_rowid())
                })
            })
            .await
    }

    async fn import(&self, import: Import) -> Result<Option<i64>, Failure> {
        self.writer.change(move |connection| Box::pin(keep(connection, import))).await
    }

    async fn mark(&self, id: i64) -> Result<Option<Mark>, Failure> {
        let found = sqlx::query_as(sql::MARK).bind(id).fetch_optional(&self.readers).await?;
        found.map(mark).transpose()
    }

    async fn marks(&self) -> Result<Vec<Mark>, Failure> {
        let found = sqlx::query_as(sql::MARKS).fetch_all(&self.readers).await?;
        found.into_iter().map(mark).collect()
    }

    async fn marks_of(&self, board: BoardId) -> Result<Vec<Mark>, Failure> {
        let found = sqlx::query_as(sql::MARKS_OF).bind(rows::id(&board.0)).fetch_all(&self.readers).await?;
        found.into_iter().map(mark).collect()
    }

    async fn shelve(&self, mark: i64, shelved: &Shelved) -> Result<(), Failure> {
        shelf::shelve(self, mark, shelved.clone()).await
    }

    async fn unshelved(&self, most: u32) -> Result<Vec<Mark>, Failure> {
        let found = sqlx::query_as(sql::UNSHELVED).bind(most).fetch_all(&self.readers).await?;
        found.into_iter().map(mark).collect()
    }

    async fn shelf(&self, wish: &ShelfWish) -> Result<(Vec<ShelfLine>, u32), Failure> {
        shelf::lines(self, wish).await
    }

    async fn harvests(&self, wish: &ShelfWish) -> Result<Vec<(WorkshopId, Harvest)>, Failure> {
        shelf::harvests(self, wish).await
    }

    async fn decks_on_shelf(&self) -> Result<Vec<(String, String)>, Failure> {
        Ok(sqlx::query_as(sql::DECKS_ON_SHELF).fetch_all(&self.readers).await?)
    }

    async fn remarks(&self, mark: i64) -> Result<Vec<Remark>, Failure> {
        let found: Vec<(i64, i64, String)> = sqlx::query_as(sql::REMARKS).bind(mark).fetch_all(&self.readers).await?;
        Ok(found.into_iter().map(|(id, at, text)| Remark { id, at: rows::millis(at), text }).collect())
    }

    async fn remark(&self, mark: i64, at: Millis, text: &str) -> Result<bool, Failure> {
        let text = text.to_owned();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let there = sqlx::query_scalar(sql::MARK_IS_THERE).bind(mark).fetch_one(&mut *connection).await?;
                    if there {
                        let write = sqlx::query(sql::WRITE_REMARK).bind(mark).bind(rows::from_millis(at)).bind(text);
                        write.execute(connection).await?;
                    }
                    Ok(there)
                })
            })
            .await
    }

    async fn erase_remark(&self, mark: i64, remark: i64) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::ERASE_REMARK).bind(mark).bind(remark).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }
}

async fn keep(connection: &mut SqliteConnection, import: Import) -> Result<Option<i64>, Failure> {
    let Import { workshop, local, records, name, at, came, checksum } = import;
    let known = sqlx::query_scalar(sql::IMPORTED).bind(&checksum).fetch_optional(&mut *connection).await?;
    if known.is_some() {
        return Ok(known);
    }
    let (id, Some(&board)) = (workshop.id, workshop.boards.last()) else {
        return Err(Failure::NoWorkshop(workshop.id));
    };
    let (deck, version) = (workshop.deck.clone(), workshop.deck_version.clone());
    if !create(connection, workshop).await? {
        return Ok(None);
    }
    let number = number(connection, id).await?;
    for card in &local {
        write_card(connection, number, card).await?;
    }
    let place = board_number(connection, number, board).await?;
    append::write(connection, place, &records).await?;
    let seq = records.last().map_or(Seq(0), |record| record.entry.seq);
    let save = sqlx::query(sql::SAVE_MARK).bind(place).bind(rows::from_seq(seq)).bind(name);
    let save = save.bind(rows::from_millis(at)).bind(None::<u8>).bind(deck).bind(version);
    let saved = save.execute(&mut *connection).await?.last_insert_rowid();
    let keep = sqlx::query(sql::KEEP_IMPORT).bind(number).bind(checksum).bind(rows::from_millis(came));
    keep.execute(&mut *connection).await?;
    // Nobody plays on it any more.
    sqlx::query(sql::CLOSE_WORKSHOP).bind(number).bind(rows::from_millis(at)).execute(connection).await?;
    Ok(Some(saved))
}

pub(super) fn mark((id, board, seq, name, at, step, deck, version): MarkRow) -> Result<Mark, Failure> {
    let (board, seq, at) = (BoardId(rows::uuid(&board)?), rows::seq(seq), rows::millis(at));
    Ok(Mark { id, board, seq, name, at, step, deck: (deck, version) })
}
