//! The strip: the board at the end of each chapter, small, in order. Every picture shows the same part of the table, so
//! that one sees it grow. It is what is printed.

use super::chapter_name::chapter_name;
use super::scene::extent;
use crate::api::ReplayOpening;
use crate::components::picture::summary;
use crate::scene::{NOTE_SIZE, ViewBox, link_arrow, lot_class, note_block};
use crate::text::{Words, datetime, hours};
use board::{CARD, CardId, Document, LotId, Replay, chapters};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The strip of this log.
pub fn strip(words: Words, opening: &ReplayOpening, mut replay: Replay) -> AnyView {
    let chapters = chapters(replay.entries());
    let say = words.replay();
    if chapters.is_empty() {
        return view! { <p class="replay-strip">{say.empty}</p> }.into_any();
    }
    let view_box = extent(replay.entries());
    let lots: BTreeMap<_, _> = opening.fronts.iter().map(|front| (front.card, front.lot)).collect();
    let begins = replay.entries().first().map(|first| first.at).unwrap_or_default();
    let picture = |(chapter, number): (&board::Chapter, usize)| {
        replay.seek(chapter.ends);
        let document = replay.document();
        let since = hours(chapter.at.0.saturating_sub(begins.0));
        view! {
            <li class="strip-chapter">
                <h3 class="strip-name">{say.chapter(&chapter_name(words, opening, chapter), &number.to_string())}</h3>
                <p class="small soft"><time datetime=datetime(chapter.at)>{since}</time>". "{summary(words, document)}</p>
                {small(document, &lots, view_box, summary(words, document))}
            </li>
        }
    };
    let pictures: Vec<_> = chapters.iter().zip(1..).map(picture).collect();
    view! {
        <section class="replay-strip stack">
            <h2>{say.strip}</h2>
            <ol class="strip">{pictures}</ol>
        </section>
    }
    .into_any()
}

/// A board in a few paths: one for the cards of each lot, one for the links, one for the notes.
fn small(document: &Document, lots: &BTreeMap<CardId, LotId>, view_box: ViewBox, name: String) -> AnyView {
    let mut cards: BTreeMap<&str, String> = BTreeMap::new();
    for (&id, card) in &document.cards {
        if let Some(at) = document.on_table(id) {
            let class = lot_class(lots.get(&id).copied().unwrap_or(card.lot));
            let (x, y) = (at.x - CARD.x / 2, at.y - CARD.y / 2);
            let _ = write!(cards.entry(class).or_default(), "M{x} {y}h{}v{}h-{}z", CARD.x, CARD.y, CARD.x);
        }
    }
    let links: String =
        document.links.keys().filter_map(|&link| link_arrow(document, link)).map(|arrow| arrow.path).collect();
    let mut notes = String::new();
    for note in document.notes.values() {
        let block = note_block(note.spot, &note.text);
        let (width, height) = (block.width.max(NOTE_SIZE), block.height.max(NOTE_SIZE));
        let (x, y) = (i32::from(note.spot.x) - width / 2, i32::from(note.spot.y) - height / 2);
        let _ = write!(notes, "M{x} {y}h{width}v{height}h-{width}z");
    }
    let lot = |(class, path): (&str, String)| view! { <path class=["strip-cards ", class].concat() d=path></path> };
    view! {
        <svg class="strip-picture" viewBox=view_box.to_string() role="img" aria-label=name>
            <path class="strip-links" d=links fill="none"></path>
            {cards.into_iter().map(lot).collect_view()}
            <path class="strip-notes" d=notes></path>
        </svg>
    }
    .into_any()
}
