//! A workshop with cards of its own: three of the house are added, four of the deck are left out, and everything that is
//! done with cards is done with these.

use crate::house::House;
use crate::{Browser, claire};
use app::routes::{Export, Route};
use board::deck::Format;
use board::*;
use server::decks::embedded;
use server::store::{Library, Workshop};
use uuid::Uuid;

const OURS: [&str; 3] = ["Notre régie lumière", "Deux écrans au foyer", "Le serveur du sous-sol"];

fn add(claire: &Browser, workshop: &Workshop, title: &str, lot: &str) -> crate::house::Answer {
    let workshop = workshop.id.to_string();
    claire.post("add-card", &[("workshop", &workshop), ("title", title), ("fact", "Mesuré en mars"), ("lot", lot)])
}

fn hide(claire: &Browser, workshop: &Workshop, card: CardId, hidden: bool) -> u16 {
    let (workshop, card, hidden) = (workshop.id.to_string(), card.to_string(), hidden.to_string());
    claire.post("hide-card", &[("workshop", &workshop), ("card", &card), ("hidden", &hidden)]).status
}

async fn does(house: &House, board: BoardId, intent: Intent) {
    let asker = Asker { actor: ActorId(1), role: Role::Facilitator };
    house.rooms.submit(board, asker, OpId(Uuid::new_v4()), intent).await.expect("this is allowed");
}

