//! The pictures of the help: a link drawn as the board draws it, and pictures of screens, reduced, fetched when they come
//! into view. `cargo xtask pictures` takes them again.

use crate::components::picture::{Detail, Picture};
use crate::text::Words;
use board::deck::{Front, Lang};
use board::protocol::Faces;
use board::{ActorId, Card, CardId, Document, Link, LinkId, LinkKind, LotId, Millis, Point, Spot};
use leptos::prelude::*;

/// A picture of a phone's screen.
pub fn phone(name: &'static str, says: &'static str) -> AnyView {
    screen(name, says, "360", "640")
}

/// A picture of a large screen.
pub fn wide(name: &'static str, says: &'static str) -> AnyView {
    screen(name, says, "608", "380")
}

fn screen(name: &'static str, says: &'static str, width: &'static str, height: &'static str) -> AnyView {
    view! { <img class="help-picture" src=format!("/aide/{name}.webp") alt=says width=width height=height loading="lazy"/> }
        .into_any()
}

/// Two cards and the link between them, as a board has them.
pub fn link(words: Words, lang: Lang) -> AnyView {
    let say = words.help();
    let (cause, consequence) = (CardId(3), CardId(14));
    let card = |lot, x| Card { lot: LotId(lot), spot: Spot::Table(Point { x, y: 300 }) };
    let because = say.because.to_owned();
    let link = Link { kind: LinkKind::LeadsTo, because, author: ActorId(1), at: Millis(0), ink: true };
    let document = Document {
        cards: [(cause, card(1, 300)), (consequence, card(2, 800))].into(),
        links: [(LinkId { cause, consequence }, link)].into(),
        ..Document::default()
    };
    let front = |card, lot, title: &str| Front { card, lot: LotId(lot), title: title.to_owned(), lang, sheet: None };
    let fronts = vec![front(cause, 1, say.cause), front(consequence, 2, say.consequence)];
    let faces = Faces { fronts, backs: Vec::new() };
    view! { <div class="help-drawing"><Picture document faces detail=Detail::Full lang/></div> }.into_any()
}
