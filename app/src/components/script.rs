//! The script of a table: its phase, the next one, and the pause.

use super::desk::attempt;
use crate::live::LiveBoard;
use crate::routes::Route;
use crate::text;
use board::{Op, Phase};
use leptos::prelude::*;

/// The script.
pub fn script(live: LiveBoard) -> impl IntoView {
    let words = live.words();
    let whole = live.opening(|opening| Route::Script(opening.workshop.id));
    let (phase, paused) = (live.phase(), live.paused());
    let next = move || {
        let at = Phase::ALL.iter().position(|one| *one == phase.get())?;
        Phase::ALL.get(at + 1).copied()
    };
    let enter = move |phase: Phase| {
        let step = Phase::ALL.iter().position(|one| *one == phase).and_then(|step| u8::try_from(step).ok());
        attempt(live, Op::Enter { step: step.unwrap_or_default(), phase, minutes: 0 });
    };
    let choose = move |event| {
        let chosen = event_target_value(&event).parse().ok().and_then(|at: usize| Phase::ALL.get(at).copied());
        if let Some(chosen) = chosen {
            enter(chosen);
        }
    };
    let option = move |(at, one): (usize, Phase)| {
        view! { <option value=at selected=phase.get_untracked() == one prop:selected=move || phase.get() == one>{text::phase(words, one)}</option> }
    };
    let onward = move || {
        next().map(|next| {
            let name = words.facilitate.next(text::phase(words, next));
            view! { <button type="button" class="primary" on:click=move |_| enter(next)>{name}</button> }
        })
    };
    let pause = move |_| {
        attempt(live, Op::Pause { paused: !paused.get_untracked() });
    };
    view! {
        <section class="script">
            <h2>{words.facilitate.script}</h2>
            <p class="small"><a href=whole.to_string()>{words.facilitate.whole_script}</a></p>
            <ol class="script-steps" aria-hidden="true">
                {Phase::ALL.map(|one| view! {
                    <li class=move || if phase.get() == one { "now" } else { "" }>{text::phase(words, one)}</li>
                }).into_iter().collect_view()}
            </ol>
            <label>
                <span>{words.phase.label}</span>
                <select on:change=choose>{(0..).zip(Phase::ALL).map(option).collect_view()}</select>
            </label>
            {onward}
            <button type="button" aria-pressed=move || if paused.get() { "true" } else { "false" } on:click=pause>
                {move || if paused.get() { words.facilitate.resume } else { words.facilitate.pause }}
            </button>
        </section>
    }
}
