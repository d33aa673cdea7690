//! A block to write: what the boards say of it, the fields, one button. Each field carries what it said when the page
//! was made, so that what somebody else wrote meanwhile is never written over.

use super::choose::choices;
use super::read::pieces;
use crate::api::{About, Block, DebriefField, DebriefOpening, FieldId, Kind};
use crate::components::Refusal;
use crate::debrief::{Group, block_title, facts, field_name, groups, of_group, why};
use crate::pages::{Form, Sheet};
use crate::text::Words;
use leptos::prelude::*;

/// A block.
pub fn block(sheet: &Sheet, words: Words, opening: &DebriefOpening, block: Block) -> AnyView {
    let say = words.debrief();
    let form = Form::one_of(sheet, "write-debrief", "block", name_of(block));
    let known = facts(words, opening, block);
    let known = (!known.is_empty()).then(|| {
        view! {
            <details class="debrief-known" open=block == Block::Session>
                <summary>{say.from_log}</summary>
                <div class="stack">{pieces(sheet, opening, &known)}</div>
            </details>
        }
    });
    let groups = groups(words, opening, block);
    let fields: Vec<_> = groups.iter().map(|group| fields(sheet, words, opening, &form, group)).collect();
    let number = block.number().to_string();
    view! {
        <section class="stack debrief-block" id=block.anchor()>
            <div>
                <h2>{[&number, ". ", block_title(words, block)].concat()}</h2>
                <p class="soft small">{why(words, block)}</p>
            </div>
            {known}
            {choices(sheet, words, opening, block)}
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.any_refusal()/>
                <input type="hidden" name="workshop" value=opening.workshop.to_string()/>
                <input type="hidden" name="block" value=name_of(block)/>
                {fields}
                <button class="button-second no-print">{say.save(&number)}</button>
            </form>
        </section>
    }
    .into_any()
}

/// As a form sends it: what serde reads.
fn name_of(block: Block) -> String {
    let name = match block {
        Block::Session => "session",
        Block::Understanding => "understanding",
        Block::Disagreements => "disagreements",
        Block::Reading => "reading",
        Block::Actions => "actions",
        Block::Renouncement => "renouncement",
        Block::Needs => "needs",
        Block::Returns => "returns",
        Block::FollowUp => "follow-up",
        Block::Sharing => "sharing",
    };
    name.to_owned()
}

fn fields(sheet: &Sheet, words: Words, opening: &DebriefOpening, form: &Form, group: &Group) -> AnyView {
    let one = |id: &FieldId| opening.fields.get(id).map(|said| field(words, form, *id, said));
    let fields: Vec<_> = group.fields.iter().filter_map(one).collect();
    let grid = view! { <div class="debrief-fields">{fields}</div> };
    let about = pieces(sheet, opening, &of_group(words, opening, group.about));
    let is_spare = matches!(group.about, About::More(_)) && group.fields.iter().all(|&id| opening.said(id).is_empty());
    match group.name.clone() {
        // Room for one more is there for whoever asks for it, and after a refusal with what was typed in it.
        Some(name) if is_spare => view! {
            <details class="debrief-known" open=form.is_refused()>
                <summary>{name.clone()}</summary>
                <fieldset class="debrief-group"><legend class="unseen">{name}</legend>{grid}</fieldset>
            </details>
        }
        .into_any(),
        Some(name) => view! {
            <fieldset class="debrief-group">
                <legend dir="auto">{name}</legend>
                <div class="stack">{about}{grid}</div>
            </fieldset>
        }
        .into_any(),
        None => grid.into_any(),
    }
}

fn field(words: Words, form: &Form, id: FieldId, said: &DebriefField) -> AnyView {
    let part = |part: &str| format!("fields[{id}][{part}]");
    let typed = |name: &str, says: &str| form.typed(&part(name)).unwrap_or_else(|| says.to_owned());
    let (text, was) = (typed("text", &said.text), typed("was", &said.text));
    let seen = typed("seen", &said.version.to_string());
    let place = place_of(id);
    let input = match id.ask.kind() {
        Kind::Grade => grade(words, part("text"), &place, &text),
        Kind::Text(most) => view! {
            <input class="field-input" id=place.clone() name=part("text") value=text.clone() maxlength=most.to_string() autocomplete="off" dir="auto"/>
        }
        .into_any(),
        Kind::Day => view! { <input class="field-input" type="date" id=place.clone() name=part("text") value=text.clone() autocomplete="off"/> }
            .into_any(),
    };
    let wide = matches!(id.ask.kind(), Kind::Text(most) if most > crate::api::MAX_LINE);
    view! {
        <div class=if wide { "field debrief-wide" } else { "field" }>
            <label for=place.clone()>{field_name(words, id.ask)}</label>
            {input}
            <p class="debrief-printed" aria-hidden="true">{text}</p>
            <input type="hidden" name=part("was") value=was/>
            <input type="hidden" name=part("seen") value=seen/>
        </div>
    }
    .into_any()
}

/// The id of a field on the page.
pub fn place_of(id: FieldId) -> String {
    format!("champ-{}", id.to_string().replace('.', "-"))
}

fn grade(words: Words, name: String, place: &str, chosen: &str) -> AnyView {
    let option = |grade: u8| {
        let grade = grade.to_string();
        view! { <option value=grade.clone() selected=chosen == grade>{grade.clone()}</option> }
    };
    let options: Vec<_> = (1..=5).map(option).collect();
    view! {
        <select class="field-input" id=place.to_owned() name=name>
            <option value="" selected=chosen.is_empty()>{words.debrief().no_grade}</option>
            {options}
        </select>
    }
    .into_any()
}
