//! Keeping for a time, and erasing without a trace.
//!
//! What refers to a workshop is asked of the database itself: a table that a later version adds is erased with it, or
//! the erasure fails as a whole. Freed pages are written over (`secure_delete` in `settings.rs`); the write-ahead log is
//! emptied by the connection beside the writer. Copies of the database are forgotten apart, with [`Keeping::forget_copies`].

use super::sql::organisation as sql;
use super::workshops::number;
use super::{Sqlite, register, rows};
use crate::store::{Failure, Keeping, Kept, Line, Retention};
use async_trait::async_trait;
use board::{BoardId, Millis, WorkshopId};
use futures::future::BoxFuture;
use sqlx::{AssertSqlSafe, SqliteConnection};

/// Workshop, title, last, played, named, how many saved boards, one of them.
type Row = (Vec<u8>, String, i64, bool, bool, u32, Option<Vec<u8>>);
/// The child and its column, the parent and its column.
type Reference = (String, String, String, String);

#[async_trait]
impl Keeping for Sqlite {
    async fn retention(&self) -> Result<Retention, Failure> {
        let (names, boards, copies, since, awake) = sqlx::query_as(sql::RETENTION).fetch_one(&self.readers).await?;
        Ok(Retention { names, boards, copies, since: rows::millis(since), awake: rows::millis(awake) })
    }

    async fn wake(&self, now: Millis, sleep: u64) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let wake =
                        sqlx::query(sql::WAKE).bind(rows::from_millis(now)).bind(rows::from_millis(Millis(sleep)));
                    wake.execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn set_retention(&self, retention: Retention) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let Retention { names, boards, copies, since, .. } = retention;
                    let set = sqlx::query(sql::SET_RETENTION).bind(names).bind(boards).bind(copies);
                    set.bind(rows::from_millis(since)).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn kept(&self) -> Result<Vec<Kept>, Failure> {
        self.all_kept(None).await
    }

    async fn quiet_since(&self, moment: Millis) -> Result<Vec<Kept>, Failure> {
        self.all_kept(Some(rows::from_millis(moment))).await
    }

    async fn kept_of(&self, workshop: WorkshopId) -> Result<Option<Kept>, Failure> {
        let one = sqlx::query_as(sql::KEPT).bind(rows::id(&workshop.0)).bind(None::<i64>);
        let found = one.fetch_optional(&self.readers).await?;
        found.map(kept).transpose()
    }

    async fn erase_names(&self, workshop: WorkshopId, line: Line) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, workshop).await?;
                    sqlx::query(super::sql::ERASE_NAMES).bind(workshop).execute(&mut *connection).await?;
                    sqlx::query(super::sql::ERASE_GRANTED_NAMES).bind(workshop).execute(&mut *connection).await?;
                    register::write_down(connection, Line { workshop: Some(workshop), ..line }).await
                })
            })
            .await?;
        self.wal.empty();
        Ok(())
    }

    async fn erase(&self, workshop: WorkshopId, line: Line) -> Result<bool, Failure> {
        let erased = self
            .writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = match number(connection, workshop).await {
                        Err(Failure::NoWorkshop(_)) => return Ok(false),
                        workshop => workshop?,
                    };
                    let references: Vec<Reference> =
                        sqlx::query_as(sql::REFERENCES).fetch_all(&mut *connection).await?;
                    erase(connection, &references, "workshops", "number = ?1".to_owned(), workshop).await?;
                    register::write_down(connection, Line { workshop: Some(workshop), ..line }).await?;
                    Ok(true)
                })
            })
            .await?;
        self.wal.empty();
        Ok(erased)
    }

    async fn forget_copies(&self, before: Millis) -> Result<(), Failure> {
        self.folder.forget_copies(before).map_err(|why| Failure::Database(sqlx::Error::Io(why)))
    }
}

impl Sqlite {
    async fn all_kept(&self, quiet_since: Option<i64>) -> Result<Vec<Kept>, Failure> {
        let all = sqlx::query_as(sql::KEPT).bind(None::<Vec<u8>>).bind(quiet_since);
        all.fetch_all(&self.readers).await?.into_iter().map(kept).collect()
    }
}

/// Erases the rows of a table that meet a condition on a workshop's number, after all that refers to them.
fn erase<'a>(
    connection: &'a mut SqliteConnection,
    references: &'a [Reference],
    table: &'a str,
    these: String,
    workshop: i64,
) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        for (child, column, _, to) in
            references.iter().filter(|(child, _, parent, _)| parent == table && child != table)
        {
            let those = format!("\"{column}\" IN (SELECT \"{to}\" FROM \"{table}\" WHERE {these})");
            erase(&mut *connection, references, child, those, workshop).await?;
        }
        // Made of the names of our own tables and nothing that anybody typed.
        let erase = AssertSqlSafe(format!("DELETE FROM \"{table}\" WHERE {these}"));
        sqlx::query(erase).bind(workshop).execute(connection).await?;
        Ok(())
    })
}

fn kept((workshop, title, last, played, named, saved, board): Row) -> Result<Kept, Failure> {
    let workshop = WorkshopId(rows::uuid(&workshop)?);
    let board = board.map(|id| rows::uuid(&id).map(BoardId)).transpose()?;
    Ok(Kept { workshop, title, last: rows::millis(last), played, named, saved: (saved, board) })
}
