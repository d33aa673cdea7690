//! The way to the page on which a phase has people answer: visit, decide, say a word, give
//! one's opinion.

use crate::routes::Route;
use crate::text::Words;
use board::{Act, BoardId, Phase};

/// That page and what its link says; `None` in a phase without one.
#[must_use]
pub fn way(words: Words, board: BoardId, phase: Phase) -> Option<(Route, &'static str)> {
    let say = words.ways();
    if phase.allows(Act::Vote) {
        Some((Route::Gallery(board), say.visit))
    } else if phase.allows(Act::Act) {
        Some((Route::Actions(board), say.actions))
    } else if phase.allows(Act::Mood) {
        Some((Route::Mood(board), say.mood))
    } else if phase.allows(Act::Feedback) || phase == Phase::Closing {
        Some((Route::Feedback(board), say.feedback))
    } else {
        None
    }
}
