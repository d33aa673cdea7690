//! What is above the picture: what this person holds up or draws, where the others point, where somebody waves from. It
//! moves while the picture stays, so it has a layer of its own; what it shows of the board is hidden there meanwhile.

use super::camera::Pane;
use super::{rope, shift};
use crate::components::board_card::held_card;
use crate::components::board_link::held_links;
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
    let links = move || match desk.lifted.what() {
        Chosen::Card(card) => Some(held_links(live, desk, card)),
        _ => None,
    };
    view! {
        <svg class="table aloft" viewBox=attr(view_box) aria-hidden="true">
            {shown(links)}
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
    let drawn = match what {
        Chosen::Card(card) => held_card(live, desk, card, from),
        Chosen::Note(note) => held_note(live, desk, note, from),
        Chosen::Nothing | Chosen::Link(_) => return None,
    };
    let root = NodeRef::<Svg>::new();
    let camera = desk.camera;
    let scale = Memo::new(move |_| root.get().map(|svg| Pane::of(&svg).scale(camera.get())));
    Effect::new(move |_| {
        let (at, scale) = (desk.lifted.at(), scale.get());
        if let Some((svg, scale)) = root.get().zip(scale) {
            let way = |from: i16, to: i16| (f64::from(to) - f64::from(from)) * scale;
            shift(&SvgElement::style(&svg), (way(from.x, at.x), way(from.y, at.y)));
        }
    });
    let view_box = move || camera.get().view_box();
    Some(
        view! { <svg node_ref=root class="table aloft" viewBox=attr(view_box) aria-hidden="true">{drawn}</svg> }
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
