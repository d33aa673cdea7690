//! Anything at all: ops, entries and messages drawn with no thought for whether they make sense. Cards, people and
//! notes are few, so that they meet.

use board::deck::{Back, Certainty, Front, Lang, SheetId};
use board::protocol::{ClientMessage, Faces, Hello, ServerMessage, Welcome};
use board::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

pub fn op() -> impl Strategy<Value = Op> {
    prop_oneof![4 => early_op(), 3 => later_op()]
}

fn early_op() -> impl Strategy<Value = Op> {
    let deal = (lot(), any::<u64>(), vec((card(), spot()), 0..6), 0..3_u8);
    prop_oneof![
        1 => deal.prop_map(|(lot, seed, cards, left)| Op::Deal { lot, seed, cards, left }),
        1 => (card(), point()).prop_map(|(card, at)| Op::Place { card, at }),
        1 => (card(), point()).prop_map(|(card, at)| Op::Move { card, at }),
        3 => card().prop_map(|card| Op::Return { card }),
        3 => (link(), kind(), text()).prop_map(|(link, kind, because)| Op::Link { link, kind, because }),
        1 => (link(), kind(), text()).prop_map(|(link, kind, because)| Op::Change { link, kind, because }),
        3 => link().prop_map(|link| Op::Unlink { link }),
        1 => (note(), point(), text(), any::<bool>()).prop_map(|(note, at, text, question)| Op::Note {
            note,
            at,
            text,
            question
        }),
        1 => note().prop_map(|note| Op::Erase { note }),
        1 => text().prop_map(|text| Op::Title { text }),
        1 => (0..13_usize, 0..3_u16).prop_map(|(phase, minutes)| Op::Enter {
            step: phase as u8,
            phase: Phase::ALL[phase],
            minutes
        }),
        1 => any::<bool>().prop_map(|paused| Op::Pause { paused }),
        1 => lot().prop_map(|lot| Op::Open { lot }),
        3 => Just(Op::Undo),
    ]
}

/// The ops of the second chapter: scripts, opinions, drawings, decisions.
fn later_op() -> impl Strategy<Value = Op> {
    let clock = prop_oneof![
        Just(Clock::Off),
        any::<u64>().prop_map(|ends| Clock::Running { ends: Millis(ends) }),
        any::<u32>().prop_map(|left| Clock::Held { left })
    ];
    let stance = prop_oneof![Just(None), Just(Some(Stance::Agree)), Just(Some(Stance::Disagree))];
    let stroke = || (1..4_u64).prop_map(StrokeId);
    let action = || (1..4_u64).prop_map(ActionId);
    let line = (0..4_u8, vec(point(), 1..5)).prop_map(|(pen, points)| Shape::line(pen, &points).expect("a point"));
    let shape = prop_oneof![line, point().prop_map(|at| Shape::Stamp { stamp: Stamp::Bolt, at })];
    let what = (text(), option::of(any::<u32>().prop_map(Day)), any::<bool>())
        .prop_map(|(text, due, renounces)| Action { text, due, renounces, ..Action::default() });
    prop_oneof![
        1 => (lot(), card(), spot()).prop_map(|(lot, card, spot)| Op::Turn { lot, card, spot }),
        1 => vec((card(), actor()), 0..4).prop_map(|cards| Op::Give { cards }),
        1 => lot().prop_map(|lot| Op::Withdraw { lot }),
        1 => actor().prop_map(|actor| Op::Leave { actor }),
        1 => clock.prop_map(|clock| Op::Time { clock }),
        1 => (link(), any::<bool>()).prop_map(|(link, ink)| Op::Ink { link, ink }),
        2 => (link(), stance).prop_map(|(link, stance)| Op::Judge { link, stance }),
        2 => (link(), any::<bool>()).prop_map(|(link, starred)| Op::Star { link, starred }),
        2 => link().prop_map(|link| Op::Reverse { link }),
        1 => vec((card(), point()), 0..4).prop_map(|cards| Op::Arrange { cards }),
        1 => vec(card(), 0..4).prop_map(|cards| Op::Frame { cards }),
        1 => (vec(card(), 0..3), text()).prop_map(|(cards, text)| Op::Hint { cards, text }),
        1 => (any::<bool>(), option::of(link())).prop_map(|(on, link)| Op::Stage { on, link }),
        1 => text().prop_map(|text| Op::Story { text }),
        1 => (stroke(), shape).prop_map(|(stroke, shape)| Op::Draw { stroke, shape }),
        1 => stroke().prop_map(|stroke| Op::Rub { stroke }),
        1 => (action(), what).prop_map(|(action, what)| Op::Act { action, what }),
        1 => action().prop_map(|action| Op::Drop { action }),
    ]
}

