//! The shelf of saved boards.

use super::{Sqlite, rows, sql};
use crate::store::{Failure, Library, Mark};
use async_trait::async_trait;
use board::BoardId;

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

    async fn mark(&self, id: i64) -> Result<Option<Mark>, Failure> {
        let found = sqlx::query_as(sql::MARK).bind(id).fetch_optional(&self.readers).await?;
        found.map(mark).transpose()
    }

    async fn marks(&self) -> Result<Vec<Mark>, Failure> {
        let found = sqlx::query_as(sql::MARKS).fetch_all(&self.readers).await?;
        found.into_iter().map(mark).collect()
    }
}

fn mark((id, board, seq, name, at): Row) -> Result<Mark, Failure> {
    Ok(Mark { id, board: BoardId(rows::uuid(&board)?), seq: rows::seq(seq), name, at: rows::millis(at) })
}
