//! The end of the writing: what goes and what stays, said before it does.

use crate::api::DebriefOpening;
use crate::components::Refusal;
use crate::pages::{Form, Sheet};
use crate::text::Words;
use leptos::prelude::*;

/// The form that validates the sheet as it is shown: `read` says how often it was written and what it told.
pub fn validate(sheet: &Sheet, words: Words, opening: &DebriefOpening, read: (u64, u64)) -> AnyView {
    let say = words.debrief();
    let form = Form::of(sheet, "validate-debrief");
    let goes = (!opening.closed).then(|| {
        view! {
            <h3>{say.goes}</h3>
            <ul class="debrief-list"><li>{say.goes_names}</li><li>{say.goes_moods}</li></ul>
            <p>{say.goes_stays}</p>
        }
    });
    let ended = opening.closed.then(|| view! { <p class="soft">{say.ended}</p> });
    let undecided = opening.undecided();
    let asks = if undecided > 0 {
        view! { <p class="refusal">{say.undecided(undecided)}</p> }.into_any()
    } else {
        asks(words, opening, &form, read)
    };
    view! {
        <section class="stack notice no-print" id="valider">
            <h2>{say.validate}</h2>
            <p>{say.validate_read}</p>
            {goes}
            {ended}
            <Refusal says=form.refusal_of_all()/>
            {asks}
        </section>
    }
    .into_any()
}

fn asks(words: Words, opening: &DebriefOpening, form: &Form, read: (u64, u64)) -> AnyView {
    let say = words.debrief();
    let ends = (!opening.closed).then(|| {
        view! {
            <label class="choice">
                <input type="checkbox" name="ends" value="true" checked=form.typed("ends").is_some()/>
                <span>{say.ends}</span>
            </label>
        }
    });
    view! {
        <form class="stack" method="post" action=form.action()>
            <input type="hidden" name="workshop" value=opening.workshop.to_string()/>
            <input type="hidden" name="seen" value=read.0.to_string()/>
            <input type="hidden" name="told" value=read.1.to_string()/>
            <label class="choice">
                <input type="checkbox" name="sure" value="true" required/>
                <span>{say.sure}</span>
            </label>
            {ends}
            <button class="button">{say.validate}</button>
        </form>
    }
    .into_any()
}
