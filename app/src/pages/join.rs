//! Join: a first name, a table if there is a choice, and in plain words what is kept. Nothing else.

use super::{Carried, Form, Sheet};
use crate::api::{JoinOpening, TableCard, WorkshopCard};
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, app_error, words};
use leptos::prelude::*;

/// Join a workshop.
pub fn join(sheet: &Sheet, opening: &JoinOpening) -> AnyView {
    let words = words(sheet.lang);
    let inside = match &opening.workshop {
        None => ask_code(sheet, words, &opening.code).into_any(),
        Some(workshop) if workshop.open => ask_name(sheet, words, workshop).into_any(),
        Some(workshop) => closed(words, workshop).into_any(),
    };
    let page = view! {<div class="stack-wide">{inside}</div>};
    view! { <Frame words page=page.into_any()/> }.into_any()
}

fn ask_code(sheet: &Sheet, words: Words, code: &str) -> impl IntoView + use<> {
    let form = Form::of(sheet, "code");
    let unknown = !code.is_empty() && form.refusal("code").is_none();
    let says = form.refusal_of_all().or_else(|| unknown.then(|| app_error(words, &crate::api::AppError::UnknownCode)));
    view! {
        <h1>{words.join().title}</h1>
        <form class="stack" method="post" action=form.action()>
            <Refusal says/>
            {Carried::of(sheet.refused.as_ref()).map(|carried| carried.fields(words))}
            <Field form=form.clone() name="code" label=words.home().code hint=words.home().code_hint most=20 value=code.to_owned()/>
            <button class="button">{words.home().join}</button>
        </form>
    }
}

fn ask_name(sheet: &Sheet, words: Words, workshop: &WorkshopCard) -> impl IntoView + use<> {
    let say = words.join();
    let form = Form::of(sheet, "join");
    let choose = workshop.tables.len() > 1 && !workshop.assigned;
    let tables = choose.then(|| tables(&form, words, &workshop.tables));
    let given = (workshop.tables.len() > 1 && !choose).then(|| view! { <p class="soft small">{say.given}</p> });
    let only = (!choose).then(|| view! { <input type="hidden" name="table" value="0"/> });
    view! {
        <div>
            <p class="soft">{say.lead}</p>
            <h1 dir="auto">{workshop.title.clone()}</h1>
        </div>
        <form class="stack-wide" method="post" action=form.action()>
            <Refusal says=form.refusal_of_all()/>
            <input type="hidden" name="code" value=workshop.code.clone()/>
            {Carried::of(sheet.refused.as_ref()).map(|carried| carried.fields(words))}
            <Field form=form.clone() name="name" label=say.name hint=say.name_hint autocomplete="given-name" most=40/>
            {tables}
            {only}
            {given}
            <button class="button">{say.join}</button>
        </form>
        <aside class="stack notice small">
            <h2 class="notice-title">{say.notice_title}</h2>
            <p>{say.notice_name}</p>
            <p>{say.notice_cookie}</p>
        </aside>
    }
}

/// The choice of a table: 0 leaves it to the server.
fn tables(form: &Form, words: Words, tables: &[TableCard]) -> impl IntoView + use<> {
    let say = words.join();
    let chosen = form.typed("table").unwrap_or_else(|| "0".to_owned());
    let choice = |number: usize, name: String, people: Option<String>| {
        view! {
            <label class="choice">
                <input type="radio" name="table" value=number.to_string() checked=chosen == number.to_string()/>
                <span>{name}</span>
                {people.map(|people| view! { <span class="soft small">{people}</span> })}
            </label>
        }
    };
    let each = tables.iter().enumerate().map(|(at, table)| {
        let people = if table.people == 0 { say.nobody.to_owned() } else { say.people(table.people.into()) };
        choice(at + 1, say.table_n(&(at + 1).to_string()), Some(people))
    });
    let all: Vec<_> = std::iter::once(choice(0, say.any_table.to_owned(), None)).chain(each).collect();
    view! {
        <fieldset class="choices">
            <legend>{say.table}</legend>
            <Refusal says=form.refusal("table")/>
            {all}
        </fieldset>
    }
}

fn closed(words: Words, workshop: &WorkshopCard) -> impl IntoView + use<> {
    let say = words.join();
    view! {
        <div>
            <p class="soft">{workshop.title.clone()}</p>
            <h1>{say.closed_title}</h1>
        </div>
        <p>{say.closed}</p>
        <p class="row">
            <a class="button" href=Route::Join(workshop.code.clone()).to_string()>{say.again}</a>
            <a href=Route::Join(String::new()).to_string()>{say.other_code}</a>
        </p>
    }
}
