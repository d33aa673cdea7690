//! The title and the story of a board: fields while the phase opens them. What others write shows in a field that its
//! person has not touched; what they are writing themselves is never overwritten.

use super::desk::{Desk, attempt};
use super::live_part::Whole;
use crate::live::LiveBoard;
use board::{Document, MAX_STORY, MAX_TITLE, Op};
use leptos::{ev, prelude::*};

/// Both fields, to unfold.
pub fn story_form(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().story();
    let (title, story) = (shown(live, desk.title, |board| &board.title), shown(live, desk.story, |board| &board.story));
    let give_title = move |event: ev::SubmitEvent| {
        event.prevent_default();
        give(live, desk.title, title, |text| Op::Title { text });
    };
    let give_story = move |event: ev::SubmitEvent| {
        event.prevent_default();
        give(live, desk.story, story, |text| Op::Story { text });
    };
    view! {
        <details class="story">
            <summary>{words.both}</summary>
            <form on:submit=give_title>
                <label>
                    <span>{words.title}</span>
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength=MAX_TITLE
                        prop:value=title
                        on:input=move |event| desk.title.set(Some(event_target_value(&event)))
                    />
                </label>
                <button type="submit">{words.give_title}</button>
            </form>
            <form on:submit=give_story>
                <label>
                    <span>{words.story}</span>
                    // The text goes in as a property: as a child it would not be escaped on the server.
                    <textarea
                        rows="4"
                        maxlength=MAX_STORY
                        prop:value=story
                        on:input=move |event| desk.story.set(Some(event_target_value(&event)))
                    ></textarea>
                </label>
                <button type="submit">{words.give_story}</button>
            </form>
        </details>
    }
    .whole()
}

/// What a field shows: what its person is writing, or else what the board says.
fn shown(live: LiveBoard, writing: RwSignal<Option<String>>, says: fn(&Document) -> &String) -> Memo<String> {
    live.read(move |document| writing.get().unwrap_or_else(|| says(document).clone()))
}

fn give(live: LiveBoard, writing: RwSignal<Option<String>>, text: Memo<String>, op: fn(String) -> Op) {
    if attempt(live, op(text.get_untracked().trim().to_owned())) {
        writing.set(None);
    }
}
