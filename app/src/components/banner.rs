//! What must be known before going on: no connection, a pause, a seat that is gone, an op that was refused.

use super::desk::{Chosen, Desk, Draft, Place};
use super::label;
use super::live_part::{Whole, shown};
use super::opinion::turn;
use super::rejoin::rejoin;
use crate::live::{LiveBoard, Status, TurnedDown};
use crate::text::rejection;
use board::{Intent, LinkId, Op, Rejection};
use leptos::prelude::*;

/// The banner: nothing at all while all is well.
pub fn banner(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().status();
    let (status, paused) = (live.status(), live.paused());
    let offline = Memo::new(move |_| matches!(status.get(), Status::Offline(_)));
    let gone = Memo::new(move |_| status.get() == Status::NotHere);
    let back = move || {
        gone.get()
            .then(|| view! { <div class="banner stop">{words.not_here_banner} {rejoin(live, desk)}</div> }.whole())
    };
    view! {
        <div class="banners">
            // The announcer says a pause to ears, with everything else that happens to the table.
            {shown(move || paused.get().then(|| view! { <p class="banner">{words.paused_banner}</p> }.whole()))}
            <div role="alert">
                {shown(back)}
                {shown(move || offline.get().then(|| view! { <p class="banner stop">{words.offline_banner}</p> }.whole()))}
                {shown(move || live.turned_down().get().map(|turned_down| refused(live, desk, turned_down).into_any()))}
            </div>
        </div>
    }
    .whole()
}

/// Why an op was refused, what had been typed, and the way on.
fn refused(live: LiveBoard, desk: Desk, TurnedDown { rejection: why, pending }: TurnedDown) -> AnyView {
    let words = live.words();
    let op = match pending.intent {
        Intent::Do(op) => Some(op),
        _ => None,
    };
    let typed = op.as_ref().and_then(typed).map(str::to_owned);
    let known = op.as_ref().and_then(|op| known(op, why)).map(|link| the_link(live, desk, link, why));
    let take_up = typed.clone().zip(op).map(|(_, op)| {
        let take_up = move |_| {
            live.heard();
            resume(desk, op.clone());
        };
        view! { <button type="button" on:click=take_up>{words.status().take_up}</button> }.whole()
    });
    view! {
        <div class="banner refused">
            <p><strong>{words.status().refused}</strong> " – " {rejection(words, why)}</p>
            {typed.map(|typed| view! { <p class="banner-typed">{words.status().typed(&typed)}</p> }.whole())}
            {known}
            {take_up}
            <button type="button" on:click=move |_| live.heard()>{words.board().close}</button>
        </div>
    }
    .whole()
}

/// The link that is on the board already: to be seen, and turned round when it goes the other way.
fn the_link(live: LiveBoard, desk: Desk, link: LinkId, why: Rejection) -> AnyView {
    let words = live.words();
    let kind = live.glance(|document| document.links.get(&link).map(|link| link.kind).unwrap_or_default());
    let see = move |_| {
        live.heard();
        desk.chosen.set(Chosen::Link(link));
    };
    let reverse = (why == Rejection::ReverseLinked).then(|| {
        let reverse = move |_| {
            live.heard();
            turn(live, desk, link);
        };
        view! {
            <p>{words.status().reverse(&label::sentence(live, link, kind))}</p>
            <button type="button" on:click=reverse>{words.opinion().reverse}</button>
        }
        .whole()
    });
    view! { {reverse} <button type="button" on:click=see>{words.status().see_link}</button> }.whole()
}

/// The link that an op was refused for.
fn known(op: &Op, why: Rejection) -> Option<LinkId> {
    match (op, why) {
        (Op::Link { link, .. }, Rejection::ReverseLinked) => Some(link.reversed()),
        (Op::Link { link, .. }, Rejection::AlreadyLinked) => Some(*link),
        (Op::Reverse { link }, Rejection::AlreadyLinked) => Some(link.reversed()),
        _ => None,
    }
}

/// The text in an op that somebody typed.
fn typed(op: &Op) -> Option<&str> {
    let text = match op {
        Op::Link { because: text, .. } | Op::Change { because: text, .. } => text,
        Op::Note { text, .. } | Op::Title { text } | Op::Story { text } => text,
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Puts what was typed back where it can be written on.
fn resume(desk: Desk, op: Op) {
    match op {
        Op::Link { link, kind, because } | Op::Change { link, kind, because } => {
            desk.sentence.cause.set(Some(link.cause));
            desk.sentence.consequence.set(Some(link.consequence));
            desk.sentence.kind.set(kind);
            desk.sentence.because.set(because);
            desk.place.set(Place::Link);
        }
        Op::Note { note, at, text, question } => {
            desk.draft.set(Some(Draft { note: Some(note), at: Some(at), text, question }));
        }
        Op::Title { text } => desk.title.set(Some(text)),
        Op::Story { text } => desk.story.set(Some(text)),
        _ => {}
    }
}
