//! What is above the picture: what this person holds up or draws, where the others point, where somebody waves from. It
//! moves while the picture stays, so it has a layer of its own; what it shows of the board is hidden there meanwhile.

use super::rope;
use crate::components::board_card::held_card;
use crate::components::board_link::held_link;
use crate::components::board_note::held_note;
use crate::components::board_stroke::trace;
use crate::components::cursors::cursors;
use crate::components::desk::{Chosen, Desk};
use crate::components::each::each;
use crate::components::live_part::{Whole, attr, shown};
use crate::live::LiveBoard;
use board::CardId;
use leptos::prelude::*;

/// The layer. A pointer goes through it.
pub fn aloft(live: LiveBoard, desk: Desk) -> AnyView {
    let held = move || match desk.lifted.what() {
        Chosen::Card(card) => Some(view! { {links(live, desk, card)} {held_card(live, desk, card)} }.whole()),
        Chosen::Note(note) => Some(held_note(live, desk, note)),
        Chosen::Nothing | Chosen::Link(_) => None,
    };
    view! {
        <svg class="table aloft" viewBox=attr(move || desk.camera.get().view_box()) aria-hidden="true">
            {shown(held)}
            {rope::rope(live, desk)}
            <g class="strokes">{trace(desk)}</g>
            {wave(desk)}
            {cursors(live)}
        </svg>
    }
    .whole()
}

/// The links of the card that is held up.
fn links(live: LiveBoard, desk: Desk, card: CardId) -> AnyView {
    let links =
        live.read(move |document| document.links.keys().copied().filter(|link| link.touches(card)).collect::<Vec<_>>());
    each(links, move |link| held_link(live, desk, card, link))
}

/// Where somebody waves from: a ring around the place.
fn wave(desk: Desk) -> AnyView {
    shown(move || {
        let at = desk.waved.get().flatten()?;
        Some(view! { <circle class="wave" cx=at.x cy=at.y r="150"></circle> }.whole())
    })
}
