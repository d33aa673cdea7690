//! What the screen shows of a table: a function of its document.

use board::{Document, Phase};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scene {
    /// How to come to the table, over the whole screen.
    Invitation,
    /// The board, and how to come to it.
    Board,
    /// Black, with a clock.
    Rest,
    /// A table tells its board: title, story, starred links in turn.
    Told,
    /// The boards of all tables.
    Gallery,
    /// What people feel, in their words.
    Moods,
    /// What the team decides.
    Actions,
    /// What is kept of it all, while it is written.
    Debrief,
    /// The end.
    Thanks,
}

/// The scene of a table.
pub(super) fn scene(document: &Document) -> Scene {
    match document.phase {
        Phase::Welcome => Scene::Invitation,
        Phase::Break => Scene::Rest,
        Phase::Gallery => Scene::Gallery,
        Phase::Mood => Scene::Moods,
        Phase::Actions => Scene::Actions,
        Phase::Feedback => Scene::Thanks,
        Phase::Closing => Scene::Debrief,
        Phase::Restitution => Scene::Told,
        Phase::Icebreaker | Phase::Cards | Phase::Links | Phase::Review | Phase::Story => {
            if document.stage.is_some() {
                Scene::Told
            } else if document.lots.is_empty() && document.notes.is_empty() {
                Scene::Invitation
            } else {
                Scene::Board
            }
        }
    }
}
