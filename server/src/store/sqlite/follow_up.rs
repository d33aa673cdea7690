//! Answers, statements, and the addresses that reminders go to.

use super::voices::{holds, numbers};
use super::workshops::number;
use super::{Sqlite, rows, sql};
use crate::store::{Asked, AskerId, At, Failure, FollowUp, Heard, Reminder};
use app::api::{Milestone, Statement, Status};
use async_trait::async_trait;
use board::deck::Lang;
use board::{ActionId, ActorId, BoardId, Day, Millis, WorkshopId};
use sqlx::SqliteConnection;

/// Asker, workshop, address, language, day, milestone, moment, tries, again.
type ReminderRow = (Vec<u8>, Vec<u8>, String, String, u32, u8, i64, u32, bool);
/// Board, action, milestone, status.
type AnswerRow = (Vec<u8>, i64, u8, String);

#[async_trait]
impl FollowUp for Sqlite {
    async fn leave_address(&self, actor: ActorId, reminder: &Reminder) -> Result<Heard, Failure> {
        let reminder = reminder.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, reminder.workshop).await?;
                    if holds(connection, sql::WORKSHOP_CLOSED, workshop).await? {
                        return Ok(Heard::Closed);
                    }
                    let left = sqlx::query(sql::LEAVE).bind(workshop).bind(actor.0).execute(&mut *connection).await?;
                    if left.rows_affected() == 0 {
                        return Ok(Heard::Already);
                    }
                    let keep = sqlx::query(sql::KEEP_ADDRESS).bind(rows::id(&reminder.asker.0)).bind(workshop);
                    let keep = keep.bind(&reminder.address).bind(reminder.lang.code()).bind(reminder.since.0);
                    let keep = keep.bind(from_milestone(reminder.milestone)).bind(rows::from_millis(reminder.due));
                    keep.execute(connection).await?;
                    Ok(Heard::Kept)
                })
            })
            .await
    }

    async fn has_left_address(&self, workshop: WorkshopId, actor: ActorId) -> Result<bool, Failure> {
        let has = sqlx::query_scalar(sql::HAS_LEFT).bind(rows::id(&workshop.0)).bind(actor.0);
        Ok(has.fetch_one(&self.readers).await?)
    }

    async fn awaited(&self, workshop: WorkshopId) -> Result<u32, Failure> {
        Ok(sqlx::query_scalar(sql::AWAITED).bind(rows::id(&workshop.0)).fetch_one(&self.readers).await?)
    }

    async fn due(&self, now: Millis, most: u32) -> Result<Vec<Reminder>, Failure> {
        let found = sqlx::query_as(sql::DUE).bind(rows::from_millis(now)).bind(most).fetch_all(&self.readers).await?;
        found.into_iter().map(reminder).collect()
    }

    async fn begin_sending(
        &self,
        asker: AskerId,
        hash: [u8; 32],
        milestone: Milestone,
        until: Millis,
    ) -> Result<bool, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let begin = sqlx::query(sql::BEGIN_SENDING).bind(rows::id(&asker.0)).execute(&mut *connection);
                    if begin.await?.rows_affected() == 0 {
                        return Ok(false);
                    }
                    let ask =
                        sqlx::query(sql::ASK).bind(&hash[..]).bind(rows::id(&asker.0)).bind(from_milestone(milestone));
                    ask.bind(rows::from_millis(until)).execute(connection).await?;
                    Ok(true)
                })
            })
            .await
    }

    async fn sent(&self, asker: AskerId, next: Option<(Milestone, Millis)>) -> Result<(), Failure> {
        let Some((milestone, due)) = next else { return self.forget_address(asker).await };
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let sent = sqlx::query(sql::SENT).bind(rows::id(&asker.0)).bind(from_milestone(milestone));
                    sent.bind(rows::from_millis(due)).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn put_off(&self, asker: AskerId, due: Millis, sure: bool) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let put = sqlx::query(sql::PUT_OFF).bind(rows::id(&asker.0)).bind(rows::from_millis(due));
                    put.bind(!sure).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn forget_address(&self, asker: AskerId) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::FORGET_ADDRESS).bind(rows::id(&asker.0)).execute(connection).await?;
                    Ok(())
                })
            })
            .await?;
        self.wal.empty();
        Ok(())
    }

    async fn forget_addresses(&self, workshop: WorkshopId) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::FORGET_ADDRESSES).bind(rows::id(&workshop.0)).execute(connection).await?;
                    Ok(())
                })
            })
            .await?;
        self.wal.empty();
        Ok(())
    }

    async fn interrupted(&self) -> Result<Vec<Reminder>, Failure> {
        let found: Vec<ReminderRow> = self
            .writer
            .change(|connection| {
                Box::pin(async move {
                    let found = sqlx::query_as(sql::INTERRUPTED).fetch_all(&mut *connection).await?;
                    sqlx::query(sql::SEND_AGAIN).execute(connection).await?;
                    Ok(found)
                })
            })
            .await?;
        found.into_iter().map(reminder).collect()
    }

    async fn forget_over(&self, now: Millis, before: Day) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::FORGET_ASKED).bind(rows::from_millis(now)).execute(&mut *connection).await?;
                    sqlx::query(sql::FORGET_OLD_ADDRESSES).bind(before.0).execute(connection).await?;
                    Ok(())
                })
            })
            .await?;
        self.wal.empty();
        Ok(())
    }

    async fn asked(&self, hash: [u8; 32], now: Millis) -> Result<Option<Asked>, Failure> {
        let found = sqlx::query_as(sql::ASKED).bind(&hash[..]).bind(rows::from_millis(now));
        let found: Option<(Vec<u8>, Vec<u8>, u8, i64, bool)> = found.fetch_optional(&self.readers).await?;
        let read = |(asker, workshop, number_of, until, awaited): (Vec<u8>, Vec<u8>, u8, i64, bool)| {
            let (asker, workshop) = (AskerId(rows::uuid(&asker)?), WorkshopId(rows::uuid(&workshop)?));
            Ok(Asked { asker, workshop, milestone: milestone(number_of)?, until: rows::millis(until), awaited })
        };
        found.map(read).transpose()
    }

    async fn answer(&self, asker: AskerId, at: At, status: Status) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let (board, _) = numbers(connection, at.board).await?;
                    let answer = sqlx::query(sql::ANSWER_ASKED).bind(rows::id(&asker.0)).bind(board);
                    let answer = answer
                        .bind(from_action(at.action))
                        .bind(from_milestone(at.milestone))
                        .bind(from_status(status));
                    answer.execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn answers_of(&self, asker: AskerId) -> Result<Vec<(At, Status)>, Failure> {
        let found = sqlx::query_as(sql::ANSWERS_OF).bind(rows::id(&asker.0)).fetch_all(&self.readers).await?;
        found.into_iter().map(answer).collect()
    }

    async fn counts(&self, workshop: WorkshopId) -> Result<Vec<(At, Status, u32)>, Failure> {
        let found = sqlx::query_as(sql::SHARES).bind(rows::id(&workshop.0)).fetch_all(&self.readers).await?;
        let read = |(board, action, milestone, status, count): (Vec<u8>, i64, u8, String, u32)| {
            answer((board, action, milestone, status)).map(|(at, status)| (at, status, count))
        };
        found.into_iter().map(read).collect()
    }

    async fn state(&self, at: At, statement: Option<&Statement>) -> Result<(), Failure> {
        let statement = statement.cloned();
        self.writer.change(move |connection| Box::pin(state(connection, at, statement))).await
    }

    async fn statements(&self, workshop: WorkshopId) -> Result<Vec<(At, Statement)>, Failure> {
        let found = sqlx::query_as(sql::STATEMENTS).bind(rows::id(&workshop.0)).fetch_all(&self.readers).await?;
        let read = |(board, action, milestone, status, word, on): (Vec<u8>, i64, u8, String, String, i64)| {
            let (at, status) = answer((board, action, milestone, status))?;
            Ok((at, Statement { status, word, at: rows::millis(on) }))
        };
        found.into_iter().map(read).collect()
    }

    async fn ended(&self, workshop: WorkshopId) -> Result<Option<Millis>, Failure> {
        let found = sqlx::query_scalar(sql::ENDED).bind(rows::id(&workshop.0)).fetch_optional(&self.readers).await?;
        Ok(found.map(rows::millis))
    }
}

