//! The eco-design statement: what pages weigh as it was measured, how the footprint is estimated, and an answer to each
//! criterion of the RGESN that depends on the software.

mod criteria;

use super::Sheet;
use crate::api::{Measures, PageMeasure, PublishedOpening};
use crate::components::{Frame, operator};
use crate::text::{Words, day, words};
use criteria::{ALL, Answer, Criterion};
use leptos::prelude::*;

/// The statement.
pub fn eco(sheet: &Sheet, opening: &PublishedOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.eco();
    let contact = operator::told(words, opening.operator.contact.as_deref(), operator::CONTACT);
    let page = view! {
        <article class="stack-wide">
            <header class="stack"><h1>{say.title}</h1><p>{say.lead}</p></header>
            <section class="stack"><h2>{say.measures}</h2>{measures(words, &opening.measures)}</section>
            <section class="stack">
                <h2>{say.method}</h2>
                <p>{say.method_ecoindex}</p>
                <p>{say.method_carbon}</p>
                <p>{say.method_bytes}</p>
                <p>{say.method_limits}</p>
            </section>
            <section class="stack">
                <h2>{say.criteria}</h2>
                <p>{say.criteria_lead}</p>
                <p>{counts(words)}</p>
                {answers(words)}
            </section>
            <section class="stack">
                <h2>{say.hosting}</h2>
                <p>{say.hosting_is}</p>
            </section>
            <section class="stack"><h2>{words.publish().contact}</h2><p>{contact}</p></section>
        </article>
    };
    view! { <Frame words wide=true page=page.into_any()/> }.into_any()
}

/// The pages that are named in the file of measures, in the order in which they are shown.
fn pages(words: Words) -> [(&'static str, &'static str); 11] {
    let say = words.eco();
    [
        ("home", say.p_home),
        ("join", say.p_join),
        ("board", say.p_board),
        ("board_again", say.p_board_again),
        ("board_full", say.p_board_full),
        ("board_full_again", say.p_board_full_again),
        ("plan", say.p_plan),
        ("facilitate", say.p_facilitate),
        ("projector", say.p_projector),
        ("help", say.p_help),
        ("eco", say.p_eco),
    ]
}

fn measures(words: Words, measures: &Measures) -> AnyView {
    let say = words.eco();
    let Some(date) = &measures.date else { return view! { <p>{say.measures_never}</p> }.into_any() };
    let find = |page: &str| measures.pages.iter().find(|measure| measure.page == page);
    let rows: Vec<_> = pages(words).into_iter().map(|(page, name)| row(words, name, find(page))).collect();
    let head = [say.page, say.weight, say.requests, say.elements, say.elements_all, say.ecoindex];
    view! {
        <p>{say.measures_when(&day(words, date))}</p>
        <div class="table-wide" tabindex="0" role="region" aria-label=say.measures>
            <table class="facts">
                <thead><tr>{head.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A page's figures. One that was not measured says so in one cell, so that nobody reads a nought.
fn row(words: Words, name: &'static str, measure: Option<&PageMeasure>) -> AnyView {
    let not = words.accessibility().not_measured;
    let Some(measure) = measure else {
        return view! { <tr><th scope="row">{name}</th><td colspan="5" class="soft">{not}</td></tr> }.into_any();
    };
    let or_not = |figure: Option<u32>| figure.map_or_else(|| not.to_owned(), |figure| figure.to_string());
    let score = |score: u32| words.eco().score(grade(score), &score.to_string());
    let cells = [
        words.eco().kb(&measure.bytes.div_ceil(1000).to_string()),
        measure.requests.to_string(),
        or_not(measure.elements),
        or_not(measure.elements_all),
        measure.ecoindex.map_or_else(|| not.to_owned(), score),
    ];
    view! { <tr><th scope="row">{name}</th>{cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
        .into_any()
}

/// The letter of an EcoIndex, as `ecoindex_reference` has it.
fn grade(score: u32) -> &'static str {
    let steps = [(80, "A"), (70, "B"), (55, "C"), (40, "D"), (25, "E"), (10, "F")];
    steps.into_iter().find(|(more_than, _)| score > *more_than).map_or("G", |(_, grade)| grade)
}

fn counts(words: Words) -> String {
    let count = |answer| ALL.iter().filter(|criterion| criterion.answer == answer).count().to_string();
    words.eco().counts(
        &count(Answer::NotApplicable),
        &count(Answer::No),
        &count(Answer::Operator),
        &count(Answer::Partly),
        &count(Answer::Yes),
    )
}

fn answers(words: Words) -> impl IntoView {
    let (say, texts) = (words.eco(), words.rgesn());
    let row = |criterion: &Criterion| {
        let answer = match criterion.answer {
            Answer::Yes => say.yes,
            Answer::Partly => say.partly,
            Answer::No => say.no,
            Answer::NotApplicable => say.na,
            Answer::Operator => say.operator,
        };
        view! {
            <tr>
                <th scope="row">{criterion.number}" "{(criterion.question)(texts)}</th>
                <td><strong>{answer}</strong>". "{(criterion.because)(texts)}</td>
            </tr>
        }
    };
    view! {
        <table class="facts">
            <thead><tr><th scope="col">{say.criterion}</th><th scope="col">{say.answer}</th></tr></thead>
            <tbody>{ALL.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_criterion_that_depends_on_the_software_is_answered_once() {
        let numbers: std::collections::BTreeSet<_> = ALL.iter().map(|criterion| criterion.number).collect();
        assert_eq!((ALL.len(), numbers.len()), (51, 51));
    }

    #[test]
    fn grades_are_those_of_the_reference() {
        assert_eq!([93, 81, 80, 71, 56, 41, 26, 11, 10].map(grade), ["A", "A", "B", "B", "C", "D", "E", "F", "G"]);
    }
}
