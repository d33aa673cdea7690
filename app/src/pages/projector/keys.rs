//! What the person at the projector can do: buttons that show themselves when looked for, and a key for each.

use crate::text::Words;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

/// What the screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// The board, as soon as there is one.
    Board,
    /// The invitation, over everything.
    Code,
    /// Nothing: the light is for the stage.
    Black,
}

/// The three commands.
#[component]
pub(super) fn Keys(words: &'static Words, shown: RwSignal<Shown>) -> impl IntoView {
    let words = &words.projector;
    let turn = move |to: Shown| shown.update(|now| *now = if *now == to { Shown::Board } else { to });
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() {
            return;
        }
        match event.key().as_str() {
            "b" | "B" | "." => turn(Shown::Black),
            "c" | "C" => turn(Shown::Code),
            "f" | "F" => full_screen(),
            "Escape" => shown.set(Shown::Board),
            _ => {}
        }
    };
    Effect::new(move || {
        let listener = window_event_listener(ev::keydown, key);
        on_cleanup(move || listener.remove());
    });
    let pressed = move |what: Shown| move || (shown.get() == what).to_string();
    view! {
        <nav class="projector-keys" aria-label=words.keys>
            <button type="button" class="button" on:click=move |_| full_screen()>
                {words.full_screen}
            </button>
            <button type="button" class="button" aria-pressed=pressed(Shown::Code) on:click=move |_| turn(Shown::Code)>
                {words.show_code}
            </button>
            <button type="button" class="button" aria-pressed=pressed(Shown::Black) on:click=move |_| turn(Shown::Black)>
                {words.blackout}
            </button>
        </nav>
    }
}

/// Fills the screen, or gives it back. A browser that refuses changes nothing.
fn full_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(page) = document.document_element() {
        let _ = page.request_fullscreen();
    }
}
