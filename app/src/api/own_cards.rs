//! The cards of one workshop: those of its deck that it deals or leaves out, and its own.

use super::{DeckName, WorkshopCard};
use board::deck::Lang;
use board::{CardId, LotId};

/// The longest title of a local card, in characters: that of every card.
pub const MAX_CARD_TITLE: u16 = 40;
/// The longest back of a local card, in characters: that of every card.
pub const MAX_CARD_FACT: u16 = 250;

/// What a workshop deals, to read, and to change until a table begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCardsOpening {
    /// Which workshop.
    pub workshop: WorkshopCard,
    /// Its deck.
    pub deck: DeckName,
    /// What it deals, lot by lot.
    pub lots: Vec<OwnLot>,
    /// Whether a table has begun.
    pub begun: bool,
    /// Whether it has as many cards of its own as it may.
    pub full: bool,
}

/// A lot of a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLot {
    /// Its place in the order.
    pub lot: LotId,
    /// Its title.
    pub title: String,
    /// Its cards, those that are left out too.
    pub cards: Vec<OwnCard>,
}

/// A card of a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCard {
    /// Its number.
    pub card: CardId,
    /// What its front says.
    pub title: String,
    /// What its back says, on a local card.
    pub fact: Option<String>,
    /// Whether it is left out.
    pub hidden: bool,
    /// The language of its title.
    pub lang: Lang,
}

impl OwnCard {
    /// Whether it is the workshop's own.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.fact.is_some()
    }
}

impl OwnLot {
    /// Whether a card of the deck may still be left out: a lot with none could not be dealt.
    #[must_use]
    pub fn may_hide(&self) -> bool {
        self.cards.iter().filter(|card| !card.hidden).count() > 1
    }
}

/// A local card as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCard {
    /// What its front says.
    pub title: String,
    /// What its back says.
    pub fact: String,
    /// The lot it is dealt with.
    pub lot: u8,
}
