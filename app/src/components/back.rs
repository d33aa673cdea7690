//! The other side of a card: a fact, its source, and how sure it is. There is nothing to open before it may be read.

use super::live_part::{Whole, shown};
use crate::live::LiveBoard;
use crate::text;
use board::CardId;
use board::deck::Back;
use leptos::prelude::*;

/// The back of a card, to unfold.
pub fn back(live: LiveBoard, card: CardId) -> impl IntoView {
    let known = live.back(card);
    shown(move || known.get().map(|back| side(live, back).into_any()))
}

fn side(live: LiveBoard, back: Back) -> AnyView {
    let words = live.words();
    let mut source = words.back().source(&back.source);
    if let Some(year) = back.year {
        source.push_str(", ");
        source.push_str(&year.to_string());
    }
    view! {
        <details class="back">
            <summary>
                {words.back().title}
                <span class="unseen">" " {live.title_of(back.card)}</span>
            </summary>
            <p lang=back.lang.code()>{back.fact}</p>
            <p class="small soft">{source} " – " <em>{text::certainty(words, back.certainty)}</em></p>
        </details>
    }
    .whole()
}
