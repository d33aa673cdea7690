//! The script at the chosen tables: where they are, planned and real minutes, what to do and to say, and the next step.

use super::Crew;
use super::fold::fold;
use crate::api::StepCard;
use crate::live::LiveBoard;
use crate::routes::Route;
use board::{Document, Millis, Op};
use leptos::prelude::*;

/// The steps of the script.
pub fn steps(crew: Crew) -> impl IntoView {
    let words = crew.lead().words().facilitate();
    let script = StoredValue::new(crew.lead().opening(|opening| opening.script.clone()));
    let here = move || crew.shown().read(|document| document.step).get();
    let next = move || after(&script.get_value(), here());
    let now = move || script.with_value(|script| script.iter().find(|step| Some(step.number) == here()).cloned());
    let onward = move || {
        next().map(|step| {
            let name = words.next(&step.title);
            view! {
                <button type="button" class="primary steps-next" aria-keyshortcuts="n" on:click=move |_| enter(crew, &step)>
                    {name}
                </button>
            }
        })
    };
    let to_do = move || {
        now().map(|step| {
            view! {
                <p class="steps-does">{step.does}</p>
                <blockquote class="steps-says">{step.says}</blockquote>
            }
        })
    };
    let line = move |step: StepCard| {
        let (number, minutes) = (step.number, step.minutes);
        let real = move || {
            let now = crew.now().get();
            crew.shown().read(move |document| minutes_in(document, number, now)).get()
        };
        let class = move || if here() == Some(number) { "steps-step now" } else { "steps-step" };
        let title = step.title.clone();
        view! {
            <li class=class aria-current=move || (here() == Some(number)).then_some("step")>
                <button type="button" aria-label=words.enter(&title) on:click=move |_| enter(crew, &step)>{title.clone()}</button>
                <span class="steps-minutes">
                    {move || real().map(|real| words.real(&minutes.to_string(), &real.to_string())).unwrap_or_else(|| words.planned(minutes.into()))}
                </span>
            </li>
        }
    };
    let all = move || view! { <ol>{script.get_value().into_iter().map(line).collect_view()}</ol> }.into_any();
    let whole = crew.lead().opening(|opening| Route::Script(opening.workshop.id).to_string());
    view! {
        <section class="steps">
            <h2>{words.script}</h2>
            {onward}
            {to_do}
            <p class="small"><a href=whole>{words.whole_script}</a></p>
            {fold("steps-all", words.all_steps, all)}
        </section>
    }
}

/// The step after this one; the first before any.
fn after(script: &[StepCard], step: Option<u8>) -> Option<StepCard> {
    script.iter().find(|known| step.is_none_or(|step| known.number > step)).cloned()
}

/// Every chosen table goes on to the step after that of the one shown.
pub fn next_step(crew: Crew) {
    let step = untrack(|| crew.shown()).glance(|document| document.step);
    if let Some(next) = crew.lead().opening(|opening| after(&opening.script, step)) {
        enter(crew, &next);
    }
}

/// Every chosen table enters this step.
fn enter(crew: Crew, step: &StepCard) {
    let StepCard { number, phase, minutes, .. } = *step;
    crew.act(|_| Some(Op::Enter { step: number, phase, minutes }));
}

/// How many minutes a table spent in a step so far; `None` if it never was there.
fn minutes_in(document: &Document, step: u8, now: Millis) -> Option<u64> {
    let ends = document.visits.iter().skip(1).map(|visit| visit.since).chain([now]);
    let spent = document.visits.iter().zip(ends).filter(|(visit, _)| visit.step == step);
    let spent: Vec<u64> = spent.map(|(visit, end)| end.0.saturating_sub(visit.since.0)).collect();
    (!spent.is_empty()).then(|| spent.iter().sum::<u64>() / 60_000)
}

/// What a table's step is called; empty before the first.
pub fn step_title(live: LiveBoard) -> Memo<String> {
    live.read(move |document| {
        let Some(step) = document.step else { return String::new() };
        live.opening(|opening| {
            opening.script.iter().find(|known| known.number == step).map(|step| step.title.clone()).unwrap_or_default()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{Phase, Visit};

    #[test]
    fn the_minutes_of_a_step_are_those_of_every_visit() {
        let visit = |step, minute: u64| Visit { step, phase: Phase::Links, since: Millis(minute * 60_000) };
        let visits = vec![visit(0, 0), visit(1, 8), visit(2, 20), visit(1, 30)];
        let document = Document { visits, ..Document::default() };
        let spent = |step| minutes_in(&document, step, Millis(33 * 60_000 + 59_000));
        assert_eq!([spent(0), spent(1), spent(2), spent(3)], [Some(8), Some(15), Some(10), None]);
    }
}
