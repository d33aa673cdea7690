//! Roles that are given and taken back, seats that are left and changed.

use crate::Place;
use crate::minutes::{visitor, workshop};
use app::api::VisitorId;
use board::{ActorId, BoardId, Role};
use server::store::{Failure, SeatRow, Seating, Store, Workshop};
use std::collections::BTreeMap;

pub async fn who_came_by_which_secret_is_known(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, .. } = new(&*store, "COUNTS", 1).await;
    let (nora, screen) =
        (granted(&*store, &id, Role::Facilitator, 1).await, granted(&*store, &id, Role::Projector, 2).await);
    assert_eq!(seats_by(&*store, &id).await, [(nora, vec![]), (screen, vec![])]);
    let (laptop, phone) = (entered(&*store, nora, "Nora").await, entered(&*store, nora, "Nora 2").await);
    assert_eq!((laptop.role, laptop.board), (Role::Facilitator, None));
    drop(store);
    let store = place.open().await;
    assert_eq!(seats_by(&*store, &id).await, [(nora, vec![laptop.actor, phone.actor]), (screen, vec![])]);
}

pub async fn a_secret_taken_back_opens_nothing_and_its_seats_are_left(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "REVOKE", 1).await;
    let (nora, odile) =
        (granted(&*store, &id, Role::Facilitator, 1).await, granted(&*store, &id, Role::Facilitator, 2).await);
    let (hers, other) = (entered(&*store, nora, "Nora").await, entered(&*store, odile, "Odile").await);
    let elsewhere = new(&*store, "OTHERS", 1).await;
    assert_eq!(store.revoke(elsewhere.id, nora).await.expect("an answer"), [], "it is not theirs to take back");
    assert_eq!(store.revoke(id, nora).await.expect("an answer"), [hers.actor]);
    assert_eq!(store.revoke(id, nora).await.expect("an answer"), [], "twice is once");
    assert_eq!(store.granted([1; 32]).await.expect("an answer"), None);
    assert_eq!(store.enter(nora, visitor(), "Nora").await.expect("an answer"), None, "not by its number either");
    assert_eq!(store.seat_of(id, hers.visitor).await.expect("an answer"), None);
    assert_eq!(store.facilitated_by(hers.visitor).await.expect("an answer"), []);
    assert_eq!(store.seats(id).await.expect("an answer"), [other]);
    let next = granted(&*store, &id, Role::Facilitator, 3).await;
    assert!(next > odile && odile > nora, "a number is not given twice");
    let back = store.take_seat(id, hers.visitor, Some(boards[0]), Role::Participant, "Nora").await.expect("an answer");
    assert!(matches!(back, Seating::Seated(SeatRow { actor: ActorId(3), role: Role::Participant, .. })), "{back:?}");
}

pub async fn whoever_plays_now_keeps_their_seat_when_the_secret_they_looked_on_with_is_taken_back(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "BALCON", 1).await;
    let balcony = granted(&*store, &id, Role::Spectator, 1).await;
    let looks_on = entered(&*store, balcony, "Balcon").await;
    store.take_seat(id, looks_on.visitor, Some(boards[0]), Role::Participant, "Max").await.expect("an answer");
    assert_eq!(store.revoke(id, balcony).await.expect("an answer"), []);
    let seat = store.seat_of(id, looks_on.visitor).await.expect("an answer").expect("still there");
    assert_eq!((seat.actor, seat.role, seat.name.as_str()), (looks_on.actor, Role::Participant, "Max"));
}

