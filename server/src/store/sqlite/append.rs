//! Putting entries on disk: many boards' appends in one commit, each accepted or refused on its own.
//!
//! The usual path is one statement for everything that waited, which is its own transaction. Whether an append fits
//! its board's log is checked against heads kept in memory; the file's own constraints have the last word, and when
//! they object, the appends of the group are tried again one by one so that each gets its own answer.

use super::rows::{self, RecordRow};
use super::sql;
use crate::store::{Failure, Record};
use board::{BoardId, Gap, Seq};
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, SqliteConnection};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::oneshot;

/// One board's records, and who waits for them to be on disk.
pub(super) struct Append {
    pub(super) board: BoardId,
    pub(super) records: Vec<Record>,
    pub(super) answer: oneshot::Sender<Result<(), Failure>>,
}

/// A board as the writer knows it: its number in the file and its last entry.
///
/// Remembering is safe although other processes may write: a log only grows, so a remembered head is at most too low,
/// and a place that is taken is refused by the file itself.
#[derive(Clone, Copy)]
struct Head {
    board: i64,
    seq: Seq,
}

/// The heads of the boards written to since the start.
#[derive(Default)]
pub(super) struct Heads(HashMap<BoardId, Head>);

impl Heads {
    /// Commits a group and answers each of its members.
    pub(super) async fn commit(&mut self, connection: &mut SqliteConnection, group: Vec<Append>) {
        let (mut accepted, mut later) = (Vec::with_capacity(group.len()), Vec::new());
        let mut rows = Vec::new();
        for append in group {
            match self.weigh(connection, &append, &rows).await {
                Ok(Weighed::Fits(more, head)) => {
                    rows.extend(more);
                    self.0.insert(append.board, head);
                    accepted.push(append);
                }
                Ok(Weighed::Later) => later.push(append),
                Err(failure) => answer(append, Err(failure)),
            }
        }
        match insert(connection, &rows).await {
            Ok(()) => accepted.into_iter().for_each(|append| answer(append, Ok(()))),
            Err(error) => self.after_failure(connection, accepted, error).await,
        }
        for append in later {
            Box::pin(self.commit(connection, vec![append])).await;
        }
    }

    /// Nothing of the group is on disk. One member may be to blame, or the disk.
    async fn after_failure(&mut self, connection: &mut SqliteConnection, mut group: Vec<Append>, error: sqlx::Error) {
        for append in &group {
            self.0.remove(&append.board);
        }
        let objection = error.as_database_error().is_some_and(|error| error.is_unique_violation());
        if !objection {
            let error = Arc::new(error);
            group.into_iter().for_each(|append| answer(append, Err(shared(&error))));
        } else if group.len() == 1 {
            let append = group.remove(0);
            let failure = taken(&append);
            answer(append, Err(failure));
        } else {
            for append in group {
                Box::pin(self.commit(connection, vec![append])).await;
            }
        }
    }

    /// Whether an append fits its board's log, with what the group already holds.
    async fn weigh(
        &self,
        connection: &mut SqliteConnection,
        append: &Append,
        rows: &[Row],
    ) -> Result<Weighed, Failure> {
        let mut head = match self.0.get(&append.board) {
            Some(&head) => head,
            None => read_head(connection, append.board).await?,
        };
        let known = append.records.iter().take_while(|record| record.entry.seq <= head.seq).count();
        let (known, new) = append.records.split_at(known);
        if !known.is_empty() {
            if rows.iter().any(|row| row.board == head.board) {
                return Ok(Weighed::Later);
            }
            if !same_on_disk(connection, head.board, known).await? {
                return Err(taken(append));
            }
        }
        let mut fitting = Vec::with_capacity(new.len());
        for record in new {
            if record.entry.seq != head.seq.next() {
                let gap = Gap { after: head.seq, found: record.entry.seq };
                return Err(Failure::Hole { board: append.board, gap });
            }
            head.seq = record.entry.seq;
            fitting.push(Row::new(head.board, record));
        }
        Ok(Weighed::Fits(fitting, head))
    }
}

/// What the writer thinks of an append.
enum Weighed {
    /// Its new rows, and the head they make.
    Fits(Vec<Row>, Head),
    /// It repeats what this very group is about to write: ask again when that is on disk.
    Later,
}

/// An entry, ready to be bound.
struct Row {
    board: i64,
    seq: i64,
    op_id: [u8; 16],
    actor: u32,
    at: i64,
    op: Vec<u8>,
}

