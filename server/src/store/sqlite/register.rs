//! The register: lines are added, and neither changed nor erased; the database itself refuses it.

use super::sql::organisation as sql;
use super::{Sqlite, rows};
use crate::store::{Failure, Line, Register};
use app::api::Deed;
use async_trait::async_trait;
use sqlx::SqliteConnection;

/// At, who, act, mark, workshop, how many in all.
type Row = (i64, Option<String>, String, Option<i64>, Option<i64>, u32);

#[async_trait]
impl Register for Sqlite {
    async fn write_down(&self, line: &Line) -> Result<(), Failure> {
        let line = line.clone();
        self.writer.change(move |connection| Box::pin(async move { write_down(connection, line).await })).await
    }

    async fn register(&self, (skip, most): (u32, u32)) -> Result<(Vec<Line>, u32), Failure> {
        let found: Vec<Row> = sqlx::query_as(sql::REGISTER).bind(most).bind(skip).fetch_all(&self.readers).await?;
        let total = found.first().map_or(0, |row| row.5);
        let line = |(at, who, act, mark, workshop, _): Row| {
            let act = Deed::named(&act).ok_or_else(|| rows::nonsense(format!("no such act: {act}")))?;
            Ok(Line { at: rows::millis(at), who, act, mark, workshop })
        };
        let lines: Result<_, Failure> = found.into_iter().map(line).collect();
        Ok((lines?, total))
    }
}

/// Adds a line in the transaction of what it tells of.
pub(super) async fn write_down(connection: &mut SqliteConnection, line: Line) -> Result<(), Failure> {
    let write = sqlx::query(sql::WRITE_DOWN).bind(rows::from_millis(line.at)).bind(line.who).bind(line.act.name());
    write.bind(line.mark).bind(line.workshop).execute(connection).await?;
    Ok(())
}
