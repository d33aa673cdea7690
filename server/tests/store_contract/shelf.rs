//! Saved boards, and the people who organise.

use crate::Place;
use crate::minutes::{boards, visitor};
use board::{BoardId, Millis, Seq};
use server::store::{Failure, Mark};
use uuid::Uuid;

pub async fn saved_boards_are_listed_newest_first(place: impl Place) {
    let store = place.open().await;
    let boards = boards(&*store, 2).await;
    let mut kept = Vec::new();
    for (at, name) in [(10, "Avant la pause"), (30, "Fin"), (20, "Fin")] {
        let board = boards[at as usize % 3 % 2];
        let mut mark = Mark { id: 0, board, seq: Seq(0), name: name.to_owned(), at: Millis(at) };
        mark.id = store.save(&mark).await.expect("it is kept");
        kept.push(mark);
    }
    drop(store);
    let store = place.open().await;
    for mark in &kept {
        assert_eq!(store.mark(mark.id).await.expect("an answer").as_ref(), Some(mark));
    }
    kept.sort_by_key(|mark| std::cmp::Reverse(mark.at));
    assert_eq!(store.marks().await.expect("an answer"), kept);
    assert_eq!(store.mark(-1).await.expect("an answer"), None);
}

pub async fn a_mark_on_no_board_is_refused(place: impl Place) {
    let store = place.open().await;
    let board = BoardId(Uuid::new_v4());
    let mark = Mark { id: 0, board, seq: Seq(0), name: "Nulle part".to_owned(), at: Millis(1) };
    assert!(matches!(store.save(&mark).await, Err(Failure::NoBoard(whose)) if whose == board));
    assert_eq!(store.marks().await.expect("an answer"), []);
}

pub async fn the_first_organiser_is_known_to_be_the_first(place: impl Place) {
    let store = place.open().await;
    assert!(store.nobody_yet().await.expect("an answer"));
    store.add("claire@theatre.example", "hash").await.expect("an answer").expect("the login is free");
    assert!(!store.nobody_yet().await.expect("an answer"));
    drop(store);
    assert!(!place.open().await.nobody_yet().await.expect("an answer"));
}

pub async fn a_login_is_taken_whatever_its_case(place: impl Place) {
    let store = place.open().await;
    let claire = store.add("Claire", "hers").await.expect("an answer").expect("the login is free");
    for same in ["claire", "CLAIRE"] {
        assert_eq!(store.add(same, "not hers").await.expect("an answer"), None);
        assert_eq!(store.by_login(same).await.expect("an answer"), Some((claire, "hers".to_owned())));
    }
    let other = store.add("Clairé", "another").await.expect("an answer").expect("the login is free");
    assert_ne!(claire, other);
    assert_eq!(store.by_login("personne").await.expect("an answer"), None);
}

pub async fn a_browser_signs_in_and_out(place: impl Place) {
    let store = place.open().await;
    let claire = store.add("claire", "1").await.expect("an answer").expect("the login is free");
    let omar = store.add("omar", "2").await.expect("an answer").expect("the login is free");
    let (desk, phone) = (visitor(), visitor());
    for (browser, who) in [(desk, Some(claire)), (desk, Some(omar)), (phone, Some(omar)), (desk, None), (desk, None)] {
        store.sign_in(browser, who).await.expect("it is kept");
        assert_eq!(store.signed_in(browser).await.expect("an answer"), who);
    }
    assert_eq!(store.signed_in(phone).await.expect("an answer"), Some(omar), "each browser for itself");
    assert_eq!(store.signed_in(visitor()).await.expect("an answer"), None);
}
