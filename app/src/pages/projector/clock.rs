//! Where the table is and how much time is left, in one line.

use super::theatre::{Theatre, table_of};
use crate::live::{LiveBoard, Status};
use crate::text;
use board::{Clock, Role};
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

/// What is left of the step; nothing while no time is kept.
pub(super) fn time_left(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let words = live.words();
    let clock = live.read(|document| document.clock);
    let left = move || clock.get().left(theatre.now().get());
    let class = move || match (left().is_some_and(|left| left < 0), clock.get()) {
        (true, _) => "projector-left over",
        (false, Clock::Held { .. }) => "projector-left held",
        (false, _) => "projector-left",
    };
    let kept = Memo::new(move |_| clock.get() != Clock::Off);
    move || {
        kept.get().then(|| {
            view! {
                <p class=class role="timer">
                    <span class="unseen">{words.projector.time_left} " "</span>
                    {move || text::time_left(words, left())}
                </p>
            }
        })
    }
}

/// Whether the table is paused, and whether the line is lost.
pub(super) fn state(live: LiveBoard) -> impl IntoView {
    let words = &live.words().projector;
    let (paused, status) = (live.paused(), live.status());
    let offline = move || matches!(status.get(), Status::Offline(_));
    view! {
        {move || paused.get().then(|| view! { <p class="projector-paused">{words.paused}</p> })}
        {move || offline().then(|| view! { <p class="projector-offline">{words.offline}</p> })}
    }
}

/// How many people play at the table.
pub(super) fn people(live: LiveBoard) -> impl IntoView {
    let words = &live.words().projector;
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

/// Table, step, time: below what needs no slate.
pub(super) fn status_line(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let words = &live.words().projector;
    let step = step_name(live);
    view! {
        <footer class="projector-line">
            <p>{words.table(table_of(live).into())}</p>
            <p class="projector-step">{move || step.get()}</p>
            {state(live)}
            {time_left(theatre, live)}
        </footer>
    }
}
