//! "Regardez ici": everybody's view is led to some cards, and let go again.

use crate::components::desk::{Chosen, Desk};
use crate::live::LiveBoard;
use board::Op;
use leptos::prelude::*;

/// The commands for the chosen card, and for the view of everybody.
pub fn look(live: LiveBoard, desk: Desk) -> impl IntoView {
    let words = live.words().facilitate();
    let frame = live.read(|document| document.frame.clone());
    let card = move || match desk.standing(live).get() {
        Chosen::Card(card) => Some(card),
        _ => None,
    };
    let this = move || {
        card().map(|card| {
            let framed = move || frame.with(|frame| frame.contains(&card));
            let toggle = move |_| {
                let mut cards = frame.get_untracked();
                if cards.contains(&card) {
                    cards.retain(|&framed| framed != card)
                } else {
                    cards.push(card)
                }
                live.act(Op::Frame { cards });
            };
            view! {
                <button type="button" aria-pressed=move || framed().to_string() on:click=toggle>
                    {move || if framed() { words.look_off } else { words.look }}
                </button>
            }
        })
    };
    let nowhere = move || {
        let release = move |_| live.act(Op::Frame { cards: Vec::new() });
        (!frame.with(Vec::is_empty))
            .then(|| view! { <button type="button" on:click=release>{words.look_none}</button> })
    };
    view! { <div class="look">{this} {nowhere}</div> }
}
