//! Lines of a pen and stamps, as paths.

use board::{CARD, CardId, Document, Shape, Stamp};

/// The radius of a stamp's disc, in table units.
pub const STAMP: i16 = 24;

/// A line as the `d` of an SVG path; a single point is a dot, which the round end of the pen makes visible.
#[must_use]
pub fn line_path(shape: &Shape) -> String {
    let Shape::Line { from, steps, .. } = shape else { return String::new() };
    let mut path = ["M", &from.x.to_string(), " ", &from.y.to_string(), "l"].concat();
    for step in steps {
        path.push_str(&[&step.x.to_string(), " ", &step.y.to_string(), " "].concat());
    }
    if steps.is_empty() {
        path.push_str("0 0");
    }
    path
}

/// What is on a stamp's disc: a line around the origin, as the `d` of an SVG path.
#[must_use]
pub const fn stamp_path(stamp: Stamp) -> &'static str {
    match stamp {
        Stamp::Heart => "M0 13C-22-3-11-16 0-7 11-16 22-3 0 13Z",
        Stamp::Star => "M0-14 4-4H14L6 2 9 12 0 6-9 12-6 2-14-4H-4Z",
        Stamp::Bolt => "M3-15-9 3H-1L-3 15 9-3H1Z",
        Stamp::Leaf => "M-10 11C-15-5-3-14 13-12 14 4 5 14-7 9M-12 14 4-3",
        Stamp::Question => "M-7-6C-7-15 8-15 8-6 8 0 0 0 0 6M0 12V12.5",
        Stamp::Stop => "M-6-13H6L13-6V6L6 13H-6L-13 6V-6ZM-7 0H7",
    }
}

/// The stamps of a board, each with the card it lies on: the board as text says both.
#[must_use]
pub fn stamped(document: &Document) -> Vec<(Stamp, Option<CardId>)> {
    let under = |at: board::Point| {
        let on = |card: &CardId| {
            let lies = document.on_table(*card)?;
            let away = ((lies.x - at.x).abs(), (lies.y - at.y).abs());
            (away.0 <= CARD.x / 2 && away.1 <= CARD.y / 2).then_some(*card)
        };
        document.cards.keys().find_map(on)
    };
    let stamp = |stroke: &board::Stroke| match stroke.shape {
        Shape::Stamp { stamp, at } => Some((stamp, under(at))),
        Shape::Line { .. } => None,
    };
    document.strokes.values().filter_map(stamp).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, Card, LotId, Point, Spot, Stroke, StrokeId};

    #[test]
    fn a_line_goes_step_by_step_and_a_point_is_a_dot() {
        let at = |x, y| Point { x, y };
        let line = Shape::line(0, &[at(10, 20), at(13, 18), at(13, 30)]).expect("three points");
        assert_eq!(line_path(&line), "M10 20l3 -2 0 12 ");
        assert_eq!(line_path(&Shape::line(0, &[at(10, 20)]).expect("a point")), "M10 20l0 0");
    }

    #[test]
    fn a_stamp_is_said_with_the_card_under_it() {
        let mut document = Document::default();
        let spot = Spot::Table(Point { x: 500, y: 500 });
        document.cards.insert(CardId(7), Card { lot: LotId(1), spot });
        for (id, x) in [(1, 560), (2, 900)] {
            let shape = Shape::Stamp { stamp: Stamp::Leaf, at: Point { x, y: 530 } };
            document.strokes.insert(StrokeId(id), Stroke { shape, author: ActorId(1) });
        }
        assert_eq!(stamped(&document), [(Stamp::Leaf, Some(CardId(7))), (Stamp::Leaf, None)]);
    }
}
