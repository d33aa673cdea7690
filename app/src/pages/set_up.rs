//! The first set-up: the one organiser of a fresh server, through the link that was printed in its terminal.

use super::{Form, Sheet};
use crate::components::{Field, Frame, Refusal};
use crate::text::words;
use leptos::prelude::*;

/// Create the first organiser.
pub fn set_up(sheet: &Sheet, secret: &str) -> AnyView {
    let words = words(sheet.lang);
    let say = words.set_up();
    let form = Form::of(sheet, "set-up");
    let page = view! {
        <div class="stack-wide">
            <div class="stack"><h1>{say.title}</h1>
            <p>{say.lead}</p></div>
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <input type="hidden" name="secret" value=secret.to_owned()/>
                <Field form=form.clone() name="login" label=words.sign_in().login hint=say.login_hint autocomplete="username" most=100/>
                <Field
                    form=form.clone()
                    name="password"
                    label=words.sign_in().password
                    hint=say.password_hint
                    kind="password"
                    autocomplete="new-password"
                    most=200
                />
                <button class="button">{say.create}</button>
            </form>
        </div>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}
