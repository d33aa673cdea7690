//! Which boards are open: at most one task each, started when somebody first asks. Everything that may start one is
//! sent under the registry's lock, so that a task that found nothing to do under the same lock may end.

use super::Limits;
use super::audience::{ConnectionId, Member};
use super::presence::Stage;
use super::task;
use crate::decks::Loaded;
use crate::store::{SeatRow, Store};
use crate::traffic::Traffic;
use app::api::AppError;
use board::{ActorId, Asker, BoardId, Intent, Lots, OpId, Point, Seat, Seq, Snapshot};
use futures::FutureExt;
use std::collections::HashMap;
use std::convert::Infallible;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use tokio::sync::{RwLock, mpsc, oneshot};

/// How many submissions wait for a room's turn; more are not taken off their sockets.
const SUBMISSIONS: usize = 1024;

/// What is asked of a room, submissions apart.
pub(super) enum Control {
    /// A connection arrives. It is welcomed through its own outbox.
    Join { id: ConnectionId, seat: SeatRow, since: Seq, member: Member },
    /// A connection is gone.
    Leave(ConnectionId),
    /// The board as it is on disk, for a page.
    /// By this person, if it is for a page of theirs.
    Look(Option<ActorId>, oneshot::Sender<Result<(Snapshot, Vec<Seat>), AppError>>),
    /// Somebody who facilitates waves.
    Wave(Option<Point>),
    /// The seats of the workshop, after somebody took one, left theirs or was moved.
    Reseat(Vec<SeatRow>),
    /// The workshop's door was opened or closed.
    Door(bool),
    /// The workshop chose other cards, before anything was dealt.
    Recast(Arc<Loaded>, Lots),
    /// The workshop is over.
    Over,
    /// The server stops.
    Close,
}

/// One op for a room.
pub(super) struct Submission {
    pub op_id: OpId,
    pub asker: Asker,
    pub intent: Intent,
    pub from: From,
}

/// Who waits for the answer to a submission.
pub(super) enum From {
    Connection(ConnectionId),
    Page(oneshot::Sender<Result<Seq, AppError>>),
}

/// The way to an open board's task.
#[derive(Clone)]
pub(super) struct Door {
    task: u64,
    pub control: mpsc::UnboundedSender<Control>,
    pub submissions: mpsc::Sender<Submission>,
    pub stage: Arc<Stage>,
}

/// The task's end of the same.
pub(super) struct Inbox {
    pub control: mpsc::UnboundedReceiver<Control>,
    pub submissions: mpsc::Receiver<Submission>,
    pub stage: Arc<Stage>,
}

/// Which boards are open.
pub(super) struct Registry {
    pub store: Arc<dyn Store>,
    pub limits: Limits,
    pub traffic: Traffic,
    /// Held to tell what the seats are (alone), and to take somebody who was found seated to a room (with others): so
    /// whoever is taken off their seat in between is either not found, or told after they arrived.
    pub seating: RwLock<()>,
    boards: Mutex<Boards>,
    numbers: AtomicU64,
}

enum Boards {
    Open {
        doors: HashMap<BoardId, Door>,
        /// Every task holds a copy: it ends when they have all ended.
        alive: mpsc::Sender<Infallible>,
    },
    Closed,
}

impl Registry {
    pub fn new(store: Arc<dyn Store>, limits: Limits) -> (Arc<Self>, mpsc::Receiver<Infallible>) {
        let (alive, ended) = mpsc::channel(1);
        let boards = Mutex::new(Boards::Open { doors: HashMap::new(), alive });
        let (traffic, seating, numbers) = (Traffic::default(), RwLock::default(), AtomicU64::new(1));
        (Arc::new(Self { store, limits, traffic, seating, boards, numbers }), ended)
    }

    /// A new name for a connection.
    pub fn connection(&self) -> ConnectionId {
        ConnectionId(self.numbers.fetch_add(1, Ordering::Relaxed))
    }

    /// Says something to a board's task, which is started if there is none.
    ///
    /// # Errors
    /// [`AppError::TryAgain`] once the server stops.
    pub fn ask<T>(self: &Arc<Self>, board: BoardId, say: impl FnOnce(&Door) -> T) -> Result<T, AppError> {
        let mut boards = self.lock();
        let Boards::Open { doors, alive } = &mut *boards else { return Err(AppError::TryAgain) };
        let door = doors.entry(board).or_insert_with(|| self.start(board, alive.clone()));
        if door.control.is_closed() {
            // A bug ended the task a moment ago: the log is whole, the board opens again from it.
            *door = self.start(board, alive.clone());
        }
        Ok(say(door))
    }

    /// Says something to a board's task if it is open.
    pub fn tell(&self, board: BoardId, control: Control) {
        if let Boards::Open { doors, .. } = &*self.lock()
            && let Some(door) = doors.get(&board)
        {
            // A task that has just ended needs no telling.
            let _ = door.control.send(control);
        }
    }

    /// Takes an idle board off the list; false if somebody has asked something of it in the meantime.
    pub fn retire(&self, board: BoardId, task: u64, inbox: &Inbox) -> bool {
        let mut boards = self.lock();
        let idle = inbox.control.is_empty() && inbox.submissions.is_empty();
        if idle {
            boards.forget(board, task);
        }
        idle
    }

    /// Takes every board off the list for good and tells their tasks to close.
    pub fn close(&self) {
        if let Boards::Open { doors, .. } = std::mem::replace(&mut *self.lock(), Boards::Closed) {
            for door in doors.into_values() {
                let _ = door.control.send(Control::Close);
            }
        }
    }

    fn start(self: &Arc<Self>, board: BoardId, alive: mpsc::Sender<Infallible>) -> Door {
        let task = self.numbers.fetch_add(1, Ordering::Relaxed);
        let (control, controls) = mpsc::unbounded_channel();
        let (submissions, submitted) = mpsc::channel(SUBMISSIONS);
        let stage = Arc::<Stage>::default();
        let inbox = Inbox { control: controls, submissions: submitted, stage: stage.clone() };
        let registry = Arc::downgrade(self);
        let (store, limits, traffic) = (self.store.clone(), self.limits, self.traffic.clone());
        tokio::spawn(async move {
            let name = task::Name { board, task, registry: registry.clone() };
            let run = AssertUnwindSafe(task::run(name, store, limits, traffic, inbox));
            if run.catch_unwind().await.is_err() {
                tracing::error!(%board, "a bug closed this room; it opens again from its log");
            }
            if let Some(registry) = registry.upgrade() {
                registry.lock().forget(board, task);
            }
            drop(alive);
        });
        Door { task, control, submissions, stage }
    }

    fn lock(&self) -> MutexGuard<'_, Boards> {
        self.boards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Boards {
    fn forget(&mut self, board: BoardId, task: u64) {
        if let Self::Open { doors, .. } = self
            && doors.get(&board).is_some_and(|door| door.task == task)
        {
            doors.remove(&board);
        }
    }
}

/// How a task finds its registry without keeping it alive.
pub(super) type Home = Weak<Registry>;
