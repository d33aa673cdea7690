//! A secret's button: the role is taken by pressing it, so that a link preview takes no seat.

use super::{Form, Sheet};
use crate::api::DoorOpening;
use crate::components::{Frame, Refusal};
use crate::text::words;
use board::Role;
use leptos::prelude::*;

/// Take the role behind a secret.
pub fn door(sheet: &Sheet, opening: &DoorOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.door();
    let (title, means, button) = match opening.role {
        Role::Facilitator => (say.facilitate_title, say.facilitate, say.facilitate_button),
        Role::Projector => (say.project_title, say.project, say.project_button),
        Role::Spectator => (say.watch_title, say.watch, say.watch_button),
        Role::Participant => (say.take_part_title, say.take_part, say.take_part_button),
    };
    let form = Form::of(sheet, "enter");
    let page = view! {
        <div class="stack-wide">
            <div>
                <p class="soft">{opening.title.clone()}</p>
                <h1>{title}</h1>
            </div>
            <p>{means}</p>
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <input type="hidden" name="secret" value=opening.secret.clone()/>
                <button class="button">{button}</button>
            </form>
            <p class="soft small">{say.once}</p>
        </div>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}
