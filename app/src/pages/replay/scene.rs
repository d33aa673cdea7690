//! The board of a replay: each thing keeps its node as long as it lies there, and what the last entries touched is lit.
//! The part of the table that is shown is all that anything ever lay on, so that nothing shivers as things come.

use super::player::Player;
use crate::components::each::each;
use crate::components::live_part::{Whole, attr, part, shown};
use crate::components::picture::{
    Face, card_face, label, link_shape, note_shape, shape, slip_shape, summary, translate,
};
use crate::scene::{Block, Look, Slip, ViewBox, frame_of, link_arrow, note_block, slip_text};
use board::{CARD, CardId, Entry, LinkId, NoteId, Op, Point, Spot, StrokeId};
use leptos::prelude::*;

/// How many lines a slip may have: what is said stands below the picture too.
const SLIP_LINES: usize = 4;

/// The board.
pub fn scene(player: Player) -> AnyView {
    let words = player.words();
    let view_box = player.log(extent).to_string();
    let name = player.read(move |document| [label(words, document), summary(words, document)].join(", "));
    let cards = player.read(|document| {
        document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect::<Vec<CardId>>()
    });
    let links = player.read(|document| document.links.keys().copied().collect::<Vec<LinkId>>());
    let notes = player.read(|document| document.notes.keys().copied().collect::<Vec<NoteId>>());
    let strokes = player.read(|document| document.strokes.keys().copied().collect::<Vec<StrokeId>>());
    let slips = Memo::new(move |_| player.lit().with(|lit| lit.links.clone()));
    view! {
        <svg class="picture replay-picture" viewBox=view_box role="img" aria-label=attr(move || name.get())>
            <g>{each(links, move |id| link(player, id))}</g>
            <g>{each(cards, move |id| card(player, id))}</g>
            <g>{each(notes, move |id| note(player, id))}</g>
            <g class="strokes">{each(strokes, move |id| stroke(player, id))}</g>
            <g>{each(slips, move |id| slip(player, id))}</g>
        </svg>
    }
    .whole()
}

/// Lit while the last entries touched it.
fn lit(on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    attr(move || if on() { "replay-thing lit" } else { "replay-thing" }.to_owned())
}

fn card(player: Player, card: CardId) -> AnyView {
    let at = player.read(move |document| document.on_table(card).unwrap_or_default());
    let look = player.read(move |document| (document.cards.get(&card).map(|card| card.lot), document.is_open(card)));
    let front = player.front(card);
    let face = move || {
        let (dealt, open) = look.get();
        let lot = front.as_ref().map(|front| front.lot).or(dealt).unwrap_or_default();
        let (title, sheet) = front.clone().map(|front| (front.title, front.sheet)).unwrap_or_default();
        card_face(player.words(), Face { card, lot, title, sheet, open })
    };
    let touched = lit(move || player.lit().with(|lit| lit.cards.contains(&card)));
    view! {
        <g class=touched transform=attr(move || translate(at.get()))>
            {part(face)}
            <rect class="replay-ring" x="-111" y="-81" width="222" height="162" rx="10"></rect>
        </g>
    }
    .whole()
}

fn link(player: Player, link: LinkId) -> AnyView {
    let drawn = player.read(move |document| link_arrow(document, link).map(|arrow| (arrow, Look::of(document, link))));
    let touched = lit(move || player.lit().with(|lit| lit.links.contains(&link)));
    let arrow = move || drawn.get().map(|(arrow, look)| link_shape(arrow, look, None));
    view! { <g class=touched>{shown(arrow)}</g> }.whole()
}

fn note(player: Player, note: NoteId) -> AnyView {
    let written = player.read(move |document| document.notes.get(&note).cloned());
    let touched = lit(move || player.lit().with(|lit| lit.notes.contains(&note)));
    let paper = move || written.get().map(|note| note_shape(player.words(), &note));
    view! { <g class=touched>{shown(paper)}</g> }.whole()
}

fn stroke(player: Player, stroke: StrokeId) -> AnyView {
    let drawn = player.read(move |document| document.strokes.get(&stroke).map(|stroke| stroke.shape.clone()));
    shown(move || drawn.get().map(|drawn| shape(&drawn, false)))
}

/// Why, on the link that was just drawn.
fn slip(player: Player, link: LinkId) -> AnyView {
    let said = player.read(move |document| {
        let at = link_arrow(document, link)?.middle;
        Some((at, slip_text(&document.links.get(&link)?.because, SLIP_LINES)?))
    });
    shown(move || said.get().map(|(at, text)| slip_shape(Slip { at, text })))
}

/// The smallest part of the table around every place where this log puts something.
pub fn extent(entries: &[Entry]) -> ViewBox {
    let card = |at: Point| Block { at, width: CARD.x.into(), height: CARD.y.into(), lines: Vec::new() };
    let blocks = entries.iter().flat_map(|entry| match &entry.op {
        Op::Place { at, .. } | Op::Move { at, .. } => vec![card(*at)],
        Op::Arrange { cards } => cards.iter().map(|&(_, at)| card(at)).collect(),
        Op::Deal { cards, .. } => cards.iter().filter_map(|(_, spot)| lies(*spot)).map(card).collect(),
        Op::Turn { spot, .. } => lies(*spot).map(card).into_iter().collect(),
        Op::Note { at, text, .. } => vec![note_block(*at, text)],
        _ => Vec::new(),
    });
    frame_of(blocks)
}

fn lies(spot: Spot) -> Option<Point> {
    match spot {
        Spot::Table(at) => Some(at),
        Spot::Reserve | Spot::Hand(_) => None,
    }
}
