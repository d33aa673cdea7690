//! A lot's number and symbol on its colour: what tells lots apart for every eye.

use crate::scene::{lot_class, lot_mark};
use board::LotId;
use leptos::prelude::*;

/// The mark of a lot. The symbol is for eyes only; the number is read.
#[component]
pub fn LotMark(
    /// Which lot.
    lot: LotId,
) -> impl IntoView {
    view! {
        <span class=format!("lot-mark {}", lot_class(lot))>
            <svg viewBox="-12 -12 24 24" aria-hidden="true"><path d=lot_mark(lot)></path></svg>
            {lot.to_string()}
        </span>
    }
}
