//! The rooms: every open board, and the people connected to it. What a page asks of a live board comes in here.
//!
//! A board has one task, which is the only writer of its log; a connection has none, it lives in the stream that its
//! socket drives. Nothing is told to anybody before it is on disk, and nobody waits for anybody else's connection.

mod arrival;
mod audience;
mod clock;
mod connection;
mod ledger;
mod outbox;
mod presence;
mod registry;
mod task;

use crate::decks::Loaded;
use crate::store::{Failure, Store};
use crate::traffic::Traffic;
use app::api::{AppError, Close, Downstream, Upstream, Visitor};
use board::protocol::PULSE;
use board::{ActorId, Asker, BoardId, Intent, Lots, OpId, Seat, Seq, Snapshot, WorkshopId};
use futures::{FutureExt, StreamExt, stream};
use registry::{Control, From, Registry, Submission};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot};

/// Close code: the server or the room restarts; come back at once.
pub const RESTART: u16 = 1012;
/// Close code: not now, because of us or of a connection that does not keep up; come back a little later.
pub const AGAIN: u16 = 1013;
/// Close code: this is not how the protocol goes.
pub const POLICY: u16 = 1008;
/// Close code: this person has no seat at this board, or there is no such board.
pub const NOT_HERE: u16 = board::protocol::CLOSE_NOT_HERE;

/// A connection that says nothing for so long is gone.
const PATIENCE: Duration = Duration::from_millis(3 * PULSE as u64);

/// How much of everything one room and one connection may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Frames that wait for one connection; one more and it is dropped.
    pub frames: usize,
    /// Ops that one connection may send in a second, on average.
    pub rate: u32,
    /// Ops that one connection may send at once.
    pub burst: u32,
    /// Accepted entries that may wait for the disk before a room takes no more.
    pub waiting: usize,
    /// How long a connection may take to say hello.
    pub hello: Duration,
    /// How long a board stays open when nobody is connected.
    pub idle: Duration,
    /// How long the rooms wait for the disk when the server stops.
    pub closing: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            frames: 256,
            rate: 20,
            burst: 60,
            waiting: 4_096,
            hello: Duration::from_secs(10),
            idle: Duration::from_secs(60),
            closing: Duration::from_secs(6),
        }
    }
}

/// Every open board. Cloning it gives the same rooms.
#[derive(Clone)]
pub struct Rooms {
    registry: Arc<Registry>,
    ended: Arc<Mutex<mpsc::Receiver<Infallible>>>,
}

impl Rooms {
    /// Rooms over this store, none of them open yet.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self::with_limits(store, Limits::default())
    }

    /// Rooms with limits of their own.
    pub fn with_limits(store: Arc<dyn Store>, limits: Limits) -> Self {
        let (registry, ended) = Registry::new(store, limits);
        Self { registry, ended: Arc::new(Mutex::new(ended)) }
    }

    /// What the workshops exchange.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        self.registry.traffic.clone()
    }

    /// A live connection. Returns at once; who may be here, and what the page missed, is said on the stream, which
    /// ends with [`AppError::Closed`] when the connection is not wanted or not wanted any more.
    pub fn live(&self, who: Visitor, up: Upstream) -> Downstream {
        let arrival = arrival::arrive(self.registry.clone(), who, up).boxed();
        let life = arrival.map(|arrived| match arrived {
            Ok(connection) => connection.left_stream(),
            Err(close) => stream::once(async { Err(AppError::Closed(close)) }).right_stream(),
        });
        life.flatten_stream().into()
    }

    /// One op without a socket; the caller has made sure that this is the asker's board. Resolves when the op is on
    /// disk; the same id twice is the same as once.
    ///
    /// # Errors
    /// [`AppError::Rejected`] when the rules refuse it, [`AppError::NotFound`] when there is no such board, and
    /// [`AppError::TryAgain`] when it is not known to be on disk: the same op with the same id may be sent again.
    pub async fn submit(&self, board: BoardId, asker: Asker, op_id: OpId, intent: Intent) -> Result<Seq, AppError> {
        let (tell, told) = oneshot::channel();
        let submission = Submission { op_id, asker, intent, from: From::Page(tell) };
        self.registry
            .ask(board, |door| door.submissions.try_send(submission).map_err(drop))?
            .map_err(|()| AppError::TryAgain)?;
        told.await.unwrap_or(Err(AppError::TryAgain))
    }

    /// The board as it stands on disk, with its seats and who is here.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such board, [`AppError::TryAgain`] when it could not be opened.
    pub async fn look(&self, board: BoardId) -> Result<(Snapshot, Vec<Seat>), AppError> {
        self.look_for(board, None).await
    }

    /// The same for a page of somebody who has a seat: they are here, though they may never connect.
    ///
    /// # Errors
    /// As [`Rooms::look`].
    pub async fn visit(&self, board: BoardId, actor: ActorId) -> Result<(Snapshot, Vec<Seat>), AppError> {
        self.look_for(board, Some(actor)).await
    }

    async fn look_for(&self, board: BoardId, who: Option<ActorId>) -> Result<(Snapshot, Vec<Seat>), AppError> {
        let (tell, told) = oneshot::channel();
        let asked = self.registry.ask(board, |door| door.control.send(Control::Look(who, tell)))?;
        asked.map_err(|_| AppError::TryAgain)?;
        told.await.unwrap_or(Err(AppError::TryAgain))
    }

    /// The seats of this workshop have changed: tells its tables that are open. Whoever no longer has the seat that
    /// brought them to a table is shown out of it, and what they sent before they were told is refused.
    ///
    /// # Errors
    /// When the seats cannot be read: no table was told.
    pub async fn seated(&self, workshop: WorkshopId) -> Result<(), Failure> {
        let Registry { store, seating, .. } = &*self.registry;
        // One at a time: of two readings of the seats, the later one is told last.
        let _turn = seating.write().await;
        let (found, seats) = (store.workshop(workshop).await?, store.seats(workshop).await?);
        for board in found.map(|found| found.boards).unwrap_or_default() {
            self.registry.tell(board, Control::Reseat(seats.clone()));
        }
        Ok(())
    }

    /// The door of the workshop with these boards was opened or closed: tells every page of it.
    pub fn door(&self, boards: &[BoardId], open: bool) {
        for &board in boards {
            self.registry.tell(board, Control::Door(open));
        }
    }

    /// The workshop with these boards chose other cards, and that is on disk: its open tables deal them from now on.
    pub fn recast(&self, boards: &[BoardId], loaded: &Arc<Loaded>, lots: &Lots) {
        for &board in boards {
            self.registry.tell(board, Control::Recast(loaded.clone(), lots.clone()));
        }
    }

    /// The workshop with these boards is over, and that is on disk: what is sent to them from now on is refused.
    pub fn over(&self, boards: &[BoardId]) {
        for &board in boards {
            self.registry.tell(board, Control::Over);
        }
    }

    /// These boards are about to be erased, or just were: shows everybody out of them, and closes their rooms.
    pub fn gone(&self, boards: &[BoardId]) {
        for &board in boards {
            self.registry.tell(board, Control::Reseat(Vec::new()));
            self.registry.tell(board, Control::Close);
        }
    }

    /// Opens no more rooms, writes what was accepted, says goodbye to every connection, each with a moment of its own
    /// to come back, and ends every task.
    pub async fn close(&self) {
        self.registry.close();
        while self.ended.lock().await.recv().await.is_some() {}
    }
}

/// How a connection ends with this code.
fn closed(code: u16) -> Close {
    Close { code }
}

/// Random bits from the system.
fn random() -> u64 {
    getrandom::u64().expect("the system gives random bits")
}
