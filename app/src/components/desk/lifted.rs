//! What a person holds up over the board: a card or a note that follows their hand, or a rope from one card to another.
//! The board itself knows nothing of it until they let go.

use super::{Chosen, Desk, Gap, Place};
use crate::live::LiveBoard;
use board::{CardId, Note, Op, Point};
use leptos::prelude::*;

/// What is held up, and where: two signals, so that a move wakes what follows the hand and nothing else.
#[derive(Clone, Copy, Default)]
pub struct Lifted {
    what: RwSignal<Chosen>,
    at: RwSignal<Point>,
}

/// A rope on its way from a card to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rope {
    /// Where it is tied.
    pub from: CardId,
    /// Where its other end is held.
    pub end: Point,
    /// The card under that end.
    pub over: Option<CardId>,
}

impl Lifted {
    /// What is held up: wakes when another thing is, not when it moves.
    #[must_use]
    pub fn what(self) -> Chosen {
        self.what.get()
    }

    /// Where it is.
    #[must_use]
    pub fn at(self) -> Point {
        self.at.get()
    }

    /// Both, for an event; `None` when nothing is held up.
    #[must_use]
    pub fn get_untracked(self) -> Option<(Chosen, Point)> {
        let what = self.what.get_untracked();
        (what != Chosen::Nothing).then(|| (what, self.at.get_untracked()))
    }

    /// Holds this up there; or nothing any more.
    pub fn set(self, lifted: Option<(Chosen, Point)>) {
        let (what, at) = lifted.map_or((Chosen::Nothing, None), |(what, at)| (what, Some(at)));
        // Where it is comes first: it is drawn there from the beginning.
        if let Some(at) = at.filter(|&at| at != self.at.get_untracked()) {
            self.at.set(at);
        }
        if what != self.what.get_untracked() {
            self.what.set(what);
        }
    }
}

impl Desk {
    /// The op that moves this to another place.
    #[must_use]
    pub fn moving(self, live: LiveBoard, what: Chosen, at: Point) -> Option<Op> {
        match what {
            Chosen::Card(card) => Some(Op::Move { card, at }),
            Chosen::Note(note) => live.glance(|document| {
                let Note { text, question, .. } = document.notes.get(&note)?.clone();
                Some(Op::Note { note, at, text, question })
            }),
            Chosen::Nothing | Chosen::Link(_) => None,
        }
    }

    /// What is held up lies where it is held.
    pub fn put_down(self, live: LiveBoard, what: Chosen) {
        if let Some((_, at)) = self.lifted.get_untracked()
            && let Some(op) = self.moving(live, what, at)
        {
            live.act(op);
        }
        self.lifted.set(None);
    }

    /// A rope was tied: the sentence says from which card to which, and asks why. True if no link says so already.
    pub fn tie(self, live: LiveBoard, cause: CardId, consequence: CardId) -> bool {
        self.sentence.cause.set(Some(cause));
        self.sentence.consequence.set(Some(consequence));
        self.sentence.gap.set(Gap::Consequence);
        self.chosen.set(Chosen::Nothing);
        self.recognise(live);
        let news = self.chosen.get_untracked() == Chosen::Nothing;
        if news {
            self.place.set(Place::Link);
        }
        news
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_move_wakes_nothing_that_only_asks_what_is_held() {
        Owner::new().with(|| {
            let (lifted, asked) = (Lifted::default(), Arc::new(AtomicUsize::new(0)));
            let counted = asked.clone();
            let what = Memo::new(move |_| {
                counted.fetch_add(1, Ordering::Relaxed);
                lifted.what()
            });
            let card = Chosen::Card(CardId(7));
            for x in 0..10 {
                lifted.set(Some((card, Point { x, y: 3 })));
                assert_eq!(what.get_untracked(), card);
            }
            assert_eq!(asked.load(Ordering::Relaxed), 1);
            assert_eq!(lifted.get_untracked(), Some((card, Point { x: 9, y: 3 })));
            lifted.set(None);
            assert_eq!((what.get_untracked(), lifted.get_untracked()), (Chosen::Nothing, None));
        });
    }
}
