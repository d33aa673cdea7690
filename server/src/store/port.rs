//! What the machine asks of its store, and nothing about how it is kept. SQLite answers today; the contract suite in
//! `tests/store_contract.rs` is what any other store must pass.

mod debriefs;
mod decks;
mod flags;
mod follow_up;
mod keeping;
mod library;
mod network;
mod organisation;
mod own_cards;
mod register;
mod share;
mod voices;

pub use debriefs::{Debriefs, FieldEdit, ValidDebrief, Validation, WrittenField};
pub use decks::{Decks, KeptDeck};
pub use flags::{Flag, Flags};
pub use follow_up::{Asked, AskerId, At, FollowUp, Reminder};
pub use keeping::{Keeping, Kept, Retention};
pub use library::{Import, Library, Mark, Remark, ShelfLine, ShelfWish, Shelved};
pub use network::Network;
pub use organisation::{Accepted, Account, Invited, Organisation, Removed};
pub use own_cards::{LocalCard, OwnCards, OwnDecks};
pub use register::{Line, Register};
pub use share::{Share, Shares};
pub use voices::{Heard, Question, Voices};

use app::api::{OrganiserId, VisitorId};
use async_trait::async_trait;
use board::script::Script;
use board::{ActorId, BoardId, Entry, Gap, Millis, OpId, Role, Seq, Snapshot, Unreadable, WorkshopId};
use std::collections::HashMap;

/// Why the store could not do what it was asked. Never a refusal: the same call may succeed later.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database did not answer, or refused.
    #[error("the database failed: {0}")]
    Database(#[source] sqlx::Error),
    /// What is on disk cannot be read.
    #[error("board {board}, entry {seq}: {why}")]
    Unreadable {
        /// Whose log.
        board: BoardId,
        /// Which entry.
        seq: Seq,
        /// Why.
        why: Unreadable,
    },
    /// The log on disk has a hole.
    #[error("board {board}: {gap}")]
    Hole {
        /// Whose log.
        board: BoardId,
        /// Where.
        gap: Gap,
    },
    /// Something else is at this place of the log, or one of these ops is in the log already, at another place: the
    /// room's memory is not the log, it must be opened again.
    #[error("board {board}: place {seq} is already taken")]
    Taken {
        /// Whose log.
        board: BoardId,
        /// Which place.
        seq: Seq,
    },
    /// There is no such board.
    #[error("there is no board {0}")]
    NoBoard(BoardId),
    /// A deck that is kept cannot be read any more: its files are not those that were kept.
    #[error("the deck {slug} {version} is not as it was kept")]
    BadDeck {
        /// Its slug.
        slug: String,
        /// Its version.
        version: String,
    },
    /// There is no such workshop.
    #[error("there is no workshop {0}")]
    NoWorkshop(WorkshopId),
    /// The writer has stopped, after an error that it could not survive or at shutdown.
    #[error("the store is closed")]
    Closed,
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolClosed => Self::Closed,
            error => Self::Database(error),
        }
    }
}

/// An accepted op with the id of its submission, ready for the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The submission.
    pub op_id: OpId,
    /// What happened.
    pub entry: Entry,
}

/// Everything that opens a room.
#[derive(Debug)]
pub struct Opening {
    /// The newest readable checkpoint, or the empty board.
    pub checkpoint: Snapshot,
    /// The entries after it.
    pub entries: Vec<Entry>,
    /// The id and place of every op of the log.
    pub seen: HashMap<OpId, Seq>,
}

