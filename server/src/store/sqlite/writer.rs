//! The one writer: every change goes through its connection, in the order asked.
//!
//! There is no waiting window. A commit starts as soon as something is asked; whatever is asked while it runs shares
//! the next one. So a lone op waits for one commit, and a crowd costs few commits.

use super::append::{self, Append, Heads};
use super::sql;
use super::wal::Wal;
use crate::store::folder::Hold;
use crate::store::{Failure, Record};
use board::BoardId;
use futures::future::BoxFuture;
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

/// How many askers may wait in line before the next one waits to be in it.
const LINE: usize = 1024;

type Job = Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, ()> + Send>;

enum Work {
    Append(Append),
    /// Anything else, in a transaction of its own.
    Other(Job),
    Close,
}

/// Where to ask for changes.
#[derive(Clone, Debug)]
pub(in crate::store) struct Writer(mpsc::Sender<Work>);

impl Writer {
    /// Starts the writer, with a second connection that keeps the write-ahead log short. It ends after [`Self::close`],
    /// or when nobody can ask any more; only then it lets go of the folder. What comes back ends with it.
    pub(super) fn start(
        connection: SqliteConnection,
        beside: (SqliteConnection, Wal),
        hold: Hold,
    ) -> (Self, tokio::task::JoinHandle<()>) {
        let (sender, line) = mpsc::channel(LINE);
        (Self(sender), tokio::spawn(write(connection, beside, hold, line)))
    }

    /// Appends to a log; returns when it is on disk, or not.
    pub(super) async fn append(&self, board: BoardId, records: Vec<Record>) -> Result<(), Failure> {
        let (answer, answered) = oneshot::channel();
        self.ask(Work::Append(Append { board, records, answer })).await?;
        answered.await.map_err(|_| Failure::Closed)?
    }

    /// Does something in a transaction: all of it is on disk when this returns `Ok`, and nothing of it otherwise.
    pub(in crate::store) async fn change<T, F>(&self, change: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, Failure>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(|connection| {
            Box::pin(async move {
                let _ = answer.send(in_transaction(connection, change).await);
            })
        });
        self.ask(Work::Other(job)).await?;
        answered.await.map_err(|_| Failure::Closed)?
    }

    /// Lets the writer finish what was asked so far, then end.
    pub(super) async fn close(&self) {
        let _ = self.0.send(Work::Close).await;
    }

    async fn ask(&self, work: Work) -> Result<(), Failure> {
        self.0.send(work).await.map_err(|_| Failure::Closed)
    }
}

async fn write(
    mut connection: SqliteConnection,
    (beside, wal): (SqliteConnection, Wal),
    hold: Hold,
    mut line: mpsc::Receiver<Work>,
) {
    let (end, ended) = oneshot::channel();
    let moving = tokio::spawn(wal.keep_short(beside, ended));
    let mut heads = Heads::default();
    let mut waiting = Vec::with_capacity(sql::MOST_ROWS);
    'open: while line.recv_many(&mut waiting, sql::MOST_ROWS).await > 0 {
        let mut group = Vec::new();
        let mut others = Vec::new();
        let mut closing = false;
        for work in waiting.drain(..) {
            match work {
                Work::Append(append) => group.push(append),
                Work::Other(job) => others.push(job),
                Work::Close => closing = true,
            }
        }
        if !group.is_empty() {
            heads.commit(&mut connection, group).await;
        }
        for job in others {
            job(&mut connection).await;
        }
        if closing {
            line.close();
            break 'open;
        }
    }
    drop(end);
    let _ = moving.await;
    if let Err(error) = connection.close().await {
        tracing::warn!(%error, "the database did not close cleanly; its log will be read at the next start");
    }
    drop(hold);
}

async fn in_transaction<T, F>(connection: &mut SqliteConnection, change: F) -> Result<T, Failure>
where
    F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, Failure>>,
{
    sqlx::query(sql::BEGIN).execute(&mut *connection).await?;
    match change(connection).await {
        Ok(value) => {
            append::commit(connection).await?;
            Ok(value)
        }
        Err(failure) => {
            append::roll_back(connection).await;
            Err(failure)
        }
    }
}
