//! Votes, moods, feedback, and the end of a workshop. That somebody has answered and what they said are written in one
//! transaction and never in one row.

use super::workshops::number;
use super::{Sqlite, rows, sql};
use crate::store::{Failure, Heard, Question, Voices};
use app::api::{Feedback, Fit};
use async_trait::async_trait;
use board::{ActorId, BoardId, Millis, WorkshopId};
use sqlx::SqliteConnection;

/// Learned, what; room; wrong; missing; realistic, obstacle; longing, worry, anger, relief, other; worked, what.
type Row = (
    Option<u8>,
    String,
    Option<u8>,
    String,
    String,
    Option<u8>,
    String,
    bool,
    bool,
    bool,
    bool,
    String,
    Option<String>,
    String,
);

#[async_trait]
impl Voices for Sqlite {
    async fn vote(&self, board: BoardId, actor: ActorId) -> Result<Heard, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let (chosen, workshop) = numbers(connection, board).await?;
                    if holds(connection, sql::VOTE_CLOSED, workshop).await? {
                        return Ok(Heard::Closed);
                    }
                    let vote = sqlx::query(sql::VOTE).bind(workshop).bind(actor.0).bind(chosen);
                    vote.execute(connection).await?;
                    Ok(Heard::Kept)
                })
            })
            .await
    }

    async fn vote_of(&self, workshop: WorkshopId, actor: ActorId) -> Result<Option<BoardId>, Failure> {
        let found = sqlx::query_as(sql::VOTE_OF).bind(rows::id(&workshop.0)).bind(actor.0);
        let found: Option<(Vec<u8>,)> = found.fetch_optional(&self.readers).await?;
        found.map(|(id,)| rows::uuid(&id).map(BoardId)).transpose()
    }

    async fn turnout(&self, workshop: WorkshopId) -> Result<u32, Failure> {
        let count = sqlx::query_scalar(sql::TURNOUT).bind(rows::id(&workshop.0));
        Ok(count.fetch_one(&self.readers).await?)
    }

    async fn close_vote(&self, workshop: WorkshopId) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, workshop).await?;
                    count(connection, workshop).await
                })
            })
            .await
    }

    async fn counted(&self, workshop: WorkshopId) -> Result<Option<Vec<u32>>, Failure> {
        let counts = sqlx::query_scalar(sql::COUNTED).bind(rows::id(&workshop.0));
        let counts: Vec<u32> = counts.fetch_all(&self.readers).await?;
        Ok((!counts.is_empty()).then_some(counts))
    }

    async fn say_mood(&self, board: BoardId, actor: ActorId, word: Option<&str>) -> Result<Heard, Failure> {
        let word = word.map(str::to_owned);
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let (board, heard) = answer(connection, board, actor, Question::Mood).await?;
                    if let (Heard::Kept, Some(word)) = (heard, word) {
                        sqlx::query(sql::SAY_MOOD).bind(board).bind(word).execute(connection).await?;
                    }
                    Ok(heard)
                })
            })
            .await
    }

    async fn moods(&self, board: BoardId) -> Result<Vec<(String, u32)>, Failure> {
        Ok(sqlx::query_as(sql::MOODS).bind(rows::id(&board.0)).fetch_all(&self.readers).await?)
    }

    async fn give_feedback(&self, board: BoardId, actor: ActorId, given: &Feedback) -> Result<Heard, Failure> {
        let given = given.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let (board, heard) = answer(connection, board, actor, Question::Feedback).await?;
                    if heard == Heard::Kept {
                        keep(connection, board, given).await?;
                    }
                    Ok(heard)
                })
            })
            .await
    }

    async fn feedback(&self, board: BoardId) -> Result<Vec<Feedback>, Failure> {
        let found: Vec<Row> = sqlx::query_as(sql::FEEDBACK).bind(rows::id(&board.0)).fetch_all(&self.readers).await?;
        found.into_iter().map(feedback).collect()
    }

    async fn has_answered(&self, workshop: WorkshopId, actor: ActorId, question: Question) -> Result<bool, Failure> {
        let has = sqlx::query_scalar(sql::ANSWERED).bind(rows::id(&workshop.0)).bind(actor.0).bind(word_of(question));
        Ok(has.fetch_one(&self.readers).await?)
    }

    async fn close_workshop(&self, workshop: WorkshopId, at: Millis) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    sqlx::query(sql::SET_OPEN)
                        .bind(rows::id(&workshop.0))
                        .bind(false)
                        .execute(&mut *connection)
                        .await?;
                    let workshop = number(connection, workshop).await?;
                    let close = sqlx::query(sql::CLOSE_WORKSHOP).bind(workshop).bind(rows::from_millis(at));
                    close.execute(&mut *connection).await?;
                    count(connection, workshop).await?;
                    let forget = [sql::FORGET_ANSWERED, sql::FORGET_LEFT];
                    for erase in
                        [sql::ERASE_NAMES, sql::ERASE_GRANTED_NAMES, sql::ERASE_MOODS].into_iter().chain(forget)
                    {
                        sqlx::query(erase).bind(workshop).execute(&mut *connection).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn is_closed(&self, workshop: WorkshopId) -> Result<bool, Failure> {
        Ok(sqlx::query_scalar(sql::IS_CLOSED).bind(rows::id(&workshop.0)).fetch_one(&self.readers).await?)
    }
}

