//! What a workshop's people said: votes, words, averages and comments. And the end of the workshop, in two steps.

use super::mood::moods;
use super::{Form, Sheet};
use crate::api::{Feedback, Fit, ReturnsOpening, TableReturns};
use crate::components::{Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, fit, words};
use leptos::prelude::*;

/// A question, and where its answer is.
type Asked<T> = (&'static str, fn(&Feedback) -> T);
/// A question that is answered in words, and where they are.
type Commented = (&'static str, fn(&Feedback) -> &str);

/// Read what was said, and end the workshop.
pub fn returns(sheet: &Sheet, opening: &ReturnsOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.returns();
    let visit = opening.tables.first().map(|table| Route::Gallery(table.board).to_string());
    let aside = view! {
        <a href=Route::FollowUp(opening.workshop).to_string()>{words.follow_up().title}</a>
        {visit.map(|visit| view! { <a href=visit>{words.gallery().title}</a> })}
        <a href=Route::Facilitate(opening.workshop, 1).to_string()>{words.facilitate().title}</a>
    };
    let tables: Vec<_> = (1..).zip(&opening.tables).map(|(number, table)| one(words, number, table)).collect();
    let answers: Vec<_> = opening.tables.iter().flat_map(|table| &table.feedback).collect();
    let page = view! {
        <div class="stack-wide">
            <div>
                <p class="soft">{opening.title.clone()}</p>
                <h1>{say.title}</h1>
            </div>
            {opening.closed.then(|| view! { <p class="notice">{say.closed}</p> })}
            {debrief(words, opening)}
            {vote(sheet, words, opening)}
            <section class="stack"><h2>{say.tables}</h2><ul class="shelf-list">{tables}</ul></section>
            {feedback(words, say.feedback, &answers)}
            {close(sheet, words, opening)}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// The way to the sheet on which everything is kept that shall be.
fn debrief(words: Words, opening: &ReturnsOpening) -> impl IntoView + use<> {
    let say = words.debrief();
    view! {
        <section class="stack notice no-print">
            <h2>{say.title}</h2>
            {(!opening.closed).then(|| view! { <p>{say.erased}</p> })}
            <p><a class="button-second" href=Route::Debrief(opening.workshop).to_string()>{say.go}</a></p>
            <p class="soft small">{say.go_hint}</p>
        </section>
    }
}

/// The open vote: how many have voted, and the button that ends it.
fn vote(sheet: &Sheet, words: Words, opening: &ReturnsOpening) -> Option<AnyView> {
    let say = words.returns();
    let form = Form::of(sheet, "close-vote");
    let voted = usize::try_from(opening.voting?).unwrap_or(usize::MAX);
    let vote = view! {
        <form class="stack notice no-print" method="post" action=form.action()>
            <h2>{say.vote}</h2>
            <Refusal says=form.refusal_of_all()/>
            <p>{say.turnout(voted)}</p>
            <p class="soft small">{say.close_vote_hint}</p>
            <input type="hidden" name="workshop" value=opening.workshop.to_string()/>
            <button class="button-second">{say.close_vote}</button>
        </form>
    };
    Some(vote.into_any())
}

fn one(words: Words, number: usize, table: &TableReturns) -> impl IntoView + use<> {
    let (say, number) = (words.returns(), number.to_string());
    let name = match table.title.as_str() {
        "" => words.join().table_n(&number),
        title => say.table_named(&number, title),
    };
    let votes = table.votes.map(|votes| words.gallery().votes(usize::try_from(votes).unwrap_or(usize::MAX)));
    let counts: Vec<_> = votes.into_iter().chain([say.answers(table.feedback.len())]).collect();
    let said = if table.moods.is_empty() {
        view! { <p class="soft small">{say.no_words}</p> }.into_any()
    } else {
        moods(words, &table.moods)
    };
    view! {
        <li class="shelf-item stack">
            <h3>{name}</h3>
            <p class="soft small">{counts.join(", ")}</p>
            {said}
        </li>
    }
}

/// The answers of all tables together: at a table of four, four answers side by side would have names.
pub fn feedback(words: Words, title: &'static str, all: &[&Feedback]) -> AnyView {
    let (say, ask) = (words.returns(), words.feedback());
    if all.is_empty() {
        return view! { <section class="stack"><h2>{title}</h2><p class="soft">{say.no_feedback}</p></section> }
            .into_any();
    }
    let grades: [Asked<Option<u8>>; 3] =
        [(ask.learned, |it| it.learned), (ask.room, |it| it.room), (ask.realistic, |it| it.realistic)];
    let grades: Vec<_> = grades
        .into_iter()
        .map(|(question, read)| {
            let given: Vec<_> = all.iter().filter_map(|it| read(it)).collect();
            let mean = average(&given, words.marks().decimal).map(|average| say.average(&average)).unwrap_or_default();
            view! { <tr><th scope="row">{question}</th><td>{mean}</td><td>{say.graded(given.len())}</td></tr> }
        })
        .collect();
    let comments: [Commented; 6] = [
        (ask.learned, |it| &it.learned_what),
        (ask.wrong, |it| &it.wrong),
        (ask.missing, |it| &it.missing),
        (ask.obstacle, |it| &it.obstacle),
        (ask.leaving, |it| &it.other),
        (ask.worked, |it| &it.worked_what),
    ];
    let comments: Vec<_> = comments.into_iter().filter_map(|(question, read)| commented(question, all, read)).collect();
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <table class="returns-table">
                <thead><tr><th scope="col">{say.question}</th><th scope="col">{say.mean}</th><th scope="col">{say.count}</th></tr></thead>
                <tbody>{grades}</tbody>
            </table>
            {counted(words, all)}
            {comments}
        </section>
    }
    .into_any()
}

/// How many ticked or chose each answer.
fn counted(words: Words, all: &[&Feedback]) -> impl IntoView + use<> {
    let ask = words.feedback();
    let feelings: [Asked<bool>; 4] = [
        (ask.longing, |it| it.longing),
        (ask.worry, |it| it.worry),
        (ask.anger, |it| it.anger),
        (ask.relief, |it| it.relief),
    ];
    let feelings = feelings.map(|(says, felt)| (says, all.iter().filter(|it| felt(it)).count()));
    let worked = Fit::ALL.map(|each| (fit(words, each), all.iter().filter(|it| it.worked == Some(each)).count()));
    let list = |question: &'static str, answers: &[(&'static str, usize)]| {
        let line = |(says, count): &(&'static str, usize)| view! { <li><strong>{*count}</strong>" "{*says}</li> };
        let lines: Vec<_> = answers.iter().map(line).collect();
        view! { <h3>{question}</h3><ul class="tally">{lines}</ul> }
    };
    view! { {list(ask.leaving, &feelings)} {list(ask.worked, &worked)} }
}

/// The comments on one question, by the alphabet, so that nobody's stand together.
fn commented(question: &str, all: &[&Feedback], read: fn(&Feedback) -> &str) -> Option<impl IntoView + use<>> {
    let mut said: Vec<_> = all.iter().map(|it| read(it).to_owned()).filter(|said| !said.is_empty()).collect();
    said.sort_by_key(|said| said.to_lowercase());
    let lines: Vec<_> = said.into_iter().map(|said| view! { <li>{said}</li> }).collect();
    (!lines.is_empty()).then(|| view! { <h3>{question.to_owned()}</h3><ul class="plan-notes">{lines}</ul> })
}

/// The end, with its tick: what it erases does not come back.
fn close(sheet: &Sheet, words: Words, opening: &ReturnsOpening) -> Option<AnyView> {
    let say = words.returns();
    let form = Form::of(sheet, "close");
    (!opening.closed).then(|| {
        view! {
            <form class="stack notice no-print" method="post" action=form.action()>
                <h2>{say.close}</h2>
                <p>{say.close_means}</p>
                <input type="hidden" name="workshop" value=opening.workshop.to_string()/>
                <label class="choice">
                    <input type="checkbox" name="sure" value="true" required/>
                    <span>{say.sure}</span>
                </label>
                <Refusal says=form.refusal_of_all()/>
                <button class="button-second">{say.close}</button>
            </form>
        }
        .into_any()
    })
}

/// The average of some grades, to a tenth: *3,8* with a comma.
pub fn average(given: &[u8], decimal: &str) -> Option<String> {
    let (sum, count) = (given.iter().map(|&grade| usize::from(grade)).sum::<usize>(), given.len());
    let tenths = (sum * 20 + count).checked_div(2 * count)?;
    Some(format!("{}{decimal}{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::average;

    #[test]
    fn an_average_is_rounded_to_a_tenth() {
        let said = [&[5][..], &[1, 2], &[4, 4, 3], &[3, 4, 4, 4], &[]].map(|given| average(given, ","));
        assert_eq!(said, [Some("5,0"), Some("1,5"), Some("3,7"), Some("3,8"), None].map(|it| it.map(str::to_owned)));
    }
}
