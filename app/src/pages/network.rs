//! What organisations publish for others: what was decided, demands to carry, equipment offered and sought. Everybody
//! reads it; whoever organises publishes and withdraws, entry by entry.

use super::{Form, Sheet};
use crate::api::{Begun, MAX_DETAIL, MAX_ENTRY, MAX_VENUE, Matter, NetworkOpening, Shown};
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, day, isolated, words};
use leptos::prelude::*;

/// The network.
pub fn network(sheet: &Sheet, opening: &NetworkOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.network();
    let publishes = opening.publishes.is_some();
    let aside = publishes.then(|| view! { <a href=Route::Library.to_string()>{words.library().title}</a> }.into_any());
    let parts: Vec<_> = Matter::ALL.into_iter().map(|matter| part(words, opening, matter)).collect();
    let page = view! {
        <div class="stack-wide">
            <header class="stack"><h1>{say.title}</h1><p>{say.lead}</p></header>
            <Refusal says=Form::of(sheet, "withdraw").any_refusal()/>
            {parts}
            {opening.publishes.as_ref().map(|begun| publish(sheet, words, begun))}
            <section class="stack">
                <h2>{say.open}</h2>
                <p>{say.open_means}</p>
                <ul>
                    <li><a href=Route::NetworkFile(true).to_string() download>{say.json}</a></li>
                    <li><a href=Route::NetworkFile(false).to_string() download>{say.csv}</a></li>
                </ul>
                {publishes.then(|| view! { <p><a href=Route::Import.to_string()>{say.gather}</a></p> })}
            </section>
        </div>
    };
    view! { <Frame words aside=aside.unwrap_or_else(|| ().into_any()) wide=true page=page.into_any()/> }.into_any()
}

fn part(words: Words, opening: &NetworkOpening, matter: Matter) -> AnyView {
    let say = words.network();
    let title = match matter {
        Matter::Decision => say.decisions,
        Matter::Demand => say.demands,
        Matter::Offer => say.offers,
        Matter::Seek => say.seeks,
    };
    let these = opening.entries.iter().filter(|shown| shown.entry.matter == matter);
    let lines: Vec<_> = these.map(|shown| line(words, shown, opening.publishes.is_some())).collect();
    let list = if lines.is_empty() {
        view! { <p class="soft">{say.none}</p> }.into_any()
    } else {
        view! { <ul class="shelf-list">{lines}</ul> }.into_any()
    };
    view! { <section class="stack"><h2>{title}</h2>{list}</section> }.into_any()
}

fn line(words: Words, shown: &Shown, publishes: bool) -> impl IntoView + use<> {
    let (say, entry) = (words.network(), &shown.entry);
    let detail = (!entry.detail.is_empty()).then(|| view! { <p dir="auto">{isolated(&entry.detail)}</p> });
    let contact = (!entry.contact.is_empty()).then(|| say.contact_is(&isolated(&entry.contact)));
    let from = (!shown.from.is_empty()).then(|| say.from(&shown.from));
    let until = say.until_is(&day(words, &entry.until.to_string()));
    let told: Vec<_> =
        [Some(isolated(&entry.venue).to_string()), contact, Some(until), from].into_iter().flatten().collect();
    let withdraw = publishes.then(|| {
        view! {
            <form class="no-print" method="post" action="/api/withdraw">
                <input type="hidden" name="entry" value=shown.id.to_string()/>
                <button class="button-quiet" aria-label=say.withdraw_one(&entry.text)>{say.withdraw}</button>
            </form>
        }
    });
    view! {
        <li class="shelf-item stack">
            <h3 dir="auto">{entry.text.clone()}</h3>
            {detail}
            <p class="soft small">{told.join(words.marks().semicolon)}</p>
            {withdraw}
        </li>
    }
}

/// The form of whoever organises: what it says is public as soon as it is sent.
fn publish(sheet: &Sheet, words: Words, begun: &Begun) -> impl IntoView + use<> {
    let say = words.network();
    let form = Form::of(sheet, "publish");
    let chosen = form.typed("what[matter]").unwrap_or_else(|| begun.matter.name().to_owned());
    let names = [say.decision, say.demand, say.offer, say.seek];
    let option = |(matter, says): (Matter, &'static str)| {
        view! { <option value=matter.name() selected=chosen == matter.name()>{says}</option> }
    };
    let options: Vec<_> = Matter::ALL.into_iter().zip(names).map(option).collect();
    view! {
        <form class="stack notice no-print" id="publier" method="post" action=form.action()>
            <h2>{say.publish}</h2>
            <p>{say.publish_means}</p>
            <Refusal says=form.refusal_of_all()/>
            <div class="field">
                <label for="publish-matter">{say.matter}</label>
                <select class="field-input" id="publish-matter" name="what[matter]">{options}</select>
            </div>
            <Field form=form.clone() name="what[text]" label=say.text most=MAX_ENTRY value=begun.text.clone()/>
            <Field form=form.clone() name="what[detail]" label=say.detail most=MAX_DETAIL may_be_empty=true/>
            <Field form=form.clone() name="what[venue]" label=say.venue most=MAX_VENUE value=begun.venue.clone()/>
            <Field form=form.clone() name="what[contact]" label=say.contact most=MAX_VENUE may_be_empty=true value=begun.contact.clone()/>
            <Field form=form.clone() name="what[until]" label=say.until hint=say.until_hint kind="date" value=begun.until.to_string()/>
            <button class="button">{say.publish_now}</button>
        </form>
    }
}
