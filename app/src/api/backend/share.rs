//! What is asked of read-only links: to make one, to revoke it, and what it opens.

use crate::api::{AppError, SharedOpening, SharesOpening, Visitor};
use async_trait::async_trait;

/// Making links is for organisers; opening one takes its secret and nothing else.
#[async_trait]
pub trait Shares: Send + Sync {
    /// The links to a saved board.
    async fn shares(&self, who: Visitor, mark: i64) -> Result<SharesOpening, AppError>;
    /// Makes a link to a saved board for so many days, which these sites may frame.
    async fn share(&self, who: Visitor, mark: i64, note: &str, days: u16, origins: &str) -> Result<(), AppError>;
    /// Revokes a link: it opens nothing any more, from the next request on.
    async fn unshare(&self, who: Visitor, mark: i64, share: i64) -> Result<(), AppError>;
    /// What a secret opens.
    async fn shared(&self, who: Visitor, secret: &str) -> Result<SharedOpening, AppError>;
    /// The same for a frame on another site, and the sites that may have it.
    async fn framed(&self, who: Visitor, secret: &str) -> Result<(SharedOpening, Vec<String>), AppError>;
}
