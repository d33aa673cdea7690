//! A board that left as data comes back: the same board, or a clear word about what is wrong with the file.

#[path = "rights/house.rs"]
#[expect(dead_code, reason = "nobody plays here")]
mod house;
#[path = "export/random.rs"]
#[expect(dead_code, reason = "crowded boards are for pictures and tables")]
mod random;
#[path = "import/site.rs"]
mod site;

use app::api::{NotImported, SavedCard, SavedOpening};
use board::{ActorId, Clock, Document, Rejection, Stance};
use serde_json::{Value, json};
use server::decks::embedded;
use server::export::BoardFile;
use server::import::{entries, read};
use std::collections::BTreeMap;

fn exported(saved: &SavedOpening) -> String {
    BoardFile::of(saved, &embedded().deck).text()
}

/// The document that a file becomes.
fn imported(text: &str) -> Result<Document, NotImported> {
    let (log, _) = entries(&read(text.as_bytes())?, &embedded().deck)?;
    Ok(Document::replay(&log))
}

/// What travels of a document, said without the code that carries it: not what served while people played, not who
/// thinks what, not what a lot was shuffled with, and not what nobody can take back any more.
fn travels(mut document: Document) -> Document {
    (document.undo, document.parts) = (BTreeMap::new(), BTreeMap::new());
    (document.frame, document.stage, document.paused, document.clock) = (Vec::new(), None, false, Clock::Off);
    document.lots.values_mut().for_each(|lot| lot.seed = 0);
    for stances in document.stances.values_mut() {
        let mut thought: Vec<_> = stances.values().copied().collect();
        thought.sort();
        *stances = (0..).map(ActorId).zip(thought).collect::<BTreeMap<_, Stance>>();
    }
    document
}

fn back(saved: &SavedOpening, document: Document) -> SavedOpening {
    SavedOpening { card: SavedCard { mark: 1, document, ..saved.card.clone() }, ..saved.clone() }
}

#[test]
fn a_thousand_boards_come_back_byte_for_byte() {
    let (mut links, mut notes, mut actions) = (0, 0, 0);
    for seed in 0..1_000 {
        let saved = random::board(seed);
        let text = exported(&saved);
        let document = imported(&text).unwrap_or_else(|why| panic!("board {seed}: {why:?}"));
        assert_eq!(travels(document.clone()), travels(saved.card.document.clone()), "board {seed}");
        assert_eq!(exported(&back(&saved, document)), text, "board {seed}");
        let held = &saved.card.document;
        (links, notes, actions) = (links + held.links.len(), notes + held.notes.len(), actions + held.actions.len());
    }
    assert!(links > 4_000 && notes > 2_000 && actions > 2_000, "boards are empty: {links}, {notes}, {actions}");
}

/// The file of a table of eight, changed and, if asked, sealed again as somebody would who knows how.
fn changed(sealed: bool, change: impl FnOnce(&mut Value)) -> Result<Document, NotImported> {
    let mut file: Value = serde_json::from_str(&exported(&lively())).expect("it is JSON");
    change(&mut file);
    let mut text = file.to_string();
    if sealed && let Ok(file) = serde_json::from_str::<BoardFile>(&text) {
        text = file.sealed().text();
    }
    imported(&text)
}

/// A board with a bit of everything.
fn lively() -> SavedOpening {
    let has_all = |saved: &SavedOpening| {
        let document = &saved.card.document;
        document.links.len() > 5 && document.notes.len() > 3 && document.actions.len() > 1 && document.strokes.len() > 1
    };
    (0..).map(random::board).find(has_all).expect("boards are lively")
}

#[test]
fn a_file_that_was_touched_on_the_way_is_refused() {
    assert!(changed(false, |_| ()).is_ok(), "spaces and the order of keys do not count");
    let slip = changed(false, |file| file["links"][0]["because"] = "tout autre chose".into());
    assert_eq!(slip, Err(NotImported::Altered));
    assert_eq!(changed(false, |file| file["checksum"] = "".into()), Err(NotImported::Altered));
    let text = exported(&lively());
    let cut = &text[..text.len() / 2];
    let Err(NotImported::Broken(line)) = imported(cut) else { panic!("half a file") };
    assert_eq!(line, cut.lines().count(), "the line where it stops");
}

#[test]
fn what_is_not_ours_or_not_yet_known_is_said_to_be() {
    for other in ["[]", "null", "{}", "hello", "{\"schema\":\"other\",\"version\":2}", "%PDF-1.7", "<svg/>"] {
        assert_eq!(imported(other), Err(NotImported::NotOurs), "{other}");
    }
    assert_eq!(imported(" \n"), Err(NotImported::Missing));
    assert_eq!(read(&[0xff, 0xfe, 0]).err(), Some(NotImported::NotOurs));
    assert_eq!(changed(true, |file| file["version"] = 3.into()), Err(NotImported::Newer(3)));
    assert_eq!(imported("{\"schema\":\"coulisses-board\",\"version\":3,\"new\":{}}"), Err(NotImported::Newer(3)));
    assert_eq!(changed(true, |file| file["deck"]["slug"] = "mer".into()), Err(NotImported::OtherDeck("mer".into())));
    let deep = "{\"schema\":".to_owned() + &"[".repeat(100_000);
    assert!(imported(&deep).is_err(), "no stack is deep enough");
}

