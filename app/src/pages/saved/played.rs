//! How the board was played: the minutes of each step, planned and real, and how much of it each person did, without
//! saying who.

use super::section::{nothing, section};
use crate::api::{RetrospectOpening, StepCard};
use crate::text::Words;
use board::Spent;
use leptos::prelude::*;

/// The steps in order, each with its planned and its real minutes.
pub fn steps(words: Words, opening: &RetrospectOpening) -> AnyView {
    let say = words.saved();
    if opening.steps.iter().all(|(_, spent)| spent.is_none()) {
        return section(say.minutes, nothing(say.no_step));
    }
    let lines: Vec<_> = opening.steps.iter().map(|(step, spent)| line(words, step, *spent)).collect();
    let (mut planned, mut real) = (0_u64, 0_u64);
    for (step, spent) in opening.steps.iter().filter_map(|(step, spent)| Some((step, (*spent)?))) {
        planned += u64::from(step.minutes);
        real += spent.real;
    }
    let table = view! {
        <table class="returns-table saved-minutes">
            <thead><tr><th scope="col">{say.step}</th><th scope="col">{say.planned}</th><th scope="col">{say.real}</th></tr></thead>
            <tbody>{lines}</tbody>
            <tfoot><tr><th scope="row">{say.played_steps}</th><td>{planned.to_string()}</td><td>{minutes(real)}</td></tr></tfoot>
        </table>
    };
    section(say.minutes, table)
}

fn line(words: Words, step: &StepCard, spent: Option<Spent>) -> impl IntoView + use<> {
    let say = words.saved();
    let title = match step.title.as_str() {
        "" => say.step_n(&(step.number + 1).to_string()),
        title => title.to_owned(),
    };
    let real = match spent {
        None => say.not_entered.to_owned(),
        Some(spent) if minutes(spent.paused) == "0" => minutes(spent.real),
        Some(spent) => say.with_pauses(&minutes(spent.paused), &minutes(spent.real)),
    };
    view! { <tr><th scope="row">{title}</th><td>{step.minutes.to_string()}</td><td>{real}</td></tr> }
}

/// Whole minutes, to the nearest.
fn minutes(millis: u64) -> String {
    ((millis + 30_000) / 60_000).to_string()
}

/// How the people shared what was done, the largest share first: bars to look at, with their figures.
pub fn shares(words: Words, opening: &RetrospectOpening) -> AnyView {
    let say = words.saved();
    let Some(shares) = &opening.shares else {
        let fewest = usize::from(u8::try_from(board::FEWEST).unwrap_or(u8::MAX));
        return section(say.balance, view! { <p class="soft">{say.too_few(fewest)}</p> });
    };
    let bar = |share: &u8| {
        view! {
            <li>
                <svg class="strip" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="strip-alone" width=share.to_string() height="1"></rect>
                </svg>
                <span>{say.percent(&share.to_string())}</span>
            </li>
        }
    };
    let bars: Vec<_> = shares.iter().map(bar).collect();
    section(say.balance, view! { <p class="soft small">{say.balance_hint}</p><ul class="saved-shares">{bars}</ul> })
}
