//! Dealing: per lot, what has been dealt, and the three things one can do with it.

use super::desk::attempt;
use super::lot_mark::card_mark;
use crate::api::LotCard;
use crate::live::LiveBoard;
use board::{DealTo, Intent, LotId, Op};
use leptos::prelude::*;

/// The lots of the format.
pub fn deal(live: LiveBoard) -> impl IntoView {
    let lots = live.opening(|opening| opening.lots.clone());
    let order: Vec<_> = lots.iter().map(|lot| lot.lot).collect();
    let next = live.read(move |document| order.iter().find(|lot| !document.lots.contains_key(lot)).copied());
    view! {
        <section class="deal">
            <h2>{live.words().facilitate.lots}</h2>
            <ol>{lots.into_iter().map(|lot| one(live, next, lot)).collect_view()}</ol>
        </section>
    }
}

fn one(live: LiveBoard, next: Memo<Option<LotId>>, LotCard { lot, title, cards }: LotCard) -> impl IntoView {
    let words = &live.words().facilitate;
    let open = live.read(move |document| document.lots.get(&lot).map(|dealt| dealt.open));
    let state = move || match open.get() {
        None => words.not_dealt,
        Some(false) => words.dealt,
        Some(true) => words.opened,
    };
    let placed = live.read(move |document| {
        let here = |card: &&board::Card| card.lot == lot && matches!(card.spot, board::Spot::Table(_));
        document.cards.values().filter(here).count()
    });
    let tally = move || match open.get() {
        None => words.lot_cards(cards.into()),
        Some(_) => live.words().outline.cards(placed.get()) + " / " + &cards.to_string(),
    };
    view! {
        <li class="deal-lot">
            <p class="deal-title">{card_mark(lot, lot.0.into())} " " <strong>{title}</strong></p>
            <p class="small soft">{state} ", " {tally}</p>
            {move || actions(live, lot, open.get(), next, placed)}
        </li>
    }
}

fn actions(
    live: LiveBoard,
    lot: LotId,
    open: Option<bool>,
    next: Memo<Option<LotId>>,
    placed: Memo<usize>,
) -> impl IntoView {
    let words = &live.words().facilitate;
    let number = lot.to_string();
    let deal = move |to: DealTo| live.submit(Intent::Deal { lot, to, force: false });
    match open {
        None => view! {
            <div class="deal-actions">
                <button type="button" class=move || if next.get() == Some(lot) { "primary" } else { "" } aria-label=words.deal_hands_lot(&number) on:click=move |_| deal(DealTo::Hands)>
                    {words.deal_hands}
                </button>
                <button type="button" aria-label=words.deal_table_lot(&number) on:click=move |_| deal(DealTo::Table)>
                    {words.deal_table}
                </button>
            </div>
        }
        .into_any(),
        Some(false) => view! {
            <div class="deal-actions">
                <button
                    type="button"
                    aria-label=words.open_backs_lot(&number)
                    // Backs cannot be closed again: not before a card lies there, and not by the second click of a deal.
                    disabled=move || placed.get() == 0
                    on:click=move |_| { attempt(live, Op::Open { lot }); }
                >
                    {words.open_backs}
                </button>
            </div>
        }
        .into_any(),
        Some(true) => ().into_any(),
    }
}
