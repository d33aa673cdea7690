//! The accessibility statement, in the order and with the headings of the French model: honest, and dated by the build.

use super::Sheet;
use crate::api::{Checks, PublishedOpening};
use crate::components::{Frame, operator};
use crate::text::{Words, day, words};
use leptos::prelude::*;

/// Where a message to the Défenseur des droits is written.
const DEFENDER_FORM: &str = "https://formulaire.defenseurdesdroits.fr/";
/// Where its delegates are found.
const DEFENDER_DELEGATES: &str = "https://www.defenseurdesdroits.fr/saisir/delegues";

/// The statement.
pub fn accessibility(sheet: &Sheet, opening: &PublishedOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.accessibility();
    let PublishedOpening { operator: runs, address, measures, .. } = opening;
    let page = view! {
        <article class="stack-wide">
            <header class="stack">
                <h1>{say.title}</h1>
                <p>{say.commits(&operator::name(words, runs))}</p>
                <p>{say.strategy}</p>
                <p>{say.applies(address)}</p>
            </header>
            <section class="stack">
                <h2>{say.state}</h2>
                <p><strong>{say.state_is(address)}</strong></p>
                {results(words, &measures.checks)}
            </section>
            {contents(words)}
            <section class="stack">
                <h2>{say.drawn_up}</h2>
                {measures.date.as_deref().map(|date| view! { <p>{words.publish().date(&day(words, date))}</p> })}
                <p>{say.technologies}</p>
                <p>{say.tools}</p>
                <p>{say.pages}</p>
            </section>
            <section class="stack">
                <h2>{say.feedback}</h2>
                <p>{say.feedback_is}</p>
                <p>{operator::told(words, runs.contact.as_deref(), operator::CONTACT)}</p>
            </section>
            {remedies(words)}
        </article>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}

/// What was checked, and what was found. What was not measured is said so.
fn results(words: Words, checks: &Checks) -> impl IntoView + use<> {
    let say = words.accessibility();
    let or_not = |found: Option<String>| found.unwrap_or_else(|| say.not_measured.to_owned());
    let of = |found: Option<(u32, u32)>| or_not(found.map(|(done, all)| say.of(&all.to_string(), &done.to_string())));
    let axe = checks.axe_violations.map(|count| say.axe_result(usize::try_from(count).unwrap_or(usize::MAX)));
    let lines = [(say.axe, or_not(axe)), (say.keyboard, of(checks.keyboard)), (say.tree, of(checks.tree))];
    view! {
        <h3>{say.results}</h3>
        <p>{say.results_lead}</p>
        <dl class="terms">
            {lines.map(|(what, found)| view! { <dt>{what}</dt><dd>{found}</dd> }).collect_view()}
        </dl>
        <p>{say.always}</p>
        <p>{say.never}</p>
    }
}

fn contents(words: Words) -> impl IntoView {
    let say = words.accessibility();
    let defects = [say.defect_1, say.defect_2, say.defect_3, say.defect_4];
    view! {
        <section class="stack">
            <h2>{say.contents}</h2>
            <h3>{say.defects}</h3>
            <ul class="listed">{defects.map(|defect| view! { <li>{defect}</li> }).collect_view()}</ul>
            <h3>{say.burden}</h3>
            <p>{say.burden_is}</p>
            <h3>{say.exempt}</h3>
            <p>{say.exempt_is}</p>
        </section>
    }
}

fn remedies(words: Words) -> impl IntoView {
    let say = words.accessibility();
    view! {
        <section class="stack">
            <h2>{say.remedies}</h2>
            <p>{say.remedies_are}</p>
            <ul class="listed">
                <li><a href=DEFENDER_FORM>{say.remedy_form}</a></li>
                <li><a href=DEFENDER_DELEGATES>{say.remedy_delegate}</a></li>
                <li>{say.remedy_post}</li>
            </ul>
        </section>
    }
}
