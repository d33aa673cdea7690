//! The board without a pointer: one Tab stop, arrows from card to card, Enter to choose, arrows to move what is chosen.

use super::camera::on_table;
use super::touch::hit;
use crate::components::desk::{Chosen, Desk};
use crate::live::LiveBoard;
use board::{CardId, Document, Point};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, KeyboardEvent, SvgElement};

/// One step of a card, in table units; with Shift, a large one.
const STEP: f64 = 20.0;
const STRIDE: f64 = 120.0;

/// A key goes down on a card.
pub fn down(live: LiveBoard, desk: Desk, event: &KeyboardEvent) {
    let Chosen::Card(card) = hit(event) else { return };
    let chosen = desk.chosen.get_untracked() == Chosen::Card(card);
    let way = match event.key().as_str() {
        "ArrowRight" => (1.0, 0.0),
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowDown" => (0.0, 1.0),
        "ArrowUp" => (0.0, -1.0),
        "Enter" | " " => {
            event.prevent_default();
            return desk.touch(live, if chosen { Chosen::Nothing } else { Chosen::Card(card) });
        }
        "Escape" => {
            desk.pushed.set_value(false);
            desk.lifted.set(None);
            return desk.chosen.set(Chosen::Nothing);
        }
        _ => return,
    };
    event.prevent_default();
    if chosen && !live.looks_on() {
        push(live, desk, card, way, if event.shift_key() { STRIDE } else { STEP });
    } else if let Some(next) = live.glance(|document| neighbour(document, card, way)) {
        desk.focused.set(Some(next));
        focus(event, next);
        if let Some(at) = live.glance(|document| document.on_table(next)) {
            desk.camera.update(|camera| *camera = camera.showing(at));
        }
    }
}

/// The key goes up, or the focus goes away: the card lies where the arrows brought it.
pub fn up(live: LiveBoard, desk: Desk) {
    if let Some((what, _)) = desk.lifted.get_untracked()
        && desk.chosen.get_untracked() == what
        && desk.pushed.get_value()
    {
        desk.pushed.set_value(false);
        desk.put_down(live, what);
    }
}

/// The focus came to a card: the Tab key comes back to it.
pub fn focused(desk: Desk, event: &Event) {
    if let Chosen::Card(card) = hit(event) {
        desk.focused.set(Some(card));
    }
}

fn push(live: LiveBoard, desk: Desk, card: CardId, way: (f64, f64), step: f64) {
    let lies = || live.glance(|document| document.on_table(card));
    let from = match desk.lifted.get_untracked() {
        Some((Chosen::Card(lifted), at)) if lifted == card => Some(at),
        _ => lies(),
    };
    if let Some(from) = from {
        let at = on_table(f64::from(from.x) + way.0 * step, f64::from(from.y) + way.1 * step);
        desk.pushed.set_value(true);
        desk.lifted.set(Some((Chosen::Card(card), at)));
        desk.camera.update(|camera| *camera = camera.showing(at));
    }
}

/// The nearest card that way; if there is none, the next by number, so that every card can be reached.
fn neighbour(document: &Document, from: CardId, way: (f64, f64)) -> Option<CardId> {
    let here = document.on_table(from)?;
    let others: Vec<(CardId, Point)> = document
        .cards
        .keys()
        .filter_map(|&card| document.on_table(card).map(|at| (card, at)))
        .filter(|&(card, _)| card != from)
        .collect();
    let cost = |at: Point| {
        let (x, y) = (f64::from(at.x) - f64::from(here.x), f64::from(at.y) - f64::from(here.y));
        let (ahead, aside) = (x * way.0 + y * way.1, (x * way.1 + y * way.0).abs());
        (ahead > 0.0 && aside <= ahead * 2.0).then_some(ahead + aside * 2.0)
    };
    let near = others.iter().filter_map(|&(card, at)| Some((card, cost(at)?)));
    if let Some((card, _)) = near.min_by(|a, b| a.1.total_cmp(&b.1)) {
        return Some(card);
    }
    let onward = way.0 + way.1 > 0.0;
    let next = others.iter().map(|(card, _)| *card);
    let wanted = |card: &CardId| if onward { *card > from } else { *card < from };
    if onward { next.clone().find(wanted) } else { next.clone().rfind(wanted) }
}

fn focus(event: &Event, card: CardId) {
    let svg = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let name = ["[data-card=\"", &card.to_string(), "\"]"].concat();
    let node = svg.and_then(|svg| svg.query_selector(&name).ok().flatten());
    if let Some(node) = node.and_then(|node| node.dyn_into::<SvgElement>().ok()) {
        let _ = node.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{Card, LotId, Spot};

    const RIGHT: (f64, f64) = (1.0, 0.0);
    const UP: (f64, f64) = (0.0, -1.0);

    fn table(cards: &[(u16, i16, i16)]) -> Document {
        let mut document = Document::default();
        for &(number, x, y) in cards {
            document.cards.insert(CardId(number), Card { lot: LotId(1), spot: Spot::Table(Point { x, y }) });
        }
        document
    }

    #[test]
    fn an_arrow_goes_to_the_card_that_lies_that_way() {
        let document = table(&[(1, 500, 500), (2, 900, 520), (3, 1400, 500), (4, 500, 100)]);
        assert_eq!(neighbour(&document, CardId(1), RIGHT), Some(CardId(2)));
        assert_eq!(neighbour(&document, CardId(1), UP), Some(CardId(4)));
    }

    #[test]
    fn where_no_card_lies_that_way_the_next_number_is_reached() {
        let document = table(&[(1, 500, 500), (2, 500, 900), (3, 500, 1300)]);
        assert_eq!(neighbour(&document, CardId(2), RIGHT), Some(CardId(3)));
        assert_eq!(neighbour(&document, CardId(3), RIGHT), None);
    }
}
