//! One value for every way a value can be written. A new one goes at the end of its list.

use board::deck::{Back, Certainty, Front, Grade, Lang, SheetId};
use board::protocol::{ClientMessage, Faces, Hello, PROTOCOL, ServerMessage, Welcome};
use board::*;
use uuid::Uuid;

const LINK: LinkId = LinkId { cause: CardId(15), consequence: CardId(300) };
const FAR: Point = Point { x: 3095, y: -1 };
const OP_ID: OpId = OpId(Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef));

/// What has a name in a golden file.
pub type Samples<T> = Vec<(String, T)>;

/// Every op.
pub fn ops() -> Samples<Op> {
    let text = || "Parce que l’écran « dort » 💡".to_owned();
    let mut ops = vec![
        ("Deal", deal()),
        ("Place", Op::Place { card: CardId(1), at: Point { x: 400, y: 300 } }),
        ("Move", Op::Move { card: CardId(128), at: FAR }),
        ("Return", Op::Return { card: CardId(u16::MAX) }),
        ("Link", Op::Link { link: LINK, kind: LinkKind::LeadsTo, because: text() }),
        ("Link, reduces, nothing said", Op::Link { link: LINK, kind: LinkKind::Reduces, because: String::new() }),
        ("Change", Op::Change { link: LINK, kind: LinkKind::Enables, because: text() }),
        ("Unlink", Op::Unlink { link: LINK }),
        ("Note", Op::Note { note: NoteId(u64::MAX), at: FAR, text: text(), question: false }),
        ("Note, a question", Op::Note { note: NoteId(1), at: Point::default(), text: text(), question: true }),
        ("Erase", Op::Erase { note: NoteId(128) }),
        ("Title", Op::Title { text: text() }),
        ("Pause", Op::Pause { paused: true }),
        ("Pause, over", Op::Pause { paused: false }),
        ("Open", Op::Open { lot: LotId(6) }),
        ("Undo", Op::Undo),
    ];
    ops.extend(Phase::ALL.map(|phase| ("Enter", Op::Enter { step: 3, phase, minutes: 15 })));
    ops.extend(later_ops());
    ops.extend(Stamp::ALL.map(|stamp| {
        let shape = Shape::Stamp { stamp, at: FAR };
        ("Draw", Op::Draw { stroke: StrokeId(7), shape })
    }));
    ops.into_iter().map(|(name, op)| (named(name, &op), op)).collect()
}

fn named(name: &str, op: &Op) -> String {
    match op {
        Op::Enter { phase, .. } => format!("{name} {phase:?}"),
        Op::Draw { shape: Shape::Stamp { stamp, .. }, .. } => format!("{name} {stamp:?}"),
        _ => name.to_owned(),
    }
}

