//! The place where these tests play: one workshop with two tables on a real database, people with seats, and pages
//! that drive their stream as a socket does.

use app::api::{AppError, Close, Downstream, Visitor, VisitorId};
use board::deck::Lang;
use board::protocol::{ClientMessage, Hello, Missed, PROTOCOL, ServerMessage, Welcome};
use board::*;
use futures::{StreamExt, channel::mpsc as up_channel};
use server::rooms::{Limits, Rooms};
use server::store::*;
use sqlx::Connection as _;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::mpsc;
use uuid::Uuid;

/// Nothing here takes that long unless it is broken.
pub const SOON: Duration = Duration::from_secs(20);

pub struct Theatre {
    pub folder: TempDir,
    pub store: Arc<Sqlite>,
    pub rooms: Rooms,
    pub workshop: Workshop,
}

/// Somebody with a seat.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    pub visitor: Visitor,
    pub asker: Asker,
}

/// A page that is connected, or was.
pub struct Page {
    pub up: up_channel::UnboundedSender<Result<ClientMessage, AppError>>,
    down: mpsc::UnboundedReceiver<Result<ServerMessage, AppError>>,
    drive: tokio::task::JoinHandle<()>,
}

impl Theatre {
    pub async fn open() -> Self {
        Self::with(Limits::default()).await
    }

    pub async fn with(limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        let workshop = Workshop {
            id: WorkshopId(Uuid::new_v4()),
            title: "Répétition".into(),
            code: "HQ7KBN".into(),
            deck: "culture".into(),
            deck_version: server::decks::embedded().deck.version.clone(),
            format: 180,
            open: true,
            assigned: false,
            created: Millis(1),
            boards: vec![BoardId(Uuid::new_v4()), BoardId(Uuid::new_v4())],
        };
        assert!(store.create(&workshop).await.expect("a workshop is kept"));
        Self { rooms: Rooms::with_limits(store.clone(), limits), folder, store, workshop }
    }

    /// The same house the next day: the rooms end and others open over the same database.
    pub async fn reopen(&mut self) {
        self.rooms.close().await;
        self.rooms = Rooms::new(self.store.clone());
    }

    /// The board of table 1.
    pub fn board(&self) -> BoardId {
        self.workshop.boards[0]
    }

    pub async fn seat(&self, role: Role, board: Option<BoardId>, name: &str) -> Person {
        let visitor = nobody();
        let seating = self.store.take_seat(self.workshop.id, visitor.id, board, role, name).await;
        let Seating::Seated(seat) = seating.expect("the store answers") else { panic!("{name} is taken") };
        self.rooms.seated(self.workshop.id).await.expect("the tables are told");
        Person { visitor, asker: Asker { actor: seat.actor, role: seat.role } }
    }

    pub async fn participant(&self, name: &str) -> Person {
        self.seat(Role::Participant, Some(self.board()), name).await
    }

    pub async fn facilitator(&self) -> Person {
        self.seat(Role::Facilitator, None, "Nora").await
    }

    /// This person's page at table 1, welcomed for the first time.
    pub async fn page(&self, person: Person) -> Page {
        self.page_since(person, Seq(0)).await.0
    }

    /// This person's page at table 1, which already had everything up to here, and its welcome.
    pub async fn page_since(&self, person: Person, since: Seq) -> (Page, Welcome) {
        let mut page = Page::dial(self.rooms.clone(), person.visitor);
        page.say(ClientMessage::Hello(hello(self.board(), since)));
        let ServerMessage::Welcome(welcome) = page.hear().await else { panic!("the welcome comes first") };
        (page, welcome)
    }

    /// Does something without a page.
    pub async fn does(&self, person: Person, intent: Intent) -> Seq {
        self.submit(person, intent).await.expect("this is allowed")
    }

    pub async fn submit(&self, person: Person, intent: Intent) -> Result<Seq, AppError> {
        self.rooms.submit(self.board(), person.asker, OpId(Uuid::new_v4()), intent).await
    }

    /// The log of table 1 as it is on disk.
    pub async fn log(&self) -> Vec<Entry> {
        self.store.entries(self.board(), Seq(u64::MAX >> 1)).await.expect("a log")
    }

    /// Runs a statement on the database from outside, as an accident would.
    pub async fn outside(&self, statement: &'static str) {
        let file = self.folder.path().join("coulisses.db");
        let address = format!("sqlite://{}", file.display());
        let mut connection = sqlx::SqliteConnection::connect(&address).await.expect("a connection");
        sqlx::raw_sql(statement).execute(&mut connection).await.expect("the statement runs");
        connection.close().await.expect("the connection closes");
    }

    /// From now on no entry can be written.
    pub async fn stop_the_disk(&self) {
        self.outside(
            "CREATE TRIGGER stopped BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'the disk has stopped'); END",
        )
        .await;
    }

    pub async fn start_the_disk(&self) {
        self.outside("DROP TRIGGER stopped").await;
    }
}

