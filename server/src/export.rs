//! A saved board as files: a picture that stands alone, and data that another program can read.
//!
//! Both are folds of what the reader of the page may see anyway; neither knows the answer key, and neither names a
//! person: whoever drew a link is a number.

mod json;
mod page;
mod svg;

pub use json::{SCHEMA_VERSION, json};
pub use svg::svg;

use app::api::SavedOpening;
use app::text::Words;
use board::CardId;
use std::collections::BTreeMap;

/// The titles of a board's cards; the number of a card whose title is not there.
struct Titles<'a> {
    fronts: BTreeMap<CardId, &'a str>,
    words: Words,
}

impl<'a> Titles<'a> {
    fn of(saved: &'a SavedOpening, words: Words) -> Self {
        let fronts = saved.faces.fronts.iter().map(|front| (front.card, front.title.as_str())).collect();
        Self { fronts, words }
    }

    fn known(&self, card: CardId) -> Option<&'a str> {
        self.fronts.get(&card).copied()
    }

    fn said(&self, card: CardId) -> String {
        self.known(card).map_or_else(|| self.words.picture().unread(&card.to_string()), str::to_owned)
    }
}
