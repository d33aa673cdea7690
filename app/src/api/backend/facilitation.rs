//! What is asked by the person who facilitates.

use crate::api::{AppError, BoardOpening, DoorOpening, ScriptOpening, StepWish, Visitor};
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
    /// Opens or closes a workshop's door: every page of it is told.
    async fn set_open(&self, who: Visitor, workshop: WorkshopId, open: bool) -> Result<(), AppError>;
    /// The script of a workshop, for the person who facilitates it.
    async fn script(&self, who: Visitor, workshop: WorkshopId) -> Result<ScriptOpening, AppError>;
    /// Changes a step of a workshop's script, until a table begins.
    async fn set_step(&self, who: Visitor, workshop: WorkshopId, step: u8, wish: StepWish) -> Result<(), AppError>;
    /// Goes back to the deck's script, until a table begins.
    async fn restore_script(&self, who: Visitor, workshop: WorkshopId) -> Result<(), AppError>;
}
