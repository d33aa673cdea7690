//! A table's board, small: shapes only, each card and link its own memo, so that a cockpit of twelve tables draws again
//! only what moved.

use crate::components::each::each;
use crate::components::picture::{label, summary};
use crate::live::LiveBoard;
use crate::scene::{frame, link_arrow};
use board::{CARD, CardId, LinkId};
use leptos::prelude::*;

/// The picture.
pub fn miniature(live: LiveBoard) -> impl IntoView {
    let words = live.words();
    let view_box = live.read(|document| frame(document).to_string());
    let name = live.read(move |document| [label(words, document), summary(words, document)].join(", "));
    let cards = live.read(|document| {
        document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect::<Vec<CardId>>()
    });
    let links = live.read(|document| document.links.keys().copied().collect::<Vec<LinkId>>());
    let card = move |card: CardId| {
        let at = live.read(move |document| document.on_table(card).unwrap_or_default());
        let lot = live.front(card);
        let class =
            move || lot.with(|front| format!("miniature-card lot-{}", front.as_ref().map_or(0, |front| front.lot.0)));
        view! {
            <rect class=class width=CARD.x height=CARD.y x=move || at.get().x - CARD.x / 2 y=move || at.get().y - CARD.y / 2></rect>
        }
    };
    let link = move |link: LinkId| {
        let arrow = live.read(move |document| link_arrow(document, link).map(|arrow| arrow.path));
        view! { <path class="miniature-link" d=move || arrow.get()></path> }
    };
    view! {
        <svg class="miniature" viewBox=move || view_box.get() role="img" aria-label=move || name.get()>
            <g>{each(links, link)}</g>
            <g>{each(cards, card)}</g>
        </svg>
    }
}