impl Row {
    fn new(board: i64, record: &Record) -> Self {
        let Record { op_id, entry } = record;
        let (seq, at) = (rows::from_seq(entry.seq), rows::from_millis(entry.at));
        Self { board, seq, op_id: *op_id.0.as_bytes(), actor: entry.actor.0, at, op: entry.op.to_disk() }
    }
}

/// All rows or none: one statement commits itself, several need a transaction around them.
async fn insert(connection: &mut SqliteConnection, rows: &[Row]) -> Result<(), sqlx::Error> {
    if rows.len() <= sql::MOST_ROWS {
        return insert_some(connection, rows).await;
    }
    sqlx::query(sql::BEGIN).execute(&mut *connection).await?;
    for some in rows.chunks(sql::MOST_ROWS) {
        if let Err(error) = insert_some(connection, some).await {
            roll_back(connection).await;
            return Err(error);
        }
    }
    commit(connection).await
}

/// Writes the first entries of a board, in the transaction of whoever makes it.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    board: i64,
    records: &[Record],
) -> Result<(), sqlx::Error> {
    for some in records.chunks(sql::MOST_ROWS) {
        let rows: Vec<_> = some.iter().map(|record| Row::new(board, record)).collect();
        insert_some(connection, &rows).await?;
    }
    Ok(())
}

async fn insert_some(connection: &mut SqliteConnection, rows: &[Row]) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut arguments = SqliteArguments::default();
    arguments.reserve(6 * rows.len(), 0);
    for row in rows {
        bind(&mut arguments, row).map_err(sqlx::Error::Encode)?;
    }
    sqlx::query_with(sql::append(rows.len()), arguments).execute(connection).await.map(drop)
}

fn bind(arguments: &mut SqliteArguments, row: &Row) -> Result<(), sqlx::error::BoxDynError> {
    arguments.add(row.board)?;
    arguments.add(row.seq)?;
    arguments.add(row.op_id.as_slice())?;
    arguments.add(row.actor)?;
    arguments.add(row.at)?;
    arguments.add(row.op.as_slice())
}

/// Ends a transaction; one that cannot be committed is undone.
pub(super) async fn commit(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let done = sqlx::query(sql::COMMIT).execute(&mut *connection).await;
    if done.is_err() {
        roll_back(connection).await;
    }
    done.map(drop)
}

/// Undoes a transaction. SQLite undoes it by itself after some errors (a full disk), and then says there is none.
pub(super) async fn roll_back(connection: &mut SqliteConnection) {
    if let Err(error) = sqlx::query(sql::ROLLBACK).execute(connection).await {
        tracing::debug!(%error, "nothing left to roll back");
    }
}

async fn read_head(connection: &mut SqliteConnection, board: BoardId) -> Result<Head, Failure> {
    let row: Option<(i64, i64)> = sqlx::query_as(sql::HEAD).bind(rows::id(&board.0)).fetch_optional(connection).await?;
    row.map(|(number, seq)| Head { board: number, seq: rows::seq(seq) }).ok_or(Failure::NoBoard(board))
}

/// Whether these very records are already in the log: an append whose answer was lost is sent again.
async fn same_on_disk(connection: &mut SqliteConnection, board: i64, records: &[Record]) -> Result<bool, Failure> {
    let [first, ..] = records else { return Ok(true) };
    let last = records.last().unwrap_or(first);
    let stored: Vec<RecordRow> = sqlx::query_as(sql::RECORDS)
        .bind(board)
        .bind(rows::from_seq(first.entry.seq))
        .bind(rows::from_seq(last.entry.seq))
        .fetch_all(connection)
        .await?;
    let same = |row: &RecordRow, record: &Record| {
        let asked = Row::new(board, record);
        (row.0, row.1.as_slice(), row.2, row.3, row.4.as_slice())
            == (asked.seq, asked.op_id.as_slice(), asked.actor, asked.at, asked.op.as_slice())
    };
    Ok(stored.len() == records.len() && stored.iter().zip(records).all(|(row, record)| same(row, record)))
}

fn taken(append: &Append) -> Failure {
    let seq = append.records.first().map_or(Seq(0), |record| record.entry.seq);
    Failure::Taken { board: append.board, seq }
}

/// One error of the database, told to everybody it concerns.
fn shared(error: &Arc<sqlx::Error>) -> Failure {
    Failure::Database(sqlx::Error::AnyDriverError(Box::new(Arc::clone(error))))
}

/// Whoever asked may have left: what is on disk is on disk.
fn answer(append: Append, result: Result<(), Failure>) {
    let _ = append.answer.send(result);
}
