//! One value for every way a value can be written. A new one goes at the end of its list.

use board::deck::{Back, Certainty, Front, Lang};
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
    ops.extend(Phase::ALL.map(|phase| ("Enter", Op::Enter { phase })));
    ops.into_iter().map(|(name, op)| (named(name, &op), op)).collect()
}

fn named(name: &str, op: &Op) -> String {
    match op {
        Op::Enter { phase } => format!("{name} {phase:?}"),
        _ => name.to_owned(),
    }
}

fn deal() -> Op {
    let table = Spot::Table(Point { x: 105, y: 75 });
    let cards = vec![(CardId(2), Spot::Hand(ActorId(1))), (CardId(1), Spot::Reserve), (CardId(300), table)];
    Op::Deal { lot: LotId(1), seed: 0xfedc_ba98_7654_3210, cards }
}

/// Boards: an empty one, and one that has something of everything.
pub fn snapshots() -> Samples<Snapshot> {
    [("an empty board", Snapshot::default()), ("a full board", full())].map(|(name, s)| (name.to_owned(), s)).into()
}

fn full() -> Snapshot {
    let (ana, fay) = (ActorId(2), ActorId(1));
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
        (fay, Op::Deal { lot: LotId(1), seed: 7, cards: vec![hand(3), hand(1), hand(2), (CardId(4), Spot::Reserve)] }),
        (fay, Op::Deal { lot: LotId(2), seed: 8, cards: vec![hand(9)] }),
        (fay, Op::Open { lot: LotId(1) }),
        (fay, Op::Enter { phase: Phase::Links }),
        lies(1, 400),
        lies(2, 800),
        lies(3, 1200),
        link(1, 2, LinkKind::LeadsTo),
        link(3, 2, LinkKind::Reduces),
        link(1, 3, LinkKind::Enables),
        note(1, "Et la réparation ?", true),
        note(2, "À relire", false),
        (fay, Op::Title { text: "Moins, mieux".to_owned() }),
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
        ("Submit a deal into hands", submit(Intent::Deal { lot: LotId(1), to: DealTo::Hands })),
        ("Submit a deal onto the table", submit(Intent::Deal { lot: LotId(2), to: DealTo::Table })),
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
        ("Door", ServerMessage::Door { open: false }),
    ]
    .map(|(name, message)| (name.to_owned(), message))
    .into();
    let refused = |rejection| (format!("Refused {rejection:?}"), ServerMessage::Refused { op_id: OP_ID, rejection });
    messages.extend(REJECTIONS.map(refused));
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
    let front = |card, title: &str, lang| Front { card: CardId(card), lot: LotId(2), title: title.to_owned(), lang };
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
const REJECTIONS: [Rejection; 28] = [
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
];

/// What a page keeps across a reload.
pub fn kept() -> Samples<Vec<Pending>> {
    let pending = |(intent, acked)| Pending { op_id: OP_ID, intent, at: Millis(1_767_225_600_000), acked };
    let kept = [
        (Intent::Do(Op::Undo), None),
        (Intent::Do(Op::Title { text: "Moins".to_owned() }), Some(Seq(3))),
        (Intent::Deal { lot: LotId(1), to: DealTo::Hands }, None),
    ];
    vec![("what a page keeps".to_owned(), kept.map(pending).into())]
}
