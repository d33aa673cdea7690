//! What a table thinks of a link: pencil or ink, who agrees and who does not, whether it is starred, and
//! which way it goes. To disagree is a result too.

use super::desk::{Chosen, Desk, attempt, may};
use super::live_part::{Whole, flag, pressed, said, shown};
use crate::live::LiveBoard;
use crate::scene::Look;
use crate::text;
use board::{Act, LinkId, MAX_STARS, Op, Stance};
use leptos::prelude::*;
use std::sync::Arc;

/// The buttons about one link.
pub fn opinion(live: LiveBoard, desk: Desk, link: LinkId) -> AnyView {
    let words = live.words().opinion();
    let me = live.me().actor;
    let (links, stars) = (may(live, Act::Link), may(live, Act::Star));
    let thought =
        live.read(move |document| text::opinion(live.words(), Look::of(document, link), document.opinions(link)));
    let full = live.read(|document| document.stars.len() >= MAX_STARS);
    let judge = move |name: &'static str, stance: Option<Stance>| {
        let on = live.read(move |document| document.stance(link, me) == stance);
        toggle(live, name, links, on, Arc::new(move || Op::Judge { link, stance }))
    };
    let ink = move |name: &'static str, ink: bool| {
        let on = live.read(move |document| document.links.get(&link).is_some_and(|link| link.ink) == ink);
        toggle(live, name, links, on, Arc::new(move || Op::Ink { link, ink }))
    };
    let starred = live.read(move |document| document.stars.contains(&link));
    let star = move || {
        (stars.get() || starred.get()).then(|| {
            let star = move || Op::Star { link, starred: !starred.get_untracked() };
            toggle(live, words.star, stars, starred, Arc::new(star))
        })
    };
    let none_left = move || {
        let none = stars.get() && full.get() && !starred.get();
        none.then(|| view! { <p class="small soft">{words.stars_full}</p> }.whole())
    };
    let judging = move || {
        view! {
            <div class="opinion" role="group" aria-label=words.mine>
                {judge(words.agree, Some(Stance::Agree))}
                {judge(words.disagree, Some(Stance::Disagree))}
                {judge(words.no_opinion, None)}
            </div>
            <div class="opinion" role="group" aria-label=words.line>
                {ink(words.pencil, false)}
                {ink(words.ink, true)}
                <button type="button" on:click=move |_| turn(live, desk, link)>{words.reverse}</button>
            </div>
        }
        .whole()
    };
    view! {
        <p class="small">{said(move || thought.get())}</p>
        {shown(move || links.get().then(judging))}
        <div class="opinion">{shown(star)}</div>
        {shown(none_left)}
    }
    .whole()
}

/// Turns a link round; it stays chosen.
pub fn turn(live: LiveBoard, desk: Desk, link: LinkId) {
    if attempt(live, Op::Reverse { link }) {
        desk.chosen.set(Chosen::Link(link.reversed()));
    }
}

/// A button that is on or off, and the op that pressing it asks for.
fn toggle(
    live: LiveBoard,
    name: &'static str,
    may: Memo<bool>,
    on: Memo<bool>,
    op: Arc<dyn Fn() -> Op + Send + Sync>,
) -> AnyView {
    view! {
        <button
            type="button"
            disabled=flag(move || !may.get())
            aria-pressed=pressed(move || on.get())
            on:click=move |_| {
                attempt(live, op());
            }
        >
            {name}
        </button>
    }
    .whole()
}
