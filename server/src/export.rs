//! A saved board as files: pictures, texts and data that need no server any more.
//!
//! All are folds of what the reader of the page may see anyway; none knows the answer key, and none names a person:
//! whoever drew a link is a number.

mod csv;
mod file;
mod graphml;
mod mermaid;
mod page;
mod svg;

pub use csv::csv;
pub(crate) use file::{Asked, At, Decided, Drawn, Moment, Place, Step, Written};
pub use file::{BoardFile, SCHEMA, VERSION};
pub use graphml::graphml;
pub use mermaid::mermaid;
pub use svg::svg;

use app::api::SavedOpening;
use app::routes::Export;
use app::text::Words;
use board::CardId;
use board::deck::Deck;
use std::collections::BTreeMap;

/// A file as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What it is, as in `Content-Type`.
    pub kind: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

/// The file of this kind, in the language of these words.
#[must_use]
pub fn export(saved: &SavedOpening, deck: &Deck, words: Words, export: Export) -> Sent {
    let (kind, text) = match export {
        Export::Svg => ("image/svg+xml", svg(saved, words)),
        Export::Json => ("application/json", BoardFile::of(saved, deck).text()),
        Export::Mermaid => ("text/vnd.mermaid; charset=utf-8", mermaid(saved, words)),
        Export::GraphMl => ("application/graphml+xml", graphml(saved, words)),
        Export::Csv(subject, flavour) => ("text/csv; charset=utf-8", csv(saved, words, subject, flavour)),
    };
    Sent { kind, content: text.into_bytes() }
}

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
