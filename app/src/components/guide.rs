//! What there is to do now: the phase in a sentence, the card that waits for a place, the title and the
//! story the team gives, the way to its actions.

use super::desk::{Desk, may};
use super::live_part::{Whole, part, shown};
use super::{label, story::story_form, way};
use crate::live::LiveBoard;
use board::Act;
use leptos::prelude::*;

/// The guide.
pub fn guide(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words();
    let (phase, board) = (live.phase(), live.opening(|opening| opening.board));
    let title = live.read(|document| document.title.clone());
    let may = may(live, Act::Title);
    let naming = Memo::new(move |_| may.get() && phase.get().allows(Act::Title));
    let named = move || {
        title.with(|title| (!title.is_empty()).then(|| view! { <p class="guide-title">{title.clone()}</p> }.whole()))
    };
    view! {
        <div class="guide">
            {shown(named)}
            {shown(move || naming.get().then(|| story_form(live, desk)))}
            {shown(move || way(words, board, phase.get()).map(|(to, says)| view! { <a class="button" href=to.to_string()>{says}</a> }.whole()))}
            {part(move || match (desk.carried.get(), desk.guided.get()) {
                (Some(_), _) => view! {
                    <p class="guide-carry" role="status">
                        {words.board().carry} " "
                        <button type="button" on:click=move |_| desk.carried.set(None)>{words.board().carry_off}</button>
                    </p>
                }.whole(),
                (_, guided) if guided.is_empty() => view! { <p class="soft small">{label::hint(words, phase.get())}</p> }.whole(),
                // Ears are told elsewhere.
                (_, guided) => view! { <p class="guide-keyed small">{guided}</p> }.whole(),
            })}
        </div>
    }
    .whole()
}
