//! What the still picture of a board and the room's screen say, and what they must never say.

use app::api::{BoardOpening, Invitation, LotCard, TableCard, WorkshopCard};
use app::components::picture::{Detail, Picture};
use app::live::LiveBoard;
use app::pages::projector::projector;
use board::deck::{Back, Certainty, Front, Lang};
use board::protocol::Faces;
use board::{
    ActorId, Asker, BoardId, Card, CardId, Dealt, Document, Link, LinkId, LinkKind, LotId, Millis, Note, NoteId, Phase,
    Point, Role, Seat, Seq, Snapshot, Spot, WorkshopId,
};
use leptos::prelude::*;

const TITLES: [&str; 3] = ["Extraction des métaux", "Fabrication des équipements", "Ordinateurs, smartphones, écrans"];

/// Three cards on the table, a fourth in a hand, one link of each kind, an open question.
fn document() -> Document {
    let mut document = Document { title: "Des mines & des écrans".into(), phase: Phase::Links, ..Document::default() };
    document.lots.insert(LotId(3), Dealt { open: true, seed: 1, left: 0 });
    for number in 1..=3 {
        let at = Point { x: 400 * number as i16, y: 500 + 200 * (number as i16 % 2) };
        document.cards.insert(CardId(number), Card { lot: LotId(3), spot: Spot::Table(at) });
    }
    document.cards.insert(CardId(4), Card { lot: LotId(3), spot: Spot::Hand(ActorId(1)) });
    for ((cause, consequence), kind) in [(1, 2), (2, 3), (3, 1)].into_iter().zip(LinkKind::ALL) {
        let id = LinkId { cause: CardId(cause), consequence: CardId(consequence) };
        let because =
            if kind == LinkKind::LeadsTo { "parce que <b>tout</b> en est fait".into() } else { String::new() };
        document.links.insert(id, Link { kind, because, author: ActorId(1), at: Millis(1), ink: false });
    }
    let (spot, author, at) = (Point { x: 800, y: 1000 }, ActorId(2), Millis(1));
    document.notes.insert(NoteId(1), Note { spot, text: "Qui décide ?".into(), question: true, author, at });
    document
}

fn faces() -> Faces {
    let front =
        |(card, title): (u16, &str)| Front { card: CardId(card), lot: LotId(3), title: title.into(), lang: Lang::Fr };
    let back = Back {
        card: CardId(1),
        fact: "Un fait que la salle ne lit pas".into(),
        source: "Source".into(),
        year: None,
        certainty: Certainty::ToCheck,
        lang: Lang::Fr,
    };
    Faces { fronts: (1..).zip(TITLES).map(front).collect(), backs: vec![back] }
}

fn picture(document: Document, detail: Detail) -> String {
    Owner::new().with(|| view! { <Picture document faces=faces() detail /> }.to_html())
}

fn screen(change: impl FnOnce(&mut BoardOpening)) -> String {
    let id = uuid::Uuid::from_u128(7);
    let seat = |(actor, name, role, here)| Seat { actor: ActorId(actor), role, name: String::from(name), here };
    let seats = [
        (1, "Zoé-Témoin", Role::Participant, true),
        (2, "Ali-Témoin", Role::Participant, true),
        (3, "Eve-Témoin", Role::Participant, false),
        (4, "Lou-Témoin", Role::Facilitator, true),
    ];
    let mut opening = BoardOpening {
        me: Asker { actor: ActorId(9), role: Role::Projector },
        lang: Lang::Fr,
        now: Millis(0),
        workshop: WorkshopCard {
            id: WorkshopId(id),
            title: "Atelier du théâtre".into(),
            code: "K7M4PX".into(),
            format: 90,
            open: true,
            assigned: false,
            tables: vec![TableCard { board: BoardId(id), people: 3 }],
        },
        board: BoardId(id),
        table: 2,
        snapshot: Snapshot { seq: Seq(9), document: document() },
        seats: seats.into_iter().map(seat).collect(),
        faces: faces(),
        lots: vec![LotCard { lot: LotId(3), title: "De la mine à la benne".into(), cards: 4 }],
        memo: None,
        script: Vec::new(),
        invitation: Some(Invitation {
            address: "https://salle.example/rejoindre/K7M4PX".into(),
            side: 21,
            path: "M0 0h7v7h-7z".into(),
            wifi: Some("Foyer du théâtre".into()),
        }),
    };
    change(&mut opening);
    Owner::new().with(|| projector(vec![LiveBoard::new(opening)]).to_html())
}

