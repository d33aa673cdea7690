//! What people ask, and what happens to a board.
//!
//! An [`Intent`] travels up: what a person wants. An [`Op`] is what the room wrote in the log. They differ only
//! where the room must add something that a browser may not know: which cards a lot holds, and how they fall.
//!
//! Variants are only ever added at the end: their order is the wire and disk format.

use crate::{ActorId, CardId, LotId, NoteId};
use serde::{Deserialize, Serialize};

/// What a person wants to happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Intent {
    /// Something the browser can say in full.
    Do(Op),
    /// Deal a lot: the room shuffles it.
    Deal {
        /// Which lot.
        lot: LotId,
        /// Where its cards go.
        to: DealTo,
    },
}

/// Where a lot goes when it is dealt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DealTo {
    /// Into the hands of the people seated, in turn.
    Hands,
    /// Face up beside the board, for whoever takes them.
    Table,
}

/// What happened to a board: the content of a log entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Op {
    /// A lot was dealt. Only the room writes this one.
    Deal {
        /// Which lot.
        lot: LotId,
        /// What the room shuffled with, so that the deal can be checked.
        seed: u64,
        /// Every card of the lot, in its shuffled order, with where it went.
        cards: Vec<(CardId, Spot)>,
    },
    /// A card goes from a hand or the reserve to the table.
    Place {
        /// Which card.
        card: CardId,
        /// Where its centre goes.
        at: Point,
    },
    /// A card that lies on the table moves.
    Move {
        /// Which card.
        card: CardId,
        /// Where its centre goes.
        at: Point,
    },
    /// A card goes back from the table into the hand of whoever takes it.
    Return {
        /// Which card.
        card: CardId,
    },
    /// A new link, from cause to consequence.
    Link {
        /// Its two ends.
        link: LinkId,
        /// How the cause acts.
        kind: LinkKind,
        /// "Parce que…": may be empty.
        because: String,
    },
    /// A link says something else.
    Change {
        /// Its two ends.
        link: LinkId,
        /// How the cause acts.
        kind: LinkKind,
        /// "Parce que…": may be empty.
        because: String,
    },
    /// A link is taken away.
    Unlink {
        /// Its two ends.
        link: LinkId,
    },
    /// A note or an open question is written, or written again.
    Note {
        /// Its name.
        note: NoteId,
        /// Where its centre lies.
        at: Point,
        /// What it says.
        text: String,
        /// True for an open question, which the debrief takes up.
        question: bool,
    },
    /// A note is taken away.
    Erase {
        /// Which note.
        note: NoteId,
    },
    /// The board gets a title.
    Title {
        /// What it says: may be empty.
        text: String,
    },
    /// The table enters a phase.
    Enter {
        /// Which phase.
        phase: Phase,
    },
    /// The table is paused, or goes on.
    Pause {
        /// True to pause.
        paused: bool,
    },
    /// The backs of a lot may be read.
    Open {
        /// Which lot.
        lot: LotId,
    },
    /// The person takes back their own last op that can still be taken back.
    Undo,
}

/// A place on the table, in table units: see [`crate::TABLE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Point {
    /// From the left edge.
    pub x: i16,
    /// From the top edge.
    pub y: i16,
}

/// Where a dealt card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Spot {
    /// Beside the board, for whoever takes it.
    Reserve,
    /// In somebody's hand.
    Hand(ActorId),
    /// On the table, its centre there.
    Table(Point),
}

/// The two ends of a link; there is at most one link from one card to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LinkId {
    /// Where the arrow starts.
    pub cause: CardId,
    /// Where the arrow points.
    pub consequence: CardId,
}

impl LinkId {
    /// The same two cards, the other way round.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { cause: self.consequence, consequence: self.cause }
    }
}

/// How a cause acts on its consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum LinkKind {
    /// *entraîne*: brings about, or more of it.
    #[default]
    LeadsTo,
    /// *réduit*: less of it.
    Reduces,
    /// *permet*: makes possible or easier.
    Enables,
}

impl LinkKind {
    /// All three, in the order people are offered them.
    pub const ALL: [Self; 3] = [Self::LeadsTo, Self::Reduces, Self::Enables];
}

/// What a step of the script opens: rights, and what the room's screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Phase {
    /// People arrive; nothing moves yet.
    #[default]
    Welcome,
    /// Cards are read and placed.
    Cards,
    /// Causes and consequences are linked.
    Links,
    /// The board is read again and corrected by the team.
    Review,
    /// The board gets its title, its story and its drawings.
    Story,
    /// Nothing changes any more.
    Closing,
    /// People talk; what they say is noted.
    Icebreaker,
    /// Everybody rests; the board stays as it is.
    Break,
    /// A table presents its board to the others.
    Restitution,
    /// Tables visit each other and vote.
    Gallery,
    /// One word each, without a name.
    Mood,
    /// The team chooses what it does and what it stops doing.
    Actions,
    /// Questions about the workshop, without a name.
    Feedback,
}

impl Phase {
    /// All phases.
    pub const ALL: [Self; 13] = [
        Self::Welcome,
        Self::Icebreaker,
        Self::Cards,
        Self::Links,
        Self::Review,
        Self::Break,
        Self::Story,
        Self::Restitution,
        Self::Gallery,
        Self::Mood,
        Self::Actions,
        Self::Feedback,
        Self::Closing,
    ];
}
