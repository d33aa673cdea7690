//! What may be sent to a board, over a socket and over plain forms, by people who know more than their page lets them:
//! the log of the board stays as it was.

use crate::house::{Browser, Heard, House, Socket};
use crate::stage::{Person, Stage};
use app::api::AppError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE;
use board::protocol::{CLOSE_NOT_HERE, CLOSE_RELOAD, ClientMessage, Hello, PROTOCOL, ServerMessage};
use board::*;
use uuid::Uuid;

/// Close codes: not how the protocol goes, and not the protocol.
const POLICY: u16 = 1008;
const INVALID: u16 = 1007;

/// One of each kind of thing that is asked of a board: as anybody may, as the person who facilitates may, and as only
/// the room may write it.
fn asked(stage: &Stage<'_>) -> Vec<Intent> {
    let [cause, consequence, free] = stage.cards;
    let (at, link) = (Point { x: 1400, y: 900 }, LinkId { cause, consequence });
    let note = Op::Note { note: NoteId(7), at, text: "Moi d’abord".into(), question: false };
    let ops = [
        Op::Place { card: free, at },
        Op::Move { card: cause, at },
        Op::Return { card: cause },
        Op::Link { link, kind: LinkKind::LeadsTo, because: String::new() },
        note,
        Op::Enter { step: 3, phase: Phase::Closing, minutes: 0 },
        Op::Pause { paused: true },
        Op::Open { lot: LotId(1) },
        Op::Time { clock: Clock::start(10, server::now()) },
        Op::Frame { cards: vec![cause] },
        Op::Hint { cards: vec![cause], text: "Et alors ?".into() },
        Op::Leave { actor: stage.victim },
        Op::Deal { lot: LotId(2), seed: 1, cards: vec![(CardId(40), Spot::Reserve)], left: 0 },
        Op::Give { cards: vec![(free, stage.victim)] },
        Op::Turn { lot: LotId(1), card: CardId(41), spot: Spot::Reserve },
        Op::Arrange { cards: vec![(cause, at)] },
    ];
    let mut asked: Vec<_> = ops.into_iter().map(Intent::Do).collect();
    asked.extend([
        Intent::Deal { lot: LotId(2), to: DealTo::Table, force: true },
        Intent::Turn { lot: LotId(1), to: None },
        Intent::CatchUp { actor: stage.victim },
        Intent::Arrange,
    ]);
    asked
}

/// What the room answers to each of these, in order.
async fn answers(page: &mut Socket, asked: Vec<Intent>) -> Vec<Result<Seq, Rejection>> {
    let mut answers = Vec::new();
    for intent in asked {
        let op_id = OpId(Uuid::new_v4());
        page.say(&ClientMessage::Submit { op_id, intent }).await;
        answers.push(loop {
            match message(page).await {
                ServerMessage::Ack { op_id: of, seq } if of == op_id => break Ok(seq),
                ServerMessage::Refused { op_id: of, rejection } if of == op_id => break Err(rejection),
                _ => {}
            }
        });
    }
    answers
}

async fn message(page: &mut Socket) -> ServerMessage {
    match page.next().await {
        Heard::Frame(bytes) => postcard::from_bytes(&bytes).expect("the protocol"),
        Heard::Closed(code) => panic!("closed with {code:?}"),
    }
}

async fn closing(page: &mut Socket) -> Option<u16> {
    loop {
        if let Heard::Closed(code) = page.next().await {
            return code;
        }
    }
}

/// The refusal with which a plain form comes back.
fn refusal(browser: &Browser, function: &str, fields: &[(&str, &str)]) -> AppError {
    let led = browser.sends(function, fields, "text/html").leads;
    let said = led.split("__err=").nth(1).unwrap_or_else(|| panic!("{function} was not refused: {led}"));
    let said = said.split('&').next().unwrap_or_default().replace("%3D", "=");
    serde_json::from_slice(&URL_SAFE.decode(said).expect("base64")).expect("a refusal")
}

