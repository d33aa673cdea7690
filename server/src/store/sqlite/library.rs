//! The shelf of saved boards.

use super::workshops::{board_number, create, number};
use super::{Sqlite, append, rows, sql};
use crate::store::{Failure, Import, Library, Mark};
use async_trait::async_trait;
use board::{BoardId, Seq};
use sqlx::SqliteConnection;

/// Number, board, place, name, moment.
type Row = (i64, Vec<u8>, i64, String, i64);

#[async_trait]
impl Library for Sqlite {
    async fn save(&self, mark: &Mark) -> Result<i64, Failure> {
        let Mark { board, seq, name, at, .. } = mark.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let found: Option<(i64,)> =
                        sqlx::query_as(sql::BOARD).bind(rows::id(&board.0)).fetch_optional(&mut *connection).await?;
                    let (number,) = found.ok_or(Failure::NoBoard(board))?;
                    let save = sqlx::query(sql::SAVE_MARK).bind(number).bind(rows::from_seq(seq));
                    let saved = save.bind(name).bind(rows::from_millis(at)).execute(connection).await?;
                    Ok(saved.last_insert_rowid())
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
}

async fn keep(connection: &mut SqliteConnection, import: Import) -> Result<Option<i64>, Failure> {
    let Import { workshop, records, name, at, checksum } = import;
    let known = sqlx::query_scalar(sql::IMPORTED).bind(&checksum).fetch_optional(&mut *connection).await?;
    if known.is_some() {
        return Ok(known);
    }
    let (id, Some(&board)) = (workshop.id, workshop.boards.last()) else {
        return Err(Failure::NoWorkshop(workshop.id));
    };
    if !create(connection, workshop).await? {
        return Ok(None);
    }
    let number = number(connection, id).await?;
    let place = board_number(connection, number, board).await?;
    append::write(connection, place, &records).await?;
    let seq = records.last().map_or(Seq(0), |record| record.entry.seq);
    let save = sqlx::query(sql::SAVE_MARK).bind(place).bind(rows::from_seq(seq)).bind(name).bind(rows::from_millis(at));
    let saved = save.execute(&mut *connection).await?.last_insert_rowid();
    sqlx::query(sql::KEEP_IMPORT).bind(number).bind(checksum).execute(&mut *connection).await?;
    // Nobody plays on it any more.
    sqlx::query(sql::CLOSE_WORKSHOP).bind(number).bind(rows::from_millis(at)).execute(connection).await?;
    Ok(Some(saved))
}

fn mark((id, board, seq, name, at): Row) -> Result<Mark, Failure> {
    Ok(Mark { id, board: BoardId(rows::uuid(&board)?), seq: rows::seq(seq), name, at: rows::millis(at) })
}
