//! What became of a workshop's actions, action by action and milestone by milestone: what people answered, in shares that name
//! nobody, and what the team states itself.

mod answer;
mod list;

pub use answer::answer;
pub use list::follow_ups;

use super::library::encoded;
use super::{Form, Sheet};
use crate::api::{Answers, FollowUpOpening, Followed, MAX_WORD, Matter, Milestone, Statement, Status};
use crate::components::{Field, Frame, Refusal, action_details, action_title};
use crate::routes::Route;
use crate::text::{Words, datetime, day, day_of, isolated, status, words};
use board::Day;
use leptos::prelude::*;

/// The follow-up of a workshop.
pub fn follow_up(sheet: &Sheet, opening: &FollowUpOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.follow_up();
    let aside = view! {
        <a href=Route::FollowUps.to_string()>{say.all}</a>
        <a href=Route::Returns(opening.workshop).to_string()>{words.returns().title}</a>
    };
    let actions: Vec<_> =
        (1..).zip(&opening.actions).map(|(number, followed)| one(sheet, words, opening, number, followed)).collect();
    let content = if actions.is_empty() {
        view! { <p class="soft">{say.none}</p> }.into_any()
    } else {
        view! {
            <section class="stack">
                <h2>{say.decided}</h2>
                <p class="no-print"><a href=Route::Calendar(opening.workshop).to_string() download>{say.calendar}</a></p>
                <ol class="follow-actions">{actions}</ol>
            </section>
        }
        .into_any()
    };
    let mail = match opening.awaited {
        None => say.no_mail.to_owned(),
        Some(0) => say.nobody_awaits.to_owned(),
        Some(people) => say.awaited(usize::try_from(people).unwrap_or(usize::MAX)),
    };
    let page = view! {
        <div class="stack-wide">
            <header class="stack">
                <div>
                    <p class="soft">{opening.title.clone()}", "{said(words, opening.day)}</p>
                    <h1>{say.title}</h1>
                </div>
                <p>{say.lead}</p>
                <p class="soft small">{mail}</p>
            </header>
            {content}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// A day in words.
pub(super) fn said(words: Words, date: Day) -> String {
    day(words, &date.to_string())
}

fn one(
    sheet: &Sheet,
    words: Words,
    opening: &FollowUpOpening,
    number: usize,
    followed: &Followed,
) -> impl IntoView + use<> {
    let decided = &followed.decided;
    let milestones: Vec<_> = Milestone::ALL
        .into_iter()
        .zip(&followed.milestones)
        .map(|(milestone, (shares, statement))| {
            at_milestone(words, milestone.after(opening.day), milestone, *shares, statement.as_ref())
        })
        .collect();
    view! {
        <li class="shelf-item stack" id=format!("action-{}", decided.name())>
            {action_title(words, number, &decided.action)}
            <p class="soft small">{words.join().table_n(&decided.table.to_string())}</p>
            {action_details(words, &decided.action)}
            <ul class="follow-milestones">{milestones}</ul>
            {state(sheet, words, opening, followed)}
            <p class="no-print"><a href=publishing(&decided.action.text) aria-label=words.network().publish_one(&decided.action.text)>{words.network().publish_this}</a></p>
        </li>
    }
}

/// The form of the network, begun with a decision: nothing is published before it is sent there.
fn publishing(text: &str) -> String {
    format!("{}?genre={}&texte={}#publier", Route::Network, Matter::Decision.name(), encoded(text))
}

/// What is known at one milestone.
fn at_milestone(
    words: Words,
    date: Day,
    milestone: Milestone,
    shares: Answers,
    statement: Option<&Statement>,
) -> impl IntoView + use<> {
    let say = words.follow_up();
    let answers = match shares {
        Answers::Nobody => say.nobody.to_owned(),
        Answers::TooFew => say.too_few.to_owned(),
        Answers::Counted(counts) => {
            let counts = Status::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
            let counts: Vec<_> = counts.map(|(each, count)| format!("{count} {}", status(words, each))).collect();
            say.answers(&counts.join(", "))
        }
    };
    let team = statement.map(|statement| {
        let word = (!statement.word.is_empty()).then(|| view! { <p dir="auto">{isolated(&statement.word)}</p> });
        let on = said(words, day_of(statement.at));
        view! {
            <p><strong>{status(words, statement.status)}</strong></p>
            {word}
            <p class="soft small"><time datetime=datetime(statement.at)>{say.by_team(&on)}</time></p>
        }
    });
    view! {
        <li class="stack">
            <p><strong>{say.milestone(milestone.months().into())}</strong>", "<time datetime=date.to_string()>{said(words, date)}</time></p>
            {team}
            <p class="soft small">{answers}</p>
        </li>
    }
}

/// The form in which the team states what became of an action, folded away.
fn state(sheet: &Sheet, words: Words, opening: &FollowUpOpening, followed: &Followed) -> impl IntoView + use<> {
    let (say, decided) = (words.follow_up(), &followed.decided);
    let form = Form::one_of(sheet, "state", "what[action]", decided.id.to_string());
    let id = form.id();
    // What is written next is about the last milestone that has come.
    let now = Milestone::ALL
        .into_iter()
        .rev()
        .find(|milestone| milestone.after(opening.day) <= opening.today)
        .unwrap_or(Milestone::One);
    let stated = Milestone::ALL.into_iter().zip(&followed.milestones).find(|(milestone, _)| *milestone == now);
    let stated = stated.and_then(|(_, (_, statement))| statement.clone());
    let milestone = form.typed("what[milestone]").unwrap_or_else(|| format!("{now:?}"));
    let milestones: Vec<_> =
        Milestone::ALL.into_iter().map(|each| (format!("{each:?}"), say.milestone(each.months().into()))).collect();
    let chosen = form.typed("what[status]");
    let chosen = chosen.or_else(|| stated.as_ref().map(|statement| format!("{:?}", statement.status)));
    let each = Status::ALL.into_iter().map(|each| (format!("{each:?}"), status(words, each).to_owned()));
    let statuses: Vec<_> = [(String::new(), say.unsaid.to_owned())].into_iter().chain(each).collect();
    let text = decided.action.text.clone();
    view! {
        <details class="no-print" open=form.is_refused()>
            <summary class="follow-state" aria-label=say.state_of(&text)>{say.state}</summary>
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <input type="hidden" name="workshop" value=opening.workshop.to_string()/>
                <input type="hidden" name="what[board]" value=decided.board.to_string()/>
                <input type="hidden" name="what[action]" value=decided.id.to_string()/>
                {choose(format!("{id}-milestone"), "what[milestone]", say.when, &milestones, Some(milestone))}
                {choose(format!("{id}-status"), "what[status]", say.status, &statuses, chosen)}
                <Field
                    form=form.clone()
                    name="what[word]"
                    label=say.word
                    most=MAX_WORD
                    may_be_empty=true
                    value=stated.map(|statement| statement.word).unwrap_or_default()
                />
                <button class="button-second">{say.keep}</button>
            </form>
        </details>
    }
}

fn choose(
    id: String,
    name: &'static str,
    label: &'static str,
    answers: &[(String, String)],
    chosen: Option<String>,
) -> impl IntoView + use<> {
    let answer = |(value, says): &(String, String)| {
        view! { <option value=value.clone() selected=chosen.as_ref() == Some(value)>{says.clone()}</option> }
    };
    let answers: Vec<_> = answers.iter().map(answer).collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="field-input" id=id name=name>{answers}</select>
        </div>
    }
}
