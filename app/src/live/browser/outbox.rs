//! The ops of this person that the room has not acknowledged, kept across a reload.

use super::kept::{forget, from_text, keep, kept, to_text};
use board::{ActorId, BoardId, Pending};
use std::sync::atomic::{AtomicBool, Ordering};

/// The outbox of one person at one board, in one tab.
pub(super) struct Outbox {
    key: String,
    /// Spares the storage while nothing waits, which is nearly always.
    empty: AtomicBool,
}

impl Outbox {
    pub fn of(board: BoardId, actor: ActorId) -> Self {
        Self { key: format!("coulisses.outbox.{board}.{actor}"), empty: AtomicBool::new(false) }
    }

    /// What an earlier page left. What cannot be read any more is nothing.
    pub fn left(&self) -> Vec<Pending> {
        let bytes = kept(&self.key).and_then(|text| from_text(&text));
        bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps all of these and nothing else.
    pub fn keep(&self, left: &[Pending]) {
        if left.is_empty() {
            if !self.empty.swap(true, Ordering::Relaxed) {
                forget(&self.key);
            }
            return;
        }
        self.empty.store(false, Ordering::Relaxed);
        if let Some(text) = postcard::to_allocvec(left).ok().and_then(|bytes| to_text(&bytes)) {
            keep(&self.key, &text);
        }
    }
}
