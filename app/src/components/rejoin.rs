//! The way back after a seat was lost. What was being typed goes along in hidden fields, as plain forms have it, and comes
//! back to its form on the Plan (`app/src/pages/carried.rs`): nobody types a sentence twice.

use super::desk::Desk;
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
    let mut fields = Vec::new();
    let mut say = |name: &'static str, text: &str| fields.push((name, text.to_owned()));
    let own = |writing: RwSignal<Option<String>>| writing.get().filter(|said| !said.is_empty());
    let (draft, because) = (desk.draft.get().unwrap_or_default(), desk.sentence.because.get());
    if !draft.text.is_empty() {
        say("typed.form", "note");
        say("typed.text", &draft.text);
        if let Some(note) = draft.note {
            say("typed.note", &note.to_string());
        }
        if draft.question {
            say("typed.question", "true");
        }
    } else if !because.is_empty() {
        say("typed.form", "link");
        say("typed.because", &because);
        let kind = match desk.sentence.kind.get() {
            LinkKind::LeadsTo => "LeadsTo",
            LinkKind::Reduces => "Reduces",
            LinkKind::Enables => "Enables",
        };
        say("typed.kind", kind);
        for (name, card) in [("typed.cause", desk.sentence.cause), ("typed.consequence", desk.sentence.consequence)] {
            if let Some(card) = card.get() {
                say(name, &card.to_string());
            }
        }
    } else if let Some(title) = own(desk.title) {
        say("typed.form", "title");
        say("typed.text", &title);
    } else if let Some(story) = own(desk.story) {
        say("typed.form", "story");
        say("typed.text", &story);
    }
    fields
}