pub fn intent() -> impl Strategy<Value = Intent> {
    let to = prop_oneof![Just(DealTo::Hands), Just(DealTo::Table), Just(DealTo::OneByOne)];
    prop_oneof![
        12 => op().prop_map(Intent::Do),
        2 => (lot(), to, any::<bool>()).prop_map(|(lot, to, force)| Intent::Deal { lot, to, force }),
        1 => (lot(), option::of(actor())).prop_map(|(lot, to)| Intent::Turn { lot, to }),
        1 => actor().prop_map(|actor| Intent::CatchUp { actor }),
        1 => Just(Intent::Arrange),
    ]
}

/// A log from its first entry.
pub fn log(most: usize) -> impl Strategy<Value = Vec<Entry>> {
    vec((actor(), any::<u32>(), op()), 0..most).prop_map(|done| {
        let numbered = (1..).map(Seq).zip(done);
        numbered.map(|(seq, (actor, at, op))| Entry { seq, actor, at: Millis(at.into()), op }).collect()
    })
}

pub fn asker() -> impl Strategy<Value = Asker> {
    // Mostly people who may do something.
    let role = prop_oneof![
        4 => Just(Role::Participant), 4 => Just(Role::Facilitator), 1 => Just(Role::Spectator), 1 => Just(Role::Projector)
    ];
    (actor(), role).prop_map(|(actor, role)| Asker { actor, role })
}

fn actor() -> impl Strategy<Value = ActorId> {
    (1..5_u32).prop_map(ActorId)
}

fn card() -> impl Strategy<Value = CardId> {
    (1..8_u16).prop_map(CardId)
}

fn lot() -> impl Strategy<Value = LotId> {
    (1..4_u8).prop_map(LotId)
}

fn note() -> impl Strategy<Value = NoteId> {
    (1..5_u64).prop_map(NoteId)
}

fn link() -> impl Strategy<Value = LinkId> {
    // Often between the same few, so that links are drawn, taken away, and drawn again.
    let few = (1..4_u16, 1..4_u16).prop_map(|(cause, consequence)| (CardId(cause), CardId(consequence)));
    let ends = prop_oneof![3 => few, 1 => (card(), card())];
    ends.prop_map(|(cause, consequence)| LinkId { cause, consequence })
}

fn kind() -> impl Strategy<Value = LinkKind> {
    (0..3_usize).prop_map(|kind| LinkKind::ALL[kind])
}

fn point() -> impl Strategy<Value = Point> {
    // On the table most of the time, often in the same place, sometimes anywhere.
    let lies = (105..3_096_i16, 75..1_726_i16);
    let same = (1..3_i16).prop_map(|at| (at * 400, 900));
    prop_oneof![4 => same, 3 => lies, 1 => any::<(i16, i16)>()].prop_map(|(x, y)| Point { x, y })
}

fn spot() -> impl Strategy<Value = Spot> {
    prop_oneof![Just(Spot::Reserve), actor().prop_map(Spot::Hand), point().prop_map(Spot::Table)]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![6 => "[a-zéœ’ «]{0,12}", 1 => "\\PC{0,20}", 1 => any::<String>(), 1 => "x{275,285}"]
}

