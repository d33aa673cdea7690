//! Going along a log, forward and back. Pure: the clock that plays it is the page's.
//!
//! A place in the log is how many of its entries are folded in. Going back begins at the nearest board that was kept on
//! the way, so that any place is as near as any other.

use crate::{Document, Entry, apply};

/// The fewest entries from one board that is kept to the next: folding so few costs less than keeping more boards.
const LEAST: usize = 64;
/// The most boards that are kept of a log, however long it is.
const MOST: usize = 64;

/// A log, and the board at one place of it.
#[derive(Clone, Debug)]
pub struct Replay {
    entries: Vec<Entry>,
    place: usize,
    document: Document,
    /// The board after 0, `every`, twice `every`… entries, as far as the replay has been.
    kept: Vec<Document>,
    every: usize,
}

impl Replay {
    /// This log, at its beginning.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let every = entries.len().div_ceil(MOST).max(LEAST);
        Self { entries, place: 0, document: Document::default(), kept: vec![Document::default()], every }
    }

    /// How many entries are folded in.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }

    /// The board at this place.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The whole log.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Goes to a place; beyond the end is the end.
    pub fn seek(&mut self, to: usize) {
        let to = to.min(self.entries.len());
        let nearest = (to / self.every).min(self.kept.len() - 1);
        if self.place > to || self.place < nearest * self.every {
            self.document.clone_from(&self.kept[nearest]);
            self.place = nearest * self.every;
        }
        while self.place < to {
            self.step(&mut |_, _| {});
        }
    }

    /// Folds in the next entry, if there is one, and tells of it with the board as it was just before.
    pub fn step(&mut self, tell: &mut dyn FnMut(&Document, &Entry)) {
        let Some(entry) = self.entries.get(self.place) else { return };
        tell(&self.document, entry);
        apply(&mut self.document, entry);
        self.place += 1;
        if self.place == self.kept.len() * self.every {
            self.kept.push(self.document.clone());
        }
    }
}
