//! Decks, version by version: what was kept once under a version is what that version says.

use super::Failure;
use async_trait::async_trait;
use board::Millis;

/// A version of a deck that is kept, without its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDeck {
    /// The deck's slug.
    pub slug: String,
    /// The version.
    pub version: String,
    /// The hash of its files.
    pub digest: [u8; 32],
    /// When it came.
    pub kept: Millis,
    /// Whether it plays no new workshop.
    pub retired: bool,
}

/// The versions of decks.
#[async_trait]
pub trait Decks: Send + Sync {
    /// Keeps a version with its files. `Ok(false)` when this version is there already, whatever it says.
    async fn keep_deck(&self, deck: &KeptDeck, files: Vec<u8>) -> Result<bool, Failure>;
    /// Every version that is kept, deck by deck.
    async fn kept_decks(&self) -> Result<Vec<KeptDeck>, Failure>;
    /// One version.
    async fn kept_deck(&self, slug: &str, version: &str) -> Result<Option<KeptDeck>, Failure>;
    /// The files with this hash.
    async fn deck_files(&self, digest: [u8; 32]) -> Result<Option<Vec<u8>>, Failure>;
    /// Lets a version play no new workshop, or lets it again. `Ok(false)` when there is no such version.
    async fn retire_deck(&self, slug: &str, version: &str, retired: bool) -> Result<bool, Failure>;
}