/// The log of every board.
#[async_trait]
pub trait Log: Send + Sync {
    /// Appends to a board's log. When this returns `Ok`, the records are on disk: all of them, in order. On a failure
    /// none of them is, unless the disk kept them without managing to say so; asking again for the very same records
    /// is answered `Ok`, and they are there once.
    async fn append(&self, board: BoardId, records: Vec<Record>) -> Result<(), Failure>;
    /// What opens a room; `None` when there is no such board. A log that cannot be read is a failure, never an empty board.
    async fn open(&self, board: BoardId) -> Result<Option<Opening>, Failure>;
    /// The board as it was after `seq` (for a saved board), or as it is (`None`). A place that the log has not reached is
    /// a [`Failure::Hole`].
    async fn board_at(&self, board: BoardId, seq: Option<Seq>) -> Result<Option<Snapshot>, Failure>;
    /// The entries of a board, in order, up to and including `to`.
    async fn entries(&self, board: BoardId, to: Seq) -> Result<Vec<Entry>, Failure>;
    /// The entries of a board, in order, up to and including `to`, as far as they can be read; and why they end before,
    /// if they do. It is for whoever looks back: a room opens on the whole log or not at all.
    async fn legible(&self, board: BoardId, to: Seq) -> Result<(Vec<Entry>, Option<Failure>), Failure>;
    /// Keeps a checkpoint; the newest two of a board are kept. It must not hold more than the log.
    async fn checkpoint(&self, board: BoardId, snapshot: &Snapshot) -> Result<(), Failure>;
}

/// A workshop as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// Its id.
    pub id: WorkshopId,
    /// Its title, as typed.
    pub title: String,
    /// Its join code: six characters in upper case.
    pub code: String,
    /// The deck's slug.
    pub deck: String,
    /// The deck's exact version.
    pub deck_version: String,
    /// 180, 90 or 45 minutes.
    pub format: u16,
    /// Whether people may still join.
    pub open: bool,
    /// Whether people are given the table with the fewest people, instead of choosing one.
    pub assigned: bool,
    /// When it was created.
    pub created: Millis,
    /// Its boards: the first is table 1.
    pub boards: Vec<BoardId>,
}

/// A seat at a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// The person's number at this workshop.
    pub actor: ActorId,
    /// Whose browser it is.
    pub visitor: VisitorId,
    /// At which board; the person who facilitates has none of their own.
    pub board: Option<BoardId>,
    /// What they are here.
    pub role: Role,
    /// First name or pseudonym, as typed.
    pub name: String,
}

/// What taking a seat led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seating {
    /// The person sits here: newly, or as before (same name, same number).
    Seated(SeatRow),
    /// Somebody at this workshop already has this name.
    NameTaken,
}

/// A secret that gives a role, without the secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its number, on this server.
    pub number: i64,
    /// Where it opens.
    pub workshop: WorkshopId,
    /// What it gives.
    pub role: Role,
    /// Whom it is for, as typed; empty for those that the command line prints.
    pub name: String,
}

/// Workshops, their seats, and the secrets that open them.
#[async_trait]
pub trait Workshops: Send + Sync {
    /// Keeps a new workshop with its boards. `Ok(false)` when the code is already in use: draw another.
    async fn create(&self, workshop: &Workshop) -> Result<bool, Failure>;
    /// A workshop by its id.
    async fn workshop(&self, id: WorkshopId) -> Result<Option<Workshop>, Failure>;
    /// A workshop by its join code, exactly as kept.
    async fn by_code(&self, code: &str) -> Result<Option<Workshop>, Failure>;
    /// The workshop that a board belongs to.
    async fn of_board(&self, board: BoardId) -> Result<Option<Workshop>, Failure>;
    /// Every workshop, newest first; but for those that are only there for a board that was imported.
    async fn all(&self) -> Result<Vec<Workshop>, Failure>;
    /// Opens or closes the door.
    async fn set_open(&self, id: WorkshopId, open: bool) -> Result<(), Failure>;
    /// The script of a workshop that has one of its own.
    async fn script(&self, id: WorkshopId) -> Result<Option<Script>, Failure>;
    /// Gives a workshop a script of its own, or takes it away, if the one it has is still `was`: `Ok(false)` when
    /// somebody else changed it meanwhile.
    async fn set_script(&self, id: WorkshopId, was: Option<&Script>, now: Option<&Script>) -> Result<bool, Failure>;
    /// Gives this visitor a seat; a participant who names no board gets the one with the fewest people, counted in the
    /// same breath. Or finds the seat they have (role and board are then as before; a facilitator's seat is never
    /// lowered; a participant who opens the facilitator's link becomes one and leaves their board; whoever looked on
    /// and now joins becomes a participant). Names are unique at a workshop, whatever their case.
    async fn take_seat(
        &self,
        id: WorkshopId,
        visitor: VisitorId,
        board: Option<BoardId>,
        role: Role,
        name: &str,
    ) -> Result<Seating, Failure>;
    /// The seat of this visitor at this workshop.
    async fn seat_of(&self, id: WorkshopId, visitor: VisitorId) -> Result<Option<SeatRow>, Failure>;
    /// The workshops that this visitor facilitates.
    async fn facilitated_by(&self, visitor: VisitorId) -> Result<Vec<WorkshopId>, Failure>;
    /// Every seat of a workshop that somebody sits on, by actor number.
    async fn seats(&self, id: WorkshopId) -> Result<Vec<SeatRow>, Failure>;
}

