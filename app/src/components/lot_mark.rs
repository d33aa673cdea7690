//! A lot's sign: its colour is never alone, a shape and a number say the same to every eye, and words to every ear.

use crate::scene::{self, lot_class};
use crate::text::Words;
use board::{CardId, LotId};
use leptos::prelude::*;

/// The mark of a lot: symbol and number for eyes, "Lot 2" for ears.
#[component]
pub fn LotMark(
    /// Which lot.
    lot: LotId,
    /// The texts in this device's language.
    words: &'static Words,
) -> impl IntoView {
    view! {
        <span class=format!("lot-mark {}", lot_class(lot))>
            {lot_sign(lot)}
            <span aria-hidden="true">{lot.to_string()}</span>
            <span class="unseen">{words.plan.lot(&lot.to_string())}", "</span>
        </span>
    }
}

/// A lot's sign with a card's number, in a line of text.
pub fn lot_mark(lot: LotId, card: CardId) -> impl IntoView {
    view! {
        <span class=lot_class(lot) class:lot-mark=true>
            {lot_sign(lot)}
            {card.0}
        </span>
    }
}

/// A lot's shape alone.
pub fn lot_sign(lot: LotId) -> impl IntoView {
    view! {
        <svg class="lot-sign" viewBox="-12 -12 24 24" width="16" height="16" aria-hidden="true">
            <path d=scene::lot_mark(lot)></path>
        </svg>
    }
}
