//! The facilitation page: one table of a workshop, its script and its lots on one side, the same board as everybody's
//! in the middle, what is chosen and the plan on the other side.

use crate::components::desk::Desk;
use crate::components::{
    banner, chosen, deal, door, guide, hand, keep, note_form, outline, people_list, place_class, script, sentence,
    surface, tables, thumb_bar, top_line,
};
use crate::live::LiveBoard;
use crate::routes::Route;
use leptos::prelude::*;

/// A table, for the person who facilitates.
pub fn facilitate(board: LiveBoard) -> impl IntoView {
    let desk = Desk::new(board);
    let words = board.words();
    let team = Route::Team(board.opening(|opening| opening.workshop.id)).to_string();
    view! {
        <div class=move || ["board-page facilitate-page ", place_class(desk.place.get())].concat()>
            {top_line(board).into_any()}
            {banner(board, desk).into_any()}
            {tables(board).into_any()}
            <section class="facilitate-panel" aria-label=words.facilitate.title>
                {script(board).into_any()}
                {deal(board).into_any()}
                {keep(board).into_any()}
                {door(board).into_any()}
                <section class="facilitate-people">
                    <h2>{words.people.title}</h2>
                    {people_list(board).into_any()}
                    <p><a href=team>{words.team.title}</a></p>
                </section>
            </section>
            <main id="contenu" class="board-page-main">
                {guide(board, desk).into_any()}
                {surface(board, desk).into_any()}
                {hand(board, desk).into_any()}
            </main>
            <aside class="board-page-side">
                {chosen(board, desk).into_any()}
                {sentence(board, desk).into_any()}
                {note_form(board, desk).into_any()}
                {outline(board, desk).into_any()}
            </aside>
            {thumb_bar(board, desk).into_any()}
        </div>
    }
}
