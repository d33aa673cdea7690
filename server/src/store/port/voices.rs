//! What people say without their name: votes, moods, feedback. And the end of a workshop, which forgets who they were.

use super::Failure;
use app::api::Feedback;
use async_trait::async_trait;
use board::{ActorId, BoardId, Millis, WorkshopId};

/// A question that a person answers once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// One word of mood.
    Mood,
    /// The questions about the workshop.
    Feedback,
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is kept.
    Kept,
    /// This person has answered before: nothing changed.
    Already,
    /// The vote or the workshop is closed: nothing changed.
    Closed,
}

/// What is said without a name.
///
/// While a vote is open it is known who votes for what, so that a vote can move; closing it keeps the numbers only. Of
/// moods and feedback it is never known whose they are, not even by their order: that somebody has answered is kept
/// apart.
#[async_trait]
pub trait Voices: Send + Sync {
    /// This person votes for this board of their workshop; a vote they cast before moves there.
    async fn vote(&self, board: BoardId, actor: ActorId) -> Result<Heard, Failure>;
    /// The board this person votes for, while the vote is open.
    async fn vote_of(&self, workshop: WorkshopId, actor: ActorId) -> Result<Option<BoardId>, Failure>;
    /// How many have voted so far; 0 once the vote is closed.
    async fn turnout(&self, workshop: WorkshopId) -> Result<u32, Failure>;
    /// Counts the votes and forgets whose they were. A vote counts if its author still has a seat, at another board.
    /// Closing again changes nothing.
    async fn close_vote(&self, workshop: WorkshopId) -> Result<(), Failure>;
    /// The votes of every board, in the order of the tables; `None` while the vote is open.
    async fn counted(&self, workshop: WorkshopId) -> Result<Option<Vec<u32>>, Failure>;
    /// This person says one word at this board, or passes.
    async fn say_mood(&self, board: BoardId, actor: ActorId, word: Option<&str>) -> Result<Heard, Failure>;
    /// The words said at this board, each with how often; the most frequent first, then by the alphabet.
    async fn moods(&self, board: BoardId) -> Result<Vec<(String, u32)>, Failure>;
    /// This person answers the questions about the workshop.
    async fn give_feedback(&self, board: BoardId, actor: ActorId, given: &Feedback) -> Result<Heard, Failure>;
    /// The answers of this board's people, in no order that means anything.
    async fn feedback(&self, board: BoardId) -> Result<Vec<Feedback>, Failure>;
    /// Whether this person has answered.
    async fn has_answered(&self, workshop: WorkshopId, actor: ActorId, question: Question) -> Result<bool, Failure>;
    /// Ends a workshop: its door and its vote close; the names at its seats and of its links, its words of mood and who has answered
    /// what are erased. Its boards, the numbers of its vote and its feedback stay. Ending it again changes nothing.
    async fn close_workshop(&self, workshop: WorkshopId, at: Millis) -> Result<(), Failure>;
    /// Whether the workshop is over.
    async fn is_closed(&self, workshop: WorkshopId) -> Result<bool, Failure>;
}
