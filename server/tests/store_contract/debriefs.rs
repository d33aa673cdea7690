//! Debrief sheets: written together, validated once read.

use crate::Place;
use crate::minutes::workshop;
use app::api::{About, Ask, FieldId, KeptDebrief};
use board::{Millis, WorkshopId};
use server::store::{FieldEdit, Store, Validation};

const TRAINING: FieldId = FieldId::new(About::Workshop, Ask::Training);
const BUDGET: FieldId = FieldId::new(About::Workshop, Ask::Budget);

async fn opened(store: &dyn Store, code: &str) -> WorkshopId {
    let kept = workshop(code, 1);
    assert!(store.create(&kept).await.expect("it is kept"));
    kept.id
}

fn edit(field: FieldId, seen: u32, was: &str, text: &str) -> FieldEdit {
    FieldEdit { field, seen, was: was.into(), text: text.into() }
}

/// What each field says, with its version and what else was written.
async fn says(store: &dyn Store, id: WorkshopId) -> Vec<(FieldId, u32, String, Vec<String>)> {
    let written = store.written(id).await.expect("an answer");
    written.into_iter().map(|one| (one.field, one.version, one.text, one.rivals)).collect()
}

fn sheet(text: &str) -> KeptDebrief {
    KeptDebrief { fields: [(TRAINING, text.to_owned())].into(), ..KeptDebrief::default() }
}

pub async fn what_people_write_on_a_sheet_is_there_after_a_stop(place: impl Place) {
    let store = place.open().await;
    let id = opened(&*store, "FICHE1").await;
    assert_eq!(says(&*store, id).await, []);
    for _ in 0..2 {
        store.write(id, vec![edit(TRAINING, 0, "", "Écoconception")]).await.expect("it is written");
    }
    drop(store);
    let store = place.open().await;
    assert_eq!(says(&*store, id).await, [(TRAINING, 1, "Écoconception".into(), vec![])], "twice is once");
}

pub async fn two_who_write_one_field_lose_nothing_and_the_second_chooses(place: impl Place) {
    let store = place.open().await;
    let id = opened(&*store, "FICHE2").await;
    store.write(id, vec![edit(TRAINING, 0, "", "Régie")]).await.expect("it is written");
    for _ in 0..2 {
        store.write(id, vec![edit(TRAINING, 0, "", "Accueil")]).await.expect("it stands beside");
    }
    assert_eq!(says(&*store, id).await, [(TRAINING, 2, "Régie".into(), vec!["Accueil".into()])]);
    assert!(!store.choose(id, TRAINING, 1, "Régie").await.expect("an answer"), "this one saw the first only");
    for _ in 0..2 {
        assert!(store.choose(id, TRAINING, 2, "Accueil").await.expect("an answer"));
    }
    assert_eq!(says(&*store, id).await, [(TRAINING, 3, "Accueil".into(), vec![])]);
    assert!(!store.choose(id, BUDGET, 0, "100").await.expect("an answer"), "there is nothing to choose");
}

pub async fn two_who_write_a_block_write_both(place: impl Place) {
    let store = place.open().await;
    let id = opened(&*store, "FICHE3").await;
    let block = |training: &str, budget: &str| vec![edit(TRAINING, 0, "", training), edit(BUDGET, 0, "", budget)];
    store.write(id, block("Régie", "")).await.expect("it is written");
    store.write(id, block("", "200 euros")).await.expect("it is written");
    let both = [(BUDGET, 1, "200 euros".into(), vec![]), (TRAINING, 1, "Régie".into(), vec![])];
    assert_eq!(says(&*store, id).await, both, "nobody touched the field of the other");
    store.write(id, vec![edit(BUDGET, 1, "200 euros", "")]).await.expect("it is written");
    assert_eq!(says(&*store, id).await[0], (BUDGET, 2, String::new(), vec![]), "emptied is written too");
}

pub async fn a_sheet_is_validated_as_it_was_read_or_not_at_all(place: impl Place) {
    let store = place.open().await;
    let id = opened(&*store, "FICHE4").await;
    let validate = async |seen| store.validate(id, seen, Millis(7), &sheet("Régie")).await.expect("an answer");
    store.write(id, vec![edit(TRAINING, 0, "", "Régie")]).await.expect("it is written");
    assert_eq!(validate(0).await, Validation::Changed);
    store.write(id, vec![edit(TRAINING, 0, "", "Accueil")]).await.expect("it stands beside");
    assert_eq!(validate(2).await, Validation::Undecided);
    assert!(store.choose(id, TRAINING, 2, "Régie").await.expect("an answer"));
    assert_eq!((validate(3).await, validate(3).await), (Validation::Kept(1), Validation::Kept(1)), "twice is once");
    assert_eq!(store.validated(id).await.expect("an answer"), [(1, Millis(7))]);
}

pub async fn a_validated_sheet_never_changes(place: impl Place) {
    let store = place.open().await;
    let id = opened(&*store, "FICHE5").await;
    assert_eq!(store.debrief(id, None).await.expect("an answer"), None);
    for (text, number) in [("Régie", 1), ("Accueil", 2)] {
        let kept = store.validate(id, 0, Millis(number.into()), &sheet(text)).await.expect("an answer");
        assert_eq!(kept, Validation::Kept(number));
    }
    drop(store);
    let store = place.open().await;
    let said = async |number| store.debrief(id, number).await.expect("an answer").expect("it is kept");
    assert_eq!((said(Some(1)).await.content, said(None).await.content), (sheet("Régie"), sheet("Accueil")));
    assert_eq!(said(None).await.number, 2);
    assert_eq!(store.debrief(id, Some(3)).await.expect("an answer"), None);
}
