//! Workshops, seats, secrets.

use crate::Place;
use crate::minutes::{visitor, workshop};
use board::{ActorId, BoardId, Millis, Role, WorkshopId};
use server::store::{Failure, SeatRow, Seating, Store, Workshop};
use uuid::Uuid;

pub async fn a_workshop_is_found_by_id_code_and_board(place: impl Place) {
    let kept = workshop("K7M2QX", 3);
    assert!(place.open().await.create(&kept).await.expect("it is kept"));
    let store = place.open().await;
    let kept = Some(kept);
    let Some(Workshop { id, boards, .. }) = &kept else { unreachable!() };
    assert_eq!(store.workshop(*id).await.expect("an answer"), kept);
    assert_eq!(store.by_code("K7M2QX").await.expect("an answer"), kept);
    for &board in boards {
        assert_eq!(store.of_board(board).await.expect("an answer"), kept);
    }
    assert_eq!(store.workshop(WorkshopId(Uuid::new_v4())).await.expect("an answer"), None);
    assert_eq!(store.by_code("k7m2qx").await.expect("an answer"), None, "a code is looked up exactly as kept");
    assert_eq!(store.of_board(BoardId(Uuid::new_v4())).await.expect("an answer"), None);
}

pub async fn a_code_in_use_is_drawn_again(place: impl Place) {
    let store = place.open().await;
    let first = workshop("AAAAAA", 1);
    let mut second = workshop("AAAAAA", 2);
    assert!(store.create(&first).await.expect("an answer"));
    assert!(!store.create(&second).await.expect("an answer"));
    assert_eq!(store.of_board(second.boards[0]).await.expect("an answer"), None, "nothing of it was kept");
    second.code = "BBBBBB".to_owned();
    assert!(store.create(&second).await.expect("an answer"));
    assert_eq!(store.by_code("AAAAAA").await.expect("an answer"), Some(first));
}

pub async fn workshops_are_listed_newest_first(place: impl Place) {
    let store = place.open().await;
    assert_eq!(store.all().await.expect("an answer"), []);
    let mut kept = Vec::new();
    for (code, created) in [("MORNIN", 20), ("EVENIN", 40), ("MIDDAY", 30)] {
        let workshop = Workshop { created: Millis(created), ..workshop(code, 2) };
        assert!(store.create(&workshop).await.expect("an answer"));
        kept.push(workshop);
    }
    kept.sort_by_key(|workshop| std::cmp::Reverse(workshop.created));
    assert_eq!(store.all().await.expect("an answer"), kept);
}

pub async fn the_door_opens_and_closes(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, .. } = new(&*store, "DOORS1", 1).await;
    for open in [false, true, true, false] {
        store.set_open(id, open).await.expect("an answer");
        assert_eq!(store.workshop(id).await.expect("an answer").map(|workshop| workshop.open), Some(open));
    }
    let nowhere = WorkshopId(Uuid::new_v4());
    assert!(matches!(store.set_open(nowhere, true).await, Err(Failure::NoWorkshop(id)) if id == nowhere));
}

pub async fn people_are_numbered_in_order_of_arrival(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "PEOPLE", 2).await;
    let mut kept = Vec::new();
    for (number, name) in (1..).zip(["Inès", "Noé", "Maël", "<b>Zoé</b>"]) {
        let board = Some(boards[number as usize % 2]);
        let (visitor, role) = (visitor(), Role::Participant);
        let seat = SeatRow { actor: ActorId(number), visitor, board, role, name: name.to_owned() };
        let seating = store.take_seat(id, visitor, board, role, name).await.expect("an answer");
        assert_eq!(seating, Seating::Seated(seat.clone()));
        kept.push(seat);
    }
    drop(store);
    let store = place.open().await;
    assert_eq!(store.seats(id).await.expect("an answer"), kept);
    assert_eq!(store.seat_of(id, kept[2].visitor).await.expect("an answer"), Some(kept[2].clone()));
    assert_eq!(store.seat_of(id, visitor()).await.expect("an answer"), None);
}

pub async fn a_name_is_taken_whatever_its_case_accents_and_spaces(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "NAMES1", 1).await;
    let join = async |name: &str| {
        let seating = store.take_seat(id, visitor(), Some(boards[0]), Role::Participant, name).await;
        matches!(seating.expect("an answer"), Seating::Seated(_))
    };
    assert!(join("Élodie").await);
    for same in ["élodie", "ÉLODIE", " Élodie ", "éLODIE", "Élodie"] {
        assert!(!join(same).await, "{same:?} is Élodie");
    }
    assert!(join("Elodie").await, "another name, by one accent");
    assert!(!join("E\u{301}lodie").await, "the accent of a keyboard that types it apart");
    assert!(!join("Ｅlodie").await, "a full-width letter is that letter");
    assert!(join("Anne Marie").await);
    assert!(!join("ANNE  marie").await);
    assert_eq!(store.seats(id).await.expect("an answer").len(), 3, "a refusal uses no number");
    assert!(join("Çağla").await);
    let numbers: Vec<_> = store.seats(id).await.expect("an answer").iter().map(|seat| seat.actor.0).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
}

