//! A drawing: a line of a pen, or a stamp.

use super::translate;
use crate::scene::{STAMP, line_path, stamp_path};
use board::{Shape, Stroke};
use leptos::prelude::*;

/// What one stroke leaves on the board. A line that can be rubbed out has a wide invisible one around it for fingers.
#[must_use]
pub fn shape(drawn: &Shape, rubs: bool) -> AnyView {
    match drawn {
        Shape::Line { pen, .. } => {
            let path = line_path(drawn);
            let reach = rubs.then(|| view! { <path class="reach" d=path.clone() /> });
            view! {
                {reach}
                <path class=["stroke pen-", &pen.to_string()].concat() d=path fill="none" />
            }
            .into_any()
        }
        Shape::Stamp { stamp, at } => view! {
            <g class=if rubs { "stamp own" } else { "stamp" } transform=translate(*at)>
                <circle r=STAMP />
                <path d=stamp_path(*stamp) fill="none" />
            </g>
        }
        .into_any(),
    }
}

/// Everything that is drawn on a board.
pub fn shapes<'a>(strokes: impl Iterator<Item = &'a Stroke>) -> Vec<AnyView> {
    strokes.map(|stroke| shape(&stroke.shape, false)).collect()
}
