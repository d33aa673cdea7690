//! A link's arrow and its slip.

use super::{translate, written};
use crate::scene::{Arrow, Look, MARKS, MARKS_AT, SLIP_SIZE, STAR, STAR_AT, Slip, head};
use leptos::prelude::*;

/// An arrow: told apart by its line and its head, not by colour. `told` is the link as a sentence. Of a link of which
/// only the kind is given, nothing else is shown.
#[must_use]
pub fn link_shape(arrow: Arrow, look: impl Into<Look>, told: Option<String>) -> AnyView {
    shaped(arrow, look.into(), told)
}

fn shaped(arrow: Arrow, look: Look, told: Option<String>) -> AnyView {
    let head = head(look.kind);
    let turn = [&translate(arrow.tip), " rotate(", &arrow.tip_angle().to_string(), ")"].concat();
    let filled = if head.filled { "picture-head filled" } else { "picture-head" };
    let class = ["picture-link ", &look.class()].concat();
    let sign = |shown: bool, class: &'static str, path: &'static str, hundredths: i32| {
        shown.then(|| view! { <path class=class d=path transform=translate(arrow.along(hundredths)) /> })
    };
    let marks = sign(look.contested, "picture-marks", MARKS, MARKS_AT);
    let star = sign(look.starred, "picture-star", STAR, STAR_AT);
    view! {
        <g class=class>
            {told.map(|told| view! { <g><title>{told}</title></g> })}
            <path class="picture-shaft" d=arrow.path fill="none" />
            <path class=filled d=head.path transform=turn />
            {marks}
            {star}
        </g>
    }
    .into_any()
}

/// A slip on its arrow: why.
#[must_use]
pub fn slip_shape(slip: Slip) -> AnyView {
    let (width, height) = (slip.text.width, slip.text.height);
    view! {
        <g class="picture-slip" transform=translate(slip.at)>
            <rect
                class="picture-paper"
                x=-width / 2
                y=-height / 2
                width=width.to_string()
                height=height.to_string()
                rx="3"
            />
            {written("picture-because", slip.text.lines, SLIP_SIZE, 0)}
        </g>
    }
    .into_any()
}
