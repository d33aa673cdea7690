//! What there is to do now: the phase in a sentence, the card that waits for a place, the title the team gives.

use super::desk::{Desk, attempt};
use super::{label, way};
use crate::live::LiveBoard;
use board::{Act, MAX_TITLE, Op, Role};
use leptos::{ev, prelude::*};

/// The guide.
pub fn guide(live: LiveBoard, desk: Desk) -> impl IntoView {
    let words = live.words();
    let (phase, board) = (live.phase(), live.opening(|opening| opening.board));
    let title = live.read(|document| document.title.clone());
    let asks = live.me().role == Role::Facilitator;
    let may =
        live.read(move |document| asks || (document.phase.allows(Act::Title) && !document.paused && !live.looks_on()));
    let naming = Memo::new(move |_| may.get() && phase.get().allows(Act::Title));
    view! {
        <div class="guide">
            {move || title.with(|title| (!title.is_empty()).then(|| view! { <p class="guide-title">{title.clone()}</p> }))}
            {move || way(words, board, phase.get()).map(|(to, says)| view! { <a class="button" href=to.to_string()>{says}</a> })}
            {move || naming.get().then(|| title_form(live, desk))}
            {move || match desk.carried.get() {
                Some(_) => view! {
                    <p class="guide-carry" role="status">
                        {words.board.carry} " "
                        <button type="button" on:click=move |_| desk.carried.set(None)>{words.board.carry_off}</button>
                    </p>
                }.into_any(),
                None => view! { <p class="soft small">{label::hint(words, phase.get())}</p> }.into_any(),
            }}
        </div>
    }
}

fn title_form(live: LiveBoard, desk: Desk) -> impl IntoView {
    let words = &live.words().board;
    let give = move |event: ev::SubmitEvent| {
        event.prevent_default();
        attempt(live, Op::Title { text: desk.title.get_untracked().trim().to_owned() });
    };
    view! {
        <form class="guide-form" on:submit=give>
            <label>
                <span>{words.title}</span>
                <input
                    type="text"
                    autocomplete="off"
                    maxlength=MAX_TITLE
                    prop:value=desk.title
                    on:input=move |event| desk.title.set(event_target_value(&event))
                />
            </label>
            <button type="submit">{words.title_give}</button>
        </form>
    }
}
