//! The library: marks on logs, what a list shows of them, and remarks beside them.

use super::{Failure, LocalCard, Record, Workshop};
use app::api::Which;
use async_trait::async_trait;
use board::{BoardId, Harvest, Millis, Seq, WorkshopId};

/// A saved board: a named mark on a log. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its number, on this server.
    pub id: i64,
    /// Whose log.
    pub board: BoardId,
    /// The last entry it shows.
    pub seq: Seq,
    /// Its name: as typed, or that of the step.
    pub name: String,
    /// When it was saved.
    pub at: Millis,
    /// The step at whose end it was made by itself; `None` for a mark that somebody made.
    pub step: Option<u8>,
    /// The slug and the exact version of the deck that the board was played with.
    pub deck: (String, String),
}

/// What a list shows of a saved board, beside its mark: made from the log, and made again whenever it is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelved {
    /// The title that the team gave; may be empty.
    pub title: String,
    /// How many cards lie on the table.
    pub cards: u32,
    /// How many links there are.
    pub links: u32,
    /// What is searched: small letters without accents.
    pub words: String,
    /// What a small picture needs of the board, as [`board::Snapshot::to_disk`] writes it.
    pub thumbnail: Vec<u8>,
    /// What it brings to the tally of many boards.
    pub harvest: Harvest,
}

/// What is asked of the shelf: everything that is `None` or empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShelfWish {
    /// Whose boards may be seen; `None` for all.
    pub workshops: Option<Vec<WorkshopId>>,
    /// Words that are all in the name, the workshop or the title: small letters without accents.
    pub words: Vec<String>,
    /// Saved from this moment on.
    pub from: Option<Millis>,
    /// Saved before this moment.
    pub before: Option<Millis>,
    /// Workshops of this format, in minutes.
    pub format: Option<u16>,
    /// Played with this deck: slug and version.
    pub deck: Option<(String, String)>,
    /// The table, from 1.
    pub table: Option<u8>,
    /// One board.
    pub board: Option<BoardId>,
    /// Which of the marks that are left.
    pub which: Which,
    /// How many to leave out, and how many to give.
    pub window: (u32, u32),
}

/// A line of the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfLine {
    /// The mark.
    pub mark: Mark,
    /// What a list shows of it; `None` until it was made.
    pub shelved: Option<Shelved>,
    /// The workshop's title.
    pub workshop: String,
    /// The table, from 1.
    pub table: u8,
    /// How many marks the same board has beside this one.
    pub others: u32,
}

/// A remark beside a saved board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its number, on this server.
    pub id: i64,
    /// When it was written.
    pub at: Millis,
    /// What it says.
    pub text: String,
}

/// A saved board that comes from a file: a workshop that is over, with one log and its mark.
#[derive(Clone, Debug)]
pub struct Import {
    /// The workshop. The last of its boards has the log; those before it are empty, so that the table keeps its number.
    pub workshop: Workshop,
    /// The cards of its own.
    pub local: Vec<LocalCard>,
    /// The whole log.
    pub records: Vec<Record>,
    /// The mark's name, as in the file.
    pub name: String,
    /// When it was saved, as in the file.
    pub at: Millis,
    /// When it came.
    pub came: Millis,
    /// The checksum of the file: one file makes one saved board.
    pub checksum: String,
}

/// The shelf of saved boards.
#[async_trait]
pub trait Library: Send + Sync {
    /// Keeps a saved board that comes from a file, all of it or nothing, and tells its number: that of before when this
    /// file has been imported already. `Ok(None)` when the workshop's code is in use: draw another.
    async fn import(&self, import: Import) -> Result<Option<i64>, Failure>;
    /// Keeps a mark and gives it its number (the one in the argument is not read). What is saved already is not saved
    /// again, and has its number: for the end of a step any mark at that place, otherwise one of the same name there.
    async fn save(&self, mark: &Mark) -> Result<i64, Failure>;
    /// One mark.
    async fn mark(&self, id: i64) -> Result<Option<Mark>, Failure>;
    /// Every mark, newest first.
    async fn marks(&self) -> Result<Vec<Mark>, Failure>;
    /// The marks of one board, in the order of its log.
    async fn marks_of(&self, board: BoardId) -> Result<Vec<Mark>, Failure>;
    /// What a list shows of a mark.
    async fn shelve(&self, mark: i64, shelved: &Shelved) -> Result<(), Failure>;
    /// Marks of which a list has nothing to show yet, the newest first: this many at most.
    async fn unshelved(&self, most: u32) -> Result<Vec<Mark>, Failure>;
    /// A window on the shelf, the newest first, and how many lines there are in all. Behind the last window is the last one.
    async fn shelf(&self, wish: &ShelfWish) -> Result<(Vec<ShelfLine>, u32), Failure>;
    /// What the boards of a shelf bring, each with its workshop, as far as they are shelved; the window is not asked for.
    async fn harvests(&self, wish: &ShelfWish) -> Result<Vec<(WorkshopId, Harvest)>, Failure>;
    /// The decks that saved boards were played with, slug and version, the newest first.
    async fn decks_on_shelf(&self) -> Result<Vec<(String, String)>, Failure>;
    /// The remarks beside a mark, in the order in which they were written.
    async fn remarks(&self, mark: i64) -> Result<Vec<Remark>, Failure>;
    /// Writes a remark beside a mark. `Ok(false)` when there is no such mark.
    async fn remark(&self, mark: i64, at: Millis, text: &str) -> Result<bool, Failure>;
    /// Erases a remark of this mark; one that is gone already is gone.
    async fn erase_remark(&self, mark: i64, remark: i64) -> Result<(), Failure>;
}
