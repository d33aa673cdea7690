//! A small board with something of everything, and the texts of its cards.

use board::deck::{Back, Certainty, Front, Lang};
use board::protocol::Faces;
use board::*;

pub const TITLES: [&str; 3] =
    ["Extraction des métaux", "Fabrication des équipements", "Ordinateurs, smartphones, écrans"];

/// Three cards on the table, a fourth in a hand, one link of each kind, an open question.
pub fn document() -> Document {
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

pub fn faces() -> Faces {
    let front = |(card, title): (u16, &str)| Front {
        card: CardId(card),
        lot: LotId(3),
        title: title.into(),
        lang: Lang::Fr,
        sheet: None,
    };
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

/// The text of a page as a reader gets it: no tags, no comments.
pub fn read(html: &str) -> String {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many elements begin with this class.
pub fn count(html: &str, class: &str) -> usize {
    html.matches(&format!("class=\"{class}")).count()
}
