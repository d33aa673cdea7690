//! Where the table is and how much time is left.

use super::theatre::table_of;
use crate::components::time_left;
use crate::live::{LiveBoard, Status};
use crate::text;
use board::Role;
use leptos::prelude::*;

/// What the table's step is called: as in the script, else as its phase.
pub(super) fn step_name(live: LiveBoard) -> Memo<String> {
    live.read(move |document| {
        let step = document.step.and_then(|step| {
            live.opening(|opening| {
                opening.script.iter().find(|known| known.number == step).map(|step| step.title.clone())
            })
        });
        step.unwrap_or_else(|| text::phase(live.words(), document.phase).to_owned())
    })
}

/// Whether the table is paused, and whether the line is lost.
fn state(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let (paused, status) = (live.paused(), live.status());
    let offline = move || matches!(status.get(), Status::Offline(_));
    view! {
        {move || paused.get().then(|| view! { <p class="projector-paused">{words.paused}</p> })}
        {move || offline().then(|| view! { <p class="projector-offline">{words.offline}</p> })}
    }
}

/// How many people play at the table.
fn people(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let people = Memo::new(move |_| {
        let here = |seat: &&board::Seat| seat.here && seat.role == Role::Participant;
        live.seats().with(|seats| seats.iter().filter(here).count())
    });
    let said = move || match people.get() {
        0 => words.nobody.to_owned(),
        some => words.people(some),
    };
    view! { <p class="projector-people">{said}</p> }
}

/// Where the table stands.
pub(super) fn now(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let title = live.read(|document| document.title.clone());
    let step = step_name(live);
    let named = move || {
        let title = title.get();
        (!title.is_empty()).then(|| view! { <strong class="projector-title">{title}</strong> })
    };
    view! {
        <div class="projector-now">
            <p class="projector-table"><span>{words.table(table_of(live).into())}</span> {named}</p>
            <p class="projector-step">{move || step.get()}</p>
            <div class="projector-left">{time_left(live)}</div>
            {state(live)}
            {people(live)}
        </div>
    }
}

/// Table, step, time: below what needs no slate.
pub(super) fn status_line(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let step = step_name(live);
    view! {
        <footer class="projector-line">
            <p>{words.table(table_of(live).into())}</p>
            <p class="projector-step">{move || step.get()}</p>
            {state(live)}
            <div class="projector-left">{time_left(live)}</div>
        </footer>
    }
}
