//! Debrief sheets. Every change of one is a transaction of the one writer: two people who press at once come one after
//! the other, and the second is told.

use super::workshops::number;
use super::{Sqlite, rows, sql};
use crate::store::{Debriefs, Failure, FieldEdit, ValidDebrief, Validation, WrittenField};
use app::api::{FieldId, KeptDebrief};
use async_trait::async_trait;
use board::{Millis, WorkshopId};
use sqlx::SqliteConnection;

#[async_trait]
impl Debriefs for Sqlite {
    async fn written(&self, workshop: WorkshopId) -> Result<Vec<WrittenField>, Failure> {
        // One statement: what is read is of one moment.
        let found = sqlx::query_as(sql::WRITTEN_FIELDS).bind(rows::id(&workshop.0));
        let found: Vec<(String, u32, String, Option<String>)> = found.fetch_all(&self.readers).await?;
        let mut written: Vec<WrittenField> = Vec::new();
        for (name, version, text, rival) in found {
            let field: FieldId = name.parse().map_err(rows::nonsense)?;
            if written.last().is_none_or(|last| last.field != field) {
                written.push(WrittenField { field, version, text, rivals: Vec::new() });
            }
            if let Some(last) = written.last_mut() {
                last.rivals.extend(rival);
            }
        }
        Ok(written)
    }

    async fn write(&self, workshop: WorkshopId, edits: Vec<FieldEdit>) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, workshop).await?;
                    for edit in edits {
                        write(connection, workshop, edit).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn choose(&self, workshop: WorkshopId, field: FieldId, seen: u32, text: &str) -> Result<bool, Failure> {
        let (field, text) = (field.to_string(), text.to_owned());
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, workshop).await?;
                    match current(connection, workshop, &field).await? {
                        Some((version, _)) if version == seen => {
                            let forget = sqlx::query(sql::FORGET_RIVALS).bind(workshop).bind(&field);
                            forget.execute(&mut *connection).await?;
                            put(connection, workshop, &field, version + 1, &text).await?;
                            Ok(true)
                        }
                        // Pressed twice: it says that already.
                        Some((_, now)) => {
                            let open = sqlx::query_scalar(sql::HAS_RIVALS).bind(workshop).bind(&field);
                            let open: bool = open.fetch_one(connection).await?;
                            Ok(now == text && !open)
                        }
                        None => Ok(false),
                    }
                })
            })
            .await
    }

    async fn validate(
        &self,
        workshop: WorkshopId,
        seen: u64,
        at: Millis,
        content: &KeptDebrief,
    ) -> Result<Validation, Failure> {
        let content = serde_json::to_string(content).map_err(rows::nonsense)?;
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, workshop).await?;
                    let now: (i64, bool) =
                        sqlx::query_as(sql::DEBRIEF_STATE).bind(workshop).fetch_one(&mut *connection).await?;
                    if now.1 {
                        return Ok(Validation::Undecided);
                    }
                    if u64::try_from(now.0) != Ok(seen) {
                        return Ok(Validation::Changed);
                    }
                    let last = sqlx::query_as(sql::LAST_DEBRIEF).bind(workshop).fetch_optional(&mut *connection);
                    let last: Option<(u32, i64, String)> = last.await?;
                    let next = match last {
                        Some((number, _, kept)) if kept == content => return Ok(Validation::Kept(number)),
                        Some((number, ..)) => number + 1,
                        None => 1,
                    };
                    let keep = sqlx::query(sql::KEEP_DEBRIEF).bind(workshop).bind(next);
                    keep.bind(rows::from_millis(at)).bind(content).execute(connection).await?;
                    Ok(Validation::Kept(next))
                })
            })
            .await
    }

    async fn validated(&self, workshop: WorkshopId) -> Result<Vec<(u32, Millis)>, Failure> {
        let found = sqlx::query_as(sql::DEBRIEFS).bind(rows::id(&workshop.0));
        let found: Vec<(u32, i64)> = found.fetch_all(&self.readers).await?;
        Ok(found.into_iter().map(|(number, at)| (number, rows::millis(at))).collect())
    }

    async fn debrief(&self, workshop: WorkshopId, number: Option<u32>) -> Result<Option<ValidDebrief>, Failure> {
        let found = sqlx::query_as(sql::DEBRIEF).bind(rows::id(&workshop.0)).bind(number);
        let found: Option<(u32, i64, String)> = found.fetch_optional(&self.readers).await?;
        let debrief = |(number, at, content): (u32, i64, String)| {
            let content = serde_json::from_str(&content).map_err(rows::nonsense)?;
            Ok(ValidDebrief { number, at: rows::millis(at), content })
        };
        found.map(debrief).transpose()
    }
}

async fn write(connection: &mut SqliteConnection, workshop: i64, edit: FieldEdit) -> Result<(), Failure> {
    let FieldEdit { field, seen, was, text } = edit;
    let field = field.to_string();
    if text == was {
        return Ok(());
    }
    match current(connection, workshop, &field).await? {
        None => put(connection, workshop, &field, 1, &text).await,
        Some((_, now)) if now == text => Ok(()),
        Some((version, _)) if version == seen => put(connection, workshop, &field, version + 1, &text).await,
        Some((version, now)) => {
            let rival = sqlx::query(sql::KEEP_RIVAL).bind(workshop).bind(&field).bind(&text);
            if rival.execute(&mut *connection).await?.rows_affected() == 0 {
                return Ok(());
            }
            // Whoever chooses must have seen this one too.
            put(connection, workshop, &field, version + 1, &now).await
        }
    }
}

async fn current(
    connection: &mut SqliteConnection,
    workshop: i64,
    field: &str,
) -> Result<Option<(u32, String)>, Failure> {
    Ok(sqlx::query_as(sql::WRITTEN_FIELD).bind(workshop).bind(field).fetch_optional(connection).await?)
}

async fn put(
    connection: &mut SqliteConnection,
    workshop: i64,
    field: &str,
    version: u32,
    text: &str,
) -> Result<(), Failure> {
    let put = sqlx::query(sql::WRITE_FIELD).bind(workshop).bind(field).bind(version).bind(text);
    put.execute(connection).await?;
    Ok(())
}
