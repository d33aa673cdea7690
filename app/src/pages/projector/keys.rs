//! What the person at the screen can do, from a keyboard, a presentation clicker, or with buttons that show themselves
//! when looked for.

use super::theatre::{Over, Theatre, table_of};
use crate::text::Words;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

/// The commands and the list of their keys.
pub(super) fn keys(theatre: Theatre) -> impl IntoView {
    let words = theatre.words();
    Effect::new(move || {
        let listener = window_event_listener(ev::keydown, move |event| pressed(theatre, &event));
        on_cleanup(move || listener.remove());
    });
    view! {
        {buttons(theatre)}
        {move || theatre.help.get().then(|| help(words))}
    }
}

fn pressed(theatre: Theatre, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() {
        return;
    }
    match event.key().as_str() {
        "PageDown" | "ArrowRight" => theatre.turn(true),
        "PageUp" | "ArrowLeft" => theatre.turn(false),
        "b" | "B" | "." => lay(theatre, Over::Black),
        "c" | "C" => lay(theatre, Over::Code),
        "s" | "S" => theatre.spot.update(|spot| *spot = !*spot),
        "h" | "H" | "?" => theatre.help.update(|help| *help = !*help),
        "f" | "F" => full_screen(),
        "Escape" => {
            theatre.over.set(Over::Nothing);
            theatre.help.set(false);
        }
        // Digits only: a clicker has other keys that say nothing here.
        key => match key.parse::<u8>() {
            Ok(0) => theatre.choose(None),
            Ok(table) => theatre.choose(Some(table)),
            Err(_) => return,
        },
    }
    // The page neither scrolls nor searches.
    event.prevent_default();
}

/// Lays this over everything, or takes it away.
fn lay(theatre: Theatre, over: Over) {
    theatre.over.update(|now| *now = if *now == over { Over::Nothing } else { over });
}

fn buttons(theatre: Theatre) -> impl IntoView {
    let words = theatre.words().projector();
    let over = move |what: Over| move || (theatre.over.get() == what).to_string();
    let tables = theatre.tables();
    let table = move |number: u8| {
        let shown = move || (table_of(theatre.shown()) == number).to_string();
        view! {
            <button
                type="button"
                class="button"
                aria-keyshortcuts=number.to_string()
                aria-pressed=shown
                on:click=move |_| theatre.choose(Some(number))
            >
                {words.table(number.into())}
            </button>
        }
    };
    view! {
        <nav class="projector-keys" aria-label=words.keys>
            <button type="button" class="button" aria-keyshortcuts="f" on:click=move |_| full_screen()>
                {words.full_screen}
            </button>
            <button
                type="button"
                class="button"
                aria-keyshortcuts="c"
                aria-pressed=over(Over::Code)
                on:click=move |_| lay(theatre, Over::Code)
            >
                {words.show_code}
            </button>
            <button
                type="button"
                class="button"
                aria-keyshortcuts="b"
                aria-pressed=over(Over::Black)
                on:click=move |_| lay(theatre, Over::Black)
            >
                {words.blackout}
            </button>
            <button
                type="button"
                class="button"
                aria-keyshortcuts="s"
                aria-pressed=move || theatre.spot.get().to_string()
                on:click=move |_| theatre.spot.update(|spot| *spot = !*spot)
            >
                {words.spotlight}
            </button>
            {(tables.len() > 1).then(|| tables.into_iter().map(|live| table(table_of(live))).collect_view())}
            <button
                type="button"
                class="button"
                aria-keyshortcuts="h"
                aria-expanded=move || theatre.help.get().to_string()
                on:click=move |_| theatre.help.update(|help| *help = !*help)
            >
                {words.help}
            </button>
        </nav>
    }
}

/// The list of keys.
fn help(words: Words) -> impl IntoView {
    let words = words.projector();
    let keys = [
        (words.help_next, words.help_next_does),
        (words.help_previous, words.help_previous_does),
        ("B .", words.help_blackout_does),
        ("S", words.help_spotlight_does),
        ("C", words.help_code_does),
        ("F", words.help_full_screen_does),
        ("1 – 9", words.help_tables_does),
        ("0", words.help_follow_does),
        ("H ?", words.help_help_does),
    ];
    let line = |(key, does): (&'static str, &'static str)| view! { <dt>{key}</dt><dd>{does}</dd> };
    view! {
        <section class="projector-help" aria-label=words.help_title>
            <h2>{words.help_title}</h2>
            <dl>{keys.map(line).collect_view()}</dl>
        </section>
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
