//! Coverage: what a board has of the key, folded in this browser, which is the only one that has the key.

use super::Crew;
use crate::api::Memo as Known;
use crate::live::LiveBoard;
use board::key::Covered;
use leptos::prelude::*;

/// The coverage of a table, followed link by link.
pub fn covered(crew: Crew, live: LiveBoard) -> Memo<Covered> {
    live.read(move |document| with_memo(crew, |memo| memo.key.covered(document)).unwrap_or_default())
}

/// Reads the memo, which the first table of a page has.
pub fn with_memo<T>(crew: Crew, read: impl FnOnce(&Known) -> T) -> Option<T> {
    crew.lead().opening(|opening| opening.memo.as_deref().map(read))
}
