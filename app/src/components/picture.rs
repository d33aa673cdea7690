//! A board that nobody touches, as SVG: on the shelf without a word, on its own page with everything it says.
//!
//! The pieces are the projector's too. They have classes and presentation attributes, never a style of their own.

mod card;
mod link;
mod note;
mod stroke;
mod thumbnail;

pub use card::{Face, card_face};
pub use link::{link_shape, slip_shape};
pub use note::note_shape;
pub use stroke::{shape, shapes};
pub use thumbnail::thumbnail;

use crate::scene::{Block, Look, ViewBox, frame, frame_of, link_arrow, slips};
use crate::text::{Words, words};
use board::deck::{Front, Lang};
use board::protocol::Faces;
use board::{CARD, CardId, Document, LinkId, LinkKind};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How much a picture says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Shapes only: what a board looks like from across the room.
    Thumbnail,
    /// Titles, reasons and notes.
    Full,
}

/// How many lines a slip may have on a picture: the whole reason stands in the text beside it.
const SLIP_LINES: usize = 4;

/// A board, still.
#[component]
pub fn Picture(
    /// The board.
    document: Document,
    /// The texts of its cards, as far as they may be read: none are needed for a thumbnail.
    #[prop(default = Faces::default())]
    faces: Faces,
    /// How much it says.
    detail: Detail,
    /// In which language.
    #[prop(default = Lang::Fr)]
    lang: Lang,
) -> impl IntoView {
    let words = words(lang);
    let full = detail == Detail::Full;
    let class = if full { "picture" } else { "picture picture-thumbnail" };
    let view_box = if full { whole(&document) } else { frame(&document) };
    let shapes = if full { full_shapes(words, &document, faces) } else { thumbnail(&document) };
    view! {
        <svg class=class viewBox=view_box.to_string() role="img" aria-label=label(words, &document)>
            <title>{label(words, &document)}</title>
            <desc>{summary(words, &document)}</desc>
            {shapes}
        </svg>
    }
}

/// Every card, link, note and stroke, with everything that is written on it.
fn full_shapes(words: Words, document: &Document, faces: Faces) -> AnyView {
    let titles: Titles = faces.fronts.iter().map(|front| (front.card, front.title.clone())).collect();
    let fronts: Fronts = faces.fronts.into_iter().map(|front| (front.card, front)).collect();
    view! {
        <g class="picture-links">{links(words, document, &titles)}</g>
        <g class="picture-cards">{cards(words, document, &fronts)}</g>
        <g class="picture-notes">{notes(words, document)}</g>
        <g class="strokes">{shapes(document.strokes.values())}</g>
        <g class="picture-slips">{reasons(document)}</g>
    }
    .into_any()
}

/// What a picture is called.
#[must_use]
pub fn label(words: Words, document: &Document) -> String {
    let title = document.title.trim();
    if title.is_empty() { words.picture().untitled.to_owned() } else { words.picture().named(title) }
}

/// What is on a board, in one line.
#[must_use]
pub fn summary(words: Words, document: &Document) -> String {
    let words = words.picture();
    let cards = document.cards.keys().filter(|&&card| document.on_table(card).is_some()).count();
    let questions = document.notes.values().filter(|note| note.question).count();
    let mut said = vec![words.cards(cards), words.links(document.links.len())];
    let notes = document.notes.len() - questions;
    said.extend((notes > 0).then(|| words.notes(notes)));
    said.extend((questions > 0).then(|| words.questions(questions)));
    let drawn = document.strokes.len();
    said.extend((drawn > 0).then(|| words.drawings(drawn)));
    said.join(", ")
}

/// The verb of a kind of link.
#[must_use]
pub fn verb(words: Words, kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::LeadsTo => words.picture().leads_to,
        LinkKind::Reduces => words.picture().reduces,
        LinkKind::Enables => words.picture().enables,
    }
}

