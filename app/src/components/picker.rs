//! A list to choose a card of the table from. Its options are drawn when somebody is about to open it: the titles of
//! sixty cards, once for each list of a page, would be most of the page.

use super::each::each;
use super::live_part::{Whole, said};
use crate::live::LiveBoard;
use board::CardId;
use leptos::prelude::*;

/// The list: `first` is what it says while no card is chosen.
pub fn picker(
    live: LiveBoard,
    cards: Memo<Vec<CardId>>,
    first: &'static str,
    chosen: RwSignal<Option<CardId>>,
    picked: impl Fn() + 'static,
) -> AnyView {
    // What the server renders is chosen from before there is a script to draw anything.
    let full = RwSignal::new(cfg!(feature = "ssr"));
    let fill = move || {
        if !full.get_untracked() {
            full.set(true);
        }
    };
    let options = Memo::new(move |_| if full.get() { cards.get() } else { chosen.get().into_iter().collect() });
    let option = move |card: CardId| {
        let selected = move || chosen.get() == Some(card);
        view! { <option value=card.0 prop:selected=selected>{said(move || live.title_of(card))}</option> }.whole()
    };
    view! {
        <select
            on:pointerdown=move |_| fill()
            on:focus=move |_| fill()
            on:change=move |event| {
                chosen.set(event_target_value(&event).parse().ok().map(CardId));
                picked();
            }
        >
            <option value="" prop:selected=move || chosen.get().is_none()>{first}</option>
            {each(options, option)}
        </select>
    }
    .whole()
}
