//! The loops that appear on a table's board: each as a question to send, and cards to show to the room.

use super::Crew;
use super::hints::{Level, question, title_of};
use crate::live::LiveBoard;
use board::{CardId, Loop, MAX_TEXT, Op};
use leptos::prelude::*;

/// How many loops are proposed at once: the shortest.
const PROPOSED: usize = 4;

/// The loops of the board as it is.
pub fn loops(crew: Crew, live: LiveBoard) -> impl IntoView {
    let words = live.words().paths();
    let found = live.read(|document| board::loops(document).into_iter().take(PROPOSED).collect::<Vec<_>>());
    let one = move |Loop { cards, strengthens }: Loop| {
        let way = |name: &dyn Fn(CardId) -> String| {
            let way: Vec<_> = cards.iter().chain(cards.first()).map(|&card| name(card)).collect();
            words.around(&way.join(" → "), &cards.len().to_string())
        };
        let named = way(&|card| title_of(crew, card));
        // A question is short: a long loop is told by the numbers of its cards.
        let text = if named.chars().count() > MAX_TEXT { way(&|card| card.to_string()) } else { named };
        let framed = cards.clone();
        let show = move |_| live.act(Op::Frame { cards: framed.clone() });
        view! {
            <li class="hint-link">
                <ol>{question(live, Level { cards, text })}</ol>
                <p class="small soft">{if strengthens { words.strengthens } else { words.holds_back }}</p>
                <button type="button" on:click=show>{words.show}</button>
            </li>
        }
    };
    move || {
        let found = found.get();
        if found.is_empty() {
            return view! { <p class="small soft">{words.no_loop}</p> }.into_any();
        }
        view! { <ul class="hints">{found.into_iter().map(one).collect_view()}</ul> }.into_any()
    }
}
