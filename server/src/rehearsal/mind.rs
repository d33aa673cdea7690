//! What somebody simulated thinks: given the board, what they do next and how long they think about it. Pure, with
//! dice: whoever gives them a body brings the clock. They ask for nothing that the rules refuse to what they see.

mod cards;
mod links;
mod telling;

use super::cast::Part;
use crate::decks::{self, Loaded};
use board::{Act, ActorId, Dice, Document, Op, Spot};
use std::time::Duration;

/// How many links a table has drawn when it loses the thread.
const LOST_AT: usize = 2;

/// Somebody's mind.
pub(super) struct Mind {
    me: ActorId,
    part: &'static Part,
    deck: &'static Loaded,
    dice: Dice,
    thread: Thread,
    mood: Mood,
    seen: Seen,
    /// How many actions they have proposed.
    proposed: usize,
}

/// Whether somebody follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thread {
    /// Until the table has drawn a few links.
    Held,
    /// Until somebody waves or asks, or it comes back by itself after some minutes.
    Lost,
    /// For good.
    Found,
}

/// What somebody does, which says how long it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Reading,
    Talking,
    Telling,
    Waiting,
}

/// What somebody has noticed of the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    step: Option<u8>,
    hints: usize,
    cards: usize,
}

impl Mind {
    /// Somebody with this number at the workshop. The same seed leads to the same thoughts.
    pub fn new(me: ActorId, part: &'static Part, seed: u64) -> Self {
        let thread = if part.lull { Thread::Held } else { Thread::Found };
        let (deck, seen) = (decks::embedded(), Seen::default());
        Self { me, part, deck, dice: Dice::new(seed), thread, mood: Mood::Reading, seen, proposed: 0 }
    }

    /// Thinks once, and does one thing or nothing.
    pub fn think(&mut self, document: &Document) -> Option<Op> {
        self.mood = Mood::Waiting;
        match self.thread {
            Thread::Lost => self.thread = Thread::Found,
            Thread::Held if self.loses_it(document) => {
                self.thread = Thread::Lost;
                return None;
            }
            Thread::Held | Thread::Found => {}
        }
        let (mood, op) = if document.paused { None } else { self.choose(document) }?;
        self.mood = mood;
        Some(op)
    }

    /// How long until the next thought.
    pub fn pause(&mut self) -> Duration {
        if self.thread == Thread::Lost {
            return self.seconds(240, 300);
        }
        let (least, most) = match self.mood {
            Mood::Reading => (2, 6),
            Mood::Talking => (15, 40),
            Mood::Telling => (25, 60),
            Mood::Waiting => (4, 9),
        };
        self.seconds(least, most) * self.part.slowness / 100
    }

    /// Looks at the board; true when there is something new to think about at once.
    pub fn notice(&mut self, document: &Document) -> bool {
        let mine = document.cards.values().filter(|card| card.spot == Spot::Hand(self.me)).count();
        let now = Seen { step: document.step, hints: document.hints.len(), cards: mine };
        let before = std::mem::replace(&mut self.seen, now);
        let new = now.step != before.step || now.hints > before.hints || now.cards > before.cards;
        new && self.attend()
    }

    /// Somebody waves; true when that wakes them.
    pub fn wave(&mut self) -> bool {
        self.thread == Thread::Lost && self.attend()
    }

    /// They look up, and first read.
    fn attend(&mut self) -> bool {
        self.mood = Mood::Reading;
        if self.thread == Thread::Lost {
            self.thread = Thread::Found;
        }
        true
    }

    /// What the phase opens, cards first.
    fn choose(&mut self, document: &Document) -> Option<(Mood, Op)> {
        let opens = |act| document.phase.allows(act);
        if opens(Act::Place)
            && let Some(op) = self.place(document)
        {
            return Some((Mood::Reading, op));
        }
        if opens(Act::Link) {
            return self.talk(document).map(|op| (Mood::Talking, op));
        }
        let op = if opens(Act::Title) {
            self.tell(document)
        } else if opens(Act::Star) {
            self.star(document)
        } else if opens(Act::Act) {
            self.propose(document)
        } else {
            None
        };
        op.map(|op| (Mood::Telling, op))
    }

    fn loses_it(&self, document: &Document) -> bool {
        document.phase.allows(Act::Link) && document.links.len() >= LOST_AT && board::unplaced(document) == 0
    }

    fn seconds(&mut self, least: u64, most: u64) -> Duration {
        let span = usize::try_from((most - least) * 1000).unwrap_or_default();
        Duration::from_millis(least * 1000 + self.dice.below(span) as u64)
    }

    /// True so many times in a hundred.
    fn chance(&mut self, percent: usize) -> bool {
        self.dice.below(100) < percent
    }

    /// One of these.
    fn pick<T: Clone>(&mut self, among: &[T]) -> Option<T> {
        among.get(self.dice.below(among.len())).cloned()
    }
}
