//! What is asked by the person who facilitates.

use crate::api::{AppError, BoardOpening, DoorOpening, Visitor};
use async_trait::async_trait;
use board::{BoardId, Role, WorkshopId};

/// What the person who facilitates may ask.
#[async_trait]
pub trait Facilitation: Send + Sync {
    /// What a secret opens.
    async fn door(&self, who: Visitor, secret: &str) -> Result<DoorOpening, AppError>;
    /// Takes the role behind a secret; returns the workshop and the role.
    async fn enter(&self, who: Visitor, secret: &str) -> Result<(WorkshopId, Role, BoardId), AppError>;
    /// A table of a workshop (from 1), for the person who facilitates it.
    async fn table(&self, who: Visitor, workshop: WorkshopId, table: u8) -> Result<BoardOpening, AppError>;
    /// Every table of a workshop, table 1 first, for the person who facilitates it.
    async fn tables(&self, who: Visitor, workshop: WorkshopId) -> Result<Vec<BoardOpening>, AppError>;
    /// Saves a board under a name; returns its number on the shelf.
    async fn save(&self, who: Visitor, board: BoardId, name: &str) -> Result<i64, AppError>;
    /// Opens or closes a workshop's door.
    async fn set_open(&self, who: Visitor, workshop: WorkshopId, open: bool) -> Result<(), AppError>;
}
