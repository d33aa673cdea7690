//! Versions of decks.

use crate::Place;
use board::Millis;
use server::store::KeptDeck;

fn deck(version: &str, digest: u8) -> KeptDeck {
    KeptDeck {
        slug: "culture".into(),
        version: version.into(),
        digest: [digest; 32],
        kept: Millis(1_764_000_000_000 + u64::from(digest)),
        retired: false,
    }
}

pub async fn a_version_of_a_deck_is_kept_once_and_never_changes(place: impl Place) {
    let store = place.open().await;
    assert!(store.keep_deck(&deck("1.0.0", 1), b"one".to_vec()).await.expect("an answer"));
    assert!(!store.keep_deck(&deck("1.0.0", 2), b"other".to_vec()).await.expect("an answer"), "it is there");
    assert!(store.keep_deck(&deck("1.1.0", 3), b"two".to_vec()).await.expect("an answer"));
    drop(store);
    let store = place.open().await;
    assert_eq!(store.kept_decks().await.expect("an answer"), [deck("1.0.0", 1), deck("1.1.0", 3)]);
    assert_eq!(store.deck_files([1; 32]).await.expect("an answer").as_deref(), Some(&b"one"[..]));
    assert_eq!(store.deck_files([2; 32]).await.expect("an answer"), None);
    assert_eq!(store.kept_deck("culture", "2.0.0").await.expect("an answer"), None);
}

pub async fn a_version_is_retired_and_comes_back(place: impl Place) {
    let store = place.open().await;
    assert!(!store.retire_deck("culture", "1.0.0", true).await.expect("an answer"), "there is none");
    store.keep_deck(&deck("1.0.0", 1), b"one".to_vec()).await.expect("an answer");
    for retired in [true, true, false] {
        assert!(store.retire_deck("culture", "1.0.0", retired).await.expect("an answer"));
        let kept = store.kept_deck("culture", "1.0.0").await.expect("an answer").expect("it is kept");
        assert_eq!(kept, KeptDeck { retired, ..deck("1.0.0", 1) }, "nothing else changes");
    }
}
