//! What holds of every log and every room, whatever is drawn: the promises of the reducer, of snapshots, of the room
//! and of undo. A case that fails is shrunk and printed.
//!
//! The reducer is blind, so a log that no room wrote may leave links in the air or cards off the table; what holds even
//! then is in `sound_bones`. What the rules add is in `sound`, and holds of every board that a room made.

#[path = "properties/anything.rs"]
mod anything;

use anything::fold;
use board::*;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_log_folds_to_the_same_board_from_any_of_its_snapshots(log in anything::log(60), at in any::<prop::sample::Index>()) {
        let whole = fold(&log);
        let (before, after) = log.split_at(at.index(log.len() + 1));
        let mut resumed = Snapshot::from_disk(&fold(before).to_disk()).expect("what is written reads back");
        for entry in after {
            resumed.fold(entry).expect("a log has no hole");
        }
        prop_assert_eq!(resumed.to_disk(), whole.to_disk());
        prop_assert_eq!(Document::replay(&log), whole.document);
    }

    #[test]
    fn a_replay_is_at_any_place_what_folding_from_nothing_gives(log in anything::log(200), to in vec(any::<prop::sample::Index>(), 1..10)) {
        let mut replay = Replay::new(log.clone());
        for to in to {
            let to = to.index(log.len() + 1);
            replay.seek(to);
            prop_assert_eq!(replay.place(), to);
            let here = Snapshot { seq: Seq(to as u64), document: replay.document().clone() };
            prop_assert_eq!(here.to_disk(), fold(&log[..to]).to_disk());
        }
        replay.seek(usize::MAX);
        prop_assert_eq!(replay.document(), &fold(&log).document);
    }

    #[test]
    fn a_tape_is_the_log_and_its_chapters_are_the_whole_of_it(log in anything::log(60)) {
        let tape = postcard::to_allocvec(&Tape::of(log.clone())).expect("our types always serialise");
        let read: Tape = postcard::from_bytes(&tape).expect("what is written reads back");
        prop_assert_eq!(&read.entries(), &log);
        let mut next = 1;
        for chapter in chapters(&log) {
            prop_assert_eq!(chapter.begins, next, "no entry is outside, none is in two");
            prop_assert!(chapter.ends >= chapter.begins);
            prop_assert_eq!(chapter.at, log[chapter.begins - 1].at);
            next = chapter.ends + 1;
        }
        prop_assert_eq!(next, log.len() + 1);
    }

    #[test]
    fn any_entry_at_all_leaves_the_bones_of_a_board_sound(log in anything::log(80)) {
        let mut document = Document::default();
        for entry in &log {
            apply(&mut document, entry);
            sound_bones(&document)?;
        }
    }

    #[test]
    fn an_entry_folded_twice_is_folded_once(log in anything::log(40), at in any::<prop::sample::Index>()) {
        let whole = fold(&log);
        let mut again = whole.clone();
        for entry in &log[at.index(log.len() + 1)..] {
            prop_assert_eq!(again.fold(entry), Ok(()));
        }
        prop_assert_eq!(again, whole);
    }

    #[test]
    fn an_entry_that_comes_too_early_changes_nothing(log in anything::log(40), gap in 2_u64..9) {
        let whole = fold(&log);
        let mut after = whole.clone();
        let early = Entry { seq: Seq(whole.seq.0 + gap), actor: ActorId(1), at: Millis(0), op: Op::Undo };
        prop_assert_eq!(after.fold(&early), Err(Gap { after: whole.seq, found: early.seq }));
        prop_assert_eq!(after, whole);
    }

    #[test]
    fn a_room_accepts_what_the_rules_allow_and_nothing_else(asked in asked(80)) {
        let mut room = open();
        for (turn, (asker, intent)) in asked.into_iter().enumerate() {
            let before = room.snapshot().clone();
            let rules = match &intent {
                Intent::Do(op) => Some(check(&before.document, asker, op, now(turn))),
                _ => None,
            };
            let mut browser = Replica::new(asker, before.clone());
            let polite = browser.submit(OpId(Uuid::nil()), intent.clone(), now(turn));
            match submit(&mut room, turn, asker, intent.clone()) {
                Verdict::Accepted(entry) => {
                    prop_assert_eq!(polite, Ok(()));
                    if rules.is_some() {
                        prop_assert_eq!(browser.view(), room.document(), "the browser showed something else at once");
                    }
                    prop_assert!(rules.is_none_or(|rules| rules.is_ok()), "accepted against the rules: {:?}", entry);
                    prop_assert_eq!((entry.seq, entry.actor), (before.seq.next(), asker.actor));
                    let mut folded = before;
                    folded.fold(&entry).expect("it is the next");
                    prop_assert_eq!(room.snapshot(), &folded);
                }
                Verdict::Refused(rejection) => {
                    prop_assert!(rules.is_none_or(|rules| rules == Err(rejection)), "refused: {rejection:?}, not {rules:?}");
                    prop_assert_eq!(room.snapshot(), &before);
                }
                Verdict::Known(seq) => prop_assert!(false, "{intent:?} is not known at {seq}"),
            }
            sound_bones(room.document())?;
            sound(room.document())?;
        }
    }

    #[test]
    fn what_is_asked_twice_happens_once(asked in asked(50)) {
        let mut room = open();
        let mut answers = Vec::new();
        for (turn, (asker, intent)) in asked.iter().enumerate() {
            answers.push(submit(&mut room, turn, *asker, intent.clone()));
        }
        let before = room.snapshot().clone();
        for (turn, (asker, intent)) in asked.iter().enumerate() {
            let expected = match &answers[turn] {
                Verdict::Accepted(entry) => Verdict::Known(entry.seq),
                other => other.clone(),
            };
            prop_assert_eq!(submit(&mut room, turn, *asker, intent.clone()), expected);
        }
        prop_assert_eq!(room.snapshot(), &before);
    }

    #[test]
    fn taking_everything_back_returns_to_where_one_began(
        asked in asked(40),
        own in prop::collection::vec(undoable(), 0..=MAX_UNDO),
    ) {
        let mut room = open();
        for (turn, (asker, intent)) in asked.into_iter().enumerate() {
            submit(&mut room, turn, asker, intent);
        }
        let late = Asker { actor: ActorId(9), role: Role::Facilitator };
        let mut before = room.document().clone();
        for (turn, op) in (1_000..).zip(own) {
            submit(&mut room, turn, late, Intent::Do(op));
        }
        let mut turn = 2_000;
        while matches!(submit(&mut room, turn, late, Intent::Do(Op::Undo)), Verdict::Accepted(_)) {
            turn += 1;
            prop_assert!(turn <= 2_000 + MAX_UNDO, "there is no end to it");
        }
        let mut after = room.document().clone();
        after.undo.remove(&late.actor);
        after.parts.remove(&late.actor);
        // What people thought of a link went with it, and does not come back by itself.
        for document in [&mut before, &mut after] {
            document.stances.clear();
            document.stars.clear();
            document.stage = None;
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn what_is_written_reads_back(op in anything::op(), client in anything::client(), server in anything::server()) {
        prop_assert_eq!(Op::from_disk(&op.to_disk()), Ok(op));
        let bytes = postcard::to_allocvec(&client).expect("our types always serialise");
        prop_assert_eq!(postcard::from_bytes(&bytes), Ok(client));
        let bytes = postcard::to_allocvec(&server).expect("our types always serialise");
        prop_assert_eq!(postcard::from_bytes(&bytes), Ok(server));
    }

    #[test]
    fn a_record_with_one_bit_turned_is_never_read(op in anything::op(), bit in any::<prop::sample::Index>()) {
        let mut bytes = op.to_disk();
        let bit = bit.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(Op::from_disk(&bytes).is_err(), "bit {bit} went unseen");
    }
}

/// What people ask a room, one after the other.
fn asked(most: usize) -> impl Strategy<Value = Vec<(Asker, Intent)>> {
    prop::collection::vec((anything::asker(), anything::intent()), 0..most)
}

/// Ops that leave something to take back, when they change anything.
fn undoable() -> impl Strategy<Value = Op> {
    anything::op().prop_filter("can be taken back", |op| {
        matches!(
            op,
            Op::Place { .. }
                | Op::Move { .. }
                | Op::Return { .. }
                | Op::Link { .. }
                | Op::Change { .. }
                | Op::Unlink { .. }
                | Op::Reverse { .. }
                | Op::Note { .. }
                | Op::Erase { .. }
                | Op::Title { .. }
                | Op::Story { .. }
                | Op::Draw { .. }
                | Op::Rub { .. }
                | Op::Act { .. }
                | Op::Drop { .. }
        )
    })
}

fn now(turn: usize) -> Millis {
    Millis(turn as u64 * 30_000)
}

/// A room where links may be drawn: four cards lie on the table, three are still to be dealt.
fn open() -> Room {
    let lots = Lots::from([
        (LotId(1), (1..5).map(CardId).collect()),
        (LotId(2), (5..8).map(CardId).collect()),
        (LotId(3), Vec::new()),
    ]);
    let mut room = Room::open(Snapshot::default(), Vec::new(), HashMap::new(), lots).expect("no entry, no gap");
    let fay = Asker { actor: ActorId(8), role: Role::Facilitator };
    let deal = |lot| Intent::Deal { lot: LotId(lot), to: DealTo::Hands, force: false };
    let lay = |card| Intent::Do(Op::Place { card: CardId(card), at: Point { x: 400 * card as i16, y: 900 } });
    let links = Intent::Do(Op::Enter { step: 0, phase: Phase::Links, minutes: 0 });
    let laid = [deal(1), links, lay(1), lay(2), lay(3), lay(4)];
    for (turn, intent) in (10_000..).zip(laid) {
        let verdict = submit(&mut room, turn, fay, intent);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }
    room
}

fn submit(room: &mut Room, turn: usize, asker: Asker, intent: Intent) -> Verdict {
    let with = Circumstances { now: now(turn), seed: turn as u64, seated: &[ActorId(1), ActorId(2)] };
    room.submit(OpId(Uuid::from_u128(turn as u128)), asker, intent, with)
}

/// What holds of every document, whoever wrote its log.
fn sound_bones(document: &Document) -> Result<(), TestCaseError> {
    for (id, card) in &document.cards {
        prop_assert!(document.lots.contains_key(&card.lot), "card {id} is of a lot that was not dealt");
    }
    let told = document.stage.iter().filter_map(|stage| stage.link.as_ref());
    for link in document.stars.iter().chain(document.stances.keys()).chain(told) {
        prop_assert!(document.links.contains_key(link), "{link:?} is spoken of and not there");
    }
    for card in document.hints.iter().flat_map(|hint| &hint.cards).chain(&document.frame) {
        prop_assert!(document.cards.contains_key(card), "{card} is shown and not dealt");
    }
    for (actor, own) in &document.undo {
        prop_assert!(own.len() <= MAX_UNDO, "{actor} can take back too much");
        for undo in own {
            let changed = match undo {
                Undo::Card(_, was) => was.before != was.after,
                Undo::Link(_, was) => was.before != was.after,
                Undo::Note(_, was) => was.before != was.after,
                Undo::Title(was) | Undo::Story(was) => was.before != was.after,
                Undo::Arrange(moved) => moved.iter().any(|(_, was)| was.before != was.after),
                Undo::Stroke(_, was) => was.before != was.after,
                Undo::Action(_, was) => was.before != was.after,
                Undo::Deal(..) | Undo::Reverse(..) => true,
            };
            prop_assert!(changed, "{undo:?} would take back nothing");
        }
    }
    Ok(())
}

/// What holds besides of every document that a room made.
fn sound(document: &Document) -> Result<(), TestCaseError> {
    let lying: BTreeSet<_> = document.cards.keys().filter(|card| document.on_table(**card).is_some()).collect();
    for (id, link) in &document.links {
        prop_assert!(lying.contains(&id.cause) && lying.contains(&id.consequence), "{id:?} hangs in the air");
        prop_assert!(id.cause != id.consequence, "{id:?} loops");
        prop_assert!(!document.links.contains_key(&id.reversed()), "{id:?} faces another");
        prop_assert!(link.because.chars().count() <= MAX_TEXT, "{id:?} says too much");
    }
    for note in document.notes.values() {
        prop_assert!(!note.text.trim().is_empty() && note.text.chars().count() <= MAX_TEXT, "{:?}", note.text);
    }
    prop_assert!(document.title.chars().count() <= MAX_TITLE && document.story.chars().count() <= MAX_STORY);
    prop_assert!(document.stars.len() <= MAX_STARS);
    prop_assert!(document.strokes.len() <= MAX_STROKES && document.actions.len() <= MAX_ACTIONS);
    prop_assert!(document.links.len() <= MAX_LINKS && document.notes.len() <= MAX_NOTES);
    let placed = document.cards.keys().filter_map(|card| document.on_table(*card));
    for at in placed.chain(document.notes.values().map(|note| note.spot)) {
        prop_assert!((0..=TABLE.x).contains(&at.x) && (0..=TABLE.y).contains(&at.y), "{at:?} is off the table");
    }
    Ok(())
}
