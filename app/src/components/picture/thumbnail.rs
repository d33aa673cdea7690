//! A board from across the room: where things lie and that they hang together. A few paths, however much is on it, since
//! a page of the library shows two dozen of them.

use super::shapes;
use crate::scene::{BAND_HEIGHT, lot_class};
use board::{CARD, Document, LinkId, LotId, Point};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How large a note is here, whatever it says: a thumbnail may not know.
const NOTE: (i32, i32) = (180, 90);

/// The shapes of a thumbnail: links, cards and their lots, notes, drawings.
pub fn thumbnail(document: &Document) -> AnyView {
    let (starred, plain): (Vec<_>, Vec<_>) = document.links.keys().partition(|link| document.stars.contains(link));
    let link = |class: &'static str, links: Vec<&LinkId>| {
        let path: String = links.into_iter().filter_map(|link| line(document, *link)).collect();
        (!path.is_empty()).then(|| view! { <path class=class d=path/> })
    };
    let lying = || document.cards.iter().filter_map(|(&id, card)| Some((card.lot, document.on_table(id)?)));
    let papers: String = lying().map(|(_, at)| block(at, CARD.x.into(), CARD.y.into(), CARD.y.into())).collect();
    let mut lots: BTreeMap<LotId, String> = BTreeMap::new();
    for (lot, at) in lying() {
        lots.entry(lot).or_default().push_str(&block(at, CARD.x.into(), CARD.y.into(), BAND_HEIGHT));
    }
    let band = |(lot, path)| view! { <path class=["thumbnail-lot ", lot_class(lot)].concat() d=path/> };
    let bands: Vec<_> = lots.into_iter().map(band).collect();
    let notes = |class: &'static str, question: bool| {
        let these = document.notes.values().filter(|note| note.question == question);
        let path: String = these.map(|note| block(note.spot, NOTE.0, NOTE.1, NOTE.1)).collect();
        (!path.is_empty()).then(|| view! { <path class=class d=path/> })
    };
    view! {
        {link("thumbnail-links", plain)}
        {link("thumbnail-links starred", starred)}
        {(!papers.is_empty()).then(|| view! { <path class="thumbnail-cards" d=papers/> })}
        {bands}
        {notes("thumbnail-notes", false)}
        {notes("thumbnail-notes question", true)}
        {(!document.strokes.is_empty()).then(|| view! { <g class="strokes">{shapes(document.strokes.values())}</g> })}
    }
    .into_any()
}

/// A straight line from the middle of a card to the middle of the other: cards lie on its ends.
fn line(document: &Document, link: LinkId) -> Option<String> {
    let (from, to) = (document.on_table(link.cause)?, document.on_table(link.consequence)?);
    Some(format!("M{} {}L{} {}", from.x, from.y, to.x, to.y))
}

/// The upper part of a block around a point.
fn block(at: Point, width: i32, height: i32, part: i32) -> String {
    format!("M{} {}h{width}v{part}h-{width}z", i32::from(at.x) - width / 2, i32::from(at.y) - height / 2)
}
