//! How to come to the table, over the whole screen.

use super::now::now;
use super::slate::{code, host, qr, wifi};
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The invitation. While the door is closed it only says so.
pub(super) fn invitation(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let workshop = live.opening(|opening| opening.workshop.title.clone());
    let open = live.open();
    let way = move || {
        if open.get() {
            view! {
                {wifi(live)}
                <p>{words.come_to} " " <strong class="projector-address">{host(live)}</strong> " " {words.give_code}</p>
                {code(live)}
            }
            .into_any()
        } else {
            view! { <p class="projector-closed">{words.closed}</p> }.into_any()
        }
    };
    view! {
        <div class="projector-scene projector-invitation">
            <div class="projector-way">
                <h2>{workshop}</h2>
                {way}
                {now(live)}
            </div>
            {move || open.get().then(|| qr(live))}
        </div>
    }
}
