//! The facilitation page: one table of a workshop, its script and its lots on one side, the same board as everybody's
//! in the middle, what is chosen and the plan on the other side.

use crate::components::desk::{Chosen, Desk};
use crate::components::{
    announcer, banner, chosen, guide, hand, note_form, outline, people_list, place_class, sentence, surface, tables,
    this_device, thumb_bar, top_line,
};
use crate::facilitation::{Crew, card_memo, clock, door, keep, look, lots, memo, people, stage, steps};
use crate::live::LiveBoard;
use leptos::prelude::*;

/// A table, for the person who facilitates.
pub fn facilitate(board: LiveBoard) -> impl IntoView {
    Crew::of(vec![board]).map(|crew| page(crew, board))
}

fn page(crew: Crew, board: LiveBoard) -> impl IntoView {
    let desk = Desk::new(board);
    let words = board.words();
    let standing = desk.standing(board);
    let of_card = move || match standing.get() {
        Chosen::Card(card) => Some(card_memo(crew, board, card)),
        _ => None,
    };
    view! {
        <main id="contenu" class=move || ["board-page facilitate-page ", place_class(desk.place.get())].concat()>
            {top_line(board).into_any()}
            {banner(board, desk).into_any()}
            {announcer(board, desk)}
            {tables(board).into_any()}
            <section class="facilitate-panel" aria-label=words.facilitate().title>
                {clock(crew).into_any()}
                {steps(crew).into_any()}
                {lots(crew).into_any()}
                {stage(board).into_any()}
                {keep(board).into_any()}
                {door(board).into_any()}
                <section class="facilitate-people">
                    <h2>{words.people().title}</h2>
                    {people_list(board).into_any()}
                    {people(board).into_any()}
                </section>
            </section>
            <div class="board-page-main">
                {guide(board, desk).into_any()}
                {surface(board, desk).into_any()}
                {hand(board, desk).into_any()}
            </div>
            <div class="board-page-side">
                {look(board, desk).into_any()}
                {chosen(board, desk).into_any()}
                {of_card}
                {sentence(board, desk).into_any()}
                {note_form(board, desk).into_any()}
                {memo(crew, board).into_any()}
                {outline(board, desk).into_any()}
                {this_device(board, desk)}
            </div>
            {thumb_bar(board, desk).into_any()}
        </main>
    }
}
