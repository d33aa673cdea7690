//! What a saved board is seen again from: its log, and what the cards and steps in it are called.

use board::deck::{Front, Lang};
use board::{Entry, Replay, Seq, Tape};
use serde::{Deserialize, Serialize};

/// A saved board, to see again from its first entry. It travels to the page that plays it: without a name, since a log
/// has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplayOpening {
    /// In which language.
    pub lang: Lang,
    /// The saved board's number.
    pub mark: i64,
    /// Its name, as typed.
    pub name: String,
    /// The workshop's title.
    pub workshop: String,
    /// The table's number, from 1.
    pub table: u8,
    /// The last entry that the saved board shows.
    pub seq: Seq,
    /// The log up to there, or to the first entry that cannot be read.
    pub tape: Tape,
    /// The fronts of every card that was ever dealt.
    pub fronts: Vec<Front>,
    /// The titles of the steps of the script, by number.
    pub steps: Vec<String>,
}

impl ReplayOpening {
    /// The log, at its beginning.
    #[must_use]
    pub fn replay(&self) -> Replay {
        Replay::new(self.tape.clone().entries())
    }

    /// Whether the log cannot be read up to the saved board.
    #[must_use]
    pub fn is_cut(&self, entries: &[Entry]) -> bool {
        entries.last().map_or(Seq(0), |last| last.seq) < self.seq
    }
}
