//! A board at one point of its log: what opens a page or a room without folding everything again.

use crate::{Document, Entry, Seq, Unreadable, log};
use serde::{Deserialize, Serialize};

/// The document after the entry `seq`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The last entry folded in; 0 for an empty board.
    pub seq: Seq,
    /// The fold.
    pub document: Document,
}

impl Snapshot {
    /// The bytes of a checkpoint on disk, with version and checksum.
    #[must_use]
    pub fn to_disk(&self) -> Vec<u8> {
        log::seal(self)
    }

    /// Reads a checkpoint. One that cannot be read is no loss: the log holds everything.
    pub fn from_disk(bytes: &[u8]) -> Result<Self, Unreadable> {
        log::unseal(bytes)
    }

    /// Folds in the next entry. Entries already folded in change nothing.
    ///
    /// # Errors
    /// [`Gap`] when entries are missing in between; nothing is changed.
    pub fn fold(&mut self, entry: &Entry) -> Result<(), Gap> {
        if entry.seq <= self.seq {
            return Ok(());
        }
        if entry.seq != self.seq.next() {
            return Err(Gap { after: self.seq, found: entry.seq });
        }
        crate::apply(&mut self.document, entry);
        self.seq = entry.seq;
        Ok(())
    }
}

/// Entries are missing between two that were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last entry known.
    pub after: Seq,
    /// The entry that was found instead of the next.
    pub found: Seq,
}

impl std::fmt::Display for Gap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "entries are missing between {} and {}", self.after, self.found)
    }
}

impl std::error::Error for Gap {}
