//! What is above the picture: what this person holds up or draws, where the others point, where somebody waves from. It
//! moves while the picture stays, so it has a layer of its own; what it shows of the board is hidden there meanwhile.

use super::camera::Pane;
use super::strings::strings;
use super::{rope, shift};
use crate::components::board_card::held_card;
use crate::components::board_note::held_note;
use crate::components::board_stroke::trace;
use crate::components::cursors::cursors;
use crate::components::desk::{Chosen, Desk};
use crate::components::live_part::{Whole, attr, shown};
use crate::live::LiveBoard;
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::web_sys::SvgElement;

/// The layers. A pointer goes through them. What follows a hand is moved as a whole, and so is not even painted again.
pub fn aloft(live: LiveBoard, desk: Desk) -> AnyView {
    let view_box = move || desk.camera.get().view_box();
    view! {
        <svg class="table aloft" viewBox=attr(view_box) aria-hidden="true">
            {rope::rope(live, desk)}
            <g class="strokes">{trace(desk)}</g>
            {wave(desk)}
            {cursors(live)}
        </svg>
        {shown(move || held(live, desk))}
    }
    .whole()
}

/// What is held up: drawn where it is now, and moved from there with the hand.
fn held(live: LiveBoard, desk: Desk) -> Option<AnyView> {
    let (what, from) = (desk.lifted.what(), desk.lifted.get_untracked()?.1);
    let root = NodeRef::<Svg>::new();
    let camera = desk.camera;
    let pane = Memo::new(move |_| root.get().map(|svg| Pane::of(&svg)));
    let (drawn, strings) = match what {
        Chosen::Card(card) => (held_card(live, desk, card, from), Some(strings(live, desk, card, pane))),
        Chosen::Note(note) => (held_note(live, desk, note, from), None),
        Chosen::Nothing | Chosen::Link(_) => return None,
    };
    Effect::new(move |_| {
        let (at, camera) = (desk.lifted.at(), camera.get());
        if let Some((svg, pane)) = root.get().zip(pane.get()) {
            let ((x, y), (fx, fy)) = (pane.offset(camera, at), pane.offset(camera, from));
            shift(&SvgElement::style(&svg), (x - fx, y - fy));
        }
    });
    let view_box = move || camera.get().view_box();
    Some(
        view! {
            {strings}
            <svg node_ref=root class="table aloft" viewBox=attr(view_box) aria-hidden="true">{drawn}</svg>
        }
        .whole(),
    )
}

/// Where somebody waves from: a ring around the place.
fn wave(desk: Desk) -> AnyView {
    shown(move || {
        let at = desk.waved.get().flatten()?;
        Some(view! { <circle class="wave" cx=at.x cy=at.y r="150"></circle> }.whole())
    })
}
