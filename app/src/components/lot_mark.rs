//! A lot's number and symbol on its colour: what tells lots apart for every eye.

use super::live_part::Whole;
use crate::scene::{lot_class, lot_mark};
use crate::text::Words;
use board::LotId;
use leptos::prelude::*;

/// The mark of a lot: symbol and number for eyes, "Lot 2" for ears.
#[component]
pub fn LotMark(
    /// Which lot.
    lot: LotId,
    /// The texts in this device's language.
    words: Words,
) -> impl IntoView {
    view! {
        <span class=format!("lot-mark {}", lot_class(lot))>
            <svg viewBox="-12 -12 24 24" aria-hidden="true"><path d=lot_mark(lot)></path></svg>
            <span aria-hidden="true">{lot.to_string()}</span>
            <span class="unseen">{words.plan().lot(&lot.to_string())}", "</span>
        </span>
    }
}

/// A card's number on its lot's colour and symbol.
pub fn card_mark(lot: LotId, number: u16) -> AnyView {
    view! {
        <span class=["lot-mark ", lot_class(lot)].concat()>
            <svg viewBox="-12 -12 24 24" aria-hidden="true">
                <path d=lot_mark(lot)></path>
            </svg>
            {number}
        </span>
    }
    .whole()
}
