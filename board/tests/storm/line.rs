//! A connection as a page and the house have it: two ordered streams, which can be cut anywhere. What was sent before
//! the cut may still arrive, up to some point; each end learns of the cut once it has read what arrived.

use crate::weather::dice::Dice;
use std::collections::VecDeque;

/// A connection.
#[derive(Debug)]
pub struct Line {
    /// Who dialled it.
    pub page: usize,
    /// From the page to the house.
    pub up: VecDeque<Vec<u8>>,
    /// From the house to the page.
    pub down: VecDeque<Vec<u8>>,
    /// The page reads and writes it.
    pub page_end: bool,
    /// The house reads and writes it.
    pub house_end: bool,
    /// A frame was lost on the way down.
    pub lossy: bool,
}

impl Line {
    /// A new connection of this page.
    pub fn of(page: usize) -> Self {
        let (up, down) = (VecDeque::new(), VecDeque::new());
        Self { page, up, down, page_end: true, house_end: true, lossy: false }
    }

    /// The page is gone; some of what it said is still on its way.
    pub fn page_leaves(&mut self, dice: &mut Dice) {
        self.page_end = false;
        self.down.clear();
        self.up.truncate(dice.below(self.up.len() + 1));
    }

    /// The house is gone; some of what it said is still on its way.
    pub fn house_leaves(&mut self, dice: &mut Dice) {
        self.house_end = false;
        self.up.clear();
        self.down.truncate(dice.below(self.down.len() + 1));
    }
}
