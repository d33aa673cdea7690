//! What organisations publish for others.

use super::Failure;
use app::api::{NetworkEntry, Shown};
use async_trait::async_trait;
use board::Day;

/// Entries of one's own, and those gathered from other servers.
#[async_trait]
pub trait Network: Send + Sync {
    /// Publishes an entry of one's own.
    async fn publish(&self, entry: &NetworkEntry) -> Result<(), Failure>;
    /// Takes an entry away; one that is gone is gone.
    async fn withdraw(&self, entry: i64) -> Result<(), Failure>;
    /// The entries that are shown on this day.
    async fn published(&self, today: Day) -> Result<Vec<Shown>, Failure>;
    /// Puts what another server published in the place of what it had published before.
    async fn gather(&self, source: &str, entries: &[NetworkEntry]) -> Result<(), Failure>;
    /// Forgets the entries whose last day is over.
    async fn forget_past(&self, today: Day) -> Result<(), Failure>;
}
