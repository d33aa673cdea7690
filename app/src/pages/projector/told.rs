//! The board at work, above its slate; and the board of a table that tells it, with its title, its story, its links.

use super::caption::{caption, story};
use super::light::{Light, light};
use super::now::status_line;
use super::slate::slate;
use super::table::table;
use super::theatre::{Theatre, table_of};
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The board at work.
pub(super) fn board(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let light = lit(theatre, live);
    view! {
        <div class="projector-scene projector-at-work">
            <div class="projector-picture">
                {table(live, light)}
                {caption(live, light)}
            </div>
            {slate(live)}
        </div>
    }
}

/// The board that is told.
pub(super) fn told(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let light = lit(theatre, live);
    let words = live.words().projector();
    let title = live.read(|document| document.title.trim().to_owned());
    let name = move || Some(title.get()).filter(|title| !title.is_empty());
    let number = table_of(live);
    let said = move || {
        if light.with(|light| light.link.is_none() && light.framed.is_empty()) {
            story(live).into_any()
        } else {
            caption(live, light).into_any()
        }
    };
    view! {
        <div class="projector-scene projector-told">
            <h2 class="projector-heading">{move || name().unwrap_or_else(|| words.board(number.into()))}</h2>
            {table(live, light)}
            {said}
            {status_line(live)}
        </div>
    }
}

fn lit(theatre: Theatre, live: LiveBoard) -> Memo<Light> {
    let told = theatre.told(live);
    live.read(move |document| light(document, told.get(), theatre.spot.get()))
}
