//! What is drawn and stamped on the board: over the cards, and never in the way of a finger but for the rubber's.

use super::desk::{Desk, Tool};
use super::live_part::{Whole, shown};
use super::picture::shape;
use super::surface::is_own;
use crate::components::each::each;
use crate::live::LiveBoard;
use crate::scene;
use board::{Shape, StrokeId};
use leptos::prelude::*;

/// Everything that is drawn.
pub fn board_strokes(live: LiveBoard) -> AnyView {
    let strokes = live.read(|document| document.strokes.keys().copied().collect::<Vec<_>>());
    let stroke = move |stroke: StrokeId| {
        let own = live.glance(|document| is_own(live, document, stroke));
        let drawn = live.glance(|document| document.strokes.get(&stroke).map(|stroke| shape(&stroke.shape, own)));
        view! { <g data-stroke=stroke.0.to_string()>{drawn}</g> }.whole()
    };
    view! {
        <g class="strokes" aria-hidden="true">
            {each(strokes, stroke)}
        </g>
    }
    .whole()
}

/// The line under this person's finger, which nobody else sees yet.
pub fn trace(desk: Desk) -> AnyView {
    let traced = move || match desk.tool.get() {
        Some(Tool::Pen(pen)) => Shape::line(pen, &desk.traced.get()).map(|line| (pen, scene::line_path(&line))),
        _ => None,
    };
    shown(move || {
        traced()
            .map(|(pen, path)| view! { <path class=["stroke pen-", &pen.to_string()].concat() d=path></path> }.whole())
    })
}
