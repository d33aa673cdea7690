//! The pages that live, as the server renders them and the browser takes them over: the same view on both sides.

use super::{board, cockpit, facilitate, projector};
use crate::live::LiveBoard;
use leptos::prelude::*;

/// Which page lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Living {
    /// A participant's board.
    Board,
    /// The boards of a workshop for the room's screen.
    Projector,
    /// The boards of a workshop, for the person who facilitates.
    Cockpit,
    /// A table, for the person who facilitates.
    Facilitate,
}

impl Living {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Board, Self::Projector, Self::Cockpit, Self::Facilitate];

    /// Its name in the document.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Projector => "projector",
            Self::Cockpit => "cockpit",
            Self::Facilitate => "facilitate",
        }
    }

    /// The name of the script that knows this page: what a participant needs is fetched without the rest.
    #[must_use]
    pub fn script(self) -> &'static str {
        match self {
            Self::Board => "participant",
            Self::Projector | Self::Cockpit | Self::Facilitate => "stage",
        }
    }

    /// The page with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// The view of a page that lives.
pub fn living(page: Living, boards: Vec<LiveBoard>) -> AnyView {
    match page {
        Living::Board => participant(page, boards),
        Living::Projector => projector::projector(boards).into_any(),
        Living::Cockpit => cockpit::cockpit(boards).into_any(),
        Living::Facilitate => one(boards, facilitate::facilitate),
    }
}

/// The same for people who only ever see the participant's page: the wasm of their phones holds nothing else.
pub fn participant(_: Living, boards: Vec<LiveBoard>) -> AnyView {
    one(boards, board::board)
}

fn one<V: IntoView + 'static>(boards: Vec<LiveBoard>, view: fn(LiveBoard) -> V) -> AnyView {
    boards.first().map_or_else(|| ().into_any(), |&board| view(board).into_any())
}
