//! What is asked of the library: the shelf of saved boards, one of them, and the remarks beside it.

use crate::api::{AppError, LibraryOpening, LibraryWish, RetrospectOpening, SavedOpening, Visitor};
use async_trait::async_trait;

/// What may be asked of the library by those who organise, and of the boards of their workshops by those who
/// facilitate.
#[async_trait]
pub trait Library: Send + Sync {
    /// A page of the shelf.
    async fn library(&self, who: Visitor, wish: LibraryWish) -> Result<LibraryOpening, AppError>;
    /// One saved board.
    async fn saved(&self, who: Visitor, mark: i64) -> Result<SavedOpening, AppError>;
    /// One saved board, with what its log says about how it was played.
    async fn retrospect(&self, who: Visitor, mark: i64) -> Result<RetrospectOpening, AppError>;
    /// Writes a remark beside a saved board.
    async fn remark(&self, who: Visitor, mark: i64, text: &str) -> Result<(), AppError>;
    /// Erases a remark.
    async fn erase_remark(&self, who: Visitor, mark: i64, remark: i64) -> Result<(), AppError>;
}