pub fn client() -> impl Strategy<Value = ClientMessage> {
    let hello = (any::<u16>(), any::<u128>(), any::<u64>(), lang()).prop_map(|(protocol, board, since, lang)| {
        ClientMessage::Hello(Hello {
            protocol,
            board: BoardId(Uuid::from_u128(board)),
            since: Seq(since),
            lang,
            as_projector: since % 2 == 1,
        })
    });
    prop_oneof![
        1 => hello,
        4 => (op_id(), intent()).prop_map(|(op_id, intent)| ClientMessage::Submit { op_id, intent }),
        1 => presence().prop_map(ClientMessage::Presence),
        1 => Just(ClientMessage::Pulse),
        1 => option::of(point()).prop_map(ClientMessage::Wave),
    ]
}

pub fn server() -> impl Strategy<Value = ServerMessage> {
    let snapshot = log(12).prop_map(|log| Missed::Snapshot(Box::new(fold(&log))));
    let missed = prop_oneof![log(6).prop_map(Missed::Entries), snapshot];
    let welcome = (any::<u64>(), any::<u64>(), missed, vec(seat(), 0..4), faces(), any::<bool>()).prop_map(
        |(head, now, missed, seats, faces, open)| {
            ServerMessage::Welcome(Welcome { head: Seq(head), now: Millis(now), missed, seats, faces, open })
        },
    );
    let pointing = vec((any::<u32>().prop_map(ActorId), presence()), 0..5);
    prop_oneof![
        2 => welcome,
        2 => log(6).prop_map(ServerMessage::Entries),
        1 => (op_id(), any::<u64>()).prop_map(|(op_id, seq)| ServerMessage::Ack { op_id, seq: Seq(seq) }),
        1 => (op_id(), any::<u16>())
            .prop_map(|(op_id, most)| ServerMessage::Refused { op_id, rejection: Rejection::TooLong(most) }),
        1 => pointing.prop_map(ServerMessage::Presence),
        1 => faces().prop_map(ServerMessage::Reveal),
        1 => vec(seat(), 0..5).prop_map(ServerMessage::Seats),
        1 => Just(ServerMessage::Pulse),
        1 => any::<u32>().prop_map(|retry| ServerMessage::Bye { retry }),
        1 => option::of(point()).prop_map(ServerMessage::Wave),
        1 => any::<bool>().prop_map(|open| ServerMessage::Door { open }),
    ]
}

/// A log folded from nothing.
pub fn fold(log: &[Entry]) -> Snapshot {
    let mut snapshot = Snapshot::default();
    log.iter().for_each(|entry| snapshot.fold(entry).expect("a log has no hole"));
    snapshot
}

fn op_id() -> impl Strategy<Value = OpId> {
    any::<u128>().prop_map(|id| OpId(Uuid::from_u128(id)))
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Fr), Just(Lang::En)]
}

fn presence() -> impl Strategy<Value = Presence> {
    (option::of(point()), option::of(card())).prop_map(|(at, lifted)| Presence { at, lifted })
}

fn seat() -> impl Strategy<Value = Seat> {
    (asker(), any::<String>(), any::<bool>()).prop_map(|(Asker { actor, role }, name, here)| Seat {
        actor,
        role,
        name,
        here,
    })
}

fn faces() -> impl Strategy<Value = Faces> {
    let front = (card(), lot(), any::<String>(), lang(), any::<Option<u64>>())
        .prop_map(|(card, lot, title, lang, sheet)| Front { card, lot, title, lang, sheet: sheet.map(SheetId) });
    let back = (card(), any::<String>(), any::<String>(), option::of(any::<u16>()), lang()).prop_map(
        |(card, fact, source, year, lang)| Back { card, fact, source, year, certainty: Certainty::ToCheck, lang },
    );
    (vec(front, 0..4), vec(back, 0..4)).prop_map(|(fronts, backs)| Faces { fronts, backs })
}
