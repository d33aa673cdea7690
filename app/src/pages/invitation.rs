//! An invitation: whoever opens it chooses a login and a password, once.

use super::organisation::standing;
use super::{Form, Sheet};
use crate::api::InvitationOpening;
use crate::components::{Field, Frame, Refusal};
use crate::text::{isolated, words};
use leptos::prelude::*;

/// Have an account.
pub fn invitation(sheet: &Sheet, opening: &InvitationOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.organisation();
    let form = Form::of(sheet, "accept");
    let page = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>{say.welcome}</h1>
                <p>{say.welcome_lead(&isolated(&opening.name), standing(words, opening.standing))}</p>
            </div>
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <input type="hidden" name="secret" value=opening.secret.clone()/>
                <Field form=form.clone() name="login" label=words.sign_in().login hint=words.set_up().login_hint autocomplete="username" most=100/>
                <Field
                    form=form.clone()
                    name="password"
                    label=words.sign_in().password
                    hint=words.set_up().password_hint
                    kind="password"
                    autocomplete="new-password"
                    most=200
                />
                <button class="button">{words.set_up().create}</button>
            </form>
        </div>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}
