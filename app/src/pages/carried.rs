//! What somebody had typed when their seat was lost: it goes with them, in hidden fields, through the pages on which
//! they join again, and comes back to its form. Nothing is kept on the server meanwhile.

use super::RefusedForm;
use crate::api::AppError;
use crate::routes::Route;
use crate::text::Words;
use board::BoardId;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What the names of the hidden fields begin with.
const MARK: &str = "typed.";
/// The hidden field that says which form it was.
const FORM: &str = "typed.form";
/// The fields that hold sentences, of all forms.
const SENTENCES: [&str; 10] = [
    "because",
    "text",
    "word",
    "what[text]",
    "what[first_step]",
    "given[learned_what]",
    "given[wrong]",
    "given[missing]",
    "given[obstacle]",
    "given[other]",
];

/// A form on its way back to its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The endpoint of its server function.
    pub form: String,
    /// Its fields as typed.
    pub typed: BTreeMap<String, String>,
}

impl Carried {
    /// What these fields of a form carry.
    #[must_use]
    pub fn in_fields(fields: impl IntoIterator<Item = (String, String)>) -> Option<Self> {
        let carried = fields.into_iter().filter_map(|(name, text)| Some((name.strip_prefix(MARK)?.to_owned(), text)));
        let mut typed: BTreeMap<_, _> = carried.collect();
        let form = typed.remove(FORM.strip_prefix(MARK)?)?;
        back(&form, BoardId(uuid::Uuid::nil())).map(|_| Self { form, typed })
    }

    /// What a page was given back: a form of a board that came here because its person has no seat, or the form of the
    /// join page that carries one.
    #[must_use]
    pub fn of(refused: Option<&RefusedForm>) -> Option<Self> {
        let RefusedForm { form, error, typed } = refused?;
        if matches!(error, AppError::NotFound | AppError::Resumed) && back(form, BoardId(uuid::Uuid::nil())).is_some() {
            return Some(Self { form: form.clone(), typed: typed.clone() });
        }
        Self::in_fields(typed.clone())
    }

    /// The hidden fields, and what they hold for the eyes.
    pub fn fields(&self, words: Words) -> AnyView {
        let hidden = |(name, text): (String, String)| view! { <input type="hidden" name=name value=text/> };
        let form = (FORM.to_owned(), self.form.clone());
        let all = self.typed.iter().map(|(name, text)| (format!("{MARK}{name}"), text.clone()));
        let all: Vec<_> = std::iter::once(form).chain(all).map(hidden).collect();
        let sentence = SENTENCES.iter().filter_map(|name| self.typed.get(*name)).find(|text| !text.is_empty());
        let shown = sentence.map(|text| view! { <p class="notice" dir="auto">{words.status().typed(text)}</p> });
        view! { {all} {shown} }.into_any()
    }
}

/// The page of a board on which this form can be sent again.
#[must_use]
pub fn back(form: &str, board: BoardId) -> Option<Route> {
    Some(match form {
        "place" | "move-card" | "put-back" | "arrange" | "link" | "change" | "unlink" | "reverse" | "ink" | "judge"
        | "star" | "note" | "erase" | "title" | "story" | "take-back" => Route::Plan(board),
        "act" | "drop-action" => Route::Actions(board),
        "vote" => Route::Gallery(board),
        "mood" | "pass" => Route::Mood(board),
        "feedback" => Route::Feedback(board),
        _ => return None,
    })
}
