//! Who is here: a count, which opens the list.

use super::label;
use super::live_part::{Whole, attr, part, said, shown};
use crate::live::LiveBoard;
use board::{Role, Seat};
use leptos::prelude::*;

/// The count and the list.
pub fn people(live: LiveBoard) -> AnyView {
    let words = live.words().people();
    let seats = live.seats();
    let here = Memo::new(move |_| seats.with(|seats| seats.iter().filter(|seat| seat.here && plays(seat)).count()));
    view! {
        <details class="people">
            <summary aria-label=attr(move || words.here(here.get()))>
                <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
                    <circle cx="12" cy="8" r="4"></circle>
                    <path d="M4 21a8 8 0 0 1 16 0"></path>
                </svg>
                {said(move || here.get().to_string())}
            </summary>
            <div class="people-list">
                <h2>{words.title}</h2>
                {people_list(live)}
            </div>
        </details>
    }
    .whole()
}

/// The people of the table with what they hold.
pub fn people_list(live: LiveBoard) -> AnyView {
    let words = live.words().people();
    let seats = live.seats();
    let seated = move || seats.get().into_iter().filter(|seat| plays(seat) || seat.here).collect::<Vec<_>>();
    let person = move |seat: Seat| {
        let hand = live.read(move |document| document.hand(seat.actor).count());
        let name = label::name(live, seat.actor);
        let name = match (seat.actor == live.me().actor, plays(&seat), seat.here) {
            (true, ..) => words.you(&name),
            (_, false, _) => words.facilitates(&name),
            (_, _, false) => words.away(&name),
            _ => name,
        };
        view! {
            <li class=if seat.here { "here" } else { "away" }>
                <span>{name}</span>
                {plays(&seat).then(|| view! { <span class="soft small">{said(move || words.hand(hand.get()))}</span> }.whole())}
            </li>
        }.whole()
    };
    view! {
        <ul class="people-names">{part(move || seated().into_iter().map(person).collect_view().into_any())}</ul>
        {shown(move || seated().is_empty().then(|| view! { <p class="soft">{words.nobody}</p> }.whole()))}
    }
    .whole()
}

fn plays(seat: &Seat) -> bool {
    seat.role == Role::Participant
}
