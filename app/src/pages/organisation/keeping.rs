//! For how long things are kept, and everything at once: taken away, or erased.

use crate::components::{Field, Refusal};
use crate::pages::{Form, Sheet};
use crate::routes::Route;
use crate::text::Words;
use leptos::prelude::*;

/// The form that decides it.
pub fn retention(sheet: &Sheet, words: Words, kept_for: [u16; 3]) -> AnyView {
    let say = words.organisation();
    let form = Form::of(sheet, "retention");
    let [names, boards, copies] = kept_for;
    let field = |name: &'static str, label: &'static str, hint: &'static str, days: u16, most: &'static str| {
        let id = format!("retention-{name}");
        let about = format!("{id}-hint");
        let typed = form.typed(name).unwrap_or_else(|| days.to_string());
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <p class="field-hint" id=about.clone()>{hint}</p>
                <input
                    class="field-input field-number"
                    id=id
                    name=name
                    type="number"
                    min="1"
                    max=most
                    required
                    value=typed
                    aria-describedby=about
                />
            </div>
        }
    };
    view! {
        <form class="stack notice" method="post" action=form.action() id="conservation">
            <h2>{say.retention}</h2>
            <p class="soft small">{say.retention_lead}</p>
            <Refusal says=form.refusal_of_all()/>
            {field("names", say.keep_names, say.keep_names_hint, names, "3650")}
            {field("boards", say.keep_boards, say.keep_boards_hint, boards, "3650")}
            {field("copies", say.keep_copies, say.keep_copies_hint, copies, "30")}
            <button class="button-second">{say.decide}</button>
        </form>
    }
    .into_any()
}

/// Take everything away, or erase everything.
pub fn everything(sheet: &Sheet, words: Words, workshops: usize) -> AnyView {
    let say = words.organisation();
    let form = Form::of(sheet, "erase-all");
    view! {
        <section class="stack notice">
            <h2>{say.everything}</h2>
            <p class="soft small">{say.export_hint}</p>
            <p><a class="button-second" href=Route::Everything.to_string() download>{say.export_all}</a></p>
            <details class="team-sure" open=form.is_refused()>
                <summary>{say.erase_all}</summary>
                <form class="stack" method="post" action=form.action()>
                    <p>{say.erase_all_means(workshops)}</p>
                    <p class="small">{say.erase_copies}</p>
                    <Refusal says=form.refusal_of_all()/>
                    <Field form=form.clone() name="typed" label=say.erase_all_confirm/>
                    <button class="button-second">{say.erase_all}</button>
                </form>
            </details>
        </section>
    }
    .into_any()
}