/// The secrets that give a role, and the seats that are taken back: what changes who may do what.
#[async_trait]
pub trait Team: Send + Sync {
    /// Keeps the hash of a secret that gives this role at this workshop to the person of this name.
    async fn grant(&self, id: WorkshopId, role: Role, name: &str, hash: [u8; 32]) -> Result<(), Failure>;
    /// What a secret's hash opens.
    async fn granted(&self, hash: [u8; 32]) -> Result<Option<Grant>, Failure>;
    /// The secrets of a workshop in the order in which they were made, each with the seats that were taken by it.
    async fn grants(&self, id: WorkshopId) -> Result<Vec<(Grant, Vec<ActorId>)>, Failure>;
    /// Gives this visitor the seat that a secret opens, as [`Workshops::take_seat`] does. `Ok(None)` when the secret was
    /// taken back in the meantime.
    async fn enter(&self, grant: i64, visitor: VisitorId, name: &str) -> Result<Option<Seating>, Failure>;
    /// Takes a secret back: it opens nothing any more, and the seats that were taken by it are left. Returns whose.
    async fn revoke(&self, id: WorkshopId, grant: i64) -> Result<Vec<ActorId>, Failure>;
    /// Takes somebody off their seat. Its number stays theirs; name, browser and table are forgotten. Returns the seat
    /// as it was, `Ok(None)` when nobody sits there.
    async fn leave(&self, id: WorkshopId, actor: ActorId) -> Result<Option<SeatRow>, Failure>;
    /// Seats a participant at another table of their workshop. Returns the seat as it was, `Ok(None)` when no
    /// participant sits there.
    async fn move_to(&self, id: WorkshopId, actor: ActorId, board: BoardId) -> Result<Option<SeatRow>, Failure>;
}

/// The people who organise, and which browsers they are signed in with.
#[async_trait]
pub trait Organisers: Send + Sync {
    /// Whether nobody has been set up yet.
    async fn nobody_yet(&self) -> Result<bool, Failure>;
    /// Keeps a new organiser. `Ok(None)` when the login is taken (whatever its case).
    async fn add(&self, login: &str, password_hash: &str) -> Result<Option<OrganiserId>, Failure>;
    /// An organiser's id and password hash.
    async fn by_login(&self, login: &str) -> Result<Option<(OrganiserId, String)>, Failure>;
    /// This browser is signed in as this organiser, or (with `None`) as nobody.
    async fn sign_in(&self, visitor: VisitorId, organiser: Option<OrganiserId>) -> Result<(), Failure>;
    /// Who organises and is signed in with this browser. Whoever only reads is nobody here: see
    /// [`Organisation::account`](Organisation::account).
    async fn signed_in(&self, visitor: VisitorId) -> Result<Option<OrganiserId>, Failure>;
}

/// All that is kept, behind one pointer: what rooms, pages and the command line hold as `Arc<dyn Store>`.
pub trait Store:
    Log
    + Workshops
    + Team
    + Library
    + Shares
    + Organisers
    + Organisation
    + Register
    + Keeping
    + Voices
    + Debriefs
    + Decks
    + OwnDecks
    + Flags
    + FollowUp
    + Network
{
}

impl<S> Store for S where
    S: Log
        + Workshops
        + Team
        + Library
        + Shares
        + Organisers
        + Organisation
        + Register
        + Keeping
        + Voices
        + Debriefs
        + Decks
        + OwnDecks
        + Flags
        + FollowUp
        + Network
        + ?Sized
{
}
