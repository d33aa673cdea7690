//! What one connection may do to the others: nothing.

use crate::theatre::*;
use app::api::{AppError, Close};
use board::protocol::{ClientMessage, ServerMessage};
use board::*;
use futures::StreamExt;
use server::rooms::{AGAIN, Limits, POLICY};
use server::store::Log;
use std::time::{Duration, Instant};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_client_is_dropped_and_the_others_go_on() {
    let theatre = Theatre::with(Limits { frames: 16, ..Limits::default() }).await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let (up, mut slow) = undriven(&theatre.rooms, lea.visitor);
    up.unbounded_send(Ok(ClientMessage::Hello(hello(theatre.board(), Seq(0))))).expect("it listens");
    let first = slow.next().await.expect("connected").expect("a frame").read().expect("a message");
    assert!(matches!(first, ServerMessage::Welcome(_)));
    // From here on nobody takes anything from this stream: its peer has stopped reading.
    let mut fast = theatre.page(nora).await;
    for n in 1..=40 {
        let op_id = fast.submit(note(&n.to_string()));
        assert_eq!(fast.answer(op_id).await, Ok(Seq(n)));
    }
    let end = slow.next().await.expect("how it ends");
    assert_eq!(end, Err(AppError::Closed(Close { code: AGAIN })));
    assert!(slow.next().await.is_none());
    let (_, welcome) = theatre.page_since(lea, Seq(0)).await;
    assert_eq!(missed(&welcome).map(|entries| entries.len()), Some(40), "it resumes where it was");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_sends_too_much_is_slowed_down_loses_nothing_and_others_are_unaffected() {
    let theatre = Theatre::with(Limits { rate: 200, burst: 60, ..Limits::default() }).await;
    let (nora, omar) = (theatre.facilitator().await, theatre.seat(Role::Facilitator, None, "Omar").await);
    let (mut floods, mut works) = (theatre.page(nora).await, theatre.page(omar).await);
    let begun = Instant::now();
    let flood: Vec<OpId> = (0..400).map(|n| floods.submit(note(&n.to_string()))).collect();
    let fair = works.submit(note("à son tour"));
    works.answer(fair).await.expect("nothing is refused to the others");
    let waited = begun.elapsed();
    let mut done = Vec::new();
    while done.len() < flood.len() {
        match floods.hear().await {
            ServerMessage::Ack { op_id, .. } => done.push(op_id),
            ServerMessage::Refused { rejection, .. } => panic!("{rejection:?}"),
            _ => {}
        }
    }
    assert_eq!(done, flood, "every op, in its order");
    assert!(begun.elapsed() > Duration::from_millis(1_500), "the budget holds: a burst, then 200 in a second");
    assert!(waited < begun.elapsed() / 2, "the others did not wait for the flood to end");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_random_and_mutated_frames_leave_the_room_standing() {
    let theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    theatre.does(nora, enter(Phase::Links)).await;
    theatre.does(nora, deals(1, DealTo::Table)).await;
    let mut works = theatre.page(nora).await;
    let mut dice = Dice(0xC0_0115);
    let mut attacker = theatre.page(lea).await;
    let (mut malformed, mut understood) = (0, 0);
    for _ in 0..10_000 {
        match postcard::from_bytes::<ClientMessage>(&dice.frame(theatre.board())) {
            Ok(message @ ClientMessage::Hello(_)) => {
                attacker.say(message);
                assert_eq!(attacker.end().await, Some(POLICY));
                attacker = theatre.page(lea).await;
            }
            Ok(message) => {
                understood += 1;
                attacker.say(message);
            }
            Err(_) => {
                malformed += 1;
                // A connection ends with its first frame that is not the protocol: a few stand for all.
                if malformed % 100 == 0 {
                    attacker.up.unbounded_send(Err(AppError::TryAgain)).expect("it listens");
                    assert_eq!(attacker.end().await, Some(POLICY));
                    attacker = theatre.page(lea).await;
                }
            }
        }
    }
    assert!(malformed > 1_000 && understood > 1_000, "{malformed} malformed, {understood} understood");
    let op_id = works.submit(note("toujours là"));
    let seq = works.answer(op_id).await.expect("the room stands");
    let log = theatre.log().await;
    assert_eq!(log.last().map(|entry| entry.seq), Some(seq));
    assert!(log.iter().all(|entry| entry.actor == nora.asker.actor || entry.actor == lea.asker.actor));
    let (now, _) = theatre.rooms.look(theatre.board()).await.expect("a board");
    assert_eq!(now.document, Document::replay(&log));
    assert_eq!(theatre.store.board_at(theatre.board(), None).await.expect("a board"), Some(now));
}

/// SplitMix64: the same frames each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let bits = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.roll() % most as u64).expect("small")
    }

    /// Random bytes, or a message of the protocol with a few bytes changed, cut off or added.
    fn frame(&mut self, board: BoardId) -> Vec<u8> {
        if self.below(4) == 0 {
            return (0..self.below(64)).map(|_| self.roll() as u8).collect();
        }
        let op_id = OpId(Uuid::from_u64_pair(self.roll(), self.roll()));
        let link = LinkId { cause: CardId(self.below(70) as u16), consequence: CardId(self.below(70) as u16) };
        let at = Point { x: self.roll() as i16, y: self.roll() as i16 };
        let ops = [
            Op::Place { card: link.cause, at },
            Op::Move { card: link.cause, at },
            Op::Link { link, kind: LinkKind::LeadsTo, because: "parce que".into() },
            Op::Note { note: NoteId(self.roll()), at, text: "<b>note</b>".into(), question: true },
            Op::Deal { lot: LotId(2), seed: 1, cards: vec![(link.cause, Spot::Table(at))], left: 0 },
            Op::Undo,
        ];
        let op = ops[self.below(ops.len())].clone();
        let messages = [
            ClientMessage::Hello(hello(board, Seq(self.roll()))),
            ClientMessage::Presence(Presence { at: Some(at), lifted: Some(link.cause) }),
            ClientMessage::Submit { op_id, intent: Intent::Do(op.clone()) },
            ClientMessage::Submit { op_id, intent: Intent::Do(op) },
            ClientMessage::Submit { op_id, intent: deals(1, DealTo::Hands) },
        ];
        let mut bytes =
            postcard::to_allocvec(&messages[self.below(messages.len())]).expect("our types always serialise");
        for _ in 0..self.below(4) {
            let at = self.below(bytes.len());
            match self.below(3) {
                0 => bytes[at] = self.roll() as u8,
                1 => bytes.truncate(at.max(1)),
                _ => bytes.insert(at, self.roll() as u8),
            }
        }
        bytes
    }
}
