//! A table on the room's screen: its board, then its starred links in turn.

use crate::live::LiveBoard;
use board::{LinkId, Op};
use leptos::prelude::*;

/// The commands of a presentation.
pub fn stage(live: LiveBoard) -> impl IntoView {
    let words = live.words().facilitate();
    let on = live.read(|document| document.stage.clone());
    let stars = live.read(|document| document.stars.iter().copied().collect::<Vec<LinkId>>());
    let toggle = move |_| {
        let on = on.with_untracked(Option::is_none);
        live.act(Op::Stage { on, link: None });
    };
    let step = move || {
        let told = on.get()?.link;
        let stars = stars.get();
        let at = told.and_then(|told| stars.iter().position(|star| *star == told));
        let next = at.map_or(0, |at| at + 1);
        let link = stars.get(next).copied();
        let name = if link.is_some() { words.next_star } else { words.whole_board };
        (!stars.is_empty()).then(|| {
            view! { <button type="button" on:click=move |_| live.act(Op::Stage { on: true, link })>{name}</button> }
        })
    };
    view! {
        <div class="stage">
            <button type="button" aria-pressed=move || on.get().is_some().to_string() on:click=toggle>
                {move || if on.get().is_some() { words.off_stage } else { words.on_stage }}
            </button>
            {step}
        </div>
    }
}
