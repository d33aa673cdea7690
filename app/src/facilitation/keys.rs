//! A key for every command of the cockpit: 0 all tables, 1 to 9 one of them, N the next step, P the pause, + five minutes.

use super::{Crew, Scope, next_step};
use crate::live::LiveBoard;
use board::Op;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

/// Listens to the keys for as long as the page lives.
pub fn keys(crew: Crew) {
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() || types(&event) {
            return;
        }
        match event.key().as_str() {
            "0" => crew.scope.set(Scope::All),
            "n" | "N" => next_step(crew),
            "p" | "P" => {
                let paused = !untrack(|| crew.shown()).glance(|document| document.paused);
                crew.act(|_| Some(Op::Pause { paused }));
            }
            "+" => crew.act(longer),
            digit => {
                let table = digit.parse().ok().filter(|table| (1..=crew.all().len().min(9)).contains(table));
                if let Some(table) = table {
                    crew.scope.set(Scope::One(table - 1));
                }
            }
        }
    };
    Effect::new(move || {
        let listener = window_event_listener(ev::keydown, key);
        on_cleanup(move || listener.remove());
    });
}

fn longer(board: LiveBoard) -> Option<Op> {
    Some(Op::Time { clock: board.glance(|document| document.clock.longer(5, board.server_now())) })
}

/// Whether the key goes to a field.
fn types(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| {
        use leptos::wasm_bindgen::JsCast;
        target.dyn_into::<leptos::web_sys::Element>().ok()
    });
    field.is_some_and(|field| ["INPUT", "SELECT", "TEXTAREA"].contains(&field.tag_name().as_str()))
}
