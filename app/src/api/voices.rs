//! What people say without their name: what its pages are rendered from, and the server functions of its forms.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::{AppError, Reminders};
use board::protocol::Faces;
use board::{BoardId, Document, WorkshopId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{GetUrl, Json};

/// The longest word of mood, in characters.
pub const MAX_MOOD: u16 = 30;
/// The longest comment in a feedback, in characters.
pub const MAX_COMMENT: u16 = 500;

/// The page on which one visits the other tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GalleryOpening {
    /// Which workshop, by its title.
    pub workshop: String,
    /// From which board: the visitor's own.
    pub board: BoardId,
    /// Its table, from 1.
    pub table: u8,
    /// The boards that may be seen: for a participant, those of the other tables, once their own table visits.
    pub boards: Vec<ShownBoard>,
    /// The vote, for this person.
    pub ballot: Ballot,
}

/// A board as others look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownBoard {
    /// Its table, from 1.
    pub table: u8,
    /// The board.
    pub document: Document,
    /// The fronts of its cards.
    pub faces: Faces,
}

/// Where a vote stands, for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ballot {
    /// They may vote.
    Open {
        /// The table they vote for so far.
        chosen: Option<u8>,
    },
    /// They may not vote now.
    Shut {
        /// Why.
        why: AppError,
        /// The table they vote for so far.
        chosen: Option<u8>,
    },
    /// The vote is closed: the votes of each table, table 1 first.
    Counted(Vec<u32>),
}

/// Whether one person may answer a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is their turn.
    Open,
    /// They have answered.
    Done,
    /// Not now: why.
    Shut(AppError),
}

/// The page on which one says a word of mood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoodOpening {
    /// At which board.
    pub board: BoardId,
    /// Its table, from 1.
    pub table: u8,
    /// Whether this person may.
    pub turn: Turn,
    /// The words of the table with how often each was said, for whoever may read them.
    pub words: Option<Vec<(String, u32)>>,
}

/// The page with the questions about the workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackOpening {
    /// At which board.
    pub board: BoardId,
    /// Its table, from 1.
    pub table: u8,
    /// Whether this person may.
    pub turn: Turn,
    /// Whether they may leave an address for reminders.
    pub reminders: Reminders,
}

/// One person's answers, without the person. Grades go from 1 to 5; what was left out is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Feedback {
    /// I could explain a link I did not know.
    pub learned: Option<u8>,
    /// Which one.
    pub learned_what: String,
    /// The discussion left room for everybody.
    pub room: Option<u8>,
    /// A card that is wrong, dated or badly put.
    pub wrong: String,
    /// A card that is missing.
    pub missing: String,
    /// The chosen action is realistic.
    pub realistic: Option<u8>,
    /// What would make it fail.
    pub obstacle: String,
    /// I leave with longing to act.
    pub longing: bool,
    /// I leave worried.
    pub worry: bool,
    /// I leave angry.
    pub anger: bool,
    /// I leave relieved.
    pub relief: bool,
    /// I leave with something else.
    pub other: String,
    /// The tool worked with my device and my needs.
    pub worked: Option<Fit>,
    /// What did not.
    pub worked_what: String,
}

/// Whether something worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fit {
    /// It did.
    Yes,
    /// In part.
    Partly,
    /// It did not.
    No,
}

impl Fit {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];
}

/// The page on which the person who facilitates reads what was said, and ends the workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnsOpening {
    /// Which workshop.
    pub workshop: WorkshopId,
    /// Its title.
    pub title: String,
    /// Whether it is over.
    pub closed: bool,
    /// How many have voted, while the vote is open; `None` once it is closed.
    pub voting: Option<u32>,
    /// Its tables: table 1 first.
    pub tables: Vec<TableReturns>,
}

/// What the people of one table said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableReturns {
    /// Their board.
    pub board: BoardId,
    /// Its title; may be empty.
    pub title: String,
    /// The votes for it, once the vote is closed.
    pub votes: Option<u32>,
    /// Their words of mood.
    pub moods: Vec<(String, u32)>,
    /// Their answers.
    pub feedback: Vec<Feedback>,
}

/// Votes for another table.
#[server(prefix = "/api", endpoint = "vote")]
pub async fn cast_vote(board: BoardId, table: u8) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.vote(who, board, table).await?;
    super::ask::go(&super::ask::Route::Gallery(board))
}

/// Says a word of mood.
#[server(prefix = "/api", endpoint = "mood")]
pub async fn say_mood(board: BoardId, word: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.say_mood(who, board, Some(&word)).await?;
    super::ask::go(&super::ask::Route::Mood(board))
}

/// Says no word of mood.
#[server(prefix = "/api", endpoint = "pass")]
pub async fn pass_mood(board: BoardId) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.say_mood(who, board, None).await?;
    super::ask::go(&super::ask::Route::Mood(board))
}

/// The words of a table, for a page that shows them as they come.
#[server(prefix = "/api", endpoint = "moods", input = GetUrl, output = Json)]
pub async fn moods(board: BoardId) -> Result<Vec<(String, u32)>, AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.moods(who, board).await
}

/// Answers the questions about the workshop, and leaves an address for reminders where one was typed.
#[server(prefix = "/api", endpoint = "feedback")]
pub async fn give_feedback(
    board: BoardId,
    #[server(default)] given: Feedback,
    #[server(default)] address: String,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.give_feedback(who, board, given, &address).await?;
    super::ask::go(&super::ask::Route::Feedback(board))
}

/// Closes the vote of a workshop.
#[server(prefix = "/api", endpoint = "close-vote")]
pub async fn close_vote(workshop: WorkshopId) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.close_vote(who, workshop).await?;
    super::ask::go(&super::ask::Route::Returns(workshop))
}

/// Ends a workshop, once the person has said that they are `sure`.
#[server(prefix = "/api", endpoint = "close")]
pub async fn close_workshop(workshop: WorkshopId, #[server(default)] sure: bool) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    super::ask::confirmed(sure)?;
    backend.close_workshop(who, workshop).await?;
    super::ask::go(&super::ask::Route::Returns(workshop))
}