/// How the three forms that write on a board are refused at table 1.
fn refusals(browser: &Browser, stage: &Stage<'_>) -> Vec<AppError> {
    let [cause, consequence, free] = stage.cards.map(|card| card.to_string());
    let board = stage.board(1).to_string();
    let ops = [
        ("place", vec![("card", free)]),
        (
            "link",
            vec![("cause", cause), ("consequence", consequence), ("kind", "LeadsTo".into()), ("because", "".into())],
        ),
        ("note", vec![("text", "Moi d’abord".to_owned())]),
    ];
    let refused = |(function, fields): (&str, Vec<(&'static str, String)>)| {
        let op_id = Uuid::new_v4().to_string();
        let mut whole = vec![("board", board.as_str()), ("op_id", &op_id)];
        whole.extend(fields.iter().map(|(name, value)| (*name, value.as_str())));
        refusal(browser, function, &whole)
    };
    ops.into_iter().map(refused).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_looks_on_changes_nothing_whatever_they_send() {
    let house = House::open().await;
    let stage = Stage::set(&house, Some(Phase::Links)).await;
    let before = stage.document().await;
    for (person, as_projector) in
        [(Person::Spectator, false), (Person::Projector, false), (Person::Spectator, true), (Person::Facilitator, true)]
    {
        let browser = stage.person(person).await;
        let mut page = browser.live(stage.board(1), Seq(0), as_projector).await;
        let answers = answers(&mut page, asked(&stage)).await;
        assert!(answers.iter().all(|answer| *answer == Err(Rejection::LooksOn)), "{person:?}: {answers:?}");
        if person != Person::Facilitator {
            let looks_on = AppError::Rejected(Rejection::LooksOn);
            assert_eq!(refusals(&browser, &stage), [looks_on.clone(), looks_on.clone(), looks_on], "{person:?}");
        }
    }
    assert_eq!(stage.document().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_reaches_a_table_where_they_do_not_sit() {
    let house = House::open().await;
    let stage = Stage::set(&house, Some(Phase::Links)).await;
    let before = stage.document().await;
    let not_here = AppError::NotFound;
    for (person, code, refused) in [
        (Person::Anonymous, CLOSE_NOT_HERE, not_here.clone()),
        (Person::OtherTable, CLOSE_RELOAD, AppError::Rejected(Rejection::NotYourTable)),
        (Person::Revoked, CLOSE_NOT_HERE, not_here.clone()),
        (Person::Elsewhere, CLOSE_NOT_HERE, not_here),
    ] {
        let browser = stage.person(person).await;
        let mut page = browser.live(stage.board(1), Seq(0), false).await;
        for intent in asked(&stage) {
            page.say(&ClientMessage::Submit { op_id: OpId(Uuid::new_v4()), intent }).await;
        }
        assert_eq!(closing(&mut page).await, Some(code), "{person:?}");
        assert_eq!(refusals(&browser, &stage), [refused.clone(), refused.clone(), refused], "{person:?}");
    }
    // From one's own table there is no way to another: a page says hello once.
    let omar = house.participant(&stage.workshop, "Omar 2", 2);
    let mut page = omar.live(stage.board(2), Seq(0), false).await;
    let hello = Hello {
        protocol: PROTOCOL,
        board: stage.board(1),
        since: Seq(0),
        lang: Default::default(),
        as_projector: false,
    };
    page.say(&ClientMessage::Hello(hello)).await;
    assert_eq!(closing(&mut page).await, Some(POLICY));
    assert_eq!(stage.document().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paused_table_takes_nothing_from_participants() {
    let house = House::open().await;
    let stage = Stage::set(&house, Some(Phase::Links)).await;
    stage.does(Intent::Do(Op::Pause { paused: true })).await;
    let before = stage.document().await;
    let lea = stage.person(Person::Participant).await;
    let mut page = lea.live(stage.board(1), Seq(0), false).await;
    for answer in answers(&mut page, asked(&stage)).await {
        let refused = [Rejection::Paused, Rejection::FacilitatorOnly, Rejection::RoomOnly].map(Err);
        assert!(refused.contains(&answer), "{answer:?}");
    }
    let paused = AppError::Rejected(Rejection::Paused);
    assert_eq!(refusals(&lea, &stage), [paused.clone(), paused.clone(), paused]);
    assert_eq!(stage.document().await, before);
    stage.does(Intent::Do(Op::Pause { paused: false })).await;
    let answers = answers(&mut page, asked(&stage)).await;
    assert!(answers[0].is_ok(), "the same page goes on: {answers:?}");
    assert_eq!(
        answers.iter().filter(|answer| answer.is_ok()).count(),
        5,
        "place, move, link, note, arrange: {answers:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_message_ends_the_connection_and_a_wave_is_not_for_everybody() {
    let house = House::open().await;
    let stage = Stage::set(&house, Some(Phase::Links)).await;
    let lea = stage.person(Person::Participant).await;
    let deal = Intent::Deal { lot: LotId(2), to: DealTo::Table, force: true };
    let submit =
        postcard::to_allocvec(&ClientMessage::Submit { op_id: OpId(Uuid::nil()), intent: deal }).expect("bytes");
    for bytes in [vec![], vec![0xff; 40], [submit.clone(), vec![0]].concat(), submit[..submit.len() - 1].to_vec()] {
        let mut page = lea.live(stage.board(1), Seq(0), false).await;
        page.send(bytes.clone()).await;
        assert_eq!(closing(&mut page).await, Some(INVALID), "{bytes:?}");
    }
    let mut page = lea.live(stage.board(1), Seq(0), false).await;
    assert!(matches!(message(&mut page).await, ServerMessage::Welcome(_)));
    for person in [Person::Spectator, Person::Projector] {
        let browser = stage.person(person).await;
        let mut theirs = browser.live(stage.board(1), Seq(0), false).await;
        theirs.say(&ClientMessage::Wave(None)).await;
        // They are answered after they waved, had they been heeded.
        answers(&mut theirs, vec![Intent::Arrange]).await;
    }
    page.say(&ClientMessage::Wave(None)).await;
    let note = Op::Note { note: NoteId(8), at: MIDDLE, text: "Ici".into(), question: false };
    assert!(answers(&mut page, vec![Intent::Arrange]).await[0].is_ok());
    stage.does(Intent::Do(note)).await;
    loop {
        match message(&mut page).await {
            ServerMessage::Wave(at) => panic!("somebody waved at {at:?}"),
            ServerMessage::Entries(entries) if entries.iter().any(|entry| matches!(entry.op, Op::Note { .. })) => break,
            _ => {}
        }
    }
}
