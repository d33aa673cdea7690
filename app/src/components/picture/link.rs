//! A link's arrow and its slip.

use super::{translate, written};
use crate::scene::{Arrow, SLIP_SIZE, Slip, head};
use board::LinkKind;
use leptos::prelude::*;

/// An arrow: told apart by its line and its head, not by colour. `told` is the link as a sentence.
#[must_use]
pub fn link_shape(arrow: Arrow, kind: LinkKind, told: Option<String>) -> AnyView {
    let head = head(kind);
    let turn = [&translate(arrow.tip), " rotate(", &arrow.tip_angle.to_string(), ")"].concat();
    let filled = if head.filled { "picture-head filled" } else { "picture-head" };
    let class = match kind {
        LinkKind::LeadsTo => "picture-link leads-to",
        LinkKind::Reduces => "picture-link reduces",
        LinkKind::Enables => "picture-link enables",
    };
    view! {
        <g class=class>
            {told.map(|told| view! { <g><title>{told}</title></g> })}
            <path class="picture-shaft" d=arrow.path fill="none" />
            <path class=filled d=head.path transform=turn />
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