/// The frame of a full picture: every slip is inside.
#[must_use]
pub fn whole(document: &Document) -> ViewBox {
    let slips = slips(document, SLIP_LINES, |_, link| link.because.clone());
    if slips.is_empty() {
        return frame(document);
    }
    let slip = |slip: crate::scene::Slip| Block {
        at: slip.at,
        width: slip.text.width,
        height: slip.text.height,
        lines: Vec::new(),
    };
    frame(document).around(frame_of(slips.into_values().map(slip)))
}

type Titles = BTreeMap<CardId, String>;
type Fronts = BTreeMap<CardId, Front>;

fn cards(words: Words, document: &Document, fronts: &Fronts) -> Vec<AnyView> {
    let face = |(&id, card): (&CardId, &board::Card)| {
        let at = document.on_table(id)?;
        // The colour is that of the lot printed on the card: short formats deal several lots in one wave.
        let lot = fronts.get(&id).map_or(card.lot, |front| front.lot);
        let (title, sheet) = fronts.get(&id).map(|front| (front.title.clone(), front.sheet)).unwrap_or_default();
        let face = Face { card: id, lot, open: document.is_open(id), title, sheet };
        Some(view! { <g transform=translate(at)>{card_face(words, face)}</g> }.into_any())
    };
    document.cards.iter().filter_map(face).collect()
}

fn links(words: Words, document: &Document, titles: &Titles) -> Vec<AnyView> {
    let title = |card: CardId| titles.get(&card).cloned().unwrap_or_else(|| words.picture().unread(&card.to_string()));
    let shape = |(&id, link): (&LinkId, &board::Link)| {
        let arrow = link_arrow(document, id)?;
        Some(link_shape(arrow, Look::of(document, id), Some(sentence(words, id, link, title))))
    };
    document.links.iter().filter_map(shape).collect()
}

/// A link as a sentence: cause, verb, consequence, and why if somebody said so.
#[must_use]
pub fn sentence(words: Words, id: LinkId, link: &board::Link, title: impl Fn(CardId) -> String) -> String {
    let mut said = [&title(id.cause), verb(words, link.kind), &title(id.consequence)].join(" ");
    let because = without_opening(words, &link.because);
    if !because.is_empty() {
        for part in [", ", words.picture().because, " ", because] {
            said.push_str(part);
        }
    }
    said
}

/// A reason without the words it is asked for with, which some people type again.
fn without_opening(words: Words, because: &str) -> &str {
    let (because, opening) = (because.trim(), words.picture().because);
    match because.split_at_checked(opening.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(opening) && rest.starts_with([' ', '…', ':']) => {
            rest.trim_start_matches([' ', '…', ':'])
        }
        _ => because,
    }
}

fn notes(words: Words, document: &Document) -> Vec<AnyView> {
    document.notes.values().map(|note| note_shape(words, note)).collect()
}

fn reasons(document: &Document) -> Vec<AnyView> {
    slips(document, SLIP_LINES, |_, link| link.because.clone()).into_values().map(slip_shape).collect()
}

/// The `transform` that puts something at a point of the table.
pub(crate) fn translate(at: board::Point) -> String {
    ["translate(", &at.x.to_string(), " ", &at.y.to_string(), ")"].concat()
}

/// Half a card, to draw it around its centre.
pub(crate) const HALF: (i16, i16) = (CARD.x / 2, CARD.y / 2);

/// A text's lines, centred around a point of what they are written on.
pub(crate) fn written(class: &'static str, lines: Vec<String>, size: i32, middle: i32) -> AnyView {
    let baselines: Vec<_> = crate::scene::baselines(lines.len(), size, middle).collect();
    let line = |(line, y): (String, i32)| view! { <tspan x="0" y=y.to_string()>{line}</tspan> };
    view! {
        <text class=class font-size=size.to_string() text-anchor="middle">
            {lines.into_iter().zip(baselines).map(line).collect_view()}
        </text>
    }
    .into_any()
}
