//! Pens, stamps and the rubber at work: what a finger's way becomes on the board.

use super::camera::on_ground;
use super::line::{MOST, is_news, lines};
use crate::components::desk::{Desk, Tool, allowed};
use crate::live::LiveBoard;
use board::{Act, Asker, Document, Op, Point, Role, Shape, StrokeId};
use leptos::prelude::*;

/// What this person draws with right now; `None` outside of the phase for it, whatever they had taken up.
#[must_use]
pub fn tool(live: LiveBoard, desk: Desk) -> Option<Tool> {
    desk.tool.get_untracked().filter(|_| live.glance(|document| allowed(live, document, Act::Draw)))
}

/// The finger goes on, over this point of the table and of the screen.
pub fn trace(live: LiveBoard, desk: Desk, (x, y): (f64, f64), screen: (f64, f64)) {
    match desk.tool.get_untracked() {
        Some(Tool::Pen(_)) => {
            let at = on_ground(x, y);
            if desk.traced.with_untracked(|way| is_news(way.last(), at)) {
                desk.traced.update(|way| way.push(at));
            }
            if desk.traced.with_untracked(Vec::len) >= MOST {
                traced(live, desk);
                desk.traced.set(vec![at]);
            }
        }
        Some(Tool::Rubber) => rub(live, screen),
        Some(Tool::Stamp(_)) | None => {}
    }
}

/// The finger goes up after a line.
pub fn traced(live: LiveBoard, desk: Desk) {
    let way = desk.traced.get_untracked();
    desk.traced.set(Vec::new());
    if let Some(Tool::Pen(pen)) = desk.tool.get_untracked() {
        lines(pen, &way).into_iter().for_each(|shape| put(live, shape));
    }
}

/// A touch without movement: a dot, a stamp, or what is rubbed out.
pub fn dab(live: LiveBoard, desk: Desk, (x, y): (f64, f64), screen: (f64, f64)) {
    let at = on_ground(x, y);
    match desk.tool.get_untracked() {
        Some(Tool::Pen(pen)) => lines(pen, &[at]).into_iter().for_each(|shape| put(live, shape)),
        Some(Tool::Stamp(stamp)) => put(live, Shape::Stamp { stamp, at }),
        Some(Tool::Rubber) => rub(live, screen),
        None => {}
    }
}

/// Puts a shape on the board.
pub fn put(live: LiveBoard, shape: Shape) {
    if let Some(stroke) = live.draw_stroke_id() {
        live.act(Op::Draw { stroke, shape });
    }
}

/// Where the next stamp on this card goes: from its lower right corner to the left, so that none hides another.
#[must_use]
pub fn corner(taken: &[Point], card: Point) -> Point {
    let place = |turn: i16| on_ground(f64::from(card.x + 80 - 50 * turn), f64::from(card.y + 62));
    let free = |at: &Point| taken.iter().all(|other| (other.x - at.x).abs() + (other.y - at.y).abs() > 40);
    (0..4).map(place).find(free).unwrap_or_else(|| place(0))
}

/// Whether this person may rub this out: the person who facilitates may rub out everything.
#[must_use]
pub fn is_own(live: LiveBoard, document: &Document, stroke: StrokeId) -> bool {
    let Asker { actor, role } = live.me();
    document.strokes.get(&stroke).is_some_and(|known| known.author == actor || role == Role::Facilitator)
}

/// Rubs out what lies under this point of the screen, if it is this person's.
fn rub(live: LiveBoard, (x, y): (f64, f64)) {
    let under = document().element_from_point(x as f32, y as f32);
    let stroke = under.and_then(|under| under.closest("[data-stroke]").ok().flatten());
    let stroke = stroke.and_then(|stroke| stroke.get_attribute("data-stroke")?.parse().ok().map(StrokeId));
    if let Some(stroke) = stroke.filter(|&stroke| live.glance(|document| is_own(live, document, stroke))) {
        live.act(Op::Rub { stroke });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_on_one_card_lie_side_by_side() {
        let card = Point { x: 500, y: 500 };
        let mut taken = Vec::new();
        for _ in 0..4 {
            let at = corner(&taken, card);
            assert!(taken.iter().all(|other: &Point| (other.x - at.x).abs() >= 50), "{taken:?} {at:?}");
            assert!((at.x - card.x).abs() <= 105 && (at.y - card.y).abs() <= 75, "it lies on its card");
            taken.push(at);
        }
        assert_eq!(corner(&taken, card), taken[0], "a fifth covers the first rather than another card");
    }
}