/// The text of a page as a reader gets it: no tags, no comments.
fn read(html: &str) -> String {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn count(html: &str, class: &str) -> usize {
    html.matches(&format!("class=\"{class}")).count()
}

#[test]
fn a_full_picture_shows_each_card_on_the_table_each_link_and_each_note_once() {
    let html = picture(document(), Detail::Full);
    assert_eq!((count(&html, "picture-card "), count(&html, "picture-link "), count(&html, "picture-note")), (3, 3, 2));
    assert_eq!(count(&html, "picture-slip\""), 1, "only one link says why");
}

#[test]
fn a_picture_says_what_it_is_and_its_links_are_sentences() {
    let html = picture(document(), Detail::Full);
    assert!(html.contains("role=\"img\"") && html.contains("aria-label=\"Plateau\u{a0}: Des mines &amp; des écrans\""));
    let said = read(&html);
    assert!(said.contains("3 cartes posées, 3 liens, 1 question ouverte"), "{said}");
    assert!(said.contains("Carte 1 : Extraction des métaux"), "{said}");
    assert!(said.contains("Fabrication des équipements réduit Ordinateurs, smartphones, écrans"), "{said}");
    let because =
        "Extraction des métaux entraîne Fabrication des équipements, parce que &lt;b&gt;tout&lt;/b&gt; en est fait";
    assert!(said.contains(because), "{said}");
}

#[test]
fn what_a_person_typed_is_text() {
    assert!(!picture(document(), Detail::Full).contains("<b>"));
    assert!(!screen(|_| {}).contains("<b>"));
}

#[test]
fn a_thumbnail_has_shapes_and_no_written_word() {
    let html = picture(document(), Detail::Thumbnail);
    assert_eq!((count(&html, "picture-card "), count(&html, "picture-link ")), (3, 3));
    assert!(!html.contains("<text") && !html.contains("Extraction"));
}

#[test]
fn kinds_of_link_differ_in_line_and_in_head() {
    let html = picture(document(), Detail::Full);
    let heads: std::collections::BTreeSet<_> =
        LinkKind::ALL.into_iter().map(|kind| app::scene::head(kind).path).filter(|path| html.contains(path)).collect();
    assert_eq!(heads.len(), 3);
    assert!(["leads-to", "reduces", "enables"].iter().all(|kind| html.contains(&format!("picture-link {kind}"))));
}

#[test]
fn nothing_carries_a_style_of_its_own() {
    for html in [picture(document(), Detail::Full), picture(document(), Detail::Thumbnail), screen(|_| {})] {
        assert!(!html.contains(" style="));
    }
}

#[test]
fn an_empty_board_is_a_picture_too() {
    let html = picture(Document::default(), Detail::Full);
    assert!(html.contains("Plateau sans titre") && html.contains("viewBox=\"0 0 3200 1800\""));
}

#[test]
fn the_screen_shows_the_board_and_how_to_come_to_it() {
    let html = screen(|_| {});
    let said = read(&html);
    for text in ["K7M 4PX", "salle.example", "Wifi Foyer du théâtre", "Table 2", "Des mines &amp; des écrans", "Liens"]
    {
        assert!(said.contains(text), "{text} in {said}");
    }
    assert!(html.contains("M0 0h7v7h-7z"), "the QR code");
    assert_eq!((count(&html, "picture-card "), count(&html, "picture-link ")), (3, 3));
}

#[test]
fn the_screen_counts_people_at_the_table_and_names_none() {
    let html = screen(|_| {});
    assert!(read(&html).contains("2 personnes à la table"), "those who are here, without the person who facilitates");
    assert!(!html.contains("Témoin"));
}

#[test]
fn the_screen_never_shows_a_back() {
    assert!(!screen(|_| {}).contains("Un fait que la salle"));
}

#[test]
fn while_nothing_is_dealt_the_screen_is_the_invitation() {
    let html = screen(|opening| opening.snapshot.document = Document::default());
    assert!(html.contains("projector-invitation") && !html.contains("projector-board"));
    assert!(read(&html).contains("Atelier du théâtre") && read(&html).contains("K7M 4PX"));
}

#[test]
fn cards_that_are_dealt_and_not_placed_are_announced() {
    let html = screen(|opening| {
        let document = &mut opening.snapshot.document;
        document.cards.values_mut().for_each(|card| card.spot = Spot::Reserve);
        (document.links, document.notes) = Default::default();
    });
    assert!(read(&html).contains("4 cartes distribuées"), "{}", read(&html));
}

#[test]
fn a_pause_and_a_closed_door_are_said() {
    let html = screen(|opening| {
        opening.snapshot.document.paused = true;
        opening.workshop.open = false;
    });
    assert!(read(&html).contains("En pause") && read(&html).contains("Les inscriptions sont closes"));
    assert!(!read(&screen(|_| {})).contains("En pause"));
}

#[test]
fn a_code_of_any_length_and_alphabet_is_shown_whole() {
    for (code, said) in [("ÉTÉ26", "ÉTÉ 26"), ("A", "A"), ("", "")] {
        let html = screen(|opening| opening.workshop.code = code.into());
        assert!(read(&html).contains(said), "{code}");
    }
}
