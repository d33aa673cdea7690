//! The rows of the table of rights: one of everything that can be asked, and the board where it makes sense.

use crate::ANA;
use crate::names::Named;
use board::*;

/// When it is asked.
pub const NOW: Millis = Millis(1_795_608_000_000);
/// Somebody else at the table.
pub const BEN: ActorId = ActorId(2);

/// Something that is asked, by Ana.
pub struct Row {
    /// What it is called.
    pub name: String,
    /// What is asked.
    pub intent: Intent,
    /// What it takes back, if it does.
    pub undo: Option<Undo>,
    /// What Ana did last.
    before: Option<Op>,
}

impl Row {
    /// A board where only rights can be against it.
    pub fn board(&self) -> Document {
        board(self.before.as_ref())
    }
}

/// Lot 1 is on the board, lot 2 is dealt one by one, lot 3 is not dealt.
pub fn lots() -> Lots {
    (1..=3).map(|lot| (LotId(lot), (0..5).map(|card| CardId(u16::from(lot) * 10 + card)).collect())).collect()
}

/// Every op in the order of its enum, every way to take back, every request to the room.
pub fn rows() -> Vec<Row> {
    let done = Op::ALL.iter().filter(|name| **name != "Undo").map(|name| {
        let op = op(name);
        assert_eq!(op.name(), *name);
        Row { name: (*name).to_owned(), intent: Intent::Do(op), undo: None, before: None }
    });
    let taken_back = Undo::ALL.iter().map(|name| {
        let before = Some(taken_back(name));
        let undo = next_undo(&board(before.as_ref()), ANA).cloned();
        assert_eq!(undo.as_ref().map(Named::name), Some(*name), "Ana cannot take it back");
        Row { name: format!("Undo {name}"), intent: Intent::Do(Op::Undo), undo, before }
    });
    let asked = Intent::ALL.iter().filter(|name| **name != "Do").map(|name| {
        let intent = intent(name);
        assert_eq!(intent.name(), *name);
        Row { name: format!("ask to {name}"), intent, undo: None, before: None }
    });
    done.chain(taken_back).chain(asked).collect()
}

fn board(before: Option<&Op>) -> Document {
    let mut document = Document::default();
    let reserve = |cards: std::ops::Range<u16>| cards.map(|card| (CardId(card), Spot::Reserve)).collect();
    let fay = [
        Op::Deal { lot: LotId(1), seed: 1, cards: reserve(10..15), left: 0 },
        Op::Deal { lot: LotId(2), seed: 2, cards: vec![(CardId(20), Spot::Hand(BEN))], left: 4 },
        Op::Place { card: CardId(10), at: at(400) },
        Op::Place { card: CardId(11), at: at(700) },
        Op::Place { card: CardId(12), at: at(1000) },
    ];
    let ana = [
        Op::Link { link: link(10, 11), kind: LinkKind::LeadsTo, because: String::new() },
        Op::Note { note: NoteId(1), at: at(1300), text: "Water?".into(), question: true },
        Op::Draw { stroke: StrokeId(1), shape: Shape::Stamp { stamp: Stamp::Leaf, at: at(1600) } },
        Op::Act { action: ActionId(1), what: decision() },
    ];
    let done = fay.iter().map(|op| (ActorId(9), op)).chain(ana.iter().chain(before).map(|op| (ANA, op)));
    for (seq, (actor, op)) in (1..).map(Seq).zip(done) {
        apply(&mut document, &Entry { seq, actor, at: NOW, op: op.clone() });
    }
    document
}

fn at(x: i16) -> Point {
    Point { x, y: 600 }
}

fn link(cause: u16, consequence: u16) -> LinkId {
    LinkId { cause: CardId(cause), consequence: CardId(consequence) }
}

fn decision() -> Action {
    Action { text: "Repair".into(), ..Action::default() }
}

/// One of each op.
fn op(name: &str) -> Op {
    let (lot, text, known) = (LotId(2), "So it is".to_owned(), link(10, 11));
    match name {
        "Deal" => Op::Deal { lot: LotId(3), seed: 1, cards: vec![(CardId(30), Spot::Reserve)], left: 0 },
        "Place" => Op::Place { card: CardId(13), at: at(1900) },
        "Move" => Op::Move { card: CardId(10), at: at(1900) },
        "Return" => Op::Return { card: CardId(12) },
        "Link" => Op::Link { link: link(11, 12), kind: LinkKind::Reduces, because: text },
        "Change" => Op::Change { link: known, kind: LinkKind::Reduces, because: text },
        "Unlink" => Op::Unlink { link: known },
        "Note" => Op::Note { note: NoteId(2), at: at(1900), text, question: false },
        "Erase" => Op::Erase { note: NoteId(1) },
        "Title" => Op::Title { text },
        "Enter" => Op::Enter { step: 9, phase: Phase::Break, minutes: 10 },
        "Pause" => Op::Pause { paused: true },
        "Open" => Op::Open { lot },
        "Turn" => Op::Turn { lot, card: CardId(21), spot: Spot::Reserve },
        "Give" => Op::Give { cards: vec![(CardId(13), ANA)] },
        "Withdraw" => Op::Withdraw { lot },
        "Leave" => Op::Leave { actor: BEN },
        "Time" => Op::Time { clock: Clock::Held { left: 60_000 } },
        "Ink" => Op::Ink { link: known, ink: true },
        "Judge" => Op::Judge { link: known, stance: Some(Stance::Agree) },
        "Star" => Op::Star { link: known, starred: true },
        "Reverse" => Op::Reverse { link: known },
        "Arrange" => Op::Arrange { cards: vec![(CardId(10), at(1900))] },
        "Frame" => Op::Frame { cards: vec![CardId(10)] },
        "Hint" => Op::Hint { cards: vec![CardId(10)], text },
        "Stage" => Op::Stage { on: true, link: Some(known) },
        "Story" => Op::Story { text },
        "Draw" => Op::Draw { stroke: StrokeId(2), shape: Shape::Stamp { stamp: Stamp::Leaf, at: at(1900) } },
        "Rub" => Op::Rub { stroke: StrokeId(1) },
        "Act" => Op::Act { action: ActionId(2), what: decision() },
        "Drop" => Op::Drop { action: ActionId(1) },
        other => panic!("no sample of {other}: give it one here"),
    }
}

/// The op that leaves this to take back.
fn taken_back(name: &str) -> Op {
    match name {
        "Card" => op("Move"),
        "Stroke" => op("Draw"),
        "Action" => op("Act"),
        same => op(same),
    }
}

/// One of each request that only the room can say in full.
fn intent(name: &str) -> Intent {
    match name {
        "Deal" => Intent::Deal { lot: LotId(3), to: DealTo::Hands, force: true },
        "Turn" => Intent::Turn { lot: LotId(2), to: None },
        "CatchUp" => Intent::CatchUp { actor: ANA },
        "Arrange" => Intent::Arrange,
        other => panic!("no sample of the request {other}: give it one here"),
    }
}
