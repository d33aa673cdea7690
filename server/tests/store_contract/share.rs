//! Read-only links to saved boards.

use crate::Place;
use crate::minutes::boards;
use board::{Millis, Seq};
use server::store::{Mark, Share, Store};

/// A link to this mark that lasts until a moment.
fn link(mark: i64, note: &str, expires: u64) -> Share {
    let origins = vec!["https://theatre.example".to_owned(), "https://ville.example".to_owned()];
    Share { number: 0, mark, note: note.to_owned(), made: Millis(10), expires: Millis(expires), opened: 0, origins }
}

async fn saved(store: &dyn Store) -> i64 {
    let board = boards(store, 1).await[0];
    let deck = ("culture".to_owned(), "1.0.0".to_owned());
    let mark = Mark { id: 0, board, seq: Seq(1), name: "Fin".to_owned(), at: Millis(1), step: None, deck };
    store.save(&mark).await.expect("it is kept")
}

pub async fn a_link_is_found_by_its_hash_until_it_is_revoked(place: impl Place) {
    let store = place.open().await;
    let mark = saved(&*store).await;
    assert!(store.share(&link(mark, "Le conseil", 50), [1; 32]).await.expect("an answer"));
    assert!(store.share(&link(mark, "", 60), [2; 32]).await.expect("an answer"));
    drop(store);
    let store = place.open().await;
    let found = store.shared([1; 32]).await.expect("an answer").expect("the link");
    assert_eq!(found, Share { number: found.number, ..link(mark, "Le conseil", 50) });
    assert_eq!(store.shared([3; 32]).await.expect("an answer"), None);
    let links = store.shares(mark).await.expect("an answer");
    assert_eq!(links.iter().map(|link| link.expires).collect::<Vec<_>>(), [Millis(50), Millis(60)]);
    assert!(!store.unshare(mark + 1, found.number).await.expect("an answer"), "it is a link to another board");
    assert!(store.unshare(mark, found.number).await.expect("an answer"));
    assert!(!store.unshare(mark, found.number).await.expect("an answer"), "it is gone already");
    assert_eq!(store.shared([1; 32]).await.expect("an answer"), None);
    assert!(store.share(&link(mark, "", 60), [4; 32]).await.expect("an answer"));
    let newest = store.shares(mark).await.expect("an answer").pop().expect("the link");
    assert!(newest.number > links[1].number, "a number is never given twice");
}

pub async fn a_link_counts_its_openings_and_leads_to_a_board_that_there_is(place: impl Place) {
    let store = place.open().await;
    let mark = saved(&*store).await;
    assert!(!store.share(&link(mark + 1, "", 50), [1; 32]).await.expect("an answer"), "there is no such board");
    assert!(store.share(&link(mark, "", 50), [1; 32]).await.expect("an answer"));
    let number = store.shares(mark).await.expect("an answer")[0].number;
    for _ in 0..3 {
        store.opened(number).await.expect("an answer");
    }
    assert_eq!(store.shared([1; 32]).await.expect("an answer").expect("the link").opened, 3);
}
