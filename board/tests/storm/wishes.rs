//! What people try: mostly what makes sense on the board they see, sometimes what cannot be.

use crate::weather::dice::Dice;
use board::*;

/// The people who play, in the order of the round.
pub const SEATED: [ActorId; 5] = [ActorId(2), ActorId(3), ActorId(4), ActorId(5), ActorId(6)];

/// Three lots of eight cards.
pub fn lots() -> Lots {
    (1..=3).map(|lot| (LotId(lot), (0..8).map(|card| CardId(u16::from(lot) * 10 + card)).collect())).collect()
}

/// What this person tries next, given what they see.
pub fn draw(dice: &mut Dice, me: Asker, view: &Document) -> Intent {
    if me.role == Role::Facilitator && (view.lots.is_empty() || dice.one_in(4)) {
        return script(dice, view);
    }
    Intent::Do(match dice.below(20) {
        0..=4 => Op::Place { card: free_card(dice, me, view), at: point(dice) },
        5..=6 => Op::Move { card: card(dice, view), at: point(dice) },
        7 => Op::Return { card: card(dice, view) },
        8..=11 => Op::Link { link: ends(dice, view), kind: kind(dice), because: text(dice) },
        12 => Op::Change { link: link(dice, view), kind: kind(dice), because: text(dice) },
        13 => Op::Unlink { link: link(dice, view) },
        14 => Op::Note { note: note(dice), at: point(dice), text: text(dice), question: dice.one_in(2) },
        15 => Op::Erase { note: note(dice) },
        16 => Op::Title { text: text(dice) },
        17..=18 => Op::Undo,
        _ => nonsense(dice),
    })
}

/// What the person who facilitates does with the script: keep the table busy, most of the time.
fn script(dice: &mut Dice, view: &Document) -> Intent {
    let lot = LotId(dice.below(4) as u8);
    if view.lots.len() < 3 && dice.one_in(2) {
        let to = if dice.one_in(3) { DealTo::Table } else { DealTo::Hands };
        return Intent::Deal { lot, to };
    }
    Intent::Do(match dice.below(8) {
        0 if view.phase == Phase::Links => Op::Enter { phase: Phase::ALL[dice.below(6)] },
        0 | 1 => Op::Enter { phase: Phase::Links },
        2 if !view.paused => Op::Pause { paused: dice.one_in(3) },
        2..=4 => Op::Pause { paused: false },
        5 => Op::Open { lot },
        6 => Op::Undo,
        _ => Op::Enter { phase: Phase::Review },
    })
}

fn nonsense(dice: &mut Dice) -> Op {
    let nowhere = Point { x: dice.bits() as i16, y: dice.bits() as i16 };
    let nothing = CardId(dice.bits() as u16);
    match dice.below(6) {
        0 => Op::Place { card: nothing, at: nowhere },
        1 => Op::Move { card: nothing, at: nowhere },
        2 => Op::Link { link: LinkId { cause: nothing, consequence: nothing }, kind: kind(dice), because: text(dice) },
        3 => Op::Title { text: "…".repeat(MAX_TITLE + 1) },
        4 => Op::Deal { lot: LotId(1), seed: 0, cards: vec![(CardId(10), Spot::Reserve)] },
        _ => Op::Open { lot: LotId(9) },
    }
}

fn free_card(dice: &mut Dice, me: Asker, view: &Document) -> CardId {
    let mine = |card: &Card| card.spot == Spot::Reserve || card.spot == Spot::Hand(me.actor);
    let free: Vec<_> = view.cards.iter().filter(|(_, card)| mine(card)).map(|(id, _)| *id).collect();
    if dice.one_in(10) { card(dice, view) } else { dice.pick(&free).unwrap_or(CardId(10)) }
}

fn card(dice: &mut Dice, view: &Document) -> CardId {
    let placed: Vec<_> = view.cards.keys().filter(|id| view.on_table(**id).is_some()).copied().collect();
    dice.pick(&placed).unwrap_or(CardId(11))
}

/// The ends of a new link: on a crowded board, often of one that is there.
fn ends(dice: &mut Dice, view: &Document) -> LinkId {
    LinkId { cause: card(dice, view), consequence: card(dice, view) }
}

fn link(dice: &mut Dice, view: &Document) -> LinkId {
    let known: Vec<_> = view.links.keys().copied().collect();
    dice.pick(&known).unwrap_or(LinkId { cause: CardId(11), consequence: CardId(12) })
}

fn note(dice: &mut Dice) -> NoteId {
    NoteId(dice.below(12) as u64)
}

fn kind(dice: &mut Dice) -> LinkKind {
    LinkKind::ALL[dice.below(3)]
}

fn point(dice: &mut Dice) -> Point {
    Point { x: 105 + dice.below(30) as i16 * 100, y: 75 + dice.below(16) as i16 * 100 }
}

fn text(dice: &mut Dice) -> String {
    dice.pick(&["", "ça chauffe", "parce que…", "🌱 eau", "un\ndeux"]).unwrap_or_default().to_owned()
}
