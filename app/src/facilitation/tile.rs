//! A table at a glance: its board, cards placed, links, coverage, silence, traps, time, and what can be done for it.

use super::memo::whole;
use super::steps::step_title;
use super::{Crew, Scope, covered, miniature, stage, stuck};
use crate::live::LiveBoard;
use crate::routes::Route;
use crate::text;
use board::Role;
use leptos::prelude::*;

/// The table at this place of the crew, from 0.
pub fn tile(crew: Crew, place: usize, live: LiveBoard) -> impl IntoView {
    let words = live.words();
    let (workshop, table) = live.opening(|opening| (opening.workshop.id, opening.table));
    let chosen = move || crew.scope.get() == Scope::One(place);
    let choose = move |_| crew.scope.set(if untrack(chosen) { Scope::All } else { Scope::One(place) });
    let covered = covered(crew, live);
    let stuck = stuck(crew, live);
    let counts = live.read(|document| {
        let placed = document.cards.keys().filter(|&&card| document.on_table(card).is_some()).count();
        (placed, document.cards.len(), document.links.len())
    });
    let here = move || {
        let plays = |seat: &&board::Seat| seat.role == Role::Participant;
        live.seats().with(|seats| {
            (seats.iter().filter(plays).filter(|seat| seat.here).count(), seats.iter().filter(plays).count())
        })
    };
    let clock = live.read(|document| document.clock);
    let left = move || text::time_left(words, clock.get().left(crew.now().get()));
    let class = move || match (chosen(), stuck.get().is_some()) {
        (true, true) => "tile chosen stuck",
        (true, false) => "tile chosen",
        (false, true) => "tile stuck",
        (false, false) => "tile",
    };
    let title = step_title(live);
    let refused = move || {
        live.turned_down().get().map(|refused| {
            let why = text::rejection(words, refused.rejection);
            view! { <p class="tile-refused" role="alert">{why} " " <button type="button" class="small" on:click=move |_| live.heard()>{words.board().close}</button></p> }
        })
    };
    let still = move || {
        stuck.get().map(|minutes| view! { <p class="tile-stuck">{words.facilitate().stuck(&minutes.to_string())}</p> })
    };
    view! {
        <li class=class>
            <button type="button" class="tile-name" aria-pressed=move || chosen().to_string() aria-keyshortcuts=(place + 1).to_string() on:click=choose>
                {words.board().table(usize::from(table))}
                " "
                <span class="small">{move || { let (here, all) = here(); words.facilitate().present(&all.to_string(), &here.to_string()) }}</span>
            </button>
            <p class="tile-step">{move || title.get()} " " <span class="tile-left">{left}</span></p>
            {miniature(live)}
            <p class="tile-counts">
                {move || { let (placed, dealt, links) = counts.get(); [words.facilitate().placed(&dealt.to_string(), &placed.to_string()), words.facilitate().links(links)].join(", ") }}
            </p>
            <p class="tile-coverage small">{move || covered.with(|covered| whole(words, &covered.whole))}</p>
            {still}
            {move || live.paused().get().then(|| view! { <p class="tile-paused">{words.facilitate().paused}</p> })}
            {refused}
            <div class="tile-actions">
                <button type="button" on:click=move |_| live.wave(None)>{words.facilitate().wave}</button>
                {stage(live)}
                <a href=Route::Facilitate(workshop, table).to_string()>{words.facilitate().open_table}</a>
            </div>
        </li>
    }
}