/// The ops of the second chapter: scripts, opinions, drawings, decisions.
fn later_ops() -> [(&'static str, Op); 28] {
    let text = || "Et la réparation ?".to_owned();
    let (ana, card) = (ActorId(300), CardId(15));
    let line = Shape::line(2, &[Point { x: 10, y: 20 }, Point { x: 12, y: 15 }, FAR]).expect("three points");
    [
        ("Turn", Op::Turn { lot: LotId(2), card, spot: Spot::Hand(ana) }),
        ("Give", Op::Give { cards: vec![(card, ana), (CardId(300), ActorId(1))] }),
        ("Withdraw", Op::Withdraw { lot: LotId(2) }),
        ("Leave", Op::Leave { actor: ana }),
        ("Time, off", Op::Time { clock: Clock::Off }),
        ("Time, running", Op::Time { clock: Clock::Running { ends: Millis(1_767_225_600_000) } }),
        ("Time, held", Op::Time { clock: Clock::Held { left: 90_000 } }),
        ("Ink", Op::Ink { link: LINK, ink: true }),
        ("Judge, agree", Op::Judge { link: LINK, stance: Some(Stance::Agree) }),
        ("Judge, disagree", Op::Judge { link: LINK, stance: Some(Stance::Disagree) }),
        ("Judge, nothing", Op::Judge { link: LINK, stance: None }),
        ("Star", Op::Star { link: LINK, starred: true }),
        ("Star, no more", Op::Star { link: LINK, starred: false }),
        ("Reverse", Op::Reverse { link: LINK }),
        ("Arrange", Op::Arrange { cards: vec![(card, FAR), (CardId(1), Point::default())] }),
        ("Frame", Op::Frame { cards: vec![card, CardId(1)] }),
        ("Frame, nothing", Op::Frame { cards: Vec::new() }),
        ("Hint", Op::Hint { cards: vec![card], text: text() }),
        ("Stage", Op::Stage { on: true, link: Some(LINK) }),
        ("Stage, over", Op::Stage { on: false, link: None }),
        ("Story", Op::Story { text: text() }),
        ("Draw a line", Op::Draw { stroke: StrokeId(u64::MAX), shape: line }),
        ("Rub", Op::Rub { stroke: StrokeId(128) }),
        ("Act", Op::Act { action: ActionId(9), what: decision() }),
        ("Act, an idea", Op::Act { action: ActionId(10), what: Action { text: text(), ..Action::default() } }),
        ("Drop", Op::Drop { action: ActionId(128) }),
        ("Turn beside the board", Op::Turn { lot: LotId(2), card, spot: Spot::Reserve }),
        ("Enter without a clock", Op::Enter { step: 39, phase: Phase::Closing, minutes: 0 }),
    ]
}

fn decision() -> Action {
    Action {
        card: Some(CardId(106)),
        text: "Garder un guichet".to_owned(),
        renounces: true,
        effort: Grade::new(2),
        impact: Grade::new(5),
        owner: "Billetterie".to_owned(),
        with: "Accueil".to_owned(),
        first_step: "Compter les ventes au guichet".to_owned(),
        due: Day::read("2027-01-15"),
    }
}

fn deal() -> Op {
    let table = Spot::Table(Point { x: 105, y: 75 });
    let cards = vec![(CardId(2), Spot::Hand(ActorId(1))), (CardId(1), Spot::Reserve), (CardId(300), table)];
    Op::Deal { lot: LotId(1), seed: 0xfedc_ba98_7654_3210, cards, left: 0 }
}

/// Boards: an empty one, and one that has something of everything.
pub fn snapshots() -> Samples<Snapshot> {
    [("an empty board", Snapshot::default()), ("a full board", full())].map(|(name, s)| (name.to_owned(), s)).into()
}

fn full() -> Snapshot {
    let (ana, ben, fay) = (ActorId(2), ActorId(3), ActorId(1));
    let lies = |card, x| (ana, Op::Place { card: CardId(card), at: Point { x, y: 300 } });
    let link = |cause, consequence, kind| {
        let (link, because) =
            (LinkId { cause: CardId(cause), consequence: CardId(consequence) }, "ça chauffe".to_owned());
        (ana, Op::Link { link, kind, because })
    };
    let note = |note, text: &str, question| {
        (ana, Op::Note { note: NoteId(note), at: Point { x: 900, y: 800 }, text: text.to_owned(), question })
    };
    let hand = |card| (CardId(card), Spot::Hand(ana));
    let done = [
        (
            fay,
            Op::Deal {
                lot: LotId(1),
                seed: 7,
                cards: vec![hand(3), hand(1), hand(2), (CardId(4), Spot::Reserve)],
                left: 0,
            },
        ),
        (fay, Op::Deal { lot: LotId(2), seed: 8, cards: vec![hand(9)], left: 2 }),
        (fay, Op::Open { lot: LotId(1) }),
        (fay, Op::Enter { step: 2, phase: Phase::Links, minutes: 12 }),
        lies(1, 400),
        lies(2, 800),
        lies(3, 1200),
        link(1, 2, LinkKind::LeadsTo),
        link(3, 2, LinkKind::Reduces),
        link(1, 3, LinkKind::Enables),
        note(1, "Et la réparation ?", true),
        note(2, "À relire", false),
        (fay, Op::Title { text: "Moins, mieux".to_owned() }),
        (ben, Op::Story { text: "Nous avons relié l’écran à la mine.".to_owned() }),
        (ben, Op::Reverse { link: LinkId { cause: CardId(1), consequence: CardId(3) } }),
        (ben, Op::Ink { link: LinkId { cause: CardId(1), consequence: CardId(2) }, ink: true }),
        (ben, Op::Judge { link: LinkId { cause: CardId(1), consequence: CardId(2) }, stance: Some(Stance::Disagree) }),
        (ben, Op::Star { link: LinkId { cause: CardId(3), consequence: CardId(2) }, starred: true }),
        (ben, Op::Draw { stroke: StrokeId(1), shape: Shape::Stamp { stamp: Stamp::Leaf, at: Point { x: 9, y: 9 } } }),
        (ben, Op::Arrange { cards: vec![(CardId(1), Point { x: 500, y: 500 })] }),
        (ben, Op::Act { action: ActionId(1), what: decision() }),
        (fay, Op::Turn { lot: LotId(2), card: CardId(10), spot: Spot::Reserve }),
        (fay, Op::Hint { cards: vec![CardId(1)], text: "Où est-ce que ça se passe ?".to_owned() }),
        (fay, Op::Frame { cards: vec![CardId(1), CardId(2)] }),
        (fay, Op::Stage { on: true, link: Some(LinkId { cause: CardId(3), consequence: CardId(2) }) }),
        (fay, Op::Pause { paused: true }),
    ];
    let mut snapshot = Snapshot::default();
    for (seq, (actor, op)) in (1..).map(Seq).zip(done) {
        let entry = Entry { seq, actor, at: Millis(1_767_225_600_000 + seq.0), op };
        snapshot.fold(&entry).expect("one after the other");
    }
    snapshot
}

/// Every message from a browser.
pub fn client() -> Samples<ClientMessage> {
    let hello = |lang, as_projector| {
        let (board, since) = (BoardId(Uuid::from_u128(1)), Seq(128));
        ClientMessage::Hello(Hello { protocol: PROTOCOL, board, since, lang, as_projector })
    };
    let submit = |intent| ClientMessage::Submit { op_id: OP_ID, intent };
    let mut messages: Samples<_> = [
        ("Hello in French", hello(Lang::Fr, false)),
        ("Hello of a screen in English", hello(Lang::En, true)),
        ("Submit a deal into hands", submit(Intent::Deal { lot: LotId(1), to: DealTo::Hands, force: false })),
        ("Submit a deal onto the table", submit(Intent::Deal { lot: LotId(2), to: DealTo::Table, force: true })),
        ("Submit a deal one by one", submit(Intent::Deal { lot: LotId(2), to: DealTo::OneByOne, force: false })),
        ("Submit a card to turn up", submit(Intent::Turn { lot: LotId(2), to: None })),
        ("Submit a card for somebody", submit(Intent::Turn { lot: LotId(2), to: Some(ActorId(300)) })),
        ("Submit a share", submit(Intent::CatchUp { actor: ActorId(300) })),
        ("Submit a board to lay out", submit(Intent::Arrange)),
        ("Wave", ClientMessage::Wave(Some(FAR))),
        ("Wave at the table", ClientMessage::Wave(None)),
        ("Presence, nothing", ClientMessage::Presence(Presence::default())),
        ("Presence", ClientMessage::Presence(Presence { at: Some(FAR), lifted: Some(CardId(15)) })),
        ("Pulse", ClientMessage::Pulse),
    ]
    .map(|(name, message)| (name.to_owned(), message))
    .into();
    messages.extend(ops().into_iter().map(|(name, op)| (format!("Submit {name}"), submit(Intent::Do(op)))));
    messages
}

/// Every message from a room.
pub fn server() -> Samples<ServerMessage> {
    let pointing = Presence { at: Some(FAR), lifted: None };
    let mut messages: Samples<_> = [
        ("Welcome with entries", welcome(Missed::Entries(entries()))),
        ("Welcome with a snapshot", welcome(Missed::Snapshot(Box::new(full())))),
        ("Entries", ServerMessage::Entries(entries())),
        ("Ack", ServerMessage::Ack { op_id: OP_ID, seq: Seq(300) }),
        ("Presence", ServerMessage::Presence(vec![(ActorId(2), pointing), (ActorId(300), Presence::default())])),
        ("Reveal", ServerMessage::Reveal(faces())),
        ("Seats", ServerMessage::Seats(seats())),
        ("Pulse", ServerMessage::Pulse),
        ("Bye", ServerMessage::Bye { retry: 1_500 }),
        ("Wave", ServerMessage::Wave(Some(FAR))),
        ("Wave at the table", ServerMessage::Wave(None)),
        ("Door", ServerMessage::Door { open: false }),
    ]
    .map(|(name, message)| (name.to_owned(), message))
    .into();
    let refused = |rejection| (format!("Refused {rejection:?}"), ServerMessage::Refused { op_id: OP_ID, rejection });
    messages.extend(REJECTIONS.map(refused));
    messages.push(("Traffic".to_owned(), ServerMessage::Traffic { bytes: 2_345_678 }));
    messages
}

fn entries() -> Vec<Entry> {
    let ops = ops().into_iter().map(|(_, op)| op);
    let numbered = (1..).map(Seq).zip(ops);
    numbered.map(|(seq, op)| Entry { seq, actor: ActorId(2), at: Millis(1_767_225_600_000), op }).collect()
}

fn welcome(missed: Missed) -> ServerMessage {
    let (head, now) = (Seq(22), Millis(1_767_225_600_123));
    ServerMessage::Welcome(Welcome { head, now, missed, seats: seats(), faces: faces(), open: true })
}

fn seats() -> Vec<Seat> {
    let seat = |(actor, role, name, here): (u32, _, &str, _)| {
        let (actor, name) = (ActorId(actor), name.to_owned());
        Seat { actor, role, name, here }
    };
    [
        (1, Role::Facilitator, "Fay", true),
        (2, Role::Participant, "Cléo", false),
        (3, Role::Spectator, "", true),
        (4, Role::Projector, "Écran", true),
    ]
    .map(seat)
    .into()
}

fn faces() -> Faces {
    let front = |card, title: &str, lang| Front {
        card: CardId(card),
        lot: LotId(2),
        title: title.to_owned(),
        lang,
        sheet: (card == 15).then_some(SheetId(0x5EED)),
    };
    let back = |(card, year, certainty, lang)| {
        let (card, fact, source) = (CardId(card), "Un fait.".to_owned(), "Une source".to_owned());
        Back { card, fact, source, year, certainty, lang }
    };
    Faces {
        fronts: vec![front(15, "Terminaux", Lang::Fr), front(16, "Technical equipment", Lang::En)],
        backs: [
            (15, Some(2025), Certainty::SourceRead, Lang::Fr),
            (16, None, Certainty::RelayRead, Lang::En),
            (17, None, Certainty::ToCheck, Lang::Fr),
            (18, None, Certainty::Definition, Lang::Fr),
        ]
        .map(back)
        .into(),
    }
}

/// Every reason.
const REJECTIONS: [Rejection; 42] = [
    Rejection::LooksOn,
    Rejection::FacilitatorOnly,
    Rejection::RoomOnly,
    Rejection::Paused,
    Rejection::NotInThisPhase,
    Rejection::NotDealt,
    Rejection::AlreadyPlaced,
    Rejection::NotOnTable,
    Rejection::InAnotherHand,
    Rejection::StillLinked,
    Rejection::SelfLink,
    Rejection::AlreadyLinked,
    Rejection::ReverseLinked,
    Rejection::NoSuchLink,
    Rejection::NoSuchNote,
    Rejection::NotYours,
    Rejection::TooLate,
    Rejection::TooLong(280),
    Rejection::Empty,
    Rejection::Unprintable,
    Rejection::OffTable,
    Rejection::Full,
    Rejection::NothingToUndo,
    Rejection::AlreadyDealt,
    Rejection::NoSuchLot,
    Rejection::NobodySeated,
    Rejection::TooFast,
    Rejection::NotYourTable,
    Rejection::AlreadySo,
    Rejection::GateShut(300),
    Rejection::StillPlaced,
    Rejection::AlreadyOpen,
    Rejection::NoCardLeft,
    Rejection::NothingToGive,
    Rejection::ThreeStars,
    Rejection::NoSuchStroke,
    Rejection::TooManyPoints,
    Rejection::NoSuchAction,
    Rejection::BadGrade,
    Rejection::InThePast,
    Rejection::BadTime,
    Rejection::WorkshopOver,
];

/// What a page keeps across a reload.
pub fn kept() -> Samples<Vec<Pending>> {
    let pending = |(intent, acked)| Pending { op_id: OP_ID, intent, at: Millis(1_767_225_600_000), acked };
    let kept = [
        (Intent::Do(Op::Undo), None),
        (Intent::Do(Op::Title { text: "Moins".to_owned() }), Some(Seq(3))),
        (Intent::Deal { lot: LotId(1), to: DealTo::Hands, force: false }, None),
    ];
    vec![("what a page keeps".to_owned(), kept.map(pending).into())]
}
