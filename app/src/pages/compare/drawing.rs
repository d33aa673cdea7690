//! Several boards on one: every card that lies on one of them, laid out anew, and every link, thick where several drew it.

use crate::api::ComparisonOpening;
use crate::components::picture::{Face, card_face, translate};
use crate::scene::{frame, head_at, link_arrow};
use crate::text::Words;
use board::{CardId, Drawn, LinkId};
use leptos::prelude::*;

/// The class of a board's number and of the links that it alone drew. Beyond six, the line is broken too.
pub fn colour(number: usize) -> &'static str {
    [
        "compare-1",
        "compare-2",
        "compare-3",
        "compare-4",
        "compare-5",
        "compare-6",
        "compare-1 second",
        "compare-2 second",
        "compare-3 second",
        "compare-4 second",
        "compare-5 second",
        "compare-6 second",
    ][number % 12]
}

/// The picture.
pub fn drawing(words: Words, opening: &ComparisonOpening) -> AnyView {
    let document = &opening.comparison.document;
    let class = |drawn: &[Drawn]| match drawn {
        [one] => ["compare-link ", colour(one.board)].concat(),
        _ => "compare-link shared".to_owned(),
    };
    let link = |(&id, drawn): (&LinkId, &Vec<Drawn>)| {
        let arrow = link_arrow(document, id)?;
        let head = head_at(drawn.first()?.kind, &arrow);
        Some(view! {
            <g class=class(drawn)>
                <path class="compare-shaft" d=arrow.path fill="none"></path>
                <path class="compare-head" d=head></path>
            </g>
        })
    };
    // Above the cards: which board drew it alone, or how many did.
    let number = |(&id, drawn): (&LinkId, &Vec<Drawn>)| {
        let at = translate(link_arrow(document, id)?.middle);
        let number = match drawn.as_slice() {
            [one] => (one.board + 1).to_string(),
            several => ["×", &several.len().to_string()].concat(),
        };
        Some(view! {
            <g class=class(drawn) transform=at>
                <circle class="compare-paper" r="17"></circle>
                <text text-anchor="middle" y="7" font-size="20">{number}</text>
            </g>
        })
    };
    let card = |&id: &CardId| {
        let at = document.on_table(id)?;
        let front = opening.fronts.iter().find(|front| front.card == id);
        let (title, sheet) = front.map(|front| (front.title.clone(), front.sheet)).unwrap_or_default();
        let lot = front.map(|front| front.lot).or(document.cards.get(&id).map(|card| card.lot)).unwrap_or_default();
        let face = Face { card: id, lot, title, sheet, open: false };
        Some(view! { <g transform=translate(at)>{card_face(words, face)}</g> })
    };
    let name = words.compare().drawn(opening.comparison.links.len());
    view! {
        <svg class="picture" viewBox=frame(document).to_string() role="img" aria-label=name>
            <g>{opening.comparison.links.iter().filter_map(link).collect_view()}</g>
            <g>{document.cards.keys().filter_map(card).collect_view()}</g>
            <g>{opening.comparison.links.iter().filter_map(number).collect_view()}</g>
        </svg>
    }
    .into_any()
}
