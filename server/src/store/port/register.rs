//! The register: what was done to what is kept, by whom, and when. It is only added to.

use super::Failure;
use app::api::Deed;
use async_trait::async_trait;
use board::Millis;

/// A line of the register. It has numbers and no titles: what is erased must leave no word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: Millis,
    /// The login of whoever did it; empty for somebody who facilitates without an account, `None` for the server.
    pub who: Option<String>,
    /// What was done.
    pub act: Deed,
    /// To which saved board.
    pub mark: Option<i64>,
    /// To which workshop, by its number in this store.
    pub workshop: Option<i64>,
}

/// The register.
#[async_trait]
pub trait Register: Send + Sync {
    /// Adds a line.
    async fn write_down(&self, line: &Line) -> Result<(), Failure>;
    /// A window on the lines, the newest first (how many to leave out, how many to give), and how many there are in all.
    async fn register(&self, window: (u32, u32)) -> Result<(Vec<Line>, u32), Failure>;
}
