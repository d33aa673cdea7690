//! The keys of a replay: they act wherever the focus is, but where somebody types or a key has a meaning of its own.

use super::player::Player;
use crate::components::live_part::Whole;
use crate::text::Words;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// Listens for as long as the player is there.
pub fn listen(player: Player) {
    Effect::new(move || {
        let listener = window_event_listener(ev::keydown, move |event| pressed(player, &event));
        on_cleanup(move || listener.remove());
    });
}

fn pressed(player: Player, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || is_taken(event) {
        return;
    }
    match (event.key().as_str(), event.shift_key()) {
        (" ", false) if !event.repeat() => player.play(),
        ("ArrowRight", true) => player.by_chapter(true),
        ("ArrowLeft", true) => player.by_chapter(false),
        ("ArrowRight", false) => player.by(1),
        ("ArrowLeft", false) => player.by(-1),
        ("Home", false) => player.go(0),
        ("End", false) => player.go(usize::MAX),
        _ => return,
    }
    // The page neither scrolls, nor does the slider move a second time.
    event.prevent_default();
}

/// Whether the key says something to what has the focus: a field takes all of them, a button the space bar.
fn is_taken(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let types = "input:not([type=range]),textarea,select,[contenteditable]";
    let presses = "button,summary,a[href]";
    let is = |what: &str| target.closest(what).ok().flatten().is_some();
    is(types) || event.key() == " " && is(presses)
}

/// The list of keys.
pub fn keys(words: Words) -> AnyView {
    let say = words.replay();
    let keys = [
        (say.key_space, say.key_space_does),
        (say.key_arrows, say.key_arrows_do),
        (say.key_strides, say.key_strides_do),
        (say.key_ends, say.key_ends_do),
    ];
    let line = |(key, does): (&'static str, &'static str)| view! { <dt>{key}</dt><dd>{does}</dd> };
    view! {
        <details class="replay-keys">
            <summary>{say.keys}</summary>
            <dl>{keys.map(line).collect_view()}</dl>
        </details>
    }
    .whole()
}
