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
use crate::scene;
use board::{CARD, NoteId};
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::web_sys::SvgElement;

/// How far what is held up reaches around its middle, beyond its paper: its ring, its sign.
const BRIM: i32 = 24;

/// The layers. A pointer goes through them. What follows a hand is moved as a whole, and so is not even painted again.
pub fn aloft(live: LiveBoard, desk: Desk, picture: NodeRef<Svg>) -> AnyView {
    let view_box = move || desk.camera.get().view_box();
    view! {
        <svg class="table aloft" viewBox=attr(view_box) aria-hidden="true">
            {rope::rope(live, desk)}
            <g class="strokes">{trace(desk)}</g>
            {wave(desk)}
            {cursors(live)}
        </svg>
        {shown(move || held(live, desk, picture))}
    }
    .whole()
}

/// What is held up: drawn once, on a layer no larger than it, and moved with the hand. A layer as large as the picture
/// would be painted again wherever it comes to reach beyond the window.
fn held(live: LiveBoard, desk: Desk, picture: NodeRef<Svg>) -> Option<AnyView> {
    let (what, from) = (desk.lifted.what(), desk.lifted.get_untracked()?.1);
    // Measured before anything of it is there: the browser need not lay out what is about to change.
    let pane = Pane::of(&*picture.get_untracked()?);
    let root = NodeRef::<Svg>::new();
    let (drawn, (width, height), strings) = match what {
        Chosen::Card(card) => {
            (held_card(live, desk, card, from), (CARD.x.into(), CARD.y.into()), Some(strings(live, desk, card)))
        }
        Chosen::Note(note) => (held_note(live, desk, note, from), note_size(live, note)?, None),
        Chosen::Nothing | Chosen::Link(_) => return None,
    };
    let (width, height) = (width + 2 * BRIM, height + 2 * BRIM);
    let size = move |camera| {
        let scale = pane.scale(camera);
        (f64::from(width) * scale, f64::from(height) * scale)
    };
    Effect::new(move |_| {
        let Some(svg) = root.get() else { return };
        let (across, down) = size(desk.camera.get());
        for (side, long) in [("inline-size", across), ("block-size", down)] {
            let long = [&(long.round() as i32).to_string(), "px"].concat();
            let _ = SvgElement::style(&svg).set_property(side, &long);
        }
    });
    Effect::new(move |_| {
        let (at, camera) = (desk.lifted.at(), desk.camera.get());
        let Some(svg) = root.get() else { return };
        let ((x, y), (across, down)) = (pane.offset(camera, at), size(camera));
        shift(&SvgElement::style(&svg), (x - across / 2.0, y - down / 2.0));
    });
    let (x, y) = (i32::from(from.x), i32::from(from.y));
    let view_box = [x - width / 2, y - height / 2, width, height].map(|part| part.to_string()).join(" ");
    Some(
        view! {
            {strings}
            <svg node_ref=root class="table aloft held" viewBox=view_box aria-hidden="true">{drawn}</svg>
        }
        .whole(),
    )
}

/// How wide and high the slip of a note is, in table units.
fn note_size(live: LiveBoard, note: NoteId) -> Option<(i32, i32)> {
    let block =
        live.glance(|document| document.notes.get(&note).map(|note| scene::note_block(note.spot, &note.text)))?;
    Some((block.width, block.height))
}

/// Where somebody waves from: a ring around the place.
fn wave(desk: Desk) -> AnyView {
    shown(move || {
        let at = desk.waved.get().flatten()?;
        Some(view! { <circle class="wave" cx=at.x cy=at.y r="150"></circle> }.whole())
    })
}
