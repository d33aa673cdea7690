//! The cover of the programme: one code, one button, two quiet links.

use super::{Carried, Form, Sheet};
use crate::components::{Field, Lamp, Refusal, foot};
use crate::routes::Route;
use crate::text::words;
use leptos::prelude::*;

/// Enter a code.
pub fn home(sheet: &Sheet) -> AnyView {
    let words = words(sheet.lang);
    let say = words.home();
    let form = Form::of(sheet, "code");
    view! {
        <main class="home" id="contenu">
            <div class="column home-stage">
                <div>
                    <h1 class="home-name">{words.site().name}</h1>
                    <p class="home-line">{words.site().tag_line}</p>
                </div>
                <Lamp/>
            </div>
            <div class="home-floor">
                <form class="column home-form" method="post" action=form.action()>
                    <Refusal says=form.refusal_of_all()/>
                    {Carried::of(sheet.refused.as_ref()).map(|carried| carried.fields(words))}
                    <Field form=form.clone() name="code" label=say.code hint=say.code_hint most=20/>
                    <button class="button">{say.join}</button>
                </form>
                <nav class="column row">
                    <a href=Route::Workshops.to_string()>{say.facilitate}</a>
                    <a href=Route::Library.to_string()>{say.read_again}</a>
                </nav>
            </div>
        </main>
        {foot(words, true)}
    }
    .into_any()
}
