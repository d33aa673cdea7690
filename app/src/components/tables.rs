//! The tables of a workshop, side by side: one page each.

use crate::api::TableCard;
use crate::live::LiveBoard;
use crate::routes::Route;
use board::Role;
use leptos::prelude::*;

/// A link per table.
pub fn tables(live: LiveBoard) -> impl IntoView {
    let words = live.words();
    let (workshop, here) = live.opening(|opening| (opening.workshop.clone(), usize::from(opening.table)));
    let cockpit = (!live.looks_on()).then(|| {
        let address = Route::Cockpit(workshop.id).to_string();
        view! { <li><a href=address>{words.tables().all_tables}</a></li> }
    });
    let tab = move |(number, TableCard { board, people }): (usize, TableCard)| {
        let address = if live.looks_on() {
            Route::Board(board).to_string()
        } else {
            Route::Facilitate(workshop.id, u8::try_from(number).unwrap_or(u8::MAX)).to_string()
        };
        // Of this table the seats are told as people come; of the others, what the page was opened with.
        let seated =
            move || live.seats().with(|seats| seats.iter().filter(|seat| seat.role == Role::Participant).count());
        let people = move || words.tables().seats(if number == here { seated() } else { people.into() });
        view! {
            <li>
                <a href=address aria-current=(number == here).then_some("page")>
                    {words.board().table(number)}
                    <span class="small">{people}</span>
                </a>
            </li>
        }
    };
    let all: Vec<_> = (1..).zip(workshop.tables).collect();
    view! {
        <nav class="tables" aria-label=words.tables().tables>
            <ul>
                {cockpit}
                {all.into_iter().map(tab).collect_view()}
            </ul>
        </nav>
    }
}
