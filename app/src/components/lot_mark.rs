//! A lot's sign: its colour is never alone, a shape and a number say the same.

use super::label::lot_class;
use board::{CardId, LotId};
use leptos::prelude::*;

/// The shape of a lot, as a path in a square of 16: disc, square, triangle, diamond, star, hexagon.
#[must_use]
pub fn shape(lot: LotId) -> &'static str {
    match lot.0 {
        1 => "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z",
        2 => "M2 2h12v12H2z",
        3 => "M8 1.5 15 14.5H1z",
        4 => "M8 .5 15.5 8 8 15.5.5 8z",
        5 => "M8 0 10 6 16 8 10 10 8 16 6 10 0 8 6 6z",
        6 => "M4 1h8l4 7-4 7H4L0 8z",
        _ => "M1 6.5h14v3H1z",
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
        <svg class="lot-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d=shape(lot)></path>
        </svg>
    }
}
