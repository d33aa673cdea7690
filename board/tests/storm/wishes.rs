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
    if dice.one_in(40) {
        return Intent::Arrange;
    }
    Intent::Do(match dice.below(26) {
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
        19 => Op::Ink { link: link(dice, view), ink: dice.one_in(2) },
        20 => Op::Judge { link: link(dice, view), stance: dice.pick(&[Stance::Agree, Stance::Disagree]) },
        21 => Op::Star { link: link(dice, view), starred: dice.one_in(2) },
        22 => Op::Reverse { link: link(dice, view) },
        23 => Op::Story { text: text(dice) },
        24 => second_half(dice),
        _ => nonsense(dice),
    })
}

/// What the person who facilitates does with the script: keep the table busy, most of the time.
fn script(dice: &mut Dice, view: &Document) -> Intent {
    let lot = LotId(dice.below(4) as u8);
    if view.lots.len() < 3 && dice.one_in(2) {
        let to = dice.pick(&[DealTo::Table, DealTo::Hands, DealTo::Hands, DealTo::OneByOne]).unwrap_or(DealTo::Hands);
        return Intent::Deal { lot, to, force: !dice.one_in(4) };
    }
    match dice.below(12) {
        0 | 1 => return Intent::Turn { lot, to: dice.pick(&SEATED).filter(|_| dice.one_in(2)) },
        2 => return Intent::CatchUp { actor: dice.pick(&SEATED).unwrap_or(SEATED[0]) },
        _ => {}
    }
    Intent::Do(match dice.below(14) {
        0 if view.phase == Phase::Links => enter(Phase::ALL[dice.below(13)]),
        0 | 1 => enter(Phase::Links),
        2 if !view.paused => Op::Pause { paused: dice.one_in(3) },
        2..=4 => Op::Pause { paused: false },
        5 => Op::Open { lot },
        6 => Op::Undo,
        7 => Op::Withdraw { lot },
        8 => Op::Leave { actor: dice.pick(&SEATED).unwrap_or(SEATED[0]) },
        9 => Op::Time { clock: Clock::Held { left: dice.below(1_000) as u32 } },
        10 => Op::Frame { cards: vec![card(dice, view)] },
        11 => Op::Hint { cards: vec![card(dice, view)], text: text(dice) },
        12 => Op::Stage { on: dice.one_in(2), link: Some(link(dice, view)) },
        _ => enter(Phase::Review),
    })
}

fn enter(phase: Phase) -> Op {
    Op::Enter { step: phase as u8, phase, minutes: 5 }
}

fn second_half(dice: &mut Dice) -> Op {
    let (stroke, action) = (StrokeId(dice.below(8) as u64), ActionId(dice.below(8) as u64));
    match dice.below(4) {
        0 => Op::Draw { stroke, shape: Shape::Stamp { stamp: Stamp::ALL[dice.below(6)], at: point(dice) } },
        1 => Op::Rub { stroke },
        2 => Op::Act { action, what: Action { text: text(dice), ..Action::default() } },
        _ => Op::Drop { action },
    }
}

fn nonsense(dice: &mut Dice) -> Op {
    let nowhere = Point { x: dice.bits() as i16, y: dice.bits() as i16 };
    let nothing = CardId(dice.bits() as u16);
    match dice.below(6) {
        0 => Op::Place { card: nothing, at: nowhere },
        1 => Op::Move { card: nothing, at: nowhere },
        2 => Op::Link { link: LinkId { cause: nothing, consequence: nothing }, kind: kind(dice), because: text(dice) },
        3 => Op::Title { text: "…".repeat(MAX_TITLE + 1) },
        4 => Op::Deal { lot: LotId(1), seed: 0, cards: vec![(CardId(10), Spot::Reserve)], left: 0 },
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
