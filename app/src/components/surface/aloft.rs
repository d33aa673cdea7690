//! What is above the picture: what this person holds up or draws, where the others point, where somebody waves from. It
//! moves while the picture stays, so it has a layer of its own; what it shows of the board is hidden there meanwhile.

use super::camera::Pane;
use super::strings::strings;
use super::{rope, shift};
use crate::components::board_stroke::trace;
use crate::components::cursors::cursors;
use crate::components::desk::{Chosen, Desk, Keyed};
use crate::components::label;
use crate::components::live_part::{Whole, attr, shown};
use crate::live::LiveBoard;
use crate::scene;
use board::{CARD, Point};
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, SvgElement};

/// How far what is held up reaches around its middle, beyond its paper: its ring, its sign.
const BRIM: i32 = 24;

/// The layers. A pointer goes through them. What follows a hand is moved as a whole, and so is not even painted again.
pub fn aloft(live: LiveBoard, desk: Desk, picture: NodeRef<Svg>, stood: StoredValue<Option<Pane>>) -> AnyView {
    let view_box = move || desk.camera.get().view_box();
    view! {
        <svg class="table aloft" viewBox=attr(view_box) aria-hidden="true">
            {rope::rope(live, desk)}
            <g class="strokes">{trace(desk)}</g>
            {wave(desk)}
            {cursors(live)}
        </svg>
        {shown(move || held(live, desk, picture, stood))}
    }
    .whole()
}

/// What is held up: copied once, on a layer no larger than it, and moved with the hand. A layer as large as the picture
/// would be painted again wherever it comes to reach beyond the window.
fn held(live: LiveBoard, desk: Desk, picture: NodeRef<Svg>, stood: StoredValue<Option<Pane>>) -> Option<AnyView> {
    let what = desk.lifted.what();
    let (spot, width, height) = lies(live, what)?;
    let picture = picture.get_untracked()?;
    // The arrow keys have no finger down. Measured before anything of it is there: the browser need not lay out what is
    // about to change.
    let pane = stood.get_value().unwrap_or_else(|| Pane::of(&picture));
    let copy = copy(&picture, what, matches!(desk.keyed.get_value(), Keyed::Moving(_)))?;
    let strings = match what {
        Chosen::Card(card) => Some(strings(live, desk, card)),
        Chosen::Note(_) | Chosen::Link(_) | Chosen::Nothing => None,
    };
    let root = NodeRef::<Svg>::new();
    Effect::new(move |_| {
        if let Some(svg) = root.get() {
            let _ = svg.append_child(&copy);
        }
    });
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
    let (x, y) = (i32::from(spot.x), i32::from(spot.y));
    let view_box = [x - width / 2, y - height / 2, width, height].map(|part| part.to_string()).join(" ");
    Some(
        view! {
            {strings}
            <svg node_ref=root class="table aloft held" viewBox=view_box aria-hidden="true"></svg>
        }
        .whole(),
    )
}

/// What is held up as it lies on the table, for the eyes only. To draw it anew would be the longest frame of the whole move.
fn copy(picture: &Element, what: Chosen, by_keys: bool) -> Option<Element> {
    let selector = match what {
        Chosen::Card(card) => ["[data-card='", &card.to_string(), "']"].concat(),
        Chosen::Note(note) => ["[data-note='", &note.0.to_string(), "']"].concat(),
        Chosen::Link(_) | Chosen::Nothing => return None,
    };
    let lies = picture.query_selector(&selector).ok().flatten()?;
    let copy: Element = lies.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let class = copy.get_attribute("class").unwrap_or_default();
    for name in ["role", "tabindex", "aria-label", "aria-pressed", "data-card", "data-note"] {
        let _ = copy.remove_attribute(name);
    }
    // What lies there may know already that it is away.
    let class = label::classes(class.trim_end_matches(" away"), &[(true, "lifted"), (by_keys, "by-keys")]);
    let _ = copy.set_attribute("class", &class);
    Some(copy)
}

/// Where the middle of this lies, and how wide and high it is, in table units.
fn lies(live: LiveBoard, what: Chosen) -> Option<(Point, i32, i32)> {
    live.glance(|document| match what {
        Chosen::Card(card) => Some((document.on_table(card)?, CARD.x.into(), CARD.y.into())),
        Chosen::Note(note) => {
            let note = document.notes.get(&note)?;
            let block = scene::note_block(note.spot, &note.text);
            Some((note.spot, block.width, block.height))
        }
        Chosen::Link(_) | Chosen::Nothing => None,
    })
}

/// Where somebody waves from: a ring around the place.
fn wave(desk: Desk) -> AnyView {
    shown(move || {
        let at = desk.waved.get().flatten()?;
        Some(view! { <circle class="wave" cx=at.x cy=at.y r="150"></circle> }.whole())
    })
}
