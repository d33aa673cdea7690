//! What people said without their name: the words of mood of this table, and the answers of all tables together, since
//! those of one table would have names.

use super::section::{nothing, section};
use crate::api::RetrospectOpening;
use crate::pages::mood::moods;
use crate::pages::returns::feedback;
use crate::text::Words;
use leptos::prelude::*;

/// Words of mood, then the answers about the workshop.
pub fn said(words: Words, opening: &RetrospectOpening) -> AnyView {
    let say = words.saved();
    let heard = match (opening.moods.is_empty(), opening.closed) {
        (false, _) => moods(words, &opening.moods),
        (true, true) => nothing(say.moods_erased),
        (true, false) => nothing(words.mood().none),
    };
    let answers: Vec<_> = opening.feedback.iter().collect();
    view! { {section(say.moods, heard)} {feedback(words, say.feedback, &answers)} }.into_any()
}
