//! The way of a board's entries to its disk. One batch is on its way at a time, so that they stay in order; what the
//! room accepts meanwhile goes into the next. A batch that fails is written again until it succeeds.

use crate::shelf;
use crate::store::{Failure, Record, Store};
use board::{BoardId, Entry, Millis, Seq, Snapshot};
use futures::future::BoxFuture;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{Sleep, sleep};

/// A checkpoint is kept after this many entries.
const CHECKPOINT: u64 = 500;
/// The most entries written in one go.
const BATCH: usize = 512;
/// How long to wait before a failed batch is written again: at first, and at most.
const PATIENCE: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(2));

/// The board as it is on disk, and what is on its way there.
pub(super) struct Ledger {
    board: BoardId,
    store: Arc<dyn Store>,
    durable: Snapshot,
    checkpointed: Seq,
    next: Vec<Record>,
    batch: Vec<Record>,
    disk: Disk,
    patience: Duration,
    /// Since when this program plays the board.
    opened: Millis,
    /// The saving of the board at the end of a step, which the ledger waits for when it closes.
    saving: Option<JoinHandle<()>>,
}

enum Disk {
    Idle,
    Writing(BoxFuture<'static, Result<(), Failure>>),
    Waiting(Pin<Box<Sleep>>),
}

/// The log on disk is not what this room thinks it is: its memory is not the board any more.
#[derive(Debug)]
pub(super) struct Overtaken;

impl Ledger {
    /// The ledger of a board that is on disk up to here, with a checkpoint there.
    pub fn new(board: BoardId, store: Arc<dyn Store>, durable: Snapshot, checkpointed: Seq) -> Self {
        let (next, batch, disk, patience) = (Vec::new(), Vec::new(), Disk::Idle, PATIENCE.0);
        let (opened, saving) = (crate::now(), None);
        Self { board, store, durable, checkpointed, next, batch, disk, patience, opened, saving }
    }

    /// The board as it is on disk: the only one that anybody may be told of.
    pub fn durable(&self) -> &Snapshot {
        &self.durable
    }

    /// How many accepted entries are not on disk yet.
    pub fn waiting(&self) -> usize {
        self.next.len() + self.batch.len()
    }

    /// Whether the last attempt to write failed.
    pub fn is_stuck(&self) -> bool {
        self.patience > PATIENCE.0
    }

    /// Takes an accepted op on its way to the disk.
    pub fn push(&mut self, record: Record) {
        self.next.push(record);
    }

    /// Writes on; resolves each time a batch is on disk, and never while there is none. Dropping it loses nothing.
    pub async fn written(&mut self) -> Result<Vec<Entry>, Overtaken> {
        loop {
            match &mut self.disk {
                Disk::Idle => match self.append() {
                    Some(append) => self.disk = Disk::Writing(append),
                    None => std::future::pending().await,
                },
                Disk::Waiting(pause) => {
                    pause.as_mut().await;
                    self.disk = Disk::Idle;
                }
                Disk::Writing(append) => {
                    let outcome = append.as_mut().await;
                    self.disk = Disk::Idle;
                    match outcome {
                        Ok(()) => return self.settle(),
                        Err(failure @ (Failure::Database(_) | Failure::Closed)) => self.wait(&failure),
                        Err(failure) => {
                            tracing::error!(board = %self.board, %failure, "the room and its log are not one");
                            return Err(Overtaken);
                        }
                    }
                }
            }
        }
    }

    /// Keeps a checkpoint in the background when enough entries came since the last.
    pub fn checkpoint_sometimes(&mut self) {
        if self.durable.seq.0 >= self.checkpointed.0 + CHECKPOINT {
            self.checkpointed = self.durable.seq;
            tokio::spawn(keep(self.store.clone(), self.board, self.durable.clone()));
        }
    }

    /// Saves the board in the background at the end of each of its steps where it is not saved yet. What fails is made up
    /// for at the end of the next step, or when the board is opened again.
    pub fn save_ends(&mut self) {
        let (store, board, opened, before) = (self.store.clone(), self.board, self.opened, self.saving.take());
        self.saving = Some(tokio::spawn(async move {
            if let Some(before) = before {
                let _ = before.await;
            }
            if let Err(failure) = shelf::keep_ends(&*store, board, opened).await {
                tracing::warn!(%board, %failure, "a board was not saved at the end of its step");
            }
        }));
    }

    /// Keeps a last checkpoint.
    pub async fn close(self) {
        if let Some(saving) = self.saving {
            let _ = saving.await;
        }
        if self.durable.seq > self.checkpointed {
            keep(self.store, self.board, self.durable).await;
        }
    }

    /// Starts to write the batch that failed, or else the next; `None` when there is nothing to write.
    fn append(&mut self) -> Option<BoxFuture<'static, Result<(), Failure>>> {
        if self.batch.is_empty() {
            self.batch = self.next.drain(..self.next.len().min(BATCH)).collect();
        }
        let (store, board, records) = (self.store.clone(), self.board, self.batch.clone());
        (!records.is_empty()).then(|| Box::pin(async move { store.append(board, records).await }) as BoxFuture<'_, _>)
    }

    fn settle(&mut self) -> Result<Vec<Entry>, Overtaken> {
        if self.is_stuck() {
            tracing::info!(board = %self.board, "writing again");
            self.patience = PATIENCE.0;
        }
        let entries: Vec<_> = std::mem::take(&mut self.batch).into_iter().map(|record| record.entry).collect();
        for entry in &entries {
            if let Err(gap) = self.durable.fold(entry) {
                tracing::error!(board = %self.board, %gap, "the room and its ledger are not one");
                return Err(Overtaken);
            }
        }
        Ok(entries)
    }

    fn wait(&mut self, failure: &Failure) {
        if !self.is_stuck() {
            tracing::error!(board = %self.board, %failure, "an op cannot be written, trying again until it can");
        }
        self.disk = Disk::Waiting(Box::pin(sleep(self.patience)));
        self.patience = (self.patience * 2).min(PATIENCE.1);
    }
}

/// A checkpoint only saves time later: without it the log still holds everything.
async fn keep(store: Arc<dyn Store>, board: BoardId, snapshot: Snapshot) {
    if let Err(failure) = store.checkpoint(board, &snapshot).await {
        tracing::warn!(%board, %failure, "no checkpoint was kept");
    }
}
