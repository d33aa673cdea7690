//! Dealing: a seeded shuffle, then cards in turn. The seed is written in the entry, so that any deal can be checked.

use crate::{ActorId, CardId, DealTo, Dice, Document, LotId, Op, Rejection, Spot};
use std::collections::BTreeMap;

/// The cards of each lot in the workshop's format: known to the room, never to a participant's browser.
pub type Lots = BTreeMap<LotId, Vec<CardId>>;

/// What the room needs to know to deal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Round<'a> {
    /// What there is to deal.
    pub lots: &'a Lots,
    /// The people at the table, in the order of the round.
    pub seated: &'a [ActorId],
    /// Random bits.
    pub seed: u64,
}

/// The dealt cards that do not lie on the table: while there are any, the gate to the next lot is shut. So it is while
/// a lot dealt one by one is not turned up.
#[must_use]
pub fn unplaced(document: &Document) -> usize {
    let waiting = document.cards.values().filter(|card| !matches!(card.spot, Spot::Table(_))).count();
    waiting + document.lots.values().map(|lot| usize::from(lot.left)).sum::<usize>()
}

/// The op that deals a lot at this table: the first person of the round gets the first card, and one more than the
/// last when the lot does not divide evenly.
///
/// # Errors
/// When the lot is unknown or already dealt, when there is nobody to deal to, or when the gate is shut and not forced.
pub(crate) fn deal(
    document: &Document,
    round: Round<'_>,
    lot: LotId,
    to: DealTo,
    force: bool,
) -> Result<Op, Rejection> {
    let Round { lots, seated, seed } = round;
    let cards = lots.get(&lot).filter(|cards| !cards.is_empty()).ok_or(Rejection::NoSuchLot)?;
    let mut cards = shuffled(cards, seed);
    // A card may have come with another lot, from a deck that grouped them differently then.
    cards.retain(|card| !document.cards.contains_key(card));
    if document.lots.contains_key(&lot) || cards.is_empty() {
        return Err(Rejection::AlreadyDealt);
    }
    if to == DealTo::Hands && seated.is_empty() {
        return Err(Rejection::NobodySeated);
    }
    let waiting = unplaced(document);
    if waiting > 0 && !force {
        return Err(Rejection::GateShut(u16::try_from(waiting).unwrap_or(u16::MAX)));
    }
    let spot = |turn: usize| match to {
        DealTo::Hands => Spot::Hand(seated[turn % seated.len()]),
        DealTo::Table | DealTo::OneByOne => Spot::Reserve,
    };
    let now = if to == DealTo::OneByOne { 1 } else { cards.len() };
    let left = u8::try_from(cards.len() - now).unwrap_or(u8::MAX);
    let cards = cards.into_iter().take(now).enumerate().map(|(turn, card)| (card, spot(turn)));
    Ok(Op::Deal { lot, seed, cards: cards.collect(), left })
}

/// The op that turns up the next card of a lot that is dealt one by one.
///
/// # Errors
/// When the lot is not dealt, when nothing is left of it, or when nobody of that name sits here.
pub(crate) fn turn(document: &Document, round: Round<'_>, lot: LotId, to: Option<ActorId>) -> Result<Op, Rejection> {
    let dealt = document.lots.get(&lot).ok_or(Rejection::NotDealt)?;
    if to.is_some_and(|actor| !round.seated.contains(&actor)) {
        return Err(Rejection::NobodySeated);
    }
    let cards = round.lots.get(&lot).ok_or(Rejection::NoSuchLot)?;
    let next = shuffled(cards, dealt.seed).into_iter().find(|card| !document.cards.contains_key(card));
    let card = next.filter(|_| dealt.left > 0).ok_or(Rejection::NoCardLeft)?;
    Ok(Op::Turn { lot, card, spot: to.map_or(Spot::Reserve, Spot::Hand) })
}

/// The op that gives somebody who came late their share: first of what lies beside the board, then from the fullest
/// hands, until they have as many as an even deal would have given them, and one at least.
///
/// # Errors
/// When they do not sit here, or when there is nothing to give.
pub(crate) fn catch_up(document: &Document, round: Round<'_>, actor: ActorId) -> Result<Op, Rejection> {
    if !round.seated.contains(&actor) {
        return Err(Rejection::NobodySeated);
    }
    let mut hands: BTreeMap<ActorId, Vec<CardId>> = round.seated.iter().map(|&actor| (actor, Vec::new())).collect();
    let mut free = Vec::new();
    for (&id, card) in &document.cards {
        match card.spot {
            Spot::Table(_) => {}
            Spot::Hand(owner) => hands.get_mut(&owner).unwrap_or(&mut free).push(id),
            Spot::Reserve => free.push(id),
        }
    }
    let all = free.len() + hands.values().map(Vec::len).sum::<usize>();
    let mine = hands.remove(&actor).unwrap_or_default().len();
    let share = (all / round.seated.len()).max(1);
    let mut given = Vec::new();
    while mine + given.len() < share {
        let fullest = hands.values_mut().max_by_key(|hand| hand.len()).filter(|hand| hand.len() > 1);
        let Some(card) = free.pop().or_else(|| fullest.and_then(Vec::pop)) else { break };
        given.push((card, actor));
    }
    if given.is_empty() { Err(Rejection::NothingToGive) } else { Ok(Op::Give { cards: given }) }
}

/// The cards in the order this seed gives: Fisher and Yates with these dice.
#[must_use]
pub fn shuffled(cards: &[CardId], seed: u64) -> Vec<CardId> {
    let mut cards = cards.to_vec();
    let mut dice = Dice::new(seed);
    for last in (1..cards.len()).rev() {
        cards.swap(last, dice.below(last + 1));
    }
    cards
}
