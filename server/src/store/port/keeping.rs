//! For how long things are kept, and how they are erased: all of it, everywhere in the data folder.

use super::{Failure, Line};
use async_trait::async_trait;
use board::{BoardId, Millis, WorkshopId};

/// For how long things are kept, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Names, after the last thing that happened at their workshop.
    pub names: u16,
    /// Workshops with their boards.
    pub boards: u16,
    /// Copies of the database in its folder.
    pub copies: u16,
    /// When this was decided.
    pub since: Millis,
    /// Since when the server has looked for what is due without a long sleep in between.
    pub awake: Millis,
}

/// What is kept of a workshop, and since when nothing has happened there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which one.
    pub workshop: WorkshopId,
    /// Its title.
    pub title: String,
    /// When the last thing happened there: its making, an entry, its end, its import.
    pub last: Millis,
    /// Whether anybody ever played there.
    pub played: bool,
    /// Whether it still knows a name.
    pub named: bool,
    /// How many saved boards it has, and one of its boards that was saved.
    pub saved: (u32, Option<BoardId>),
}

/// Keeping and erasing.
#[async_trait]
pub trait Keeping: Send + Sync {
    /// For how long things are kept.
    async fn retention(&self) -> Result<Retention, Failure>;
    /// Says that what is due is looked for now; whoever has slept for longer than this has been awake since now.
    async fn wake(&self, now: Millis, sleep: u64) -> Result<(), Failure>;
    /// Decides it; `awake` is not read.
    async fn set_retention(&self, retention: Retention) -> Result<(), Failure>;
    /// What is kept of every workshop, those of imported boards too; the oldest first.
    async fn kept(&self) -> Result<Vec<Kept>, Failure>;
    /// What is kept of the workshops where nothing happened after this moment; the oldest first.
    async fn quiet_since(&self, moment: Millis) -> Result<Vec<Kept>, Failure>;
    /// What is kept of one.
    async fn kept_of(&self, workshop: WorkshopId) -> Result<Option<Kept>, Failure>;
    /// Erases the names of a workshop and nothing else: its people stay, as numbers. Writes this line (its workshop's
    /// number is filled in), both or neither.
    async fn erase_names(&self, workshop: WorkshopId, line: Line) -> Result<(), Failure>;
    /// Erases a workshop with all that refers to it, and writes this line (its workshop's number is filled in), all of it
    /// or nothing. Within seconds no byte of it is left in the database, not in its free pages nor in its write-ahead log.
    /// `Ok(false)` when there is no such workshop.
    async fn erase(&self, workshop: WorkshopId, line: Line) -> Result<bool, Failure>;
    /// Deletes the copies of the database in its folder that were made before this moment.
    async fn forget_copies(&self, before: Millis) -> Result<(), Failure>;
}