/// A board's number and its workshop's.
pub(super) async fn numbers(connection: &mut SqliteConnection, board: BoardId) -> Result<(i64, i64), Failure> {
    let found = sqlx::query_as(sql::BOARD_AND_WORKSHOP).bind(rows::id(&board.0)).fetch_optional(connection);
    found.await?.ok_or(Failure::NoBoard(board))
}

pub(super) async fn holds(
    connection: &mut SqliteConnection,
    question: &'static str,
    workshop: i64,
) -> Result<bool, Failure> {
    Ok(sqlx::query_scalar(question).bind(workshop).fetch_one(connection).await?)
}

/// Notes that this person has answered, if they may and have not yet; with the number of their board.
async fn answer(
    connection: &mut SqliteConnection,
    board: BoardId,
    actor: ActorId,
    question: Question,
) -> Result<(i64, Heard), Failure> {
    let (board, workshop) = numbers(connection, board).await?;
    if holds(connection, sql::WORKSHOP_CLOSED, workshop).await? {
        return Ok((board, Heard::Closed));
    }
    let mark = sqlx::query(sql::ANSWER).bind(workshop).bind(actor.0).bind(word_of(question));
    let heard = if mark.execute(connection).await?.rows_affected() == 0 { Heard::Already } else { Heard::Kept };
    Ok((board, heard))
}

async fn count(connection: &mut SqliteConnection, workshop: i64) -> Result<(), Failure> {
    for statement in [sql::COUNT_VOTES, sql::FORGET_VOTES] {
        sqlx::query(statement).bind(workshop).execute(&mut *connection).await?;
    }
    Ok(())
}

async fn keep(connection: &mut SqliteConnection, board: i64, given: Feedback) -> Result<(), Failure> {
    sqlx::query(sql::GIVE_FEEDBACK)
        .bind(board)
        .bind(given.learned)
        .bind(given.learned_what)
        .bind(given.room)
        .bind(given.wrong)
        .bind(given.missing)
        .bind(given.realistic)
        .bind(given.obstacle)
        .bind(given.longing)
        .bind(given.worry)
        .bind(given.anger)
        .bind(given.relief)
        .bind(given.other)
        .bind(given.worked.map(from_fit))
        .bind(given.worked_what)
        .execute(connection)
        .await?;
    Ok(())
}

fn feedback(row: Row) -> Result<Feedback, Failure> {
    let (
        learned,
        learned_what,
        room,
        wrong,
        missing,
        realistic,
        obstacle,
        longing,
        worry,
        anger,
        relief,
        other,
        worked,
        worked_what,
    ) = row;
    Ok(Feedback {
        learned,
        learned_what,
        room,
        wrong,
        missing,
        realistic,
        obstacle,
        longing,
        worry,
        anger,
        relief,
        other,
        worked: worked.as_deref().map(fit).transpose()?,
        worked_what,
    })
}

fn word_of(question: Question) -> &'static str {
    match question {
        Question::Mood => "mood",
        Question::Feedback => "feedback",
    }
}

fn from_fit(fit: Fit) -> &'static str {
    match fit {
        Fit::Yes => "yes",
        Fit::Partly => "partly",
        Fit::No => "no",
    }
}

fn fit(word: &str) -> Result<Fit, Failure> {
    match word {
        "yes" => Ok(Fit::Yes),
        "partly" => Ok(Fit::Partly),
        "no" => Ok(Fit::No),
        other => Err(rows::nonsense(format!("no such answer: {other}"))),
    }
}
