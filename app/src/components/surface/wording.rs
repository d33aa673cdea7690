//! What is said to whoever goes over the board by keys.

use crate::components::board_keys::Way;
use crate::components::label;
use crate::live::LiveBoard;
use crate::scene::Look;
use crate::text;
use board::{CardId, LinkId};

pub use label::sentence;

/// A card's back, or why it cannot be read.
pub fn back(live: LiveBoard, card: CardId) -> String {
    let words = live.words();
    let Some(back) = live.back_of(card) else { return words.keys().sealed.to_owned() };
    let year = back.year.map(|year| year.to_string()).unwrap_or_default();
    let source = words.back().source(&back.source);
    [back.fact.as_str(), " ", &source, if year.is_empty() { "" } else { ", " }, &year].concat()
}

/// On which side of which card something is held.
pub fn beside(live: LiveBoard, card: CardId, side: Way) -> String {
    let (say, title) = (live.words().keys(), live.title_of(card));
    match side {
        Way(1, _) => say.right_of(&title),
        Way(-1, _) => say.left_of(&title),
        Way(_, 1) => say.below(&title),
        Way(..) => say.above(&title),
    }
}

/// A card taken from the hand, and which of how many it is.
pub fn holding(live: LiveBoard, card: CardId, number: usize, all: usize) -> String {
    live.words().keys().holding(&all.to_string(), &live.title_of(card), &number.to_string())
}

/// A link: what it says, why, and what the table thinks of it.
pub fn link(live: LiveBoard, link: LinkId) -> String {
    let words = live.words();
    live.glance(|document| {
        let Some(known) = document.links.get(&link) else { return String::new() };
        let mut said = sentence(live, link, known.kind);
        if !known.because.is_empty() {
            said = [&said, ", ", &words.outline().because(&known.because)].concat();
        }
        [&said, ". ", &text::opinion(words, Look::of(document, link), document.opinions(link)), "."].concat()
    })
}
