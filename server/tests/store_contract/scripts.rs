//! Scripts that a workshop changed.

use crate::Place;
use crate::minutes::workshop;
use board::deck::Text;
use board::script::{Script, Step};
use board::{LotId, Phase, WorkshopId};
use server::store::{Failure, Store, Workshop};
use uuid::Uuid;

/// A script in which people talk for so long, then link.
fn script(minutes: u16) -> Script {
    let text = |fr: &str, en: Option<&str>| Text { fr: fr.to_owned(), en: en.map(str::to_owned) };
    let step = |phase, lot, skipped| Step {
        title: text("Ce qui tient", Some("What lasts")),
        minutes,
        phase,
        lot,
        does: text("Faire parler", None),
        says: text("Et chez vous ?", None),
        skipped,
    };
    Script { steps: vec![step(Phase::Icebreaker, None, true), step(Phase::Links, Some(LotId(2)), false)] }
}

pub async fn a_workshop_plays_the_script_it_was_given(place: impl Place) {
    let store = place.open().await;
    let (own, other) = (new(&*store, "SCRIPT").await, new(&*store, "OTHER1").await);
    assert_eq!(store.script(own).await.expect("an answer"), None);
    assert!(store.set_script(own, None, Some(&script(8))).await.expect("an answer"));
    drop(store);
    let store = place.open().await;
    assert_eq!(store.script(own).await.expect("an answer"), Some(script(8)));
    assert_eq!(store.script(other).await.expect("an answer"), None);
    assert!(store.set_script(own, Some(&script(8)), None).await.expect("an answer"));
    assert_eq!(store.script(own).await.expect("an answer"), None);
    let nowhere = WorkshopId(Uuid::new_v4());
    assert!(matches!(store.script(nowhere).await, Err(Failure::NoWorkshop(id)) if id == nowhere));
    let set = store.set_script(nowhere, None, Some(&script(8))).await;
    assert!(matches!(set, Err(Failure::NoWorkshop(id)) if id == nowhere));
}

pub async fn a_script_changes_only_from_what_it_was(place: impl Place) {
    let store = place.open().await;
    let id = new(&*store, "RACED1").await;
    assert!(!store.set_script(id, Some(&script(8)), Some(&script(9))).await.expect("an answer"), "there was none");
    let (five, six) = (script(5), script(6));
    let raced = futures::future::join(store.set_script(id, None, Some(&five)), store.set_script(id, None, Some(&six)));
    let (first, second) = raced.await;
    assert_ne!(first.expect("an answer"), second.expect("an answer"), "one of two was first");
    let kept = store.script(id).await.expect("an answer");
    assert!(kept == Some(five.clone()) || kept == Some(six.clone()));
    assert!(store.set_script(id, kept.as_ref(), Some(&script(7))).await.expect("an answer"));
    assert!(!store.set_script(id, kept.as_ref(), None).await.expect("an answer"), "it is no longer that one");
    assert_eq!(store.script(id).await.expect("an answer"), Some(script(7)));
}

async fn new(store: &dyn Store, code: &str) -> WorkshopId {
    let kept: Workshop = workshop(code, 1);
    assert!(store.create(&kept).await.expect("the workshop is kept"));
    kept.id
}
