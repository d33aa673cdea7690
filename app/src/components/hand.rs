//! The cards in hand and the draw pile: real buttons, so that no card needs to be dragged.

use super::desk::{Chosen, Desk, attempt, may};
use super::drawing::{drawing, sheet_of};
use super::live_part::{Whole, attr, flag, part, said, shown};
use super::{back::back, label, lot_mark::card_mark};
use crate::components::each::each;
use crate::live::LiveBoard;
use crate::scene::lot_class;
use board::{Act, CardId, Document, Op, Role, Spot, free_spot};
use leptos::prelude::*;

/// The hand, and the draw pile beside it. The person who facilitates is dealt no cards: their hand shows once they took one.
pub fn hand(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().hand();
    let me = live.me();
    let asks = me.role == Role::Facilitator;
    let mine = live.read(move |document| where_is(document, Spot::Hand(me.actor)));
    let reserve = live.read(|document| where_is(document, Spot::Reserve));
    let held = Memo::new(move |_| !asks || !mine.with(Vec::is_empty));
    let piled = Memo::new(move |_| asks || !reserve.with(Vec::is_empty));
    let group = move |title: &'static str, which: Memo<Vec<CardId>>, empty: &'static str| {
        view! {
            <div class="hand-group">
                <h2>{title}</h2>
                {cards(live, desk, which, empty)}
            </div>
        }
        .whole()
    };
    view! {
        <section class="hand" aria-label=words.title tabindex="0">
            {shown(move || held.get().then(|| group(words.title, mine, words.empty)))}
            {shown(move || piled.get().then(|| group(words.reserve, reserve, words.reserve_empty)))}
        </section>
    }
    .whole()
}

fn where_is(document: &Document, spot: Spot) -> Vec<CardId> {
    document.cards.iter().filter(|(_, card)| card.spot == spot).map(|(&card, _)| card).collect()
}

fn cards(live: LiveBoard, desk: Desk, cards: Memo<Vec<CardId>>, empty: &'static str) -> AnyView {
    view! {
        <ul class="hand-cards">
            {each(cards, move |card| hand_card(live, desk, card))}
        </ul>
        {shown(move || cards.with(Vec::is_empty).then(|| view! { <p class="soft">{empty}</p> }.whole()))}
    }
    .whole()
}

fn hand_card(live: LiveBoard, desk: Desk, card: CardId) -> AnyView {
    let words = live.words().hand();
    let lot = live.lot_of(card);
    let sheet = sheet_of(live, card);
    let always = ["hand-card ", lot_class(lot)].concat();
    let may = may(live, Act::Place);
    view! {
        <li class=attr(move || label::classes(&always, &[(desk.chosen.get() == Chosen::Card(card), "chosen")]))>
            {part(move || drawing(sheet.get(), card))}
            {card_mark(lot, card.0)}
            <h3>{said(move || live.title_of(card))}</h3>
            <button
                type="button"
                disabled=flag(move || !may.get())
                aria-label=attr(move || words.place_card(&live.title_of(card)))
                on:click=move |_| place(live, desk, card)
            >
                {words.place}
            </button>
            {back(live, card)}
        </li>
    }
    .whole()
}

/// Puts a card down where one looks.
pub fn place(live: LiveBoard, desk: Desk, card: CardId) {
    let at = live.glance(|document| free_spot(document, desk.camera.get_untracked().middle()));
    if attempt(live, Op::Place { card, at }) {
        desk.touch(live, Chosen::Card(card));
        desk.camera.update(|camera| *camera = camera.showing(at));
    }
}
