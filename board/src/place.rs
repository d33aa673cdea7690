//! Where a card goes when a person says only "put it on the table".
//!
//! Deterministic, so that it can be tested; asked before the op is made, never by the reducer: the entry says where.

use crate::{CARD, CardId, Document, Point, TABLE};

/// The middle of the table: where a board begins when nobody looks anywhere.
pub const MIDDLE: Point = Point { x: TABLE.x / 2, y: TABLE.y / 2 };

/// From one place to the next: a card, and room for an arrow and its slip. There are seventy places, more than any
/// format has cards.
const STEP: Point = Point { x: CARD.x + 110, y: CARD.y + 95 };

/// The free place nearest to where somebody looks; where it is crowded, the place that covers other cards least.
///
/// The centre is always on the table. No card is covered as long as one of the places of a regular grid is free; notes
/// are avoided too.
#[must_use]
pub fn free_spot(document: &Document, near: Point) -> Point {
    let cards = document.cards.keys().filter_map(|&card| document.on_table(card));
    let taken: Vec<_> = cards.chain(document.notes.values().map(|note| note.spot)).collect();
    let cover = |place| taken.iter().map(|&other| covered(place, other)).sum::<i32>();
    places().min_by_key(|&place| (cover(place), apart(place, near))).unwrap_or_default()
}

/// The free place nearest to this one for a card that may lie on the table already: where it lies now counts as free.
#[must_use]
pub fn free_spot_for(document: &Document, card: CardId, near: Point) -> Point {
    let mut without = document.clone();
    without.cards.remove(&card);
    free_spot(&without, near)
}

/// The places of the grid, in reading order: `min_by_key` keeps the first of the best.
fn places() -> impl Iterator<Item = Point> {
    let first = Point { x: (TABLE.x % STEP.x + STEP.x) / 2, y: (TABLE.y % STEP.y + STEP.y) / 2 };
    let columns = move || (first.x..=TABLE.x - first.x).step_by(STEP.x as usize);
    (first.y..=TABLE.y - first.y).step_by(STEP.y as usize).flat_map(move |y| columns().map(move |x| Point { x, y }))
}

/// How far apart two places are, squared; in cards rather than in units, so that a board grows in its own shape.
fn apart(place: Point, near: Point) -> i32 {
    let side = |at: i16, there: i16, card: i16| (i32::from(at) - i32::from(there)) * 100 / i32::from(card);
    let (x, y) = (side(place.x, near.x, CARD.x), side(place.y, near.y, CARD.y));
    x * x + y * y
}

/// How much of a card here lies over a card there, in square units.
fn covered(here: Point, there: Point) -> i32 {
    let side = |here: i16, there: i16, size: i16| (i32::from(size) - (i32::from(here) - i32::from(there)).abs()).max(0);
    side(here.x, there.x, CARD.x) * side(here.y, there.y, CARD.y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Card, CardId, LotId, Spot};

    /// A table on which this many cards were put, one after the other.
    fn table(cards: u16) -> Document {
        let mut document = Document::default();
        for card in 1..=cards {
            let spot = Spot::Table(free_spot(&document, MIDDLE));
            document.cards.insert(CardId(card), Card { lot: LotId(1), spot });
        }
        document
    }

    #[test]
    fn seventy_cards_find_a_place_each_and_cover_no_other() {
        let document = table(70);
        let spots: Vec<_> = document.cards.keys().filter_map(|&card| document.on_table(card)).collect();
        for (turn, &one) in spots.iter().enumerate() {
            assert!((CARD.x / 2..=TABLE.x - CARD.x / 2).contains(&one.x), "{one:?}");
            assert!((CARD.y / 2..=TABLE.y - CARD.y / 2).contains(&one.y), "{one:?}");
            assert!(spots[turn + 1..].iter().all(|&other| covered(one, other) == 0), "{one:?}");
        }
    }

    #[test]
    fn a_card_goes_around_one_that_was_moved_between_two_places() {
        let mut document = Document::default();
        let middle = free_spot(&document, MIDDLE);
        let moved = Point { x: middle.x + STEP.x / 2, y: middle.y };
        document.cards.insert(CardId(1), Card { lot: LotId(1), spot: Spot::Table(moved) });
        let spot = free_spot(&document, MIDDLE);
        assert_eq!(covered(spot, moved), 0);
        assert_ne!(spot, middle);
    }

    #[test]
    fn cards_gather_in_the_middle() {
        let near = |spot: Point| (spot.x - TABLE.x / 2).abs() < 3 * CARD.x && (spot.y - TABLE.y / 2).abs() < 3 * CARD.y;
        let document = table(12);
        assert!(document.cards.keys().filter_map(|&card| document.on_table(card)).all(near));
    }

    #[test]
    fn a_card_lies_where_one_looks() {
        let corner = free_spot(&Document::default(), TABLE);
        assert!(TABLE.x - corner.x < STEP.x && TABLE.y - corner.y < STEP.y, "{corner:?}");
    }

    #[test]
    fn a_full_table_still_has_a_place_for_one_more() {
        let document = table(300);
        assert_eq!(document.cards.len(), 300);
        let spot = free_spot(&document, MIDDLE);
        assert!((0..=TABLE.x).contains(&spot.x) && (0..=TABLE.y).contains(&spot.y));
    }
}
