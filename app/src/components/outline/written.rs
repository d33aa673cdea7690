//! What is written and drawn on the board besides its cards and links: the story, notes and questions, stamps.

use super::find::Search;
use crate::components::board_note;
use crate::components::desk::{Chosen, Desk};
use crate::components::each::each;
use crate::components::live_part::{Whole, pressed, said, shown};
use crate::live::LiveBoard;
use crate::scene::stamped;
use crate::text;
use board::{CardId, NoteId, Stamp};
use leptos::prelude::*;

/// The title and the story, once there are any.
pub fn story(live: LiveBoard) -> AnyView {
    let part = |class: &'static str, text: Memo<String>| {
        shown(move || {
            let text = text.get();
            (!text.is_empty()).then(|| view! { <p class=class>{text}</p> }.whole())
        })
    };
    let (title, story) = (live.read(|document| document.title.clone()), live.read(|document| document.story.clone()));
    view! { {part("guide-title", title)} {part("outline-story", story)} }.whole()
}

/// The notes and the open questions.
pub fn notes(live: LiveBoard, desk: Desk, search: Search) -> AnyView {
    let words = live.words().note();
    let notes = live.read(move |document| {
        let found = document.notes.iter().filter(|(_, note)| search.shows_text(&note.text));
        found.map(|(&id, _)| id).collect::<Vec<_>>()
    });
    let one = move |note: NoteId| {
        let known = live.note(note);
        view! {
            <li>
                <button
                    type="button"
                    aria-pressed=pressed(move || desk.chosen.get() == Chosen::Note(note))
                    on:click=move |_| desk.touch(live, Chosen::Note(note))
                >
                    {said(move || known.get().map(|note| board_note::label(live, &note)).unwrap_or_default())}
                </button>
            </li>
        }
        .whole()
    };
    view! {
        <h3>{words.title}</h3>
        <ul class="outline-notes">
            {each(notes, one)}
        </ul>
        {shown(move || notes.with(Vec::is_empty).then(|| view! { <p class="soft">{words.empty}</p> }.whole()))}
    }
    .whole()
}

/// What is drawn and stamped, in words.
pub fn drawings(live: LiveBoard) -> AnyView {
    let words = live.words();
    let stamp = move |(stamp, card): (Stamp, Option<CardId>)| {
        let name = text::stamp(words, stamp);
        card.map_or_else(|| name.to_owned(), |card| words.draw().stamped(name, &live.title_of(card)))
    };
    let drawn = live.read(move |document| {
        let stamps = stamped(document);
        let lines = document.strokes.len() - stamps.len();
        let lines = (lines > 0).then(|| words.draw().lines(lines));
        lines.into_iter().chain(stamps.into_iter().map(stamp)).collect::<Vec<_>>().join("\n")
    });
    shown(move || {
        let drawn = drawn.get();
        (!drawn.is_empty()).then(|| {
            view! {
                <h3>{words.draw().drawn}</h3>
                <p class="outline-story">{drawn}</p>
            }
            .whole()
        })
    })
}
