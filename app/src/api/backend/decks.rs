//! What is asked about decks, by those who organise.

use crate::api::{AppError, DecksOpening, Visitor};
use async_trait::async_trait;

/// What an organiser may ask about decks. An archive that comes in is no server function: it has a form of its own.
#[async_trait]
pub trait Decks: Send + Sync {
    /// Every version of every deck.
    async fn decks(&self, who: Visitor) -> Result<DecksOpening, AppError>;
    /// Lets a version play no new workshop, or lets it again. Boards that were played with it stay as they are.
    async fn retire_deck(&self, who: Visitor, slug: &str, version: &str, retired: bool) -> Result<(), AppError>;
}
