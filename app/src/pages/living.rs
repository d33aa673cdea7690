//! The pages that live, as the server renders them and the browser takes them over: the same view on both sides.

use super::{board, facilitate, projector};
use crate::live::LiveBoard;
use leptos::prelude::*;

/// Which page lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Living {
    /// A participant's board.
    Board,
    /// A board for the room's screen.
    Projector,
    /// A table, for the person who facilitates.
    Facilitate,
}

impl Living {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Board, Self::Projector, Self::Facilitate];

    /// Its name in the document.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Projector => "projector",
            Self::Facilitate => "facilitate",
        }
    }

    /// The name of the script that knows this page: what a participant needs is fetched without the rest.
    #[must_use]
    pub fn script(self) -> &'static str {
        match self {
            Self::Board => "participant",
            Self::Projector | Self::Facilitate => "stage",
        }
    }

    /// The page with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// The view of a page that lives; its components find the board in their context.
pub fn living(page: Living, board: LiveBoard) -> AnyView {
    match page {
        Living::Board => participant(page, board),
        Living::Projector => with(board, projector::projector),
        Living::Facilitate => with(board, facilitate::facilitate),
    }
}

/// The same for people who only ever see the participant's page: the wasm of their phones holds nothing else.
pub fn participant(_: Living, board: LiveBoard) -> AnyView {
    with(board, board::board)
}

fn with<V: IntoView + 'static>(board: LiveBoard, view: fn(LiveBoard) -> V) -> AnyView {
    provide_context(board);
    view(board).into_any()
}