#[test]
fn a_slip_is_told_with_its_line_and_its_field() {
    let misread = |change: fn(&mut Value)| match changed(false, change) {
        Err(NotImported::Misread(line, field)) => (line > 0, field),
        other => panic!("{other:?}"),
    };
    let lacks = |file: &mut Value| drop(file["cards"][0].as_object_mut().expect("an object").remove("lot"));
    assert_eq!(misread(lacks), (true, "lot".into()));
    assert_eq!(misread(|file| file["people"] = 3.into()), (true, "people".into()));
    assert_eq!(misread(|file| file["phase"] = "lunch".into()), (true, "lunch".into()));
    assert_eq!(misread(|file| file["cards"][0]["card"] = 70_000.into()), (true, "70000".into()));
}

#[test]
fn a_file_brings_nothing_that_a_room_would_have_refused() {
    let against = |part, place, why| Err(NotImported::Against(part, place, why));
    let long = "x".repeat(281);
    assert_eq!(changed(true, |file| file["cards"][0]["card"] = 9_999.into()), Err(NotImported::UnknownCard(9_999)));
    let twice = changed(true, |file| file["cards"][1] = file["cards"][0].clone());
    assert_eq!(twice, against("cards", 2, Rejection::AlreadyDealt));
    let twice = changed(true, |file| file["links"][1] = file["links"][0].clone());
    assert_eq!(twice, against("links", 2, Rejection::AlreadyLinked));
    let slip = changed(true, |file| file["links"][0]["because"] = long.clone().into());
    assert_eq!(slip, against("links", 1, Rejection::TooLong(280)));
    let slip = changed(true, |file| file["links"][0]["because"] = "\u{202e}gauche".into());
    assert_eq!(slip, against("links", 1, Rejection::Unprintable));
    let slip = changed(true, |file| file["links"][0]["consequence"] = file["links"][0]["cause"].clone());
    assert_eq!(slip, against("links", 1, Rejection::SelfLink));
    let crowd = changed(true, |file| file["links"][0]["agree"] = 4_000_000_000_u32.into());
    assert_eq!(crowd, against("links", 1, Rejection::Full));
    let stars = changed(true, |file| {
        file["links"].as_array_mut().expect("a list").iter_mut().for_each(|link| link["starred"] = true.into());
    });
    assert_eq!(stars, against("links", 4, Rejection::ThreeStars));
    let grade = changed(true, |file| file["actions"][0]["effort"] = 6.into());
    assert_eq!(grade, against("actions", 1, Rejection::BadGrade));
    let off = changed(true, |file| file["drawings"][0]["points"][0]["x"] = (-5).into());
    assert_eq!(off, against("drawings", 1, Rejection::OffTable));
}

#[test]
fn a_file_that_contradicts_itself_is_refused() {
    for (what, change) in contradictions() {
        assert_eq!(changed(true, change), Err(NotImported::Altered), "{what}");
    }
}

type Change = fn(&mut Value);

fn contradictions() -> [(&'static str, Change); 7] {
    [
        ("a lot with cards that was not dealt", |file| {
            for lot in file["lots"].as_array_mut().expect("a list") {
                lot["dealt"] = false.into();
            }
        }),
        ("a lot twice", |file| {
            let lot = file["lots"][0].clone();
            file["lots"].as_array_mut().expect("a list").push(lot);
        }),
        ("a phase that no step opened", |file| {
            let other = if file["phase"] == "story" { "links" } else { "story" };
            file["phase"] = other.into();
        }),
        ("a note twice", |file| {
            let note = file["notes"][0].clone();
            file["notes"].as_array_mut().expect("a list").push(note);
        }),
        ("an action twice", |file| {
            let action = file["actions"][0].clone();
            file["actions"].as_array_mut().expect("a list").push(action);
        }),
        ("a card on the table, nowhere", |file| {
            let cards = file["cards"].as_array_mut().expect("a list");
            cards.iter_mut().for_each(|card| card["at"] = Value::Null);
        }),
        ("a format that there is not", |file| file["format"] = 46.into()),
    ]
}

#[test]
fn boards_of_the_first_version_come_in_too() {
    let file = first_version();
    let document = imported(&file.to_string()).expect("it comes in");
    assert_eq!(document.links.len(), 2);
    assert_eq!(document.phase, board::Phase::Review);
    assert_eq!(document.opinions(*document.links.keys().next().expect("a link")), (2, 1));
}

/// A file as version 1 wrote it.
fn first_version() -> Value {
    let lot = embedded().deck.lots_of(board::deck::Format::FortyFive).into_iter().next().expect("there is one");
    let ids: Vec<_> = lot.1.iter().map(|card| card.0).take(3).collect();
    let card = |(id, x): (&u16, i32)| json!({ "card": id, "slug": "x", "title": "X", "lot": lot.0.0, "place": "table", "at": { "x": x, "y": 900 } });
    let link = |cause: u16, consequence: u16| {
        json!({
            "cause": cause, "consequence": consequence, "kind": "leads-to", "because": "on l’a vu", "author": 2,
            "at": "2026-11-25T13:30Z", "ink": true, "agree": 2, "disagree": 1, "starred": false,
        })
    };
    json!({
        "schema": "coulisses-board", "version": 1,
        "saved": { "name": "Midi", "at": "2026-11-25T14:00Z", "mark": 7, "seq": 312 },
        "workshop": "Saison 2026", "table": 2,
        "deck": { "slug": embedded().deck.slug, "version": "1.0.0", "licence": "CC-BY-SA-4.0" },
        "title": "", "phase": "review", "story": "",
        "lots": [{ "lot": lot.0.0, "title": "Lot", "dealt": true, "open": false }],
        "cards": ids.iter().zip([400, 900, 1400]).map(card).collect::<Vec<_>>(),
        "links": [link(ids[0], ids[1]), link(ids[1], ids[2])],
        "notes": [], "questions": [], "drawings": [], "actions": [],
    })
}
