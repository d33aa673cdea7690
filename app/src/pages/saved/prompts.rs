//! What a debrief may ask about a board as a whole: its loops and its longest chains, each as a question.

use super::section::{nothing, section};
use crate::components::Titles;
use crate::text::Words;
use board::{Document, Loop, chains, loops};
use leptos::prelude::*;

/// The longest chain that is told whole: of a longer one, where it begins and where it ends.
const LONG: usize = 12;

/// The loops and the chains of the board.
pub fn prompts(words: Words, document: &Document, titles: &Titles) -> AnyView {
    let say = words.paths();
    let title = |&card: &board::CardId| titles.title(card);
    let around = |Loop { cards, strengthens }: Loop| {
        let way: Vec<_> = cards.iter().chain(cards.first()).map(title).collect();
        let arrows = if strengthens { say.strengthens } else { say.holds_back };
        view! { <li>{say.around(&way.join(" → "), &cards.len().to_string())}" "<span class="soft">{arrows}</span></li> }
            .into_any()
    };
    let along = |cards: Vec<board::CardId>| {
        let mut way: Vec<_> = cards.iter().map(title).collect();
        if way.len() > LONG {
            way.splice(LONG / 2..way.len() - LONG / 2, ["…".to_owned()]);
        }
        view! { <li>{say.along(&way.join(" → "), &cards.len().to_string())}</li> }.into_any()
    };
    let told: Vec<_> = loops(document).into_iter().map(around).chain(chains(document).into_iter().map(along)).collect();
    let told = if told.is_empty() { nothing(say.none) } else { view! { <ul>{told}</ul> }.into_any() };
    section(say.title, told)
}
