//! Sign in: for the people who organise.

use super::{Form, Sheet};
use crate::components::{Field, Frame, Refusal};
use crate::text::words;
use leptos::prelude::*;

/// Sign in.
pub fn sign_in(sheet: &Sheet) -> AnyView {
    let words = words(sheet.lang);
    let say = words.sign_in();
    let form = Form::of(sheet, "sign-in");
    let page = view! {
        <div class="stack-wide">
            <div class="stack"><h1>{say.title}</h1>
            <p>{say.lead}</p></div>
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <Field form=form.clone() name="login" label=say.login autocomplete="username" most=100/>
                <Field form=form.clone() name="password" label=say.password kind="password" autocomplete="current-password" most=200/>
                <button class="button">{say.sign_in}</button>
            </form>
        </div>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}
