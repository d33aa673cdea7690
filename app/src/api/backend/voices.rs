//! What is asked about what people say without their name: votes, moods, feedback.

use crate::api::{AppError, Feedback, FeedbackOpening, GalleryOpening, MoodOpening, ReturnsOpening, Visitor};
use async_trait::async_trait;
use board::{BoardId, WorkshopId};

/// What is said without a name. A board is always the asker's own; whoever plays at none looks on from any.
#[async_trait]
pub trait Voices: Send + Sync {
    /// The boards of the other tables, and the vote.
    async fn gallery(&self, who: Visitor, board: BoardId) -> Result<GalleryOpening, AppError>;
    /// Votes for another table (from 1); an earlier vote moves there.
    async fn vote(&self, who: Visitor, board: BoardId, table: u8) -> Result<(), AppError>;
    /// The question about one's mood.
    async fn mood(&self, who: Visitor, board: BoardId) -> Result<MoodOpening, AppError>;
    /// Says one word of mood, or passes.
    async fn say_mood(&self, who: Visitor, board: BoardId, word: Option<&str>) -> Result<(), AppError>;
    /// The words of a table, each with how often it was said: for whoever has answered there or looks on.
    async fn moods(&self, who: Visitor, board: BoardId) -> Result<Vec<(String, u32)>, AppError>;
    /// The questions about the workshop.
    async fn feedback(&self, who: Visitor, board: BoardId) -> Result<FeedbackOpening, AppError>;
    /// Answers them, and leaves an address for reminders unless it is empty: the one is kept apart from the other.
    async fn give_feedback(&self, who: Visitor, board: BoardId, given: Feedback, address: &str)
    -> Result<(), AppError>;

    // the person who facilitates
    /// What a workshop's people said.
    async fn returns(&self, who: Visitor, workshop: WorkshopId) -> Result<ReturnsOpening, AppError>;
    /// Closes the vote and shows what it came to.
    async fn close_vote(&self, who: Visitor, workshop: WorkshopId) -> Result<(), AppError>;
    /// Ends a workshop and forgets who was there.
    async fn close_workshop(&self, who: Visitor, workshop: WorkshopId) -> Result<(), AppError>;
}
