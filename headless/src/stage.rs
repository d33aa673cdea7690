//! Sets a table: cards dealt and lying on the board, and a phase in which participants may move them.

use crate::Client;
use anyhow::{Result, ensure};
use board::{CARD, CardId, DealTo, Intent, LotId, Op, Phase, Point};

/// Deals the first lot, opens the phase of the cards and lays every card down. Returns the cards.
///
/// # Errors
/// When the client may not, or the table is not new.
pub async fn set(facilitator: &mut Client) -> Result<Vec<CardId>> {
    facilitator.does(Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await?;
    facilitator.does(Intent::Do(Op::Enter { step: 0, phase: Phase::Cards, minutes: 0 })).await?;
    let cards: Vec<CardId> = facilitator.view().cards.keys().copied().collect();
    ensure!(!cards.is_empty(), "the first lot is empty");
    for (turn, &card) in cards.iter().enumerate() {
        facilitator.does(Intent::Do(Op::Place { card, at: place(turn) })).await?;
    }
    Ok(cards)
}

/// Somewhere on the table, beside each other in rows of ten.
#[must_use]
pub fn place(turn: usize) -> Point {
    let (column, row) = ((turn % 10) as i16, (turn / 10 % 8) as i16);
    Point { x: CARD.x + column * (CARD.x + 20), y: CARD.y + row * (CARD.y + 20) }
}
