//! Dealing: a seeded shuffle, then cards in turn. The seed is written in the entry, so that any deal can be checked.

use crate::{ActorId, CardId, DealTo, Document, LotId, Op, Rejection, Spot};
use std::collections::BTreeMap;

/// The cards of each lot in the workshop's format: known to the room, never to a participant's browser.
pub type Lots = BTreeMap<LotId, Vec<CardId>>;

/// The op that deals a lot at this table.
///
/// `seated` are the people at the table, in the order of the round: the first gets the first card, and one more than
/// the last when the lot does not divide evenly.
///
/// # Errors
/// When the lot is unknown or already dealt, or when there is nobody to deal to.
pub fn deal(
    document: &Document,
    lots: &Lots,
    seated: &[ActorId],
    lot: LotId,
    to: DealTo,
    seed: u64,
) -> Result<Op, Rejection> {
    let cards = lots.get(&lot).filter(|cards| !cards.is_empty()).ok_or(Rejection::NoSuchLot)?;
    if document.lots.contains_key(&lot) {
        return Err(Rejection::AlreadyDealt);
    }
    if to == DealTo::Hands && seated.is_empty() {
        return Err(Rejection::NobodySeated);
    }
    let spot = |turn: usize| match to {
        DealTo::Hands => Spot::Hand(seated[turn % seated.len()]),
        DealTo::Table => Spot::Reserve,
    };
    let cards = shuffled(cards, seed).into_iter().enumerate().map(|(turn, card)| (card, spot(turn))).collect();
    Ok(Op::Deal { lot, seed, cards })
}

/// The cards in the order this seed gives: Fisher and Yates with SplitMix64.
#[must_use]
pub fn shuffled(cards: &[CardId], seed: u64) -> Vec<CardId> {
    let mut cards = cards.to_vec();
    let mut state = seed;
    for last in (1..cards.len()).rev() {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        let pick = (u128::from(bits) * (last as u128 + 1)) >> 64;
        cards.swap(last, pick as usize);
    }
    cards
}
