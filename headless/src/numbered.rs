//! Ops that carry a number: a card moves to the place that the number names.
//!
//! That way whoever receives one knows which of the planned ops it is, and so when it was meant to be sent, without
//! a byte added to the protocol; and a place found twice in a log is an op applied twice.

use board::{CARD, CardId, Intent, Op, Point, TABLE};

/// The places of one row.
const WIDTH: u32 = (TABLE.x - CARD.x + 1) as u32;
/// The rows.
const HEIGHT: u32 = (TABLE.y - CARD.y + 1) as u32;
/// How many numbers there are; those that follow start again from 0.
pub const NUMBERS: u32 = WIDTH * HEIGHT;

/// The move that carries this number.
#[must_use]
pub fn carry(number: u32, card: CardId) -> Intent {
    Intent::Do(Op::Move { card, at: place(number) })
}

/// The number that an op carries, if it is a move.
#[must_use]
pub fn read(op: &Op) -> Option<u32> {
    let Op::Move { at, .. } = op else { return None };
    let x = u32::try_from(at.x - CARD.x / 2).ok()?;
    let y = u32::try_from(at.y - CARD.y / 2).ok()?;
    (x < WIDTH && y < HEIGHT).then_some(y * WIDTH + x)
}

fn place(number: u32) -> Point {
    let number = number % NUMBERS;
    // Both fit: a table is a few thousand units wide.
    Point { x: CARD.x / 2 + (number % WIDTH) as i16, y: CARD.y / 2 + (number / WIDTH) as i16 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, Asker, Card, Document, LotId, Millis, Phase, Role, Spot, check};

    fn table() -> Document {
        let card = Card { lot: LotId(1), spot: Spot::Table(place(0)) };
        Document { phase: Phase::Cards, cards: [(CardId(1), card)].into(), ..Document::default() }
    }

    #[test]
    fn every_number_is_read_as_it_was_carried_and_every_place_is_on_the_table() {
        let (table, asker) = (table(), Asker { actor: ActorId(1), role: Role::Participant });
        for number in (0..NUMBERS).step_by(997).chain([1, WIDTH - 1, WIDTH, NUMBERS - 1]) {
            let Intent::Do(op) = carry(number, CardId(1)) else { panic!("a move is said in full") };
            assert_eq!(read(&op), Some(number));
            assert_eq!(check(&table, asker, &op, Millis(0)), Ok(()), "number {number}");
        }
    }

    #[test]
    fn an_op_that_is_no_move_carries_nothing() {
        assert_eq!(read(&Op::Undo), None);
    }
}
