//! What is asked about the network.

use crate::api::{AppError, EntryWish, Matter, NetworkOpening, Visitor};
use async_trait::async_trait;

/// What organisations publish for others: read by everybody, written by those who organise.
#[async_trait]
pub trait Network: Send + Sync {
    /// The page, whose form begins with what was asked.
    async fn network(&self, who: Visitor, begun: (Option<Matter>, String)) -> Result<NetworkOpening, AppError>;
    /// Publishes an entry.
    async fn publish(&self, who: Visitor, what: EntryWish) -> Result<(), AppError>;
    /// Withdraws an entry, be it one's own or gathered; one that is gone is gone.
    async fn withdraw(&self, who: Visitor, entry: i64) -> Result<(), AppError>;
}
