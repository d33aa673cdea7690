//! The participant's page: on a phone one place at a time, on a laptop the board in the middle, the hand at its foot,
//! the plan and the sentence at its side.

use crate::components::desk::Desk;
use crate::components::live_part::attr;
use crate::components::{
    announcer, attention, banner, chosen, guide, hand, note_form, outline, pens, place_class, sentence, surface,
    tables, this_device, thumb_bar, top_line,
};
use crate::live::LiveBoard;
use leptos::prelude::*;

/// A table's board, for the people who play there. Whoever looks on sees the same without anything to do, and may go
/// from table to table.
pub fn board(board: LiveBoard) -> impl IntoView {
    let desk = Desk::new(board);
    let looks_on = board.looks_on();
    view! {
        <main id="contenu" class=attr(move || ["board-page ", place_class(desk.place.get())].concat())>
            {top_line(board).into_any()}
            {banner(board, desk).into_any()}
            {attention(board, desk).into_any()}
            {announcer(board, desk)}
            <div class="board-page-main">
                {looks_on.then(|| tables(board).into_any())}
                {guide(board, desk).into_any()}
                {pens(board, desk)}
                {surface(board, desk).into_any()}
                {(!looks_on).then(|| hand(board, desk).into_any())}
            </div>
            <div class="board-page-side">
                {chosen(board, desk).into_any()}
                {(!looks_on).then(|| sentence(board, desk).into_any())}
                {(!looks_on).then(|| note_form(board, desk).into_any())}
                {outline(board, desk).into_any()}
                {this_device(board, desk)}
            </div>
            {thumb_bar(board, desk).into_any()}
        </main>
    }
}
