//! The boards of all tables, small, each with its title.

use super::now::status_line;
use super::theatre::{Theatre, table_of};
use crate::facilitation::miniature;
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The gallery.
pub(super) fn gallery(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let tables = theatre.tables();
    let class = match tables.len() {
        0 | 1 => "projector-boards",
        2..=4 => "projector-boards by-2",
        5..=9 => "projector-boards by-3",
        _ => "projector-boards by-4",
    };
    let one = move |live: LiveBoard| {
        let title = live.read(|document| document.title.clone());
        view! {
            <li>
                {miniature(live)}
                <p><span class="projector-number">{words.table(table_of(live).into())}</span> " " <strong>{move || title.get()}</strong></p>
            </li>
        }
    };
    view! {
        <div class="projector-scene projector-gallery">
            <h2 class="projector-heading">{words.gallery}</h2>
            <ul class=class>{tables.into_iter().map(one).collect_view()}</ul>
            {status_line(live)}
        </div>
    }
}
