//! The lots at the chosen tables: dealt in hands, to the table or one by one; the gate to the next one, with why it is
//! shut; the backs; and a deal taken back.

use super::Crew;
use crate::api::LotCard;
use crate::components::card_mark;
use crate::live::LiveBoard;
use board::{DealTo, Document, Intent, LotId, Op, Spot, unplaced};
use leptos::prelude::*;

/// How many waiting cards are named.
const NAMED: usize = 3;

/// The lots of the format.
pub fn lots(crew: Crew) -> impl IntoView {
    let words = crew.lead().words();
    let lots = crew.lead().opening(|opening| opening.lots.clone());
    let order = StoredValue::new(lots.iter().map(|lot| lot.lot).collect::<Vec<_>>());
    let next = move || {
        crew.shown()
            .read(move |it| order.with_value(|all| all.iter().find(|lot| !it.lots.contains_key(lot)).copied()))
            .get()
    };
    view! {
        <section class="deal">
            <h2>{words.facilitate().lots}</h2>
            {move || gate(crew.shown())}
            <ol>{lots.into_iter().map(|lot| one(crew, next, lot)).collect_view()}</ol>
        </section>
    }
}

/// Why the gate to the next lot is shut, as long as it is.
fn gate(live: LiveBoard) -> impl IntoView {
    let words = live.words().facilitate();
    let waiting = live.read(|document| (unplaced(document), waiting(document)));
    move || {
        let (count, cards) = waiting.get();
        (count > 0).then(|| {
            let mut titles: Vec<_> = cards.iter().take(NAMED).map(|&card| live.title_of(card)).collect();
            if count > titles.len() {
                titles.push("…".to_owned());
            }
            view! { <p class="deal-gate">{words.gate(count)} " " {titles.join(", ")}</p> }
        })
    }
}

fn waiting(document: &Document) -> Vec<board::CardId> {
    let waits = |card: &&board::Card| !matches!(card.spot, Spot::Table(_));
    document.cards.iter().filter(|(_, card)| waits(card)).map(|(&id, _)| id).collect()
}

/// What a lot is at a table.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    /// `None` before it is dealt; whether its backs are open after.
    open: Option<bool>,
    /// How many of its cards lie on the table.
    placed: usize,
    /// How many are left to be turned up.
    left: u8,
    /// Whether the gate is shut.
    shut: bool,
}

fn state(document: &Document, lot: LotId) -> State {
    let dealt = document.lots.get(&lot);
    let lies = |card: &&board::Card| card.lot == lot && matches!(card.spot, Spot::Table(_));
    State {
        open: dealt.map(|dealt| dealt.open),
        placed: document.cards.values().filter(lies).count(),
        left: dealt.map_or(0, |dealt| dealt.left),
        shut: unplaced(document) > 0,
    }
}

fn one(crew: Crew, next: impl Fn() -> Option<LotId> + Copy + Send + Sync + 'static, card: LotCard) -> impl IntoView {
    let words = crew.lead().words();
    let LotCard { lot, title, cards } = card;
    let state = move || crew.shown().read(move |document| state(document, lot)).get();
    let said = move || match state() {
        State { open: None, .. } => {
            words.facilitate().not_dealt.to_owned() + ", " + &words.facilitate().lot_cards(cards.into())
        }
        State { open, placed, .. } => {
            let is = if open == Some(true) { words.facilitate().opened } else { words.facilitate().dealt };
            [is, ", ", &words.facilitate().placed(&cards.to_string(), &placed.to_string())].concat()
        }
    };
    view! {
        <li class="deal-lot">
            <p class="deal-title">{card_mark(lot, lot.0.into())} " " <strong>{title}</strong></p>
            <p class="small soft">{said}</p>
            <div class="deal-actions">{move || actions(crew, lot, state(), next() == Some(lot))}</div>
        </li>
    }
}

fn actions(crew: Crew, lot: LotId, state: State, next: bool) -> AnyView {
    let words = crew.lead().words().facilitate();
    let number = lot.to_string();
    let button = move |name: &'static str, full: String, class: &'static str, done: Box<dyn Fn()>| {
        let done = StoredValue::new_local(done);
        view! { <button type="button" class=class aria-label=full on:click=move |_| done.with_value(|done| done())>{name}</button> }
    };
    match state.open {
        None if state.shut => {
            let force = move || crew.submit(&Intent::Deal { lot, to: DealTo::Hands, force: true });
            button(words.deal_anyway, words.deal_anyway_lot(&number), "", Box::new(force)).into_any()
        }
        None => {
            let deal = move |to| move || crew.submit(&Intent::Deal { lot, to, force: false });
            let class = if next { "primary" } else { "" };
            let table = || button(words.deal_table, words.deal_table_lot(&number), "", Box::new(deal(DealTo::Table)));
            let one = || button(words.deal_one, words.deal_one_lot(&number), "", Box::new(deal(DealTo::OneByOne)));
            view! {
                {button(words.deal_hands, words.deal_hands_lot(&number), class, Box::new(deal(DealTo::Hands)))}
                {next.then(|| view! { {table()} {one()} })}
            }
            .into_any()
        }
        Some(open) => {
            let turn = move || crew.submit(&Intent::Turn { lot, to: None });
            let open_backs = move || crew.act(|_| Some(Op::Open { lot }));
            let withdraw = move || crew.act(|_| Some(Op::Withdraw { lot }));
            view! {
                {(state.left > 0).then(|| button(words.turn, words.turn_lot(&state.left.to_string(), &number), "primary", Box::new(turn)))}
                {(!open && state.placed > 0).then(|| button(words.open_backs, words.open_backs_lot(&number), "", Box::new(open_backs)))}
                {(!open && state.placed == 0).then(|| button(words.withdraw, words.withdraw_lot(&number), "", Box::new(withdraw)))}
            }
            .into_any()
        }
    }
}
