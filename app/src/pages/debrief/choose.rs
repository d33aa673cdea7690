//! A field that two people wrote at once: both texts, each with a button. Neither is lost, whoever was the slower.

use super::write::place_of;
use crate::api::{Block, DebriefField, DebriefOpening, FieldId};
use crate::components::Refusal;
use crate::debrief::{field_name, groups};
use crate::pages::{Form, Sheet};
use crate::text::Words;
use board::WorkshopId;
use leptos::prelude::*;

/// The fields of a block that say two things.
pub fn choices(sheet: &Sheet, words: Words, opening: &DebriefOpening, block: Block) -> Vec<AnyView> {
    let mut choices = Vec::new();
    for group in groups(words, opening, block) {
        for id in group.fields {
            if let Some(field) = opening.fields.get(&id).filter(|field| !field.rivals.is_empty()) {
                choices.push(choice(sheet, words, opening.workshop, id, field, group.name.as_deref()));
            }
        }
    }
    choices
}

fn choice(
    sheet: &Sheet,
    words: Words,
    workshop: WorkshopId,
    id: FieldId,
    field: &DebriefField,
    group: Option<&str>,
) -> AnyView {
    let say = words.debrief();
    let form = Form::one_of(sheet, "choose-debrief", "field", id.to_string());
    let name = field_name(words, id.ask);
    let title = group.map_or_else(|| name.to_owned(), |group| [group, name].join(words.marks().colon));
    let one = |(whose, text): (&'static str, &String)| {
        let shown = if text.is_empty() { say.rival_empty.to_owned() } else { text.clone() };
        view! {
            <form class="debrief-rival stack" method="post" action="/api/choose-debrief">
                <p class="soft small">{whose}</p>
                <p dir="auto">{shown.clone()}</p>
                <input type="hidden" name="workshop" value=workshop.to_string()/>
                <input type="hidden" name="field" value=id.to_string()/>
                <input type="hidden" name="seen" value=field.version.to_string()/>
                <input type="hidden" name="text" value=text.clone()/>
                <button class="button-second" aria-label=say.choose_one(name, &shown)>{say.choose}</button>
            </form>
        }
    };
    let here = std::iter::once((say.rival_stays, &field.text));
    let texts: Vec<_> = here.chain(field.rivals.iter().map(|text| (say.rival_beside, text))).map(one).collect();
    view! {
        <section class="notice stack no-print debrief-choice" id=format!("choix-{}", place_of(id))>
            <h3 dir="auto">{title}</h3>
            <p>{say.rivals}</p>
            <Refusal says=form.any_refusal()/>
            <div class="debrief-rivals">{texts}</div>
        </section>
    }
    .into_any()
}