impl Page {
    /// A connection that has not said anything yet, driven as fast as it speaks.
    pub fn dial(rooms: Rooms, who: Visitor) -> Self {
        let (up, said) = up_channel::unbounded();
        let mut stream = rooms.live(who, said.into());
        let (tell, down) = mpsc::unbounded_channel();
        let drive = tokio::spawn(async move {
            while let Some(item) = stream.next().await {
                if tell.send(item.and_then(|frame| frame.read())).is_err() {
                    return;
                }
            }
        });
        Self { up, down, drive }
    }

    pub fn say(&self, message: ClientMessage) {
        // The connection may have ended: a page notices when it listens.
        let _ = self.up.unbounded_send(Ok(message));
    }

    pub fn submit(&self, intent: Intent) -> OpId {
        let op_id = OpId(Uuid::new_v4());
        self.say(ClientMessage::Submit { op_id, intent });
        op_id
    }

    /// The next message, whatever it is; the connection must not end.
    pub async fn hear(&mut self) -> ServerMessage {
        self.next().await.expect("still connected").expect("a message")
    }

    /// The next message of one kind; others are not listened to.
    pub async fn hear_that<T>(&mut self, pick: impl Fn(ServerMessage) -> Option<T>) -> T {
        loop {
            if let Some(picked) = pick(self.hear().await) {
                return picked;
            }
        }
    }

    /// Where this op is in the log, or why it is not.
    pub async fn answer(&mut self, asked: OpId) -> Result<Seq, Rejection> {
        self.hear_that(|message| match message {
            ServerMessage::Ack { op_id, seq } if op_id == asked => Some(Ok(seq)),
            ServerMessage::Refused { op_id, rejection } if op_id == asked => Some(Err(rejection)),
            _ => None,
        })
        .await
    }

    /// Listens until this entry has come, and returns all that came with it.
    pub async fn entries_up_to(&mut self, seq: Seq) -> Vec<Entry> {
        let mut heard: Vec<Entry> = Vec::new();
        while heard.last().is_none_or(|entry| entry.seq < seq) {
            heard.extend(self.hear_that(|message| entries(&message)).await);
        }
        heard
    }

    /// How the connection ends.
    pub async fn end(&mut self) -> Option<u16> {
        loop {
            match self.next().await {
                Some(Ok(_)) => {}
                Some(Err(AppError::Closed(Close { code }))) => return Some(code),
                Some(Err(error)) => panic!("not how a connection ends: {error}"),
                None => return None,
            }
        }
    }

    /// What has come so far, without waiting for more.
    pub fn heard(&mut self) -> Vec<ServerMessage> {
        std::iter::from_fn(|| self.down.try_recv().ok()).map(|item| item.expect("a message")).collect()
    }

    /// The page is closed, or its machine is.
    pub async fn leave(self) {
        self.drive.abort();
        let _ = self.drive.await;
    }

    async fn next(&mut self) -> Option<Result<ServerMessage, AppError>> {
        tokio::time::timeout(SOON, self.down.recv()).await.expect("something is said in time")
    }
}

/// A browser nobody has met.
pub fn nobody() -> Visitor {
    Visitor { id: VisitorId(Uuid::new_v4()), lang: Lang::Fr, address: [127, 0, 0, 1].into() }
}

pub fn hello(board: BoardId, since: Seq) -> Hello {
    Hello { protocol: PROTOCOL, board, since, lang: Lang::Fr, as_projector: false }
}

/// A connection that nobody drives yet, and what to say on it.
pub fn undriven(
    rooms: &Rooms,
    who: Visitor,
) -> (up_channel::UnboundedSender<Result<ClientMessage, AppError>>, Downstream) {
    let (up, said) = up_channel::unbounded();
    (up, rooms.live(who, said.into()))
}

pub fn entries(message: &ServerMessage) -> Option<Vec<Entry>> {
    match message {
        ServerMessage::Entries(entries) => Some(entries.clone()),
        _ => None,
    }
}

/// What a page holds after its welcome and these entries.
pub fn fold(welcome: Welcome, entries: &[Entry]) -> Snapshot {
    let mut replica = Replica::new(Asker { actor: ActorId(0), role: Role::Spectator }, Snapshot::default());
    replica.catch_up(welcome.missed).expect("a welcome has no gap");
    replica.receive(entries).expect("entries have no gap");
    replica.confirmed().clone()
}

pub fn missed(welcome: &Welcome) -> Option<Vec<Entry>> {
    match &welcome.missed {
        Missed::Entries(entries) => Some(entries.clone()),
        Missed::Snapshot(_) => None,
    }
}

/// A note that says this.
pub fn note(says: &str) -> Intent {
    let note = NoteId(Uuid::new_v4().as_u64_pair().0);
    Intent::Do(Op::Note { note, at: Point { x: 400, y: 400 }, text: says.into(), question: false })
}

/// The title, of which there may be any number, one after the other.
pub fn title(number: u32) -> Intent {
    Intent::Do(Op::Title { text: number.to_string() })
}

pub fn enter(phase: Phase) -> Intent {
    Intent::Do(Op::Enter { step: 0, phase, minutes: 0 })
}

pub fn deals(lot: u8, to: DealTo) -> Intent {
    Intent::Deal { lot: LotId(lot), to, force: true }
}
