//! Where these tests play: a rehearsal on a real database, and the connections of the person who facilitates it.

use app::api::{AppError, Downstream, Visitor, VisitorId};
use board::deck::Lang;
use board::protocol::{ClientMessage, Hello, PROTOCOL, ServerMessage};
use board::*;
use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedSender};
use server::rehearsal::{self, Manner};
use server::rooms::Rooms;
use server::store::*;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::task::JoinSet;
use uuid::Uuid;

/// Nothing here takes that long unless it is broken.
pub const SOON: Duration = Duration::from_secs(60);

pub struct House {
    pub store: Arc<Sqlite>,
    pub rooms: Rooms,
    pub workshop: Workshop,
    _folder: TempDir,
}

/// One table, as a page of the person who facilitates or of the room's screen sees it.
pub struct Table {
    pub id: BoardId,
    rooms: Rooms,
    me: Asker,
    replica: Replica,
    seats: Vec<Seat>,
    _up: UnboundedSender<Result<ClientMessage, AppError>>,
    down: Downstream,
}

impl House {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        let workshop = rehearsal::open(&*store).await.expect("a rehearsal");
        Self { rooms: Rooms::new(store.clone()), store, workshop, _folder: folder }
    }

    pub async fn play(&self, haste: u32) -> JoinSet<()> {
        let manner = Manner { seed: 1, haste };
        rehearsal::play(self.store.clone(), self.rooms.clone(), &self.workshop, manner).await.expect("people")
    }

    /// The cockpit of this browser: a connection to each table.
    pub async fn facilitator(&self, browser: Uuid) -> [Table; 2] {
        let [first, second] = self.workshop.boards[..] else { panic!("two tables") };
        let me = self.seat(browser, Role::Facilitator).await;
        [self.dial(browser, me, first).await, self.dial(browser, me, second).await]
    }

    /// The room's screen, at table 1.
    pub async fn screen(&self) -> Table {
        let browser = Uuid::new_v4();
        let me = self.seat(browser, Role::Projector).await;
        self.dial(browser, me, self.workshop.boards[0]).await
    }

    /// Does something at table 1 without a connection.
    pub async fn does_unseen(&self, browser: Uuid, op: Op) {
        self.intends(browser, Intent::Do(op)).await;
    }

    /// Deals at table 1 without a connection.
    pub async fn deals_unseen(&self, browser: Uuid, lot: LotId) {
        self.intends(browser, Intent::Deal { lot, to: DealTo::Hands, force: true }).await;
    }

    /// Whether this is one of the eight, who were there first.
    pub fn is_simulated(&self, actor: ActorId) -> bool {
        actor.0 <= 8
    }

    /// The log of a table as it is on disk.
    pub async fn log(&self, board: BoardId) -> Vec<Entry> {
        self.store.entries(board, Seq(u64::MAX >> 1)).await.expect("a log")
    }

    async fn intends(&self, browser: Uuid, intent: Intent) {
        let me = self.seat(browser, Role::Facilitator).await;
        self.rooms
            .submit(self.workshop.boards[0], me, OpId(Uuid::new_v4()), intent)
            .await
            .expect("whoever facilitates may");
    }

    async fn seat(&self, browser: Uuid, role: Role) -> Asker {
        let name = format!("{role:?}");
        let seating = self.store.take_seat(self.workshop.id, VisitorId(browser), None, role, &name).await;
        let Seating::Seated(seat) = seating.expect("the store answers") else { panic!("{name} is taken") };
        self.rooms.seated(self.workshop.id).await.expect("the tables are told");
        Asker { actor: seat.actor, role }
    }

    async fn dial(&self, browser: Uuid, me: Asker, id: BoardId) -> Table {
        let (up, said) = mpsc::unbounded();
        let who = Visitor { id: VisitorId(browser), lang: Lang::Fr, address: [127, 0, 0, 1].into() };
        let down = self.rooms.live(who, said.into());
        let hello = Hello { protocol: PROTOCOL, board: id, since: Seq(0), lang: Lang::Fr, as_projector: false };
        up.unbounded_send(Ok(ClientMessage::Hello(hello))).expect("it is heard");
        let replica = Replica::new(me, Snapshot::default());
        let mut table = Table { id, rooms: self.rooms.clone(), me, replica, seats: Vec::new(), _up: up, down };
        table.hear().await;
        table
    }
}

impl Table {
    /// The board as everybody sees it.
    pub fn board(&self) -> &Document {
        &self.replica.confirmed().document
    }

    /// How many participants are here.
    pub fn here(&self) -> usize {
        self.seats.iter().filter(|seat| seat.role == Role::Participant && seat.here).count()
    }

    /// Whether somebody facilitates.
    pub fn is_led(&self) -> bool {
        self.seats.iter().any(|seat| seat.role == Role::Facilitator && seat.here)
    }

    /// Listens until something is true of this table.
    pub async fn until(&mut self, holds: impl Fn(&Self) -> bool, what: &str) {
        let waited = tokio::time::timeout(SOON, async {
            while !holds(self) {
                self.hear().await;
            }
        });
        waited.await.unwrap_or_else(|_| panic!("{what}, in the end: {:?}", self.replica.confirmed()));
    }

    /// Listens until this entry has come.
    pub async fn up_to(&mut self, seq: Seq) {
        self.until(|table| table.replica.confirmed().seq >= seq, "the entry comes").await;
    }

    pub async fn does(&mut self, intent: Intent) {
        let op_id = OpId(Uuid::new_v4());
        let seq = self.rooms.submit(self.id, self.me, op_id, intent).await.expect("whoever facilitates may");
        self.up_to(seq).await;
    }

    async fn hear(&mut self) {
        let message = self.down.next().await.expect("still connected").and_then(|frame| frame.read());
        match message.expect("a message") {
            ServerMessage::Welcome(welcome) => {
                self.replica.catch_up(welcome.missed).expect("no gap");
                self.seats = welcome.seats;
            }
            ServerMessage::Entries(entries) => self.replica.receive(&entries).expect("no gap"),
            ServerMessage::Seats(seats) => self.seats = seats,
            _ => {}
        }
    }
}
