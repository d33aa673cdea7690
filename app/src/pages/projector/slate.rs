//! The slate: code, QR, address, table, title, phase, how many people. Below the board, or alone on the screen.

use super::phase_name;
use crate::live::{LiveBoard, Status};
use board::Role;
use leptos::prelude::*;

/// The slate under the board.
#[component]
pub(super) fn Slate(board: LiveBoard) -> impl IntoView {
    view! {
        <footer class="projector-slate">
            <Qr board />
            <div class="projector-way">
                <Code board />
                <p class="projector-address">{host(board)}</p>
            </div>
            <Now board />
        </footer>
    }
}

/// The whole screen says how to join.
#[component]
pub(super) fn Invitation(board: LiveBoard) -> impl IntoView {
    let words = &board.words().projector;
    let workshop = board.opening(|opening| opening.workshop.title.clone());
    view! {
        <section class="projector-invitation">
            <div class="projector-way">
                <h2>{workshop}</h2>
                <p>{words.come_to} " " <strong class="projector-address">{host(board)}</strong></p>
                <p>{words.give_code}</p>
                <Code board />
                <Now board />
            </div>
            <Qr board />
        </section>
    }
}

/// The code, in two groups that are easy to say and to type: spaces do no harm.
#[component]
fn Code(board: LiveBoard) -> impl IntoView {
    let words = &board.words().projector;
    let code = board.opening(|opening| opening.workshop.code.clone());
    let half = code.char_indices().nth(code.chars().count().div_ceil(2)).map_or(code.len(), |(at, _)| at);
    let said = [&code[..half], " ", &code[half..]].concat();
    let open = board.open();
    view! {
        <p class="projector-code">
            <span class="unseen">{words.code} " "</span>
            <strong>{said}</strong>
        </p>
        {move || (!open.get()).then(|| view! { <p class="projector-closed">{words.closed}</p> })}
    }
}

/// Where the table stands.
#[component]
fn Now(board: LiveBoard) -> impl IntoView {
    let texts = board.words();
    let words = &texts.projector;
    let table = board.opening(|opening| opening.table);
    let title = board.read(|document| document.title.clone());
    let (phase, paused, status) = (board.phase(), board.paused(), board.status());
    let people = Memo::new(move |_| {
        let here = |seat: &&board::Seat| seat.here && seat.role == Role::Participant;
        board.seats().with(|seats| seats.iter().filter(here).count())
    });
    let people = move || match people.get() {
        0 => words.nobody.to_owned(),
        some => words.people(some),
    };
    let offline = move || matches!(status.get(), Status::Offline(_));
    view! {
        <div class="projector-now">
            <p class="projector-table">
                <span>{words.table(table.into())}</span>
                {move || {
                    let title = title.get();
                    (!title.is_empty()).then(|| view! { <strong class="projector-title">{title}</strong> })
                }}
            </p>
            <p class="projector-phase">
                {move || phase_name(texts, phase.get())}
                {move || paused.get().then(|| view! { <strong class="projector-paused">{words.paused}</strong> })}
            </p>
            <p class="projector-people">
                {move || if offline() { words.offline.to_owned() } else { people() }}
            </p>
        </div>
    }
}

/// The QR code, dark on white with its quiet zone whatever the light, or no camera reads it.
#[component]
fn Qr(board: LiveBoard) -> impl IntoView {
    let words = &board.words().projector;
    let invitation = board.opening(|opening| opening.invitation.clone());
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
fn host(board: LiveBoard) -> String {
    board.opening(|opening| {
        let address = opening.invitation.as_ref().map(|invitation| invitation.address.as_str()).unwrap_or_default();
        let plain = address.split_once("://").map_or(address, |(_, rest)| rest);
        plain.split('/').next().unwrap_or_default().to_owned()
    })
}