async fn state(connection: &mut SqliteConnection, at: At, statement: Option<Statement>) -> Result<(), Failure> {
    let (board, _) = numbers(connection, at.board).await?;
    let (action, milestone) = (from_action(at.action), from_milestone(at.milestone));
    match statement {
        None => sqlx::query(sql::UNSTATE).bind(board).bind(action).bind(milestone).execute(connection).await?,
        Some(Statement { status, word, at }) => {
            let state = sqlx::query(sql::STATE).bind(board).bind(action).bind(milestone).bind(from_status(status));
            state.bind(word).bind(rows::from_millis(at)).execute(connection).await?
        }
    };
    Ok(())
}

fn reminder(
    (asker, workshop, address, lang, since, number_of, due, tries, again): ReminderRow,
) -> Result<Reminder, Failure> {
    let lang = [Lang::Fr, Lang::En].into_iter().find(|each| each.code() == lang);
    Ok(Reminder {
        asker: AskerId(rows::uuid(&asker)?),
        workshop: WorkshopId(rows::uuid(&workshop)?),
        address,
        lang: lang.unwrap_or_default(),
        since: Day(since),
        milestone: milestone(number_of)?,
        due: rows::millis(due),
        tries,
        again,
    })
}

fn answer((board, action, number_of, said): AnswerRow) -> Result<(At, Status), Failure> {
    let (board, action) = (BoardId(rows::uuid(&board)?), ActionId(action.cast_unsigned()));
    Ok((At { board, action, milestone: milestone(number_of)? }, status(&said)?))
}

/// The file counts to half of what an action's number may be: the other half is below zero there.
fn from_action(ActionId(number): ActionId) -> i64 {
    number.cast_signed()
}

fn milestone(number: u8) -> Result<Milestone, Failure> {
    let found = Milestone::ALL.get(usize::from(number)).copied();
    found.ok_or_else(|| rows::nonsense(format!("no such milestone: {number}")))
}

fn from_milestone(milestone: Milestone) -> u8 {
    match milestone {
        Milestone::One => 0,
        Milestone::Three => 1,
        Milestone::Six => 2,
    }
}

fn status(word: &str) -> Result<Status, Failure> {
    match word {
        "done" => Ok(Status::Done),
        "ongoing" => Ok(Status::Ongoing),
        "dropped" => Ok(Status::Dropped),
        "help" => Ok(Status::NeedsHelp),
        other => Err(rows::nonsense(format!("no such status: {other}"))),
    }
}

fn from_status(status: Status) -> &'static str {
    match status {
        Status::Done => "done",
        Status::Ongoing => "ongoing",
        Status::Dropped => "dropped",
        Status::NeedsHelp => "help",
    }
}
