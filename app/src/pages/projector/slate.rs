//! The slate under the board: how to come to the table, where the table is, how much time is left.

use super::now::now;
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The slate.
pub(super) fn slate(live: LiveBoard) -> impl IntoView {
    view! {
        <footer class="projector-slate">
            {way(live)}
            {now(live)}
        </footer>
    }
}

/// QR code, code, address, wifi. A closed door says so instead.
fn way(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let open = live.open();
    move || {
        if open.get() {
            view! {
                {qr(live)}
                <div class="projector-way">
                    {code(live)}
                    <p class="projector-address">{host(live)}</p>
                    {wifi(live)}
                </div>
            }
            .into_any()
        } else {
            view! { <p class="projector-closed">{words.closed}</p> }.into_any()
        }
    }
}

/// The code, in two groups that are easy to say and to type: spaces do no harm.
pub(super) fn code(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let code = live.opening(|opening| opening.workshop.code.clone());
    let half = code.char_indices().nth(code.chars().count().div_ceil(2)).map_or(code.len(), |(at, _)| at);
    let said = [&code[..half], " ", &code[half..]].concat();
    view! {
        <p class="projector-code">
            <span class="unseen">{words.code} " "</span>
            <strong>{said}</strong>
        </p>
    }
}

/// The name of the wifi, if there is one to join.
pub(super) fn wifi(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let name = live.opening(|opening| opening.invitation.as_ref().and_then(|invitation| invitation.wifi.clone()));
    name.map(|name| view! { <p class="projector-wifi">{words.wifi} " " <strong>{name}</strong></p> })
}

/// The QR code, dark on white with its quiet zone whatever the light, or no camera reads it.
pub(super) fn qr(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let invitation = live.opening(|opening| opening.invitation.clone());
    invitation.map(|invitation| {
        let side = invitation.side + 8;
        let view_box = ["-4 -4 ", &side.to_string(), " ", &side.to_string()].concat();
        view! {
            <svg
                class="projector-qr"
                viewBox=view_box
                role="img"
                aria-label=words.qr(&invitation.address)
                shape-rendering="crispEdges"
            >
                <rect class="projector-qr-paper" x="-4" y="-4" width=side.to_string() height=side.to_string() />
                <path class="projector-qr-ink" d=invitation.path />
            </svg>
        }
    })
}

/// The address as one says it: without its scheme, and without the code that stands beside it.
pub(super) fn host(live: LiveBoard) -> String {
    live.opening(|opening| {
        let address = opening.invitation.as_ref().map(|invitation| invitation.address.as_str()).unwrap_or_default();
        let plain = address.split_once("://").map_or(address, |(_, rest)| rest);
        plain.split('/').next().unwrap_or_default().to_owned()
    })
}
