//! An action in words: what it is, how heavy, who, when.

use crate::text::{Words, isolated};
use board::deck::Grade;
use board::{Action, Day, Document};
use leptos::prelude::*;

/// The title of an action with its number on the page.
pub fn action_title(words: Words, number: usize, action: &Action) -> AnyView {
    view! {
        <h3>
            <span class="actions-number">{number}</span>" "{isolated(&action.text)}
            {action.renounces.then(|| view! { " "<span class="tag">{words.actions().renouncement}</span> })}
        </h3>
    }
    .into_any()
}

/// Everything else that was decided about it.
pub fn action_details(words: Words, action: &Action) -> AnyView {
    let say = words.actions();
    let parts = [
        (!action.owner.is_empty()).then(|| say.owner_is(&isolated(&action.owner))),
        (!action.with.is_empty()).then(|| say.with_is(&isolated(&action.with))),
        (!action.first_step.is_empty()).then(|| say.first_is(&isolated(&action.first_step))),
        action.due.map(|due| say.due_is(&written(due))),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().map(|part| view! { <li>{part}</li> }).collect();
    view! {
        <p class="soft small">{grades(words, action)}</p>
        {(!parts.is_empty()).then(|| view! { <ul>{parts}</ul> })}
    }
    .into_any()
}

/// The actions of a board, to read; nothing when there are none.
#[component]
pub fn ActionsText(
    /// The texts in this device's language.
    words: Words,
    /// The board.
    document: Document,
) -> impl IntoView {
    let one = |(number, action): (usize, &Action)| {
        view! { <li class="actions-one stack">{action_title(words, number, action)}{action_details(words, action)}</li> }
    };
    let lines: Vec<_> = (1..).zip(document.actions.values()).map(one).collect();
    (!lines.is_empty()).then(|| {
        view! { <section class="stack"><h2>{words.actions().kept}</h2><ul class="actions-kept">{lines}</ul></section> }
    })
}

/// Both grades in words.
fn grades(words: Words, action: &Action) -> String {
    let say = words.actions();
    let said = |grade: Option<Grade>| grade.map_or_else(|| say.to_discuss.to_owned(), |grade| grade.get().to_string());
    say.grades(&said(action.effort), &said(action.impact))
}

/// A day as people write it: "25/11/2026".
fn written(day: Day) -> String {
    let text = day.to_string();
    let parts: Vec<_> = text.rsplit('-').collect();
    parts.join("/")
}
