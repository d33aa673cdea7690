//! The state of a board: the fold of its log. Ordered maps and integers only, so that it is the same bytes everywhere.
//!
//! It knows card numbers, not their texts; actors' numbers, not their names.

use crate::{ActorId, CardId, Entry, LinkId, LinkKind, LotId, Millis, NoteId, Phase, Point, Spot};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The table's size in table units: everything on it has its centre inside.
pub const TABLE: Point = Point { x: 3200, y: 1800 };
/// A card's size in table units: the ratio is 7:5.
pub const CARD: Point = Point { x: 210, y: 150 };

/// The longest *parce que* and the longest note, in characters.
pub const MAX_TEXT: usize = 280;
/// The longest board title, in characters.
pub const MAX_TITLE: usize = 120;
/// The most links a board holds.
pub const MAX_LINKS: usize = 4_000;
/// The most notes a board holds.
pub const MAX_NOTES: usize = 500;
/// How many of their own last ops a person can take back.
pub const MAX_UNDO: usize = 8;

/// What a board is at one point of its log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The board's title, given by the team; empty until then.
    pub title: String,
    /// Where the table stands in its script.
    pub phase: Phase,
    /// While true, participants change nothing.
    pub paused: bool,
    /// The lots dealt so far.
    pub lots: BTreeMap<LotId, Dealt>,
    /// Every dealt card.
    pub cards: BTreeMap<CardId, Card>,
    /// Every link, by its two ends.
    pub links: BTreeMap<LinkId, Link>,
    /// Notes and open questions.
    pub notes: BTreeMap<NoteId, Note>,
    /// What each person can still take back, oldest first.
    pub undo: BTreeMap<ActorId, Vec<Undo>>,
}

/// A lot on this table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dealt {
    /// Whether the backs of its cards may be read.
    pub open: bool,
}

/// A dealt card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The lot it came with.
    pub lot: LotId,
    /// Where it is.
    pub spot: Spot,
}

/// A link from a cause to a consequence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// How the cause acts.
    pub kind: LinkKind,
    /// "Parce que…": may be empty.
    pub because: String,
    /// Who drew it.
    pub author: ActorId,
    /// When it was drawn.
    pub at: Millis,
}

/// A note or an open question on the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where its centre lies.
    pub spot: Point,
    /// What it says.
    pub text: String,
    /// True for an open question.
    pub question: bool,
    /// Who wrote it.
    pub author: ActorId,
    /// When it was written.
    pub at: Millis,
}

/// How to take an op back: it makes sense only while the board still shows what the op left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Undo {
    /// A card was put somewhere.
    Card(CardId, Was<Spot>),
    /// A link was drawn, changed or taken away.
    Link(LinkId, Was<Option<Link>>),
    /// A note was written or taken away.
    Note(NoteId, Was<Option<Note>>),
    /// The title changed.
    Title(Was<String>),
    /// A lot was dealt: it goes back whole while none of its cards lies on the table.
    Deal(LotId),
}

/// A value before and after an op.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Was<T> {
    /// What it was.
    pub before: T,
    /// What the op made of it.
    pub after: T,
}

impl Document {
    /// The fold of a whole log, from nothing.
    pub fn replay<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut document = Self::default();
        for entry in entries {
            crate::apply(&mut document, entry);
        }
        document
    }

    /// The cards in somebody's hand, by number.
    pub fn hand(&self, actor: ActorId) -> impl Iterator<Item = (CardId, &Card)> {
        self.cards.iter().filter(move |(_, card)| card.spot == Spot::Hand(actor)).map(|(&id, card)| (id, card))
    }

    /// Where a card lies on the table; `None` if it does not.
    #[must_use]
    pub fn on_table(&self, card: CardId) -> Option<Point> {
        match self.cards.get(&card)?.spot {
            Spot::Table(at) => Some(at),
            Spot::Reserve | Spot::Hand(_) => None,
        }
    }

    /// Whether a link starts or ends at this card.
    #[must_use]
    pub fn is_linked(&self, card: CardId) -> bool {
        self.links.keys().any(|link| link.cause == card || link.consequence == card)
    }

    /// Whether the backs of this card's lot may be read.
    #[must_use]
    pub fn is_open(&self, card: CardId) -> bool {
        self.cards.get(&card).and_then(|card| self.lots.get(&card.lot)).is_some_and(|lot| lot.open)
    }
}
