//! The strings of a card that is held up: the shafts of its links, for as long as it is in the hand. What each of them
//! means is back when the card lies.
//!
//! They are one line on a layer of their own: a phone paints that again sixty times a second, and nothing else. An old one
//! that is late with it paints it ten times a second; the card itself always follows.

use super::edge;
use super::spare::Spare;
use crate::components::desk::Desk;
use crate::components::live_part::{Whole, attr};
use crate::live::LiveBoard;
use crate::scene;
use board::{CardId, Point};
use leptos::prelude::*;
use std::time::Duration;

/// How long the strings of a card stay behind on a device that has no time to spare.
const BEHIND: Duration = Duration::from_millis(100);

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
    let end = end(live, desk);
    let shafts = move || {
        let held = end.get();
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

/// Where the strings end that somebody holds: at the card, or where it was a moment ago.
fn end(live: LiveBoard, desk: Desk) -> ReadSignal<Point> {
    let held = move || desk.lifted.get_untracked().map_or_else(Point::default, |(_, at)| at);
    let (end, follow) = signal(held());
    let (spare, waits) = (StoredValue::new(Spare::default()), StoredValue::new(false));
    Effect::new(move |_| {
        let at = desk.lifted.at();
        let now = live.server_now();
        if spare.try_update_value(|spare| spare.followed(now, at)) == Some(true) {
            follow.set(at);
        } else if !waits.get_value() {
            waits.set_value(true);
            let catch_up = move || {
                waits.try_update_value(|waits| *waits = false);
                follow.try_set(held());
            };
            set_timeout(catch_up, BEHIND);
        }
    });
    end
}
