//! What several saved boards are compared from, and which of them were asked for.

use board::deck::Front;
use board::{Comparison, LinkId, MOST_COMPARED, Millis};

/// Several saved boards, side by side; fewer than two while they are being chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparisonOpening {
    /// Those that are compared: their places here are their numbers, from 0.
    pub boards: Vec<ComparedBoard>,
    /// Those that were asked for and come from another deck than the first: their cards are others.
    pub left_out: Vec<ComparedBoard>,
    /// Those that may be chosen, the newest first; the compared ones too.
    pub choice: Vec<ComparedBoard>,
    /// What they have in common, and apart.
    pub comparison: Comparison,
    /// The fronts of the cards that lie on one of them.
    pub fronts: Vec<Front>,
    /// The essential links that one of them could have drawn, and none did.
    pub missed: Vec<LinkId>,
    /// The misconceptions that were drawn, and what people believe.
    pub beliefs: Vec<(LinkId, String)>,
}

/// A saved board among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedBoard {
    /// Its number on the shelf.
    pub mark: i64,
    /// Its name, as typed.
    pub name: String,
    /// The workshop's title.
    pub workshop: String,
    /// The table's number, from 1.
    pub table: u8,
    /// When it was saved.
    pub at: Millis,
}

/// The field of an address that names a saved board; there are as many as boards.
pub const COMPARED: &str = "plateau";

/// The saved boards that an address asks for, each once, in its order: no more than can be told apart.
#[must_use]
pub fn compared(asked: impl Iterator<Item = (String, String)>) -> Vec<i64> {
    let mut marks = Vec::new();
    for mark in asked.filter(|(field, _)| field == COMPARED).filter_map(|(_, mark)| mark.parse().ok()) {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    marks.truncate(MOST_COMPARED);
    marks
}