pub async fn whoever_leaves_leaves_a_number_and_nothing_else(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "LEAVES", 1).await;
    let (lea, omar) =
        (joined(&*store, &id, Some(boards[0]), "Léa").await, joined(&*store, &id, Some(boards[0]), "Omar").await);
    assert_eq!(store.leave(id, omar.actor).await.expect("an answer"), Some(omar.clone()));
    assert_eq!(store.leave(id, omar.actor).await.expect("an answer"), None, "twice is once");
    assert_eq!(store.leave(id, ActorId(99)).await.expect("an answer"), None);
    drop(store);
    let store = place.open().await;
    assert_eq!(store.seats(id).await.expect("an answer"), [lea]);
    assert_eq!(store.seat_of(id, omar.visitor).await.expect("an answer"), None);
    let again = joined(&*store, &id, Some(boards[0]), "Omar").await;
    assert_eq!(again.actor, ActorId(3), "the name is free, the number is not");
    let seating =
        store.take_seat(id, omar.visitor, Some(boards[0]), Role::Participant, "Omar B").await.expect("an answer");
    assert!(matches!(seating, Seating::Seated(SeatRow { actor: ActorId(4), .. })), "{seating:?}");
}

pub async fn a_participant_is_seated_at_another_table_of_the_same_workshop(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "MOVING", 2).await;
    let there = new(&*store, "THERE1", 1).await;
    let lea = joined(&*store, &id, Some(boards[0]), "Léa").await;
    assert_eq!(store.move_to(id, lea.actor, boards[1]).await.expect("an answer"), Some(lea.clone()));
    let moved = SeatRow { board: Some(boards[1]), ..lea.clone() };
    assert_eq!(store.seat_of(id, lea.visitor).await.expect("an answer"), Some(moved));
    assert!(matches!(store.move_to(id, lea.actor, there.boards[0]).await, Err(Failure::NoBoard(_))));
    assert_eq!(store.move_to(id, ActorId(9), boards[0]).await.expect("an answer"), None, "nobody sits there");
    let nora = granted(&*store, &id, Role::Facilitator, 1).await;
    let nora = entered(&*store, nora, "Nora").await;
    assert_eq!(store.move_to(id, nora.actor, boards[0]).await.expect("an answer"), None, "nor at any one table");
}

pub async fn people_who_choose_no_table_are_spread_evenly_however_fast_they_come(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "SPREAD", 3).await;
    let gone = joined(&*store, &id, Some(boards[1]), "Reparti").await;
    store.leave(id, gone.actor).await.expect("an answer");
    let screens = granted(&*store, &id, Role::Projector, 1).await;
    entered(&*store, screens, "Projection").await;
    let people = futures::future::join_all((0..30).map(|n| {
        let store = store.clone();
        async move { joined(&*store, &id, None, &format!("P{n}")).await.board }
    }));
    let mut tables: BTreeMap<Option<BoardId>, usize> = BTreeMap::new();
    people.await.into_iter().for_each(|board| *tables.entry(board).or_default() += 1);
    assert_eq!(tables, boards.iter().map(|board| (Some(*board), 10)).collect());
}

/// Makes a secret of this byte; its number.
async fn granted(store: &dyn Store, id: &board::WorkshopId, role: Role, byte: u8) -> i64 {
    store.grant(*id, role, "", [byte; 32]).await.expect("it is kept");
    store.granted([byte; 32]).await.expect("an answer").expect("it is known").number
}

async fn entered(store: &dyn Store, grant: i64, name: &str) -> SeatRow {
    seat(store.enter(grant, visitor(), name).await.expect("an answer").expect("the secret is known"))
}

async fn joined(store: &dyn Store, id: &board::WorkshopId, board: Option<BoardId>, name: &str) -> SeatRow {
    seat(
        store.take_seat(*id, VisitorId(uuid::Uuid::new_v4()), board, Role::Participant, name).await.expect("an answer"),
    )
}

fn seat(seating: Seating) -> SeatRow {
    match seating {
        Seating::Seated(seat) => seat,
        Seating::NameTaken => panic!("the name is taken"),
    }
}

async fn seats_by(store: &dyn Store, id: &board::WorkshopId) -> Vec<(i64, Vec<ActorId>)> {
    let grants = store.grants(*id).await.expect("an answer");
    grants.into_iter().map(|(grant, seats)| (grant.number, seats)).collect()
}

async fn new(store: &dyn Store, code: &str, tables: usize) -> Workshop {
    let workshop = workshop(code, tables);
    assert!(store.create(&workshop).await.expect("the workshop is kept"));
    workshop
}
