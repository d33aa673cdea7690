//! What a reminder asks, for whoever has its secret. Programs that look through mail follow its links: so a link only
//! shows what it proposes, and a button answers.

use super::said;
use crate::api::{AnswerOpening, Decided, Status};
use crate::components::{Frame, Refusal, action_details};
use crate::pages::{Form, Sheet};
use crate::text::{Words, isolated, status, words};
use leptos::prelude::*;

/// The questions, with what was answered so far.
pub fn answer(sheet: &Sheet, opening: Option<&AnswerOpening>) -> AnyView {
    let words = words(sheet.lang);
    let say = words.reminder();
    let page = match opening {
        None => view! { <div class="stack"><h1>{say.title}</h1><p>{say.over}</p></div> }.into_any(),
        Some(opening) => asks(sheet, words, opening),
    };
    view! { <Frame words page=page/> }.into_any()
}

fn asks(sheet: &Sheet, words: Words, opening: &AnswerOpening) -> AnyView {
    let say = words.reminder();
    let form = Form::of(sheet, "answer");
    let one = |(decided, chosen): &(Decided, Option<Status>)| one(words, opening, decided, *chosen);
    let actions: Vec<_> = opening.actions.iter().map(one).collect();
    view! {
        <div class="stack-wide">
            <header class="stack">
                <div><p class="soft">{opening.title.clone()}</p><h1>{say.title}</h1></div>
                <p>{say.lead(&words.follow_up().at(opening.milestone.months().into()))}</p>
            </header>
            <Refusal says=form.any_refusal()/>
            {proposed(words, opening)}
            <section class="stack" id="reponses">
                <h2>{say.actions}</h2>
                <p class="soft small">{say.changes(&said(words, opening.until))}</p>
                <ul class="follow-actions">{actions}</ul>
            </section>
            {stop(sheet, words, opening)}
        </div>
    }
    .into_any()
}

/// What the link of the mail proposes: one button.
fn proposed(words: Words, opening: &AnswerOpening) -> Option<AnyView> {
    let (number, proposed) = opening.proposed?;
    let (decided, chosen) = opening.actions.get(number)?;
    (*chosen != Some(proposed)).then(|| {
        view! {
            <form class="stack notice" method="post" action="/api/answer">
                <p dir="auto"><strong>{isolated(&decided.action.text)}</strong></p>
                {fields(opening, decided)}
                <button class="button" name="status" value=format!("{proposed:?}")>
                    {words.reminder().answer(status(words, proposed))}
                </button>
            </form>
        }
        .into_any()
    })
}

/// An action, and its four answers.
fn one(words: Words, opening: &AnswerOpening, decided: &Decided, chosen: Option<Status>) -> impl IntoView + use<> {
    let text = isolated(&decided.action.text);
    let button = |each: Status| {
        let pressed = chosen == Some(each);
        let name = words.reminder().answer_of(status(words, each), &decided.action.text);
        view! {
            <button
                class=if pressed { "button" } else { "button-second" }
                name="status"
                value=format!("{each:?}")
                aria-pressed=pressed.to_string()
                aria-label=name
            >
                {status(words, each)}
            </button>
        }
    };
    let told = match chosen {
        Some(chosen) => words.reminder().answered(status(words, chosen)),
        None => words.reminder().unanswered.to_owned(),
    };
    view! {
        <li class="shelf-item stack">
            <h3>{text}</h3>
            {action_details(words, &decided.action)}
            <p class="small" role="status">{told}</p>
            <form class="row" method="post" action="/api/answer">
                {fields(opening, decided)}
                {Status::ALL.map(button).collect_view()}
            </form>
        </li>
    }
}

fn fields(opening: &AnswerOpening, decided: &Decided) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="secret" value=opening.secret.clone()/>
        <input type="hidden" name="action" value=decided.name()/>
    }
}

/// The end of the reminders, and of the address.
fn stop(sheet: &Sheet, words: Words, opening: &AnswerOpening) -> impl IntoView + use<> {
    let say = words.reminder();
    let form = Form::of(sheet, "stop");
    let part = if opening.awaited {
        view! {
            <p>{say.awaited}</p>
            <Refusal says=form.any_refusal()/>
            <form method="post" action=form.action()>
                <input type="hidden" name="secret" value=opening.secret.clone()/>
                <button class="button-second">{say.stop}</button>
            </form>
        }
        .into_any()
    } else {
        view! { <p role="status">{say.stopped}</p> }.into_any()
    };
    view! { <section class="stack" id="rappels"><h2>{say.reminders}</h2>{part}</section> }
}
