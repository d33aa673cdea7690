//! Read-only links to saved boards. The secret of a link is never kept, nor anything of those who open it.

use super::Failure;
use async_trait::async_trait;
use board::Millis;

/// A read-only link to a saved board, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Its number, on this server.
    pub number: i64,
    /// The saved board.
    pub mark: i64,
    /// To whom it was given, as typed; may be empty.
    pub note: String,
    /// When it was made.
    pub made: Millis,
    /// From when on it opens nothing.
    pub expires: Millis,
    /// How often it was opened.
    pub opened: u32,
    /// The sites that may frame the picture of the board.
    pub origins: Vec<String>,
}

/// The read-only links.
#[async_trait]
pub trait Shares: Send + Sync {
    /// Keeps a link under the hash of its secret (its number and how often it was opened are not read). `Ok(false)` when
    /// there is no such mark.
    async fn share(&self, share: &Share, hash: [u8; 32]) -> Result<bool, Failure>;
    /// The link with this hash, expired or not; `None` for one that never was and one that was revoked.
    async fn shared(&self, hash: [u8; 32]) -> Result<Option<Share>, Failure>;
    /// The links to a mark, in the order in which they were made.
    async fn shares(&self, mark: i64) -> Result<Vec<Share>, Failure>;
    /// Counts that a link was opened.
    async fn opened(&self, share: i64) -> Result<(), Failure>;
    /// Revokes a link to this mark; `Ok(false)` when it was gone already.
    async fn unshare(&self, mark: i64, share: i64) -> Result<bool, Failure>;
}
