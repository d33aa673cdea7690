//! The strings of a card that is held up: the shafts of its links, for as long as it is in the hand. What each of them
//! means is back when the card lies.
//!
//! They are one line on a layer of their own: an old phone paints that again sixty times a second, and nothing else.

use super::edge;
use crate::components::desk::Desk;
use crate::components::live_part::{Whole, attr};
use crate::live::LiveBoard;
use crate::scene;
use board::{CardId, Point};
use leptos::prelude::*;

/// The strings of a card, above the picture.
pub fn strings(live: LiveBoard, desk: Desk, card: CardId) -> AnyView {
    let others = live.read(move |document| {
        let links = document.links.keys().filter(|link| link.touches(card));
        let other = links.map(|link| {
            let cause = link.cause == card;
            (cause, document.on_table(if cause { link.consequence } else { link.cause }))
        });
        other.filter_map(|(cause, other)| Some((cause, other?))).collect::<Vec<_>>()
    });
    let shafts = move || {
        let held = desk.lifted.at();
        let shaft = |&(cause, other): &(bool, Point)| {
            let (from, to) = if cause { (held, other) } else { (other, held) };
            scene::arrow(from, to).path
        };
        others.with(|others| others.iter().map(shaft).collect::<String>())
    };
    view! {
        <svg class="table aloft" viewBox=attr(move || desk.camera.get().view_box()) aria-hidden="true">
            // The table's edge once more: what is painted reaches as far wherever the strings go, and so the browser need
            // not ask for each frame whether it comes to lie over something else.
            {edge()}
            <path class="strings" d=attr(shafts)></path>
        </svg>
    }
    .whole()
}
