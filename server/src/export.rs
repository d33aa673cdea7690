//! A saved board as files: pictures, texts and data that need no server any more.
//!
//! All are folds of what the reader of the page may see anyway; none knows the answer key, and none names a person:
//! whoever drew a link is a number.

mod archive;
pub(crate) mod csv;
mod debrief;
mod drawn;
mod file;
mod graphml;
mod html;
mod mermaid;
mod overview;
mod page;
mod pdf;
mod svg;
mod telling;

pub use csv::{csv, rows};
pub use debrief::debrief;
pub use drawn::NotDrawn;
pub(crate) use file::{Asked, At, Decided, Drawn, Moment, Origin, Place, Step, Written};
pub use file::{BoardFile, SCHEMA, VERSION};
pub use graphml::graphml;
pub use mermaid::mermaid;
pub use overview::overview;
pub use svg::svg;

use app::api::SavedOpening;
use app::components::picture;
use app::routes::Export;
use app::text::Words;
use board::CardId;
use board::deck::Deck;
use pdf::{About, Part};
use std::collections::BTreeMap;
use telling::Said;

/// A file as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What it is, as in `Content-Type`.
    pub kind: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

/// The file of this kind, in the language of these words. It takes its time: seconds for a picture or a document.
///
/// # Errors
/// [`NotDrawn`] when a picture or a document cannot be written, which no board should bring about.
pub fn export(saved: &SavedOpening, deck: &Deck, words: Words, export: Export) -> Result<Sent, NotDrawn> {
    let picture = || picture::summary(words, &saved.card.document);
    let about = |picture| About { title: &saved.card.name, picture, lang: words.lang().code() };
    let (kind, text) = match export {
        Export::Zip => return Ok(Sent { kind: "application/zip", content: archive::archive(saved, deck, words)? }),
        Export::Png => return Ok(Sent { kind: "image/png", content: drawn::png(&svg::poster(saved, deck, words))? }),
        Export::Poster => {
            let content = pdf::poster(&svg::poster(saved, deck, words), &about(&picture()))?;
            return Ok(Sent { kind: "application/pdf", content });
        }
        Export::Report => {
            let (told, summary) = (telling::telling(saved, deck, words), picture());
            let drawn = svg::poster(saved, deck, words);
            let mut parts: Vec<_> = told.iter().map(Part::Said).collect();
            // The picture stands after the opening.
            let body = told.iter().position(|said| matches!(said, Said::Heading(_))).unwrap_or(told.len());
            parts.insert(body, Part::Picture(&drawn, &summary));
            let content = pdf::report(&parts, &about(&summary))?;
            return Ok(Sent { kind: "application/pdf", content });
        }
        Export::Html => ("text/html; charset=utf-8", html::html(saved, deck, words)),
        Export::Svg => ("image/svg+xml", svg(saved, deck, words)),
        Export::Json => ("application/json", BoardFile::of(saved, deck).text()),
        Export::Mermaid => ("text/vnd.mermaid; charset=utf-8", mermaid(saved, words)),
        Export::GraphMl => ("application/graphml+xml", graphml(saved, words)),
        Export::Csv(subject, flavour) => ("text/csv; charset=utf-8", csv(saved, words, subject, flavour)),
    };
    Ok(Sent { kind, content: text.into_bytes() })
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
