//! The four places of a phone's screen, under the thumb. A laptop has no need of them.

use super::desk::{Desk, Place};
use super::live_part::{Whole, pressed, shown};
use crate::live::LiveBoard;
use board::{Role, Spot};
use leptos::prelude::*;

/// The bar.
pub fn thumb_bar(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().place();
    let me = live.me().actor;
    let looks_on = live.looks_on();
    let asks = live.me().role == Role::Facilitator;
    let held = live.read(move |document| document.cards.values().filter(|card| card.spot == Spot::Hand(me)).count());
    let count = move || (held.get() > 0).then(|| view! { <span class="thumb-bar-count">{held.get()}</span> }.whole());
    let place = move |place: Place, name: &'static str| {
        let here = move || desk.place.get() == place;
        view! {
            <button
                type="button"
                aria-pressed=pressed(here)
                on:click=move |_| desk.go(place)
            >
                {name}
                {(place == Place::Hand).then(|| shown(count))}
            </button>
        }
        .whole()
    };
    view! {
        <nav class="thumb-bar" aria-label=words.label>
            {(!looks_on).then(|| place(Place::Hand, if asks { words.facilitate } else { words.hand }))}
            {place(Place::Board, words.board)}
            {(!looks_on).then(|| place(Place::Link, words.link))}
            {place(Place::Plan, words.plan)}
        </nav>
    }
    .whole()
}

/// The class of a page at a place: what a phone shows.
#[must_use]
pub fn place_class(place: Place) -> &'static str {
    match place {
        Place::Hand => "at-hand",
        Place::Board => "at-board",
        Place::Link => "at-link",
        Place::Plan => "at-plan",
    }
}
