//! Where a card put down without a finger goes: the nearest place to the middle of the view that hides no other card.

use super::surface::on_table;
use board::{CARD, Document, Point};

/// Between two cards, in table units.
const AISLE: i16 = 30;

/// A free place near this one; this one itself when the table is full.
#[must_use]
pub fn free_spot(document: &Document, near: Point) -> Point {
    let taken: Vec<Point> = document.cards.keys().filter_map(|&card| document.on_table(card)).collect();
    let free = |at: Point| {
        taken.iter().all(|other| at.x.abs_diff(other.x) > CARD.x as u16 || at.y.abs_diff(other.y) > CARD.y as u16)
    };
    let (step_x, step_y) = (f64::from(CARD.x + AISLE), f64::from(CARD.y + AISLE));
    let ring = |round: i32| {
        let square = (-round..=round).flat_map(move |row| (-round..=round).map(move |column| (column, row)));
        square.filter(move |(column, row)| column.abs().max(row.abs()) == round)
    };
    (0..16)
        .flat_map(ring)
        .map(|(column, row)| {
            on_table(f64::from(near.x) + f64::from(column) * step_x, f64::from(near.y) + f64::from(row) * step_y)
        })
        .find(|&at| free(at))
        .unwrap_or(near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{Card, CardId, LotId, Spot, TABLE};

    #[test]
    fn sixty_cards_put_down_one_by_one_never_hide_each_other() {
        let mut document = Document::default();
        for number in 1..=60 {
            let at = free_spot(&document, Point { x: 400, y: 300 });
            for other in document.cards.keys().filter_map(|&card| document.on_table(card)) {
                assert!(at.x.abs_diff(other.x) > 210 || at.y.abs_diff(other.y) > 150, "{number}: {at:?} on {other:?}");
            }
            document.cards.insert(CardId(number), Card { lot: LotId(1), spot: Spot::Table(at) });
        }
    }

    #[test]
    fn the_first_card_lies_where_one_looks_and_always_on_the_table() {
        let corner = free_spot(&Document::default(), TABLE);
        assert_eq!(corner, Point { x: TABLE.x - 105, y: TABLE.y - 75 });
        assert_eq!(free_spot(&Document::default(), Point { x: 900, y: 500 }), Point { x: 900, y: 500 });
    }
}
