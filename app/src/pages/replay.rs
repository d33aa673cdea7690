//! A saved board seen again as it came about: a player where the page comes alive, and a strip of small pictures, one for
//! each chapter, where it does not and on paper.
//!
//! The page is still but for its player: a script of its own (`frontend/replay`) puts it in its place.

mod chapter_name;
mod keys;
mod pace;
mod player;
mod scene;
mod strip;
mod telling;
mod view;

pub use player::Player;
pub use view::player;

use super::Sheet;
use crate::api::ReplayOpening;
use crate::components::Frame;
use crate::routes::Route;
use crate::text::words;
use leptos::prelude::*;

/// The page around the player, whose place is an empty `<div class="living">`.
pub fn replay(sheet: &Sheet, opening: &ReplayOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.replay();
    let replay = opening.replay();
    let cut = opening.is_cut(replay.entries());
    let cut = cut.then(|| say.cut(&replay.entries().len().to_string(), &opening.seq.0.to_string()));
    let aside = view! { <a href=Route::Saved(opening.mark).to_string()>{say.back}</a> };
    let page = view! {
        <article class="stack">
            <header>
                <h1>{opening.name.clone()}</h1>
                <p class="soft">{words.library().place(&opening.table.to_string(), &opening.workshop)}</p>
                {cut.map(|cut| view! { <p class="replay-cut" role="note">{cut}</p> })}
            </header>
            <noscript><p class="banner">{say.no_script}</p></noscript>
            <p class="banner no-wasm" role="alert" hidden>{say.no_start}</p>
            <div class="living"></div>
            {strip::strip(words, opening, replay)}
        </article>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}
