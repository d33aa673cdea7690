//! What the team decides to do, and what it renounces: apart, since one does not replace the other.

use super::section::{nothing, section};
use crate::components::{action_details, action_title};
use crate::routes::Route;
use crate::text::Words;
use board::{Action, Document, WorkshopId};
use leptos::prelude::*;

/// The actions, then the *renoncements*.
pub fn decided(words: Words, document: &Document) -> AnyView {
    let say = words.saved();
    let (renounced, kept): (Vec<_>, Vec<_>) = document.actions.values().partition(|action| action.renounces);
    let part = |title: &'static str, none: &'static str, actions: Vec<&Action>, from: usize| {
        let one = |(number, action): (usize, &Action)| {
            view! { <li class="actions-one stack">{action_title(words, number, action)}{action_details(words, action)}</li> }
        };
        let lines: Vec<_> = (from..).zip(actions).map(one).collect();
        if lines.is_empty() {
            return section(title, nothing(none));
        }
        section(title, view! { <ul class="actions-kept">{lines}</ul> })
    };
    let from = kept.len() + 1;
    let kept = part(words.actions().kept, say.no_actions, kept, 1);
    let renounced = part(say.renounced, say.no_renouncement, renounced, from);
    view! { {kept}{renounced} }.into_any()
}

/// The way to what became of them, for those who may follow it.
pub fn follow_up(words: Words, workshop: WorkshopId, document: &Document) -> Option<impl IntoView + use<>> {
    (!document.actions.is_empty()).then(|| {
        view! { <p class="no-print"><a href=Route::FollowUp(workshop).to_string()>{words.follow_up().link}</a></p> }
    })
}
