//! The cockpit: every table of a workshop at a glance, for the person who facilitates.

use crate::live::LiveBoard;
use leptos::prelude::*;

/// The tables of a workshop.
pub fn cockpit(boards: Vec<LiveBoard>) -> impl IntoView {
    let tables = boards.into_iter().map(|board| board.opening(|opening| opening.table));
    view! { <main id="contenu" class="cockpit">{tables.map(|table| view! { <p>{table}</p> }).collect_view()}</main> }
}
