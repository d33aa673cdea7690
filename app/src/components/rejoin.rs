//! The way back after a seat was lost. What was being typed goes along in hidden fields, as plain forms have it, and comes
//! back to its form on the Plan (`app/src/pages/carried.rs`): nobody types a sentence twice.

use super::desk::{Desk, Draft};
use super::live_part::{Whole, part};
use crate::live::LiveBoard;
use crate::routes::Route;
use board::LinkKind;
use leptos::prelude::*;

/// A button that leads to the page on which one joins.
pub fn rejoin(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().status();
    let back = live.opening(|opening| Route::Join(opening.workshop.code.clone()).to_string());
    let field = |(name, text): (&'static str, String)| view! { <input type="hidden" name=name value=text/> }.whole();
    let carried = move || typed(desk).into_iter().map(field).collect_view().into_any();
    view! {
        <form class="rejoin" method="get" action=back>
            {part(carried)}
            <button type="submit">{words.rejoin}</button>
        </form>
    }
    .whole()
}

/// The form that was being filled in, as the Plan has it; nothing while nothing is typed.
fn typed(desk: Desk) -> Vec<(&'static str, String)> {
    let text = |form: &str, text: String| vec![("typed.form", form.to_owned()), ("typed.text", text)];
    if let Some(Draft { note, text: said, question, .. }) = desk.draft.get()
        && !said.is_empty()
    {
        let note = note.map(|note| ("typed.note", note.to_string()));
        let question = question.then(|| ("typed.question", "true".to_owned()));
        return text("note", said).into_iter().chain(note).chain(question).collect();
    }
    let because = desk.sentence.because.get();
    if !because.is_empty() {
        let end = |name, card: Option<board::CardId>| card.map(|card| (name, card.to_string()));
        let kind = match desk.sentence.kind.get() {
            LinkKind::LeadsTo => "LeadsTo",
            LinkKind::Reduces => "Reduces",
            LinkKind::Enables => "Enables",
        };
        let said = [("typed.form", "link".to_owned()), ("typed.because", because), ("typed.kind", kind.to_owned())];
        let ends =
            [end("typed.cause", desk.sentence.cause.get()), end("typed.consequence", desk.sentence.consequence.get())];
        return said.into_iter().chain(ends.into_iter().flatten()).collect();
    }
    let own = |writing: RwSignal<Option<String>>| writing.get().filter(|said| !said.is_empty());
    let story = || own(desk.story).map(|said| text("story", said));
    own(desk.title).map(|said| text("title", said)).or_else(story).unwrap_or_default()
}
