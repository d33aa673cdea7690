//! A lot's sign: its colour is never alone, a shape and a number say the same.

use crate::scene::{lot_class, lot_mark};
use board::LotId;
use leptos::prelude::*;

/// A lot's shape with a number, on its colour, in a line of text.
pub fn lot_sign(lot: LotId, number: u16) -> impl IntoView {
    view! {
        <span class=["lot-sign ", lot_class(lot)].concat()>
            <svg viewBox="-11 -11 22 22" width="14" height="14" aria-hidden="true">
                <path d=lot_mark(lot)></path>
            </svg>
            {number}
        </span>
    }
}
