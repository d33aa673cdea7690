//! Flags: what people find wrong with the cards of a deck, for those who organise.

use board::CardId;

/// The longest flag, in characters.
pub const MAX_FLAG: u16 = 280;

/// The flags of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagsOpening {
    /// The deck's slug.
    pub slug: String,
    /// What people call the deck.
    pub title: String,
    /// The cards that were flagged, those that were most first.
    pub cards: Vec<FlaggedCard>,
}

/// A card that was flagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlaggedCard {
    /// Its number.
    pub card: CardId,
    /// Its title, in the newest version that has it; empty for a card that no deck has.
    pub title: String,
    /// What was said, each with the version it was said of.
    pub said: Vec<(String, String)>,
}
