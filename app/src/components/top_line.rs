//! The first line of a living page: which table, which step and how much of it is left, who is here, whether what one
//! does is kept, and the way back.

use super::desk::attempt;
use super::live_part::{Whole, attr, flag, said};
use super::{clock::time_left, label, people::people};
use crate::api::StepCard;
use crate::live::{LiveBoard, Status};
use crate::text;
use board::{Millis, Op, Undo, check, next_undo};
use leptos::prelude::*;

/// The line.
pub fn top_line(live: LiveBoard) -> AnyView {
    let words = live.words();
    let (table, title) = live.opening(|opening| (usize::from(opening.table), opening.workshop.title.clone()));
    // The step by the name that the script gives it; the phase's where there is none.
    let step = live.read(move |document| {
        let here = |card: &&StepCard| Some(card.number) == document.step && card.phase == document.phase;
        let named = live.opening(|opening| opening.script.iter().find(here).map(|card| card.title.clone()));
        named.filter(|title| !title.is_empty()).unwrap_or_else(|| text::phase(words, document.phase).to_owned())
    });
    let back = live.read(move |document| check(document, live.me(), &Op::Undo, Millis::default()).is_ok());
    let next = live.read(move |document| next_undo(document, live.me().actor).cloned());
    let takes_back = move || next.with(|undo| undo.as_ref().map(|undo| label::undo(live, undo)));
    let says = move || takes_back().unwrap_or_else(|| words.board().undo.to_owned());
    // A whole lot leaves people's hands: that is said in full.
    let short = move || match next.get() {
        Some(Undo::Deal(lot, _)) => words.board().undo_deal(&lot.to_string()),
        _ => words.board().undo_short.to_owned(),
    };
    let take_back = move || {
        view! {
            <button
                type="button"
                class="top-line-undo"
                aria-label=attr(says)
                title=attr(says)
                disabled=flag(move || !back.get())
                on:click=move |_| {
                    attempt(live, Op::Undo);
                }
            >
                <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
                    <path d="M9 5 4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3"></path>
                </svg>
                <span class="wide">{said(short)}</span>
            </button>
        }
        .whole()
    };
    view! {
        <header class="top-line">
            <div class="top-line-where">
                <h1>
                    <span class="top-line-table">{words.board().table(table)}</span>
                    " "
                    <span class="top-line-title">{title}</span>
                </h1>
                <p class="top-line-phase">
                    <span class="unseen">{words.phase().label} " "</span>
                    {said(move || step.get())}
                </p>
            </div>
            {time_left(live)}
            {people(live)}
            {kept(live)}
            {(!live.looks_on()).then(take_back)}
        </header>
    }
    .whole()
}

/// Whether what one does is on the server's disk: a word and a shape. It is not read out each time: the announcer says
/// what is done, and the banner that there is no connection.
fn kept(live: LiveBoard) -> AnyView {
    let words = live.words();
    let status = live.status();
    let class = move || match status.get() {
        Status::Saved => "kept saved".to_owned(),
        Status::Waiting(_) => "kept waiting".to_owned(),
        Status::Offline(_) | Status::NotHere => "kept offline".to_owned(),
    };
    view! {
        <p class=attr(class) role="status" aria-live="off">
            <span class="unseen">{words.status().label} " "</span>
            {said(move || label::status(words, status.get()))}
        </p>
    }
    .whole()
}
