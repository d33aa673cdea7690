//! The Plan: the board as text, for everyone. A heading per lot, its cards, and after each card where it leads. Not a
//! hidden copy: everything that the picture offers is offered here by ordinary buttons.
//!
//! A full board has sixty cards and two hundred ends of links. Each link is said once, in the line of its cause; the card
//! that was chosen spreads its links out, both ways, to be chosen or followed.

mod card;
mod find;
mod written;

use super::desk::{Chosen, Desk};
use super::label;
use super::live_part::{Whole, said, shown};
use crate::components::each::each;
use crate::live::LiveBoard;
use board::{CardId, LotId, Spot};
use find::Search;
use leptos::prelude::*;

/// The Plan.
pub fn outline(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().outline();
    let counts = live.read(label::counts);
    let summary = move || {
        let (cards, links, notes) = counts.get();
        words.summary(&words.cards(cards), &words.links(links), &words.notes(notes))
    };
    let lots = live.read(|document| document.lots.keys().copied().collect::<Vec<_>>());
    let search = Search::new(live);
    let open = spread(desk);
    view! {
        <section class="outline" aria-label=words.title>
            <h2>{words.title}</h2>
            <p class="soft small">{said(summary)}</p>
            {find::form(live, search, lots)}
            {written::story(live)}
            {each(lots, move |lot| lot_cards(live, desk, search, open, lot))}
            {shown(move || lots.with(Vec::is_empty).then(|| view! { <p>{words.empty}</p> }.whole()))}
            {written::notes(live, desk, search)}
            {written::drawings(live)}
            {super::device_footprint(live)}
        </section>
    }
    .whole()
}

/// The card whose links are spread out: the one that was chosen last, also while one of its links is.
fn spread(desk: Desk) -> Memo<Option<CardId>> {
    Memo::new(move |before: Option<&Option<CardId>>| match desk.chosen.get() {
        Chosen::Card(card) => Some(card),
        Chosen::Link(link) => {
            let end = before.copied().flatten().filter(|&card| card == link.cause || card == link.consequence);
            Some(end.unwrap_or(link.cause))
        }
        Chosen::Nothing | Chosen::Note(_) => None,
    })
}

fn lot_cards(live: LiveBoard, desk: Desk, search: Search, open: Memo<Option<CardId>>, lot: LotId) -> AnyView {
    // Those on the table first. They come in order: a phone need not fetch a sort.
    let cards = live.read(move |document| {
        let these = |lies: bool| {
            let cards = document.cards.iter().filter(move |(_, card)| card.lot == lot);
            cards.filter(move |(_, card)| matches!(card.spot, Spot::Table(_)) == lies).map(|(&card, _)| card)
        };
        these(true).chain(these(false)).collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        cards.with(|cards| cards.iter().copied().filter(|&card| search.shows(card)).collect::<Vec<_>>())
    });
    let any = Memo::new(move |_| !found.with(Vec::is_empty));
    shown(move || {
        any.get().then(|| {
            view! {
                <h3>{label::lot(live, lot)}</h3>
                <ul class="outline-cards">{each(found, move |card| card::row(live, desk, search, open, lot, card))}</ul>
            }
            .whole()
        })
    })
}
