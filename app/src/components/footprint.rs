//! What this device has cost so far, in a quiet line at the end of the Plan; and what the whole workshop has, on the last
//! slide of the room's screen.

use super::live_part::{Whole, said, shown};
use crate::footprint::{carbon, weight};
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The line of this device. It is renewed with the board, not by a clock: what nobody watches costs nothing.
pub fn device_footprint(live: LiveBoard) -> AnyView {
    let words = live.words();
    let line = live.read(move |_| {
        let (first, since) = live.exchanged();
        if since == 0 {
            return String::new();
        }
        let carbon = carbon(words, first + since);
        words.footprint().device(&carbon, &weight(words, first), &weight(words, since))
    });
    view! { <p class="footprint soft small no-print">{said(move || line.get())}</p> }.whole()
}

/// The line of the workshop, once the server has told it.
pub fn workshop_footprint(live: LiveBoard) -> AnyView {
    let words = live.words();
    let traffic = live.traffic();
    shown(move || {
        let bytes = traffic.get();
        let says = || words.footprint_room().workshop(&weight(words, bytes), &carbon(words, bytes));
        (bytes > 0).then(|| view! { <p class="projector-footprint">{says()}</p> }.whole())
    })
}
