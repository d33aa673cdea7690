//! A board as a table of eight leaves it after three hours: every card of the long format, sixty links of the key.

use app::api::{LotCard, SavedCard, SavedOpening};
use board::deck::{Format, Lang};
use board::protocol::Faces;
use board::{ActorId, Card, Dealt, Document, Link, Millis, Note, NoteId, Phase, Point, Role, Seat, Seq, Spot};
use server::decks::embedded;

/// A saved board with the first `cards` cards of the format they make and at most `links` links of the key between them.
pub fn saved(cards: usize, links: usize) -> SavedOpening {
    let document = document(cards, links);
    let deck = &embedded().deck;
    let fronts = document.cards.keys().filter_map(|&card| deck.front(card, Lang::Fr)).collect();
    let lot = |(lot, cards): (board::LotId, Vec<board::CardId>)| LotCard {
        lot,
        title: deck.lots.iter().find(|known| known.id == lot).map(|lot| lot.title.fr.clone()).unwrap_or_default(),
        cards: cards.len() as u8,
    };
    let seat = |(actor, name): (u32, &str)| Seat {
        actor: ActorId(actor),
        role: Role::Participant,
        name: name.to_owned(),
        here: true,
    };
    SavedOpening {
        card: SavedCard {
            mark: 7,
            name: "Fin de la relecture".to_owned(),
            at: Millis(1_763_985_600_000),
            workshop: "Le numérique du théâtre, saison 2026".to_owned(),
            table: 1,
            document,
        },
        seq: Seq(312),
        faces: Faces { fronts, backs: Vec::new() },
        lots: deck.lots_of(Format::ThreeHours).into_iter().map(lot).collect(),
        seats: (1..).zip(["Prénom-Témoin-Un", "Prénom-Témoin-Deux"]).map(seat).collect(),
    }
}

fn document(cards: usize, links: usize) -> Document {
    let loaded = embedded();
    let mut document = Document { title: "Des écrans, des mines et des publics".to_owned(), ..Document::default() };
    document.phase = Phase::Review;
    let format = match cards {
        0..=12 => Format::FortyFive,
        13..=24 => Format::Ninety,
        _ => Format::ThreeHours,
    };
    let dealt = loaded.deck.formats[&format].iter().take(cards);
    let columns = match cards {
        0..=4 => 2,
        5..=6 => 3,
        7..=12 => 4,
        _ => 9,
    };
    for (&id, index) in dealt.zip(0i16..) {
        let (column, row) =
            (index / ((cards as i16 + columns - 1) / columns), index % ((cards as i16 + columns - 1) / columns));
        // Not quite a grid: people put cards down as they come.
        let at = Point { x: 180 + column * 352 + (row * 37) % 60, y: 150 + row * 360 + (column * 53) % 90 };
        let lot = loaded.deck.cards[&id].lot;
        document.lots.insert(lot, Dealt { open: lot.0 < 4, seed: 1, left: 0 });
        document.cards.insert(id, Card { lot, spot: Spot::Table(at) });
    }
    let here = |link: &board::LinkId| {
        document.cards.contains_key(&link.cause) && document.cards.contains_key(&link.consequence)
    };
    let drawn = loaded.key.expected.iter().filter(|(link, _)| here(link)).take(links).zip(1u32..);
    document.links = drawn
        .map(|((&id, expected), turn)| {
            let because = if turn % 4 == 0 { String::new() } else { expected.why.chars().take(280).collect() };
            let link = Link {
                kind: expected.kind,
                because,
                author: ActorId(turn % 8 + 1),
                at: Millis(u64::from(turn)),
                ink: false,
            };
            (id, link)
        })
        .collect();
    let note = |spot: (i16, i16), text: &str, question: bool| Note {
        spot: Point { x: spot.0, y: spot.1 },
        text: text.to_owned(),
        question,
        author: ActorId(2),
        at: Millis(1),
    };
    document
        .notes
        .insert(NoteId(u64::MAX), note((950, 690), "À revoir avec la régie : qui décide du renouvellement ?", true));
    if cards <= 12 {
        return document;
    }
    document.notes.insert(NoteId(2), note((2250, 340), "Chez nous : parc acheté en 2019.", false));
    document
}
