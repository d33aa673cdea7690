//! Remarks beside a saved board, for those who organise and facilitate: one a line, added and erased, in no export and
//! on no paper.

use crate::api::{MAX_REMARK, RemarkCard, RetrospectOpening};
use crate::components::{Field, Refusal};
use crate::pages::{Form, Sheet};
use crate::text::{Words, datetime, moment};
use leptos::prelude::*;

/// The remarks, and the form for another one.
pub fn remarks(sheet: &Sheet, words: Words, opening: &RetrospectOpening) -> AnyView {
    let say = words.saved();
    let mark = opening.saved.card.mark;
    let form = Form::of(sheet, "remark");
    let lines: Vec<_> = opening.remarks.iter().map(|remark| line(words, mark, remark)).collect();
    let list = if lines.is_empty() {
        view! { <p class="soft">{say.no_remarks}</p> }.into_any()
    } else {
        view! { <ul class="saved-list">{lines}</ul> }.into_any()
    };
    view! {
        <section class="stack notice no-print" id="remarques">
            <h2>{say.remarks}</h2>
            <p class="soft small">{say.remarks_hint}</p>
            {list}
            <Refusal says=Form::of(sheet, "erase-remark").any_refusal()/>
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <input type="hidden" name="mark" value=mark.to_string()/>
                <Field form=form.clone() name="text" label=say.remark most=MAX_REMARK/>
                <button class="button-second">{say.remark_add}</button>
            </form>
        </section>
    }
    .into_any()
}

fn line(words: Words, mark: i64, remark: &RemarkCard) -> impl IntoView + use<> {
    let say = words.saved();
    view! {
        <li>
            <p dir="auto">{remark.text.clone()}</p>
            <form class="row small" method="post" action="/api/erase-remark">
                <time class="soft" datetime=datetime(remark.at)>{moment(words, remark.at)}</time>
                <input type="hidden" name="mark" value=mark.to_string()/>
                <input type="hidden" name="remark" value=remark.id.to_string()/>
                <button class="button-quiet" aria-label=say.remark_erase_of(&remark.text)>{say.remark_erase}</button>
            </form>
        </li>
    }
}
