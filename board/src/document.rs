//! The state of a board: the fold of its log. Ordered maps and integers only, so that it is the same bytes everywhere.
//!
//! It knows card numbers, not their texts; actors' numbers, not their names.

use crate::{
    Action, ActionId, ActorId, CardId, Clock, Entry, LinkId, LinkKind, LotId, Millis, NoteId, Phase, Point, Spot,
    Stance, Stroke, StrokeId,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The table's size in table units: everything on it has its centre inside.
pub const TABLE: Point = Point { x: 3200, y: 1800 };
/// A card's size in table units: the ratio is 7:5.
pub const CARD: Point = Point { x: 210, y: 150 };

/// The longest *parce que* and the longest note, in characters.
pub const MAX_TEXT: usize = 280;
/// The longest board title, in characters.
pub const MAX_TITLE: usize = 120;
/// The longest story, in characters.
pub const MAX_STORY: usize = 600;
/// The most cards a board holds.
pub const MAX_CARDS: usize = 200;
/// The most links a board holds.
pub const MAX_LINKS: usize = 4_000;
/// The most notes a board holds.
pub const MAX_NOTES: usize = 500;
/// The most drawings a board holds.
pub const MAX_STROKES: usize = 600;
/// The most actions a board holds.
pub const MAX_ACTIONS: usize = 60;
/// The most questions a table can be asked.
pub const MAX_HINTS: usize = 100;
/// How many links a table may star.
pub const MAX_STARS: usize = 3;
/// How many entered steps a board remembers.
pub const MAX_VISITS: usize = 100;
/// How many of their own last ops a person can take back.
pub const MAX_UNDO: usize = 8;

/// What a board is at one point of its log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The board's title, given by the team; empty until then.
    pub title: String,
    /// The board's story, told by the team; empty until then.
    pub story: String,
    /// The step of the script that the table is in; `None` until the first one.
    pub step: Option<u8>,
    /// What that step opens.
    pub phase: Phase,
    /// When it ends.
    pub clock: Clock,
    /// The steps entered so far, and when: the real minutes beside the planned ones.
    pub visits: Vec<Visit>,
    /// While true, participants change nothing.
    pub paused: bool,
    /// The lots dealt so far.
    pub lots: BTreeMap<LotId, Dealt>,
    /// Every dealt card.
    pub cards: BTreeMap<CardId, Card>,
    /// Every link, by its two ends.
    pub links: BTreeMap<LinkId, Link>,
    /// What people think of links.
    pub stances: BTreeMap<LinkId, BTreeMap<ActorId, Stance>>,
    /// The table's starred links.
    pub stars: BTreeSet<LinkId>,
    /// Notes and open questions.
    pub notes: BTreeMap<NoteId, Note>,
    /// What is drawn and stamped on the board.
    pub strokes: BTreeMap<StrokeId, Stroke>,
    /// What the team decides.
    pub actions: BTreeMap<ActionId, Action>,
    /// The questions the table was asked, oldest first.
    pub hints: Vec<Hint>,
    /// The cards that everybody's view is led to; none for nobody's.
    pub frame: Vec<CardId>,
    /// Set while this table presents its board.
    pub stage: Option<Stage>,
    /// What part each person took.
    pub parts: BTreeMap<ActorId, Part>,
    /// What each person can still take back, oldest first.
    pub undo: BTreeMap<ActorId, Vec<Undo>>,
}

/// A lot on this table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dealt {
    /// Whether the backs of its cards may be read.
    pub open: bool,
    /// What the room shuffled it with.
    pub seed: u64,
    /// How many of its cards are left to be turned up one by one.
    pub left: u8,
}

/// A step that was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Its number in the script, from 0.
    pub step: u8,
    /// What it opened.
    pub phase: Phase,
    /// When.
    pub since: Millis,
}

/// A question that the table was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// When.
    pub at: Millis,
    /// About which cards.
    pub cards: Vec<CardId>,
    /// The question.
    pub text: String,
}

/// A table on the room's screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Since when: of two tables on stage, the later one is shown.
    pub since: Millis,
    /// The link that is being told.
    pub link: Option<LinkId>,
}

/// What part a person took, for whoever looks after everybody: never shown to the others, never ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Cards they placed.
    pub placed: u32,
    /// Links they drew.
    pub linked: u32,
    /// When they last did something.
    pub last: Millis,
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
    /// True once the table agrees on it: ink, not pencil.
    pub ink: bool,
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
    /// The story changed.
    Story(Was<String>),
    /// A link was turned round: these are its ends now, and what it said then.
    Reverse(LinkId, Link),
    /// The board was laid out: where the cards were, and where they went.
    Arrange(Vec<(CardId, Was<Point>)>),
    /// Something was drawn or rubbed out.
    Stroke(StrokeId, Was<Option<Stroke>>),
    /// An action was put on the matrix, written again or taken off.
    Action(ActionId, Was<Option<Action>>),
    /// A lot was dealt, with this seed: it goes back whole while none of its cards lies on the table.
    Deal(LotId, u64),
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

    /// The cards that lie on the table.
    #[must_use]
    pub fn lying(&self) -> BTreeSet<CardId> {
        self.cards.keys().copied().filter(|&card| self.on_table(card).is_some()).collect()
    }

    /// What somebody thinks of a link.
    #[must_use]
    pub fn stance(&self, link: LinkId, actor: ActorId) -> Option<Stance> {
        self.stances.get(&link)?.get(&actor).copied()
    }

    /// How many agree with a link, and how many do not.
    #[must_use]
    pub fn opinions(&self, link: LinkId) -> (usize, usize) {
        let of = |wanted| {
            let stances = self.stances.get(&link).into_iter().flat_map(BTreeMap::values);
            stances.filter(|stance| **stance == wanted).count()
        };
        (of(Stance::Agree), of(Stance::Disagree))
    }

    /// Since when the table has been in its step.
    #[must_use]
    pub fn since(&self) -> Option<Millis> {
        self.visits.last().map(|visit| visit.since)
    }

    /// The question the table was asked last in this step.
    #[must_use]
    pub fn hint(&self) -> Option<&Hint> {
        self.hints.last().filter(|hint| self.since().is_none_or(|since| hint.at >= since))
    }

    /// Whether a card of this lot lies on the table.
    #[must_use]
    pub fn is_placed(&self, lot: LotId) -> bool {
        self.cards.values().any(|card| card.lot == lot && matches!(card.spot, Spot::Table(_)))
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
