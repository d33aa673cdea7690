//! What the person who facilitates wants seen: cards that everybody looks at, a question to the table, a wave. Calm
//! banners, which take nobody's work away. The announcer says them to ears.

use super::desk::Desk;
use super::live_part::{Whole, part, said, shown};
use crate::live::LiveBoard;
use board::{CardId, Hint};
use leptos::prelude::*;
use std::time::Duration;

/// How long a wave can be seen.
const WAVE: Duration = Duration::from_secs(6);

/// The banners: nothing at all while nobody asks for attention.
pub fn attention(live: LiveBoard, desk: Desk) -> AnyView {
    view! {
        <div class="calls">
            {framed(live, desk)}
            {hint(live, desk)}
            {wave(live, desk)}
        </div>
    }
    .whole()
}

/// Cards that everybody looks at.
fn framed(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().attention();
    let frame = live.read(|document| document.frame.clone());
    let banner = move || {
        (!frame.with(Vec::is_empty)).then(|| {
            view! {
                <div class="banner call">
                    <p><strong>{words.look}</strong> " " {part(move || cards(live, desk, frame.get()))}</p>
                    <button type="button" on:click=move |_| desk.again.notify()>{words.again}</button>
                </div>
            }
            .whole()
        })
    };
    shown(banner)
}

/// The question that the table was asked, until it is put away on this device.
fn hint(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words();
    // The moment of a question is its name.
    let asked = live.read(|document| document.hint().map(|hint| hint.at.0.to_string()).unwrap_or_default());
    let key = StoredValue::new(live.opening(|opening| ["coulisses.hint.", &opening.board.to_string()].concat()));
    let read: RwSignal<Option<String>> = RwSignal::default();
    let storage = || window().local_storage().ok().flatten();
    Effect::new(move |_| {
        let kept = storage().and_then(|storage| key.with_value(|key| storage.get_item(key)).ok().flatten());
        read.set(kept);
    });
    let put_away = move |at: &str| {
        read.set(Some(at.to_owned()));
        if let Some(storage) = storage() {
            // Storage may be full: the question then comes back with the next page.
            let _ = key.with_value(|key| storage.set_item(key, at));
        }
    };
    let banner = move || {
        let at = asked.get();
        let hint = live.glance(|document| document.hint().cloned());
        hint.filter(|_| read.get().as_ref() != Some(&at)).map(|Hint { cards: about, text, .. }| {
            view! {
                <div class="banner call">
                    <p><strong>{words.attention().question}</strong> " " {cards(live, desk, about)}</p>
                    <p class="call-text">{text}</p>
                    <button type="button" on:click=move |_| put_away(&at)>{words.attention().put_away}</button>
                </div>
            }
            .whole()
        })
    };
    shown(banner)
}

/// A wave: for some seconds, a banner; a ring on the board shows the place, if there is one.
fn wave(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().attention();
    let waved = live.waved();
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let Some(wave) = waved.get() else { return };
        desk.waved.set(Some(wave));
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let mine = turn.get_value();
        // A later wave has its own time.
        let fade = move || {
            if turn.try_get_value() == Some(mine) {
                desk.waved.set(None);
            }
        };
        set_timeout(fade, WAVE);
    });
    let banner = move || {
        desk.waved.get().map(|at| {
            let see = at.map(|at| -> AnyView {
                let see = move |_| desk.camera.update(|camera| *camera = camera.showing(at));
                view! { <button type="button" on:click=see>{words.see}</button> }.whole()
            });
            let says = if at.is_some() { words.points } else { words.waves };
            view! { <div class="banner call"><p>{says}</p> {see}</div> }.whole()
        })
    };
    shown(banner)
}

/// Cards as buttons that choose them.
fn cards(live: LiveBoard, desk: Desk, cards: Vec<CardId>) -> AnyView {
    let card = move |card: CardId| {
        view! {
            <button type="button" class="call-card" on:click=move |_| desk.show(live, card)>
                {said(move || live.title_of(card))}
            </button>
        }
        .whole()
    };
    cards.into_iter().map(card).collect_view().into_any()
}
