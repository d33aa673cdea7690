//! The door of the workshop: the code, the address and its QR code, and whether one may still come in.

use crate::api::{Invitation, set_open};
use crate::live::LiveBoard;
use crate::routes::Route;
use leptos::{prelude::*, task::spawn_local};

/// The door.
pub fn door(live: LiveBoard) -> impl IntoView {
    let words = live.words().facilitate();
    let (workshop, board) = live.opening(|opening| (opening.workshop.clone(), opening.board));
    let (open, failed) = (live.open(), RwSignal::new(false));
    let turn = move |_| {
        let wanted = !open.get_untracked();
        spawn_local(async move {
            let done = set_open(workshop.id, wanted).await.is_ok();
            failed.set(!done);
            if done {
                live.door(wanted);
            }
        });
    };
    let invitation = live.opening(|opening| opening.invitation.clone());
    view! {
        <section class="door">
            <h2>{words.door}</h2>
            <p class="door-code">{words.code} " " <strong>{workshop.code.clone()}</strong></p>
            {invitation.map(|invitation| address(live, invitation))}
            <p class="small" role="status">{move || if open.get() { words.door_open } else { words.door_closed }}</p>
            <button type="button" on:click=turn>
                {move || if open.get() { words.close_door } else { words.open_door }}
            </button>
            {move || failed.get().then(|| view! { <p class="failed" role="alert">{words.failed}</p> })}
            <p><a href=Route::Projector(board).to_string() target="_blank" rel="noopener">{words.projector}</a></p>
        </section>
    }
}

fn address(live: LiveBoard, Invitation { address, side, path, .. }: Invitation) -> impl IntoView {
    let words = live.words().facilitate();
    // Four light modules around the code, or no telephone reads it.
    let view_box = ["-4 -4 ", &(side + 8).to_string(), " ", &(side + 8).to_string()].concat();
    view! {
        <p class="door-address small">{words.address} " " <a href=address.clone()>{address.clone()}</a></p>
        <svg class="door-qr" viewBox=view_box role="img" aria-label=words.qr>
            <rect x="-4" y="-4" width=side + 8 height=side + 8></rect>
            <path d=path></path>
        </svg>
    }
}
