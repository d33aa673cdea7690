//! A workshop that may be erased: what goes with it, and its title to type, so that nobody erases another one.

use super::{Form, Sheet};
use crate::api::ErasureOpening;
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{day, day_of, words};
use leptos::prelude::*;

/// Erase a workshop.
pub fn erasure(sheet: &Sheet, opening: &ErasureOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.organisation();
    let form = Form::of(sheet, "erase-workshop");
    let saved = usize::try_from(opening.saved).unwrap_or(usize::MAX);
    let until = day(words, &day_of(opening.until).to_string());
    let page = view! {
        <div class="stack-wide">
            <div>
                <p class="soft" dir="auto">{opening.title.clone()}</p>
                <h1>{say.erase_title}</h1>
            </div>
            <div class="stack">
                <p>{say.erase_means(saved)}</p>
                <p>{say.erase_copies}</p>
                <p class="soft">{say.erased_on(&until)}</p>
            </div>
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <input type="hidden" name="workshop" value=opening.workshop.to_string()/>
                <Field form=form.clone() name="typed" label=say.erase_confirm/>
                <button class="button">{say.erase}</button>
            </form>
        </div>
    };
    let aside = view! { <a href=Route::Library.to_string()>{words.saved().back}</a> };
    view! { <Frame words aside=aside.into_any() page=page.into_any()/> }.into_any()
}
