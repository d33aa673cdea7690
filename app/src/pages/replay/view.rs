//! The player: the board, what happens in words, the slider, the buttons, the chapters.

use super::chapter_name::chapter_name;
use super::keys::{keys, listen};
use super::pace::{LONGEST, SPEEDS};
use super::player::Player;
use super::scene::scene;
use crate::components::live_part::{Whole, attr, pressed, said, shown};
use crate::components::picture::summary;
use crate::text::{hours, minutes};
use leptos::prelude::*;

/// The player.
pub fn player(player: Player) -> AnyView {
    listen(player);
    let words = player.words();
    let say = words.replay();
    // While it plays, a screen reader that said every line would say nothing in full.
    let live = attr(move || if player.playing().get() { "off" } else { "polite" }.to_owned());
    let counts = player.read(move |document| summary(words, document));
    let silence = move || player.silence().get().map(|silence| say.silence(&length(silence)));
    let silence = move || silence().map(|text| view! { <span class="replay-silence">{text}</span> }.whole());
    view! {
        <section class="replay" aria-label=say.player>
            <div class="replay-stage stack">
                <div class="replay-board">{scene(player)}</div>
                <p class="replay-told" aria-live=live>{said(move || player.told().get())}{shown(silence)}</p>
                {slider(player)}
                {buttons(player)}
                <p class="small soft">{said(move || counts.get())}". "{say.silences(&(LONGEST / 1000).to_string())}</p>
                {keys(words)}
            </div>
            {contents(player)}
        </section>
    }
    .whole()
}

/// How long, as a clock says it; in minutes below an hour.
fn length(millis: u64) -> String {
    if millis < 3_600_000 { minutes((millis / 1000).cast_signed()) } else { hours(millis) }
}

/// The slider: one step for each entry, so that every one of them can be reached; it says when, and what happens.
fn slider(player: Player) -> AnyView {
    let say = player.words().replay();
    let length = player.length();
    let whole = hours(player.since(length));
    let place = player.place();
    let when = move || say.when(&hours(player.since(place.get())), &whole);
    let text = {
        let when = when.clone();
        move || [when(), player.told().get()].join(". ")
    };
    let moved = move |event| {
        if let Ok(to) = event_target_value(&event).parse() {
            player.go(to);
        }
    };
    view! {
        <div class="replay-slider">
            <input
                type="range"
                min="0"
                max=length.to_string()
                step="1"
                prop:value=attr(move || place.get().to_string())
                aria-label=say.slider
                aria-valuetext=attr(text)
                on:input=moved
            />
            <span class="replay-when">{said(when)}</span>
        </div>
    }
    .whole()
}

fn buttons(player: Player) -> AnyView {
    let say = player.words().replay();
    let second = |name: &'static str, sign: &'static str, act: fn(Player)| {
        view! {
            <button type="button" class="button-second" aria-label=name title=name on:click=move |_| act(player)>
                <svg class="replay-sign" viewBox="0 0 16 16" aria-hidden="true"><path d=sign></path></svg>
            </button>
        }
        .whole()
    };
    let play = move || if player.playing().get() { say.pause } else { say.play }.to_owned();
    let speed = move |speed: u64| {
        view! {
            <button
                type="button"
                class="button-second"
                aria-pressed=pressed(move || player.speed().get() == speed)
                on:click=move |_| player.hurry(speed)
            >
                {say.times(&speed.to_string())}
            </button>
        }
        .whole()
    };
    view! {
        <div class="row replay-buttons">
            {second(say.chapter_before, "M2 2h2v12H2zM15 2v12L5 8z", |player| player.by_chapter(false))}
            {second(say.entry_before, "M13 2v12L4 8z", |player| player.by(-1))}
            <button type="button" class="button replay-play" on:click=move |_| player.play()>{said(play)}</button>
            {second(say.entry_after, "M3 2v12l9-6z", |player| player.by(1))}
            {second(say.chapter_after, "M12 2h2v12h-2zM1 2v12l10-6z", |player| player.by_chapter(true))}
            <div class="row replay-speeds" role="group" aria-label=say.speed>{SPEEDS.map(speed).collect_view()}</div>
        </div>
    }
    .whole()
}

/// The chapters, each a button that goes there.
fn contents(player: Player) -> AnyView {
    let words = player.words();
    let say = words.replay();
    let here = Memo::new(move |_| player.chapter_at(player.place().get()));
    let named = |number: usize| {
        let (begins, name) = player.chapters(|chapters| {
            let chapter = &chapters[number];
            (chapter.begins, player.opening.with_value(|opening| chapter_name(words, opening, chapter)))
        });
        let current = move || (here.get() == Some(number)).then_some("true");
        view! {
            <li>
                <button type="button" class="replay-chapter" aria-current=current on:click=move |_| player.go(begins)>
                    <span class="replay-time">{hours(player.since(begins))}</span>
                    " "
                    <span>{name}</span>
                </button>
            </li>
        }
        .whole()
    };
    let count = player.chapters(<[_]>::len);
    view! {
        <nav class="replay-contents" aria-label=say.chapters>
            <h2 class="replay-contents-title">{say.chapters}</h2>
            <ol>{(0..count).map(named).collect_view()}</ol>
        </nav>
    }
    .whole()
}
