//! What is asked about the cards of one workshop, by those who organise or facilitate it, until a table begins.

use crate::api::{AppError, NewCard, OwnCardsOpening, Visitor};
use async_trait::async_trait;
use board::{CardId, WorkshopId};

/// What may be asked about a workshop's own choice of cards.
#[async_trait]
pub trait OwnCards: Send + Sync {
    /// What a workshop deals.
    async fn own_cards(&self, who: Visitor, workshop: WorkshopId) -> Result<OwnCardsOpening, AppError>;
    /// Adds a card of its own.
    async fn add_card(&self, who: Visitor, workshop: WorkshopId, card: NewCard) -> Result<(), AppError>;
    /// Takes a card of its own away.
    async fn take_card_away(&self, who: Visitor, workshop: WorkshopId, card: CardId) -> Result<(), AppError>;
    /// Leaves a card of the deck out, or deals it again.
    async fn hide_card(&self, who: Visitor, workshop: WorkshopId, card: CardId, hidden: bool) -> Result<(), AppError>;
}
