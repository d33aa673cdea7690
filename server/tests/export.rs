//! What leaves with the organiser after the workshop: a picture that opens anywhere, and data that says the same.

#[path = "export/files.rs"]
mod files;
#[path = "export/random.rs"]
mod random;
#[path = "export/sample.rs"]
mod sample;
#[path = "export/schema.rs"]
mod schema;
#[path = "export/tables.rs"]
mod tables;

use app::api::SavedOpening;
use app::text::words;
use board::deck::Lang;
use board::{Note, NoteId, Point, Spot};
use roxmltree::{Document as Xml, Node};
use serde_json::Value;
use server::decks::embedded;
use server::export::{self, BoardFile};

/// What somebody types to see what happens.
const HOSTILE: &str = "</text><script>alert(1)</script> & \"'>]]> \u{0}\u{b}\u{1b}\u{ffff} <!-- ${x} \u{202e}gauche";

fn named<'a>(xml: &'a Xml<'a>, class: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    xml.descendants().filter(move |node| node.attribute("class") == Some(class))
}

fn texts(node: Node<'_, '_>) -> String {
    let lines = node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text());
    lines.collect::<Vec<_>>().join(" ")
}

/// Everything a picture says, its lines put together again.
fn said(svg: &str) -> String {
    let xml = Xml::parse(svg).expect("it is XML");
    texts(xml.root_element()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The board file, read as any program would.
fn data(saved: &SavedOpening) -> Value {
    serde_json::from_str(&BoardFile::of(saved, &embedded().deck).text()).expect("it is JSON")
}

fn hostile() -> SavedOpening {
    let mut saved = sample::saved(12, 12);
    (saved.card.name, saved.card.workshop, saved.card.document.title) =
        (HOSTILE.into(), HOSTILE.into(), HOSTILE.into());
    saved.faces.fronts.iter_mut().for_each(|front| front.title = HOSTILE.into());
    saved.lots.iter_mut().for_each(|lot| lot.title = HOSTILE.into());
    saved.card.document.links.values_mut().for_each(|link| link.because = HOSTILE.repeat(3));
    saved.card.document.notes.values_mut().for_each(|note| note.text = HOSTILE.repeat(3));
    saved
}

#[test]
fn every_card_on_the_table_and_every_link_is_on_the_picture_once() {
    let mut saved = sample::saved(45, 60);
    let document = &mut saved.card.document;
    let in_hand = *document.cards.keys().find(|&&card| !document.is_linked(card)).expect("some card has no link");
    document.cards.get_mut(&in_hand).expect("it was dealt").spot = Spot::Reserve;
    let svg = export::svg(&saved, &embedded().deck, words(Lang::Fr));
    let xml = Xml::parse(&svg).expect("it is XML");
    assert_eq!(named(&xml, "card").count(), 44);
    assert_eq!(named(&xml, "link").count(), saved.card.document.links.len());
    assert_eq!(named(&xml, "note").count(), saved.card.document.notes.len());
    let explained = saved.card.document.links.values().filter(|link| !link.because.is_empty()).count();
    assert_eq!(named(&xml, "slip").count(), explained);
}

#[test]
fn every_reason_and_every_note_can_be_read_in_full() {
    let saved = sample::saved(45, 60);
    let svg = export::svg(&saved, &embedded().deck, words(Lang::Fr));
    let said = said(&svg);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for link in saved.card.document.links.values() {
        assert!(said.contains(&words(&link.because)), "{}", link.because);
    }
    for note in saved.card.document.notes.values() {
        assert!(said.contains(&words(&note.text)), "{}", note.text);
    }
    for text in ["Des écrans, des mines et des publics", "24 novembre 2025", "Table 1", "entraîne", "réduit", "permet"]
    {
        assert!(said.contains(text), "{text}");
    }
}

#[test]
fn nothing_is_drawn_over_a_slip_and_links_are_under_the_cards() {
    let svg = export::svg(&sample::saved(45, 60), &embedded().deck, words(Lang::Fr));
    let xml = Xml::parse(&svg).expect("it is XML");
    let board = named(&xml, "board").next().expect("there is a board");
    let order: Vec<_> = board.children().filter_map(|node| node.attribute("class")).collect();
    let rank = |class: &&str| match *class {
        "stroke" | "stamp" => Some(3),
        "slip" => Some(4),
        class => ["link", "card", "note"].iter().position(|known| *known == class),
    };
    assert!(order.is_sorted_by_key(rank), "{order:?}");
}

#[test]
fn a_slip_hides_no_card_on_a_board_of_forty_five_cards_and_sixty_links() {
    let saved = sample::saved(45, 60);
    let document = &saved.card.document;
    let slips = app::scene::slips(document, 4, |_, link| link.because.clone());
    let hidden = |at: Point, width: i32, height: i32| {
        document.cards.keys().filter_map(|&card| document.on_table(card)).any(|card| {
            2 * i32::from((at.x - card.x).abs()) < width + 210 && 2 * i32::from((at.y - card.y).abs()) < height + 150
        })
    };
    let over: Vec<_> = slips.values().filter(|slip| hidden(slip.at, slip.text.width, slip.text.height)).collect();
    assert!(over.is_empty(), "{over:?}");
}

#[test]
fn the_file_stands_alone_without_script_or_style_or_reference() {
    for saved in [sample::saved(45, 60), hostile()] {
        let svg = export::svg(&saved, &embedded().deck, words(Lang::Fr));
        let xml = Xml::parse(&svg).expect("it is XML");
        let known = ["svg", "g", "rect", "path", "text", "tspan", "title", "desc"];
        for node in xml.descendants().filter(Node::is_element) {
            assert!(known.contains(&node.tag_name().name()), "{:?}", node.tag_name());
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(!name.starts_with("on") && !["style", "href", "src"].contains(&name), "{name}");
                assert!(!value.contains("url(") && !value.contains("//"), "{name}={value}");
            }
        }
    }
}

#[test]
fn what_a_person_types_is_text_in_both_files() {
    let saved = hostile();
    let svg = export::svg(&saved, &embedded().deck, words(Lang::Fr));
    assert!(said(&svg).contains("</text><script>alert(1)</script>"), "shown as it was typed");
    assert!(!svg.contains("<script"));
    let read = data(&saved);
    assert_eq!(read["title"], HOSTILE);
    assert_eq!(read["links"][0]["because"], HOSTILE.repeat(3));
}

#[test]
fn an_empty_board_and_a_note_alone_are_pictures_too() {
    let mut saved = sample::saved(0, 0);
    (saved.card.document.notes, saved.card.document.title) = (Default::default(), String::new());
    assert!(said(&export::svg(&saved, &embedded().deck, words(Lang::Fr))).contains("Plateau sans titre"));
    let note = Note {
        spot: Point { x: 0, y: 0 },
        text: "W".repeat(280),
        question: true,
        author: board::ActorId(1),
        at: board::Millis(0),
    };
    saved.card.document.notes.insert(NoteId(1), note);
    assert!(said(&export::svg(&saved, &embedded().deck, words(Lang::Fr))).contains("Question ouverte"));
}

#[test]
fn data_counts_what_the_board_counts() {
    let saved = sample::saved(45, 60);
    let (data, document) = (data(&saved), &saved.card.document);
    let count = |key: &str| data[key].as_array().map(Vec::len);
    assert_eq!(count("cards"), Some(document.cards.len()));
    assert_eq!(count("links"), Some(document.links.len()));
    assert_eq!(count("notes").zip(count("questions")), Some((1, 1)));
    assert_eq!(data["deck"]["version"], embedded().deck.version);
    assert_eq!(data["phase"], "review");
    let largest = &data["questions"][0]["note"];
    assert_eq!(largest, &u64::MAX.to_string(), "a number too large for JavaScript is a text");
}

#[test]
fn what_a_table_thinks_draws_tells_and_decides_is_in_both_files() {
    let saved = sample::saved(45, 60);
    let (svg, data) = (export::svg(&saved, &embedded().deck, words(Lang::Fr)), data(&saved));
    let key = &data["links"][0];
    assert_eq!((&key["ink"], &key["starred"]), (&Value::Bool(true), &Value::Bool(true)));
    assert_eq!((&key["agree"], &key["disagree"]), (&Value::from(2), &Value::from(1)));
    assert_eq!(data["story"], saved.card.document.story);
    assert_eq!((&data["drawings"][0]["pen"], &data["drawings"][1]["stamp"]), (&Value::from(2), &Value::from("stop")));
    assert_eq!((&data["actions"][0]["due"], &data["actions"][0]["impact"]), (&Value::from("2026-01-15"), &Value::Null));
    let xml = Xml::parse(&svg).expect("it is XML");
    // One on the board, one in the legend.
    assert_eq!((named(&xml, "star").count(), named(&xml, "marks").count()), (2, 2));
    assert_eq!((named(&xml, "stroke").count(), named(&xml, "stamp").count()), (1, 1));
    let said = said(&svg);
    for text in [&saved.card.document.story, "À l’encre, 2 d’accord, 1 pas d’accord, lien clé", "Garder les écrans"]
    {
        assert!(said.contains(text), "{text}");
    }
    assert!(!said.contains("La régie"), "a picture hangs on a wall");
}

#[test]
fn no_file_names_a_person() {
    let saved = sample::saved(45, 60);
    let (svg, data) = (export::svg(&saved, &embedded().deck, words(Lang::Fr)), data(&saved).to_string());
    for seat in &saved.seats {
        assert!(!svg.contains(&seat.name) && !data.contains(&seat.name), "{}", seat.name);
    }
}

#[test]
fn data_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../../docs/board.schema.json")).expect("it is JSON");
    for saved in [sample::saved(45, 60), sample::saved(0, 0), hostile()] {
        assert_eq!(schema::slips(&schema, &data(&saved)), Vec::<String>::new());
    }
    // A check that finds nothing must be able to find something.
    let mut broken = data(&sample::saved(12, 12));
    broken["phase"] = "lunch".into();
    broken["table"] = 0.into();
    broken["people"] = 3.into();
    broken["links"][0]["because"] = Value::Null;
    let found = schema::slips(&schema, &broken);
    assert_eq!(found, ["/links/0/because: type", "/people: not in the schema", "/phase: enum", "/table: minimum"]);
}
