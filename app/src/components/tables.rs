//! The tables of a workshop, side by side: one page each.

use crate::live::LiveBoard;
use crate::routes::Route;
use leptos::prelude::*;

/// A link per table.
pub fn tables(live: LiveBoard) -> impl IntoView {
    let words = live.words();
    let (workshop, here) = live.opening(|opening| (opening.workshop.clone(), usize::from(opening.table)));
    let tab = move |(number, people): (usize, u16)| {
        let address = Route::Facilitate(workshop.id, u8::try_from(number).unwrap_or(u8::MAX)).to_string();
        let people = words.facilitate.seats(people.into());
        view! {
            <li>
                <a href=address aria-current=(number == here).then_some("page")>
                    {words.board.table(number)}
                    <span class="small">{people}</span>
                </a>
            </li>
        }
    };
    let all = workshop.tables.iter().map(|table| table.people);
    let all: Vec<_> = (1..).zip(all).collect();
    view! {
        <nav class="tables" aria-label=words.facilitate.tables>
            <ul>{all.into_iter().map(tab).collect_view()}</ul>
        </nav>
    }
}
