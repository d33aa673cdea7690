//! Linking with a mouse: a rope from a card to another says cause and consequence. It fills the sentence, which then asks
//! why; nothing is linked until somebody presses its button.

use super::camera::on_ground;
use crate::components::desk::{Chosen, Desk, Rope, may};
use crate::components::label;
use crate::components::live_part::{Whole, attr, shown};
use crate::components::picture::translate;
use crate::live::LiveBoard;
use crate::scene;
use board::{Act, CARD, CardId, Document, Point};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement};

/// How far a rope sags, in table units.
const SAG: i32 = 40;
/// A little arrow: where a rope begins.
const SIGN: &str = "M-6 0H5M0-5 5 0 0 5";

/// Whether a mouse came down on the end of a rope.
pub fn is_handle(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest("[data-rope]").ok().flatten()).is_some()
}

/// The free end goes to this point of the table.
pub fn pull(live: LiveBoard, desk: Desk, from: Chosen, (x, y): (f64, f64)) {
    let Chosen::Card(from) = from else { return };
    let end = on_ground(x, y);
    let over = live.glance(|document| card_at(document, end));
    desk.rope.set(Some(Rope { from, end, over: over.filter(|&card| card != from) }));
}

/// The card at this point of the table: the one that is drawn last, if several lie there.
fn card_at(document: &Document, at: Point) -> Option<CardId> {
    let here = |card: &CardId| {
        let lies = document.on_table(*card);
        lies.is_some_and(|lies| (lies.x - at.x).abs() <= CARD.x / 2 && (lies.y - at.y).abs() <= CARD.y / 2)
    };
    document.cards.keys().copied().rfind(here)
}

/// The free end is let go of: over another card, the sentence says so.
pub fn let_go(live: LiveBoard, desk: Desk) {
    let rope = desk.rope.get_untracked();
    desk.rope.set(None);
    let Some((from, over)) = rope.and_then(|rope| Some((rope.from, rope.over?))) else { return };
    if desk.tie(live, from, over) {
        // A phone's screen shows the sentence first.
        request_animation_frame(|| {
            let because = document().query_selector(".sentence-because input").ok().flatten();
            if let Some(because) = because.and_then(|because| because.dyn_into::<HtmlElement>().ok()) {
                let _ = because.focus();
            }
        });
    }
}

/// The end of a rope that a mouse can take, on the card under it or the chosen one.
pub fn handle(live: LiveBoard, desk: Desk) -> AnyView {
    let may = may(live, Act::Link);
    let card = Memo::new(move |_| {
        let idle = desk.rope.with(Option::is_none) && desk.tool.with(Option::is_none);
        let chosen = match desk.chosen.get() {
            Chosen::Card(card) => Some(card),
            _ => None,
        };
        desk.hovered.get().or(chosen).filter(|_| idle && may.get())
    });
    let at = live.read(move |document| card.get().and_then(|card| document.on_table(card)));
    // Taken out of the picture it would be laid out anew, in the frame that has a card to take up.
    let away = Memo::new(move |_| desk.lifted.what() != Chosen::Nothing);
    let class = move || label::classes("rope-handle", &[(away.get(), "away")]);
    shown(move || {
        let (card, at) = card.get().zip(at.get())?;
        let at = Point { x: at.x + CARD.x / 2, ..at };
        Some(
            view! {
                <g class=attr(class) data-rope=card.0 transform=translate(at) aria-hidden="true">
                    <title>{live.words().board().rope}</title>
                    <circle class="rope-reach" r="32"></circle>
                    <circle class="rope-end" r="15"></circle>
                    <path d=SIGN></path>
                </g>
            }
            .whole(),
        )
    })
}

/// The rope that is drawn, and the card that it would be tied to.
pub fn rope(live: LiveBoard, desk: Desk) -> AnyView {
    let lies = move |card: CardId| live.glance(|document| document.on_table(card));
    let target = Memo::new(move |_| desk.rope.get().and_then(|rope| lies(rope.over?)));
    let path = move || {
        let way = desk.rope.get().and_then(|rope| {
            let from = lies(rope.from)?;
            Some(target.get().map_or_else(|| hanging(from, rope.end), |to| scene::arrow(from, to).path))
        });
        way.unwrap_or_default()
    };
    let drawn = Memo::new(move |_| desk.rope.with(Option::is_some));
    let ring = move || {
        let place = translate(target.get()?);
        Some(
            view! { <rect class="rope-ring" x="-110" y="-80" width="220" height="160" rx="9" transform=place></rect> }
                .whole(),
        )
    };
    view! {
        {shown(move || drawn.get().then(|| view! { <path class="rope" d=attr(path)></path> }.whole()))}
        {shown(ring)}
    }
    .whole()
}

/// The way of a rope whose end is in somebody's hand.
fn hanging(from: Point, end: Point) -> String {
    let (x, y) = (i32::from(from.x) + i32::from(CARD.x) / 2, i32::from(from.y));
    let (end_x, end_y) = (i32::from(end.x), i32::from(end.y));
    let (low_x, low_y) = ((x + end_x) / 2, (y + end_y) / 2 + SAG);
    let point = |x: i32, y: i32| [x.to_string(), y.to_string()].join(" ");
    ["M", &point(x, y), "Q", &point(low_x, low_y), " ", &point(end_x, end_y)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{Card, LotId, Spot};

    #[test]
    fn a_rope_ends_on_the_card_that_is_seen_there() {
        let mut document = Document::default();
        for (number, x) in [(3, 500), (4, 560), (5, 900)] {
            document.cards.insert(CardId(number), Card { lot: LotId(1), spot: Spot::Table(Point { x, y: 500 }) });
        }
        document.cards.insert(CardId(9), Card { lot: LotId(1), spot: Spot::Reserve });
        let at = |x, y| card_at(&document, Point { x, y });
        assert_eq!(at(540, 480), Some(CardId(4)), "it lies over the other");
        assert_eq!(at(400, 480), Some(CardId(3)));
        assert_eq!((at(900, 575), at(900, 576), at(720, 500)), (Some(CardId(5)), None, None));
    }
}
