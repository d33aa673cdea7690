//! The end: thanks, the title of the board, and where to say what was good and what was missing.

use super::now::status_line;
use super::slate::{code, host, qr, wifi};
use crate::components::workshop_footprint;
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The end.
pub(super) fn thanks(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let title = live.read(|document| document.title.clone());
    view! {
        <div class="projector-scene projector-thanks">
            <div class="projector-way">
                <h2 class="projector-heading">{words.thanks}</h2>
                <p class="projector-last">{move || title.get()}</p>
                <p>{words.come_back}</p>
                <p class="projector-address"><strong>{host(live)}</strong></p>
                {code(live)}
                {wifi(live)}
                {workshop_footprint(live)}
            </div>
            {qr(live)}
            {status_line(live)}
        </div>
    }
}