pub async fn the_same_name_is_free_at_another_workshop(place: impl Place) {
    let store = place.open().await;
    let who = visitor();
    for code in ["FIRST1", "SECOND"] {
        let Workshop { id, boards, .. } = new(&*store, code, 1).await;
        let seating = store.take_seat(id, who, Some(boards[0]), Role::Participant, "Léa").await.expect("an answer");
        assert!(matches!(seating, Seating::Seated(SeatRow { actor: ActorId(1), .. })));
    }
}

pub async fn coming_back_finds_the_same_seat(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "AGAIN1", 2).await;
    let who = visitor();
    let first = store.take_seat(id, who, Some(boards[0]), Role::Participant, "Léa").await.expect("an answer");
    for (board, role, name) in [(boards[0], Role::Participant, "Léa"), (boards[1], Role::Spectator, "Lou")] {
        assert_eq!(store.take_seat(id, who, Some(board), role, name).await.expect("an answer"), first);
    }
    assert_eq!(store.seats(id).await.expect("an answer").len(), 1);
}

pub async fn a_participant_with_the_facilitators_link_becomes_one_and_stays_one(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "RAISED", 1).await;
    let who = visitor();
    store.take_seat(id, who, Some(boards[0]), Role::Participant, "Sam").await.expect("an answer");
    let raised =
        SeatRow { actor: ActorId(1), visitor: who, board: None, role: Role::Facilitator, name: "Sam".to_owned() };
    let raised = Seating::Seated(raised);
    assert_eq!(store.take_seat(id, who, None, Role::Facilitator, "Samuel").await.expect("an answer"), raised);
    let back = store.take_seat(id, who, Some(boards[0]), Role::Participant, "Sam").await.expect("an answer");
    assert_eq!(back, raised, "never lowered");
    let kept = store.seat_of(id, who).await.expect("an answer");
    assert_eq!(kept.map(Seating::Seated), Some(raised));
}

pub async fn nobody_sits_at_a_board_of_another_workshop(place: impl Place) {
    let store = place.open().await;
    let here = new(&*store, "HERE11", 1).await;
    let there = new(&*store, "THERE1", 1).await;
    let wrong = store.take_seat(here.id, visitor(), Some(there.boards[0]), Role::Participant, "Léa").await;
    assert!(matches!(wrong, Err(Failure::NoBoard(board)) if board == there.boards[0]));
    let nowhere = WorkshopId(Uuid::new_v4());
    let wrong = store.take_seat(nowhere, visitor(), None, Role::Facilitator, "Léa").await;
    assert!(matches!(wrong, Err(Failure::NoWorkshop(id)) if id == nowhere));
    assert_eq!(store.seats(here.id).await.expect("an answer"), []);
}

pub async fn two_people_who_want_one_name_do_not_both_get_it(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, boards, .. } = new(&*store, "CROWD1", 1).await;
    let asked = (0..30).map(|_| store.take_seat(id, visitor(), Some(boards[0]), Role::Participant, "Alex"));
    let answers = futures::future::join_all(asked).await;
    let seated = answers.iter().filter(|answer| matches!(answer, Ok(Seating::Seated(_)))).count();
    let refused = answers.iter().filter(|answer| matches!(answer, Ok(Seating::NameTaken))).count();
    assert_eq!((seated, refused), (1, 29));
}

pub async fn a_secret_opens_what_it_was_made_for(place: impl Place) {
    let store = place.open().await;
    let Workshop { id, .. } = new(&*store, "SECRET", 1).await;
    let roles = [Role::Participant, Role::Facilitator, Role::Spectator, Role::Projector];
    for (byte, role) in (1..).zip(roles) {
        store.grant(id, role, "Nora", [byte; 32]).await.expect("it is kept");
    }
    drop(store);
    let store = place.open().await;
    for (byte, role) in (1..).zip(roles) {
        let grant = store.granted([byte; 32]).await.expect("an answer").expect("it is known");
        assert_eq!((grant.workshop, grant.role, grant.name.as_str()), (id, role, "Nora"));
    }
    assert_eq!(store.granted([9; 32]).await.expect("an answer"), None);
    let nowhere = WorkshopId(Uuid::new_v4());
    assert!(matches!(store.grant(nowhere, Role::Projector, "", [7; 32]).await, Err(Failure::NoWorkshop(_))));
}

async fn new(store: &dyn Store, code: &str, tables: usize) -> Workshop {
    let workshop = workshop(code, tables);
    assert!(store.create(&workshop).await.expect("the workshop is kept"));
    workshop
}
