//! A board as a table of eight leaves it after three hours: every card of the long format, sixty links of the key.

use app::api::{LotCard, SavedCard, SavedOpening};
use board::deck::{Format, Grade, Lang};
use board::protocol::Faces;
use board::{
    Action, ActionId, ActorId, Card, Day, Dealt, Document, Link, Millis, Note, NoteId, Phase, Point, Role, Seat, Seq,
    Shape, Spot, Stamp, Stance, Stroke, StrokeId,
};
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
        format: 180,
        deck_version: deck.version.clone(),
        local: Default::default(),
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
    let drawn = loaded.key(Lang::Fr).expected.iter().filter(|(link, _)| here(link)).take(links).zip(1u32..);
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
    second_half(&mut document);
    document
}

/// What a table thinks of its links, tells, draws and decides.
fn second_half(document: &mut Document) {
    let mut links = document.links.iter_mut();
    let (&key, link) = links.next().expect("there are links");
    link.ink = true;
    document.stars.insert(key);
    let said = [(1, Stance::Agree), (2, Stance::Agree), (3, Stance::Disagree)];
    document.stances.insert(key, said.map(|(actor, stance)| (ActorId(actor), stance)).into());
    document.story = "Tout part d’un écran que personne n’a demandé.".into();
    let line = Shape::line(2, &[Point { x: 300, y: 300 }, Point { x: 380, y: 310 }]).expect("two points");
    let stamp = Shape::Stamp { stamp: Stamp::Stop, at: Point { x: 900, y: 300 } };
    for (id, shape) in [(1, line), (u64::MAX, stamp)] {
        document.strokes.insert(StrokeId(id), Stroke { shape, author: ActorId(4) });
    }
    let action = Action {
        text: "Garder les écrans deux ans de plus".into(),
        renounces: true,
        effort: Grade::new(2),
        owner: "La régie".into(),
        first_step: "Écrire au service des achats".into(),
        due: Day::read("2026-01-15"),
        ..Action::default()
    };
    document.actions.insert(ActionId(7), action);
}