/// A workshop of three hours with two tables, to which the organiser has made these changes while somebody waits there.
async fn prepared(house: &House, claire: &Browser) -> (Workshop, Vec<CardId>) {
    let workshop = house.workshop().await;
    claire.get(&Route::OwnCards(workshop.id).to_string());
    house.participant(&workshop, "Zoé", 1);
    let hidden = embedded().deck.lot_cards(Format::ThreeHours, LotId(1))[..4].to_vec();
    for title in OURS {
        let added = add(claire, &workshop, title, "1");
        assert_eq!(added.status, 200, "{}", added.body);
    }
    for &card in &hidden {
        assert_eq!(hide(claire, &workshop, card, true), 200);
    }
    (workshop, hidden)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_local_cards_are_dealt_and_linked_and_four_hidden_ones_are_not() {
    let house = House::open().await;
    let claire = claire(&house);
    let (workshop, hidden) = prepared(&house, &claire).await;
    let board = workshop.boards[0];
    does(&house, board, Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
    let document = house.rooms.look(board).await.expect("a board").0.document;
    assert!(hidden.iter().all(|card| !document.cards.contains_key(card)), "they stay in the box");
    let local: Vec<_> = document.cards.keys().copied().filter(|card| card.0 > 1_000).collect();
    assert_eq!(local, [CardId(1_001), CardId(1_002), CardId(1_003)]);
    assert_eq!(document.cards.len(), embedded().deck.lot_cards(Format::ThreeHours, LotId(1)).len() - 4 + 3);
    for (&card, x) in local.iter().zip([400, 900, 1_400]) {
        does(&house, board, Intent::Do(Op::Place { card, at: Point { x, y: 400 } })).await;
    }
    let link = LinkId { cause: local[0], consequence: local[1] };
    does(&house, board, Intent::Do(Op::Enter { step: 1, phase: Phase::Links, minutes: 9 })).await;
    does(&house, board, Intent::Do(Op::Link { link, kind: LinkKind::LeadsTo, because: "le câble".into() })).await;
    let plan = claire.get(&Route::Plan(board).to_string()).body;
    assert!(OURS.iter().all(|title| plan.contains(title)));
    does(&house, board, Intent::Do(Op::Open { lot: LotId(1) })).await;
    let back = claire.get(&Route::Plan(board).to_string()).body;
    assert!(back.contains("Mesuré en mars") && back.contains("Carte locale, ajoutée pour cet atelier"));
    let title = |card: &CardId| &embedded().deck.cards[card].title.fr;
    let printed = claire.get(&Route::OwnPrint(workshop.id).to_string()).body;
    assert!(OURS.iter().all(|title| printed.contains(title)) && printed.contains(">locale<"));
    assert!(hidden.iter().all(|card| !printed.contains(&format!("<h3>{}</h3>", title(card)))), "they are not printed");
    assert_eq!(add(&claire, &workshop, "Trop tard", "1").status, 422, "a table has begun");
    assert_eq!(hide(&claire, &workshop, hidden[0], false), 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_local_card_is_said_to_be_one_in_saved_boards_and_in_comparisons() {
    let house = House::open().await;
    let claire = claire(&house);
    let (workshop, _) = prepared(&house, &claire).await;
    let (mut marks, local) = (Vec::new(), [CardId(1_001), CardId(1_002)]);
    for (place, &board) in workshop.boards.iter().enumerate() {
        claire.get(&Route::Facilitate(workshop.id, place as u8 + 1).to_string());
        does(&house, board, Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
        for (card, x) in local.into_iter().zip([400, 900]) {
            does(&house, board, Intent::Do(Op::Place { card, at: Point { x, y: 400 } })).await;
        }
        let link = LinkId { cause: local[0], consequence: local[1] };
        does(&house, board, Intent::Do(Op::Link { link, kind: LinkKind::LeadsTo, because: String::new() })).await;
        claire.post("save", &[("board", &board.to_string()), ("name", "Midi")]);
        marks.push(house.store.marks_of(board).await.expect("an answer")[0].id);
    }
    let said = format!("{} (locale)", OURS[0]);
    assert!(claire.get(&Route::Saved(marks[0]).to_string()).body.contains(&said));
    let compared = claire.get(&format!("/bibliotheque/comparer?plateau={}&plateau={}", marks[0], marks[1])).body;
    assert!(compared.contains(&said), "one link, drawn by both");
    let file = claire.get(&Route::Export(marks[0], Export::Json).to_string()).body;
    let data: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(data["local"][0]["title"], OURS[0]);
    assert_eq!(data["local"][0]["fact"], "Mesuré en mars");
    // Elsewhere, where nobody knows these cards.
    let elsewhere = House::open().await;
    let odile = crate::claire(&elsewhere);
    // There, another workshop has a card of its own under the same number: they are two cards.
    let own = elsewhere.workshop().await;
    odile.get(&Route::OwnCards(own.id).to_string());
    assert_eq!(add(&odile, &own, "Le gradateur de 1998", "1").status, 200);
    let came = odile.uploads(&Route::Import.to_string(), file.as_bytes());
    let Some(Route::Saved(mark)) = Route::read(&came.leads) else { panic!("{} {}", came.status, came.body) };
    assert_eq!(odile.get(&Route::Export(mark, Export::Json).to_string()).body, file, "byte for byte");
    assert!(odile.get(&came.leads).body.contains(&said));
    does(&elsewhere, own.boards[0], Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
    let first =
        *elsewhere.rooms.look(own.boards[0]).await.expect("a board").0.document.cards.keys().next().expect("a card");
    for (card, x) in [(first, 400), (CardId(1_001), 900)] {
        does(&elsewhere, own.boards[0], Intent::Do(Op::Place { card, at: Point { x, y: 400 } })).await;
    }
    let link = LinkId { cause: first, consequence: CardId(1_001) };
    does(&elsewhere, own.boards[0], Intent::Do(Op::Link { link, kind: LinkKind::LeadsTo, because: String::new() }))
        .await;
    odile.post("save", &[("board", &own.boards[0].to_string()), ("name", "Soir")]);
    let other = elsewhere.store.marks_of(own.boards[0]).await.expect("an answer")[0].id;
    let compared = odile.get(&format!("/bibliotheque/comparer?plateau={mark}&plateau={other}")).body;
    assert!(compared.contains(&said) && compared.contains("Le gradateur de 1998 (locale)"));
    let lies = file.replacen("Mesuré en mars", &"x".repeat(251), 1);
    assert_eq!(odile.uploads(&Route::Import.to_string(), lies.as_bytes()).status, 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_local_card_says_is_measured_and_a_lot_keeps_a_card() {
    let house = House::open().await;
    let claire = claire(&house);
    let workshop = house.workshop().await;
    let page = || claire.get(&Route::OwnCards(workshop.id).to_string()).body;
    for (title, lot, status) in
        [("", "1", 422), (&*"x".repeat(41), "1", 422), ("Bien", "9", 404), (" Bien\u{202e} ", "2", 200)]
    {
        assert_eq!(add(&claire, &workshop, title, lot).status, status, "{title}");
    }
    assert!(page().contains(">Bien<"), "a mark that turns the direction is no part of it");
    let lot = embedded().deck.lot_cards(Format::ThreeHours, LotId(3));
    let (last, others) = lot.split_last().expect("it has cards");
    assert!(others.iter().all(|&card| hide(&claire, &workshop, card, true) == 200));
    assert_eq!(hide(&claire, &workshop, *last, true), 422, "a lot of nothing could not be dealt");
    assert_eq!(hide(&claire, &workshop, others[0], false), 200);
    assert_eq!(hide(&claire, &workshop, CardId(999), true), 404);
    let id = workshop.id.to_string();
    let away = claire.post("take-card-away", &[("workshop", &id), ("card", "1001")]);
    assert_eq!((away.status, page().contains(">Bien<")), (200, false));
    add(&claire, &workshop, "Encore", "2");
    assert!(page().contains("1002"), "a number is given once");
    for turn in 0..19 {
        assert_eq!(add(&claire, &workshop, &format!("Carte {turn}"), "2").status, 200);
    }
    assert_eq!(add(&claire, &workshop, "De trop", "2").status, 422);
    let other = house.workshop().await;
    assert!(!claire.get(&Route::OwnCards(other.id).to_string()).body.contains("Encore"), "they are this workshop's");
}
