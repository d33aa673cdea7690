//! What there is to do now: the phase in a sentence, the card that waits for a place, the title and the
//! story the team gives, the way to its actions.

use super::desk::{Desk, may};
use super::live_part::{Whole, part, shown};
use super::{label, story::story_form};
use crate::live::LiveBoard;
use crate::routes::Route;
use board::Act;
use leptos::prelude::*;

/// The guide.
pub fn guide(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words();
    let phase = live.phase();
    let title = live.read(|document| document.title.clone());
    let may = may(live, Act::Title);
    let naming = Memo::new(move |_| may.get() && phase.get().allows(Act::Title));
    let actions = live.opening(|opening| Route::Actions(opening.board).to_string());
    let acting = Memo::new(move |_| phase.get().allows(Act::Act));
    let act = move || {
        acting.get().then(|| view! { <a class="guide-way" href=actions.clone()>{words.actions.open}</a> }.whole())
    };
    let named = move || {
        title.with(|title| (!title.is_empty()).then(|| view! { <p class="guide-title">{title.clone()}</p> }.whole()))
    };
    view! {
        <div class="guide">
            {shown(named)}
            {shown(move || naming.get().then(|| story_form(live, desk)))}
            {shown(act)}
            {part(move || match desk.carried.get() {
                Some(_) => view! {
                    <p class="guide-carry" role="status">
                        {words.board.carry} " "
                        <button type="button" on:click=move |_| desk.carried.set(None)>{words.board.carry_off}</button>
                    </p>
                }.whole(),
                None => view! { <p class="soft small">{label::hint(words, phase.get())}</p> }.whole(),
            })}
        </div>
    }
    .whole()
}
