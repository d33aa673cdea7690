//! What people ask, and what happens to a board.
//!
//! An [`Intent`] travels up: what a person wants. An [`Op`] is what the room wrote in the log. They differ only
//! where the room must add something that a browser may not know: which cards a lot holds, and how they fall.
//!
//! Variants are only ever added at the end: their order is the wire and disk format.

use crate::{Action, ActionId, ActorId, CardId, Clock, LotId, NoteId, Phase, Shape, StrokeId};
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
        /// True to deal although the gate is shut.
        force: bool,
    },
    /// Turn up the next card of a lot that is dealt one by one.
    Turn {
        /// Which lot.
        lot: LotId,
        /// Whose hand it goes to; beside the board for nobody.
        to: Option<ActorId>,
    },
    /// Give somebody who came late their share of the cards that do not lie on the table.
    CatchUp {
        /// Who.
        actor: ActorId,
    },
    /// Lay the board out from causes to consequences.
    Arrange,
}

/// Where a lot goes when it is dealt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DealTo {
    /// Into the hands of the people seated, in turn.
    Hands,
    /// Face up beside the board, for whoever takes them.
    Table,
    /// One beside the board; each next one when it is turned up.
    OneByOne,
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
        /// The cards dealt, in their shuffled order, with where they went.
        cards: Vec<(CardId, Spot)>,
        /// How many are left to be turned up one by one.
        left: u8,
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
    /// The table enters a step of the script.
    Enter {
        /// Its number in the script, from 0.
        step: u8,
        /// What it opens.
        phase: Phase,
        /// How long it lasts: what the clock is set to. 0 for no clock.
        minutes: u16,
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
    /// The next card of a lot is turned up. Only the room writes this one.
    Turn {
        /// Its lot.
        lot: LotId,
        /// Which card.
        card: CardId,
        /// Where it goes.
        spot: Spot,
    },
    /// Cards that do not lie on the table go into people's hands. Only the room writes this one.
    Give {
        /// Which cards, and whose they become.
        cards: Vec<(CardId, ActorId)>,
    },
    /// A lot is taken back while none of its cards lies on the table.
    Withdraw {
        /// Which lot.
        lot: LotId,
    },
    /// Somebody has left the table: the cards in their hand lie beside the board.
    Leave {
        /// Who.
        actor: ActorId,
    },
    /// The clock is set. It says what the clock becomes, so that twice is the same as once.
    Time {
        /// What it becomes.
        clock: Clock,
    },
    /// A link is agreed on, or provisional again.
    Ink {
        /// Its two ends.
        link: LinkId,
        /// True for ink, false for pencil.
        ink: bool,
    },
    /// A person agrees with a link, disagrees, or has no opinion any more.
    Judge {
        /// Its two ends.
        link: LinkId,
        /// What they think of it.
        stance: Option<Stance>,
    },
    /// A link becomes one of the table's starred links, or is one no more.
    Star {
        /// Its two ends.
        link: LinkId,
        /// True for a starred link.
        starred: bool,
    },
    /// A link goes the other way round.
    Reverse {
        /// Its two ends, as they are now.
        link: LinkId,
    },
    /// The board is laid out from causes to consequences. Only the room writes this one.
    Arrange {
        /// Which cards move, and where to.
        cards: Vec<(CardId, Point)>,
    },
    /// Everybody's view is led to some cards.
    Frame {
        /// Which cards; none lets everybody go where they were.
        cards: Vec<CardId>,
    },
    /// A question to the table, about some cards.
    Hint {
        /// Which cards.
        cards: Vec<CardId>,
        /// The question.
        text: String,
    },
    /// This table presents its board on the room's screen, or has done so.
    Stage {
        /// True while it presents.
        on: bool,
        /// The link that is being told.
        link: Option<LinkId>,
    },
    /// The board gets its story.
    Story {
        /// What it says: may be empty.
        text: String,
    },
    /// Something is drawn or stamped on the board.
    Draw {
        /// Its name.
        stroke: StrokeId,
        /// What it looks like.
        shape: Shape,
    },
    /// A drawing is rubbed out.
    Rub {
        /// Which one.
        stroke: StrokeId,
    },
    /// An action is put on the matrix, or written again.
    Act {
        /// Its name.
        action: ActionId,
        /// What is decided.
        what: Action,
    },
    /// An action is taken off the matrix.
    Drop {
        /// Which one.
        action: ActionId,
    },
}

/// What a person thinks of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// It holds.
    Agree,
    /// It does not: a result too, which the debrief takes up.
    Disagree,
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

    /// Whether this card is at one of its ends.
    #[must_use]
    pub fn touches(self, card: CardId) -> bool {
        self.cause == card || self.consequence == card
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
