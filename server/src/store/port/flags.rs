//! Flags: what people find wrong with a card, without their names.

use super::Failure;
use async_trait::async_trait;
use board::{CardId, WorkshopId};

/// What somebody found wrong with a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// The deck: slug and version.
    pub deck: (String, String),
    /// The card.
    pub card: CardId,
    /// What they say.
    pub text: String,
}

/// Flags on cards.
#[async_trait]
pub trait Flags: Send + Sync {
    /// Keeps a flag from a workshop. `Ok(false)` when that workshop has flagged the card `most` times already.
    async fn flag(&self, workshop: WorkshopId, flag: &Flag, most: u32) -> Result<bool, Failure>;
    /// The flags of a deck, whatever its version, by card; in no order that says when.
    async fn flags(&self, slug: &str) -> Result<Vec<Flag>, Failure>;
    /// How many flags each deck has, by slug.
    async fn flag_counts(&self) -> Result<Vec<(String, u32)>, Failure>;
}
