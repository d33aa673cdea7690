//! Coverage: what a board has of the key, folded in this browser, which is the only one that has the key.

use super::Crew;
use crate::api::Memo as Known;
use crate::live::LiveBoard;
use board::key::Coverage;
use board::{CardId, Document, LotId};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What a table has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// On the whole table.
    pub whole: Coverage,
    /// Between the cards of each dealt lot: essential links found, and to find.
    pub lots: Vec<(LotId, usize, usize)>,
}

/// The coverage of a table, followed link by link.
pub fn covered(crew: Crew, live: LiveBoard) -> Memo<Covered> {
    live.read(move |document| with_memo(crew, |memo| of(memo, document)).unwrap_or_default())
}

/// Reads the memo, which the first table of a page has.
pub fn with_memo<T>(crew: Crew, read: impl FnOnce(&Known) -> T) -> Option<T> {
    crew.lead().opening(|opening| opening.memo.as_deref().map(read))
}

fn of(memo: &Known, document: &Document) -> Covered {
    let lying: BTreeSet<CardId> =
        document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect();
    let whole = memo.key.coverage(&lying, document.links.keys().copied());
    let lot = |&lot: &LotId| {
        let cards = lying.iter().copied().filter(|card| document.cards.get(card).is_some_and(|card| card.lot == lot));
        let own = memo.key.coverage(&cards.collect(), document.links.keys().copied());
        (lot, own.essential.found.len(), own.essential.expected())
    };
    Covered { lots: document.lots.keys().map(lot).collect(), whole }
}
