//! Writing a note or an open question, new or again.

use super::desk::{Desk, Draft, attempt, may};
use super::live_part::{Whole, flag, part};
use crate::live::LiveBoard;
use board::{Act, MAX_TEXT, Op, free_spot};
use leptos::{ev, prelude::*};

/// Two buttons while nothing is being written, else the form.
pub fn note_form(live: LiveBoard, desk: Desk) -> impl IntoView {
    let writing = Memo::new(move |_| desk.draft.with(Option::is_some));
    part(move || if writing.get() { form(live, desk).into_any() } else { offer(live, desk).into_any() })
}

fn offer(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().note();
    let may = may(live, Act::Note);
    let begin = move |question: bool| desk.draft.set(Some(Draft { question, ..Draft::default() }));
    view! {
        <div class="note-offer">
            <button type="button" disabled=flag(move || !may.get()) on:click=move |_| begin(false)>{words.add}</button>
            <button type="button" disabled=flag(move || !may.get()) on:click=move |_| begin(true)>{words.ask}</button>
        </div>
    }
    .whole()
}

fn form(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words();
    let Draft { text, question, .. } = desk.draft.get_untracked().unwrap_or_default();
    let write = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if desk.draft.get_untracked().is_some_and(|draft| submit(live, desk, draft)) {
            desk.draft.set(None);
        }
    };
    let typed = move |event| {
        let text = event_target_value(&event);
        desk.draft.update(|draft| draft.get_or_insert_default().text = text);
    };
    let ticked = move |event| {
        let question = event_target_checked(&event);
        desk.draft.update(|draft| draft.get_or_insert_default().question = question);
    };
    view! {
        <form class="note-form" on:submit=write>
            <label>
                <span>{words.note().text}</span>
                // The text goes in as a property: as a child it would not be escaped on the server.
                <textarea
                    rows="3"
                    maxlength=MAX_TEXT
                    prop:value=text
                    on:input=typed
                ></textarea>
            </label>
            <label class="note-form-kind">
                <input
                    type="checkbox"
                    prop:checked=question
                    on:change=ticked
                />
                <span>{words.note().is_question}</span>
            </label>
            <button type="submit" class="primary">{words.note().write}</button>
            <button type="button" on:click=move |_| desk.draft.set(None)>{words.board().cancel}</button>
        </form>
    }
    .whole()
}

fn submit(live: LiveBoard, desk: Desk, draft: Draft) -> bool {
    let middle = || live.glance(|document| free_spot(document, desk.camera.get_untracked().middle()));
    let note = draft.note.or_else(|| live.draw_note_id());
    let Some(note) = note else { return false };
    let at = draft.at.unwrap_or_else(middle);
    attempt(live, Op::Note { note, at, text: draft.text.trim().to_owned(), question: draft.question })
}
