//! The pages: each one a function of its opening, which the server read before rendering.

mod board;
mod facilitate;

pub use board::board;
pub use facilitate::facilitate;

use crate::api::{AppError, BoardOpening, DoorOpening, JoinOpening, LibraryOpening, SavedOpening, WorkshopsOpening};
use ::board::deck::Lang;
use std::collections::BTreeMap;

/// What is shown at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// Enter a code.
    Home,
    /// Join a workshop.
    Join(JoinOpening),
    /// A secret's button.
    Door(DoorOpening),
    /// A participant's board.
    Board(Box<BoardOpening>),
    /// A participant's board as text.
    Plan(Box<BoardOpening>),
    /// A board for the room's screen.
    Projector(Box<BoardOpening>),
    /// A table of a workshop, for the person who facilitates.
    Facilitate(Box<BoardOpening>),
    /// The organiser's workshops.
    Workshops(WorkshopsOpening),
    /// The shelf of saved boards.
    Library(LibraryOpening),
    /// One saved board.
    Saved(Box<SavedOpening>),
    /// Sign in.
    SignIn,
    /// The first set-up, with its secret.
    SetUp(String),
    /// Nothing that this person may see: why, and where to go on.
    Sorry(AppError),
}

/// A page as one request gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What is shown.
    pub page: Page,
    /// In which language.
    pub lang: Lang,
    /// A form of this page that was refused without JavaScript.
    pub refused: Option<RefusedForm>,
}

/// A form that was refused, as the address says it: its endpoint, why, and what had been typed, so that nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedForm {
    /// The endpoint of the server function, such as `join`.
    pub form: String,
    /// Why.
    pub error: AppError,
    /// The fields as typed, secrets apart.
    pub typed: BTreeMap<String, String>,
}
