//! What the parts of a saved board share: a heading with something below, lists of links, notes; and what is said where
//! there is nothing.

use crate::api::SavedOpening;
use crate::components::Titles;
use crate::text::{Words, isolated};
use board::{ActorId, CardId, LinkId, Note, NoteId};
use leptos::prelude::*;

/// A part of the page.
pub fn section(title: &'static str, content: impl IntoView + 'static) -> AnyView {
    view! { <section class="stack"><h2>{title}</h2>{content}</section> }.into_any()
}

/// What is said where there is nothing.
pub fn nothing(says: &'static str) -> AnyView {
    view! { <p class="soft">{says}</p> }.into_any()
}

/// A link by the titles of its cards.
pub fn link(titles: &Titles, LinkId { cause, consequence }: LinkId) -> String {
    [titles.title(cause), titles.title(consequence)].join(" → ")
}

/// Links, one a line, below their heading; what is said when there are none.
pub fn links(title: String, none: &'static str, titles: &Titles, links: &[LinkId]) -> AnyView {
    // Lines of one paragraph: a deck knows more than a hundred links, and a page should not have an element for each.
    let lines = links.iter().map(|&id| link(titles, id)).collect::<Vec<_>>().join("\n");
    let told = if lines.is_empty() { nothing(none) } else { view! { <p class="lines">{lines}</p> }.into_any() };
    view! { <h3>{title}</h3>{told} }.into_any()
}

/// Cards in one line.
pub fn cards(words: Words, titles: &Titles, cards: &[CardId]) -> String {
    let titles: Vec<_> = cards.iter().map(|&card| titles.title(card)).collect();
    titles.join(words.marks().semicolon)
}

/// The notes or the open questions, each with the name of whoever wrote it, as far as names are still kept.
pub fn notes(title: &'static str, none: &'static str, saved: &SavedOpening, question: bool) -> AnyView {
    let notes = &saved.card.document.notes;
    let these = notes.iter().filter(|(_, note)| note.question == question);
    let lines: Vec<_> = these.map(|one: (&NoteId, &Note)| note(saved, one.1)).collect();
    if lines.is_empty() {
        return section(title, nothing(none));
    }
    section(title, view! { <ul class="plan-notes">{lines}</ul> })
}

fn note(saved: &SavedOpening, note: &Note) -> impl IntoView + use<> {
    let name = |actor: ActorId| saved.seats.iter().find(|seat| seat.actor == actor).map(|seat| &seat.name);
    let by = name(note.author).filter(|name| !name.is_empty());
    let by = by.map(|by| view! { " "<span class="soft small">{isolated(by)}</span> });
    view! { <li dir="auto">{note.text.clone()}{by}</li> }
}
