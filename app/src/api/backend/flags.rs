//! What is asked about cards that people find wrong.

use crate::api::{AppError, FlagsOpening, Visitor};
use async_trait::async_trait;
use board::{BoardId, CardId};

/// Flags on cards: anybody at a table raises them, those who organise read them.
#[async_trait]
pub trait Flags: Send + Sync {
    /// Says what is wrong with a card that was dealt at a board.
    async fn flag(&self, who: Visitor, board: BoardId, card: CardId, text: &str) -> Result<(), AppError>;
    /// The flags of a deck.
    async fn flags(&self, who: Visitor, slug: &str) -> Result<FlagsOpening, AppError>;
}
