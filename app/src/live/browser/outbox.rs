//! The ops of this person that the room has not acknowledged, kept until it has: across a reload, and for the next page
//! of this person when the tab was closed.
//!
//! Each tab keeps its own list, so that none overwrites another's. A page that opens takes up every list that is there:
//! if one was of a tab that still lives, both send the same ops, and an op sent twice happens once.

use super::kept::{device, forget, from_text, keep, kept, keys, to_text};
use board::{ActorId, BoardId, Pending};
use std::sync::atomic::{AtomicBool, Ordering};

/// The outbox of one person at one board, in one tab.
pub(super) struct Outbox {
    /// How the keys of this person at this board begin.
    person: String,
    /// The key of this tab.
    key: String,
    /// Spares the storage while nothing waits, which is nearly always.
    empty: AtomicBool,
}

impl Outbox {
    /// The outbox of a tab that drew this number.
    pub fn of(board: BoardId, actor: ActorId, tab: u64) -> Self {
        let person = format!("coulisses.outbox.{board}.{actor}.");
        Self { key: format!("{person}{tab}"), person, empty: AtomicBool::new(false) }
    }

    /// What earlier pages left, now this tab's to keep. What cannot be read any more is nothing.
    pub fn left(&self) -> Vec<Pending> {
        let Some(storage) = device() else { return Vec::new() };
        let mut left: Vec<Pending> = Vec::new();
        for key in keys(&storage, &self.person) {
            let bytes = kept(device(), &key).and_then(|text| from_text(&text));
            let list: Vec<Pending> = bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default();
            left.extend(list);
            forget(device(), &key);
        }
        self.keep(&left);
        left
    }

    /// Keeps all of these and nothing else.
    pub fn keep(&self, left: &[Pending]) {
        if left.is_empty() {
            if !self.empty.swap(true, Ordering::Relaxed) {
                forget(device(), &self.key);
            }
            return;
        }
        self.empty.store(false, Ordering::Relaxed);
        if let Some(text) = postcard::to_allocvec(left).ok().and_then(|bytes| to_text(&bytes)) {
            keep(device(), &self.key, &text);
        }
    }
}
