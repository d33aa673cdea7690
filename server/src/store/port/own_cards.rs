//! What a workshop changes of its deck: cards of its own, and cards that it leaves out.

use super::Failure;
use async_trait::async_trait;
use board::{CardId, LotId, WorkshopId};
use std::collections::BTreeSet;

/// A card that one workshop has beside those of its deck. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalCard {
    /// Its number, which no other card on this server has.
    pub card: CardId,
    /// The lot that it is dealt with.
    pub lot: LotId,
    /// What its front says.
    pub title: String,
    /// What its back says.
    pub fact: String,
    /// Whether it was taken away: it is dealt no more, and read where it was.
    pub away: bool,
}

/// A workshop's own choice of cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnCards {
    /// Its own, by number.
    pub local: Vec<LocalCard>,
    /// Those of the deck that are not dealt.
    pub hidden: BTreeSet<CardId>,
}

/// Workshops' own choices of cards.
#[async_trait]
pub trait OwnDecks: Send + Sync {
    /// A workshop's choice; empty for one that plays its deck as it is.
    async fn own_cards(&self, id: WorkshopId) -> Result<OwnCards, Failure>;
    /// Adds a local card under a number above `above` that nothing here has; `None` when there is no number left.
    async fn add_card(&self, id: WorkshopId, above: CardId, card: LocalCard) -> Result<Option<CardId>, Failure>;
    /// Takes a local card away. `Ok(false)` when the workshop has none of this number.
    async fn take_card_away(&self, id: WorkshopId, card: CardId) -> Result<bool, Failure>;
    /// Leaves a card of the deck out, or deals it again.
    async fn hide_card(&self, id: WorkshopId, card: CardId, hidden: bool) -> Result<(), Failure>;
}
