//! The follow-up: addresses that lead to nobody, reminders that are sent once, answers and statements.

use crate::Place;
use crate::minutes::workshop;
use app::api::{Milestone, Statement, Status};
use board::deck::Lang;
use board::{ActionId, ActorId, Day, Millis};
use server::store::{AskerId, At, Failure, Heard, Reminder, Store, Workshop};
use uuid::Uuid;

async fn kept(store: &dyn Store, code: &str) -> Workshop {
    let kept = workshop(code, 2);
    assert!(store.create(&kept).await.expect("it is kept"));
    kept
}

fn reminder(workshop: &Workshop, address: &str) -> Reminder {
    let (asker, address) = (AskerId(Uuid::new_v4()), address.to_owned());
    let (milestone, since, due) = (Milestone::One, Day(20_000), Millis(1_000));
    Reminder { asker, workshop: workshop.id, address, lang: Lang::En, since, milestone, due, tries: 0, again: false }
}

pub async fn an_address_is_left_once_by_a_person_and_once_at_a_workshop(place: impl Place) {
    let store = place.open().await;
    let (here, there) = (kept(&*store, "LEAVE1").await, kept(&*store, "LEAVE2").await);
    let left = reminder(&here, "lea@theatre.example");
    assert_eq!(store.leave_address(ActorId(1), &left).await.expect("an answer"), Heard::Kept);
    let other = reminder(&here, "lea2@theatre.example");
    assert_eq!(store.leave_address(ActorId(1), &other).await.expect("an answer"), Heard::Already);
    let same = reminder(&here, "lea@theatre.example");
    assert_eq!(
        store.leave_address(ActorId(2), &same).await.expect("an answer"),
        Heard::Kept,
        "which is told to nobody"
    );
    let elsewhere = reminder(&there, "lea@theatre.example");
    assert_eq!(store.leave_address(ActorId(1), &elsewhere).await.expect("an answer"), Heard::Kept);
    drop(store);
    let store = place.open().await;
    assert_eq!(store.awaited(here.id).await.expect("an answer"), 1);
    assert!(store.has_left_address(here.id, ActorId(2)).await.expect("an answer"));
    assert!(!store.has_left_address(here.id, ActorId(3)).await.expect("an answer"));
    let due = store.due(Millis(1_000), 10).await.expect("an answer");
    assert!(due.contains(&left) && due.contains(&elsewhere), "they come back as they were left: {due:?}");
    store.close_workshop(here.id, Millis(5_000)).await.expect("it is over");
    assert!(!store.has_left_address(here.id, ActorId(2)).await.expect("an answer"), "who has is forgotten");
    assert_eq!(store.awaited(here.id).await.expect("an answer"), 1, "where to write is not");
    let late = reminder(&here, "omar@theatre.example");
    assert_eq!(store.leave_address(ActorId(4), &late).await.expect("an answer"), Heard::Closed);
    assert_eq!(store.ended(here.id).await.expect("an answer"), Some(Millis(5_000)));
    assert_eq!(store.ended(there.id).await.expect("an answer"), None);
}

pub async fn a_reminder_is_sent_by_one_and_taken_up_once(place: impl Place) {
    let store = place.open().await;
    let here = kept(&*store, "LEAVE3").await;
    let left = reminder(&here, "lea@theatre.example");
    store.leave_address(ActorId(1), &left).await.expect("an answer");
    assert!(store.due(Millis(999), 10).await.expect("an answer").is_empty());
    let begin = async |store: &dyn Store, hash| {
        store.begin_sending(left.asker, [hash; 32], Milestone::One, Millis(9_000)).await
    };
    assert!(begin(&*store, 1).await.expect("an answer"));
    assert!(!begin(&*store, 2).await.expect("an answer"), "it is being sent");
    assert!(store.due(Millis(5_000), 10).await.expect("an answer").is_empty());
    drop(store);
    let store = place.open().await;
    let taken_up = store.interrupted().await.expect("an answer");
    assert_eq!(taken_up.iter().map(|it| it.again).collect::<Vec<_>>(), [false]);
    let due = store.due(Millis(5_000), 10).await.expect("an answer");
    assert_eq!(due, [Reminder { tries: 1, again: true, ..left.clone() }]);
    assert!(begin(&*store, 3).await.expect("an answer"));
    assert!(store.interrupted().await.expect("an answer")[0].again);
    assert!(store.due(Millis(5_000), 10).await.expect("an answer").is_empty(), "whoever asked says what becomes of it");
    store.sent(left.asker, Some((Milestone::Three, Millis(6_000)))).await.expect("it is kept");
    let due = store.due(Millis(6_000), 10).await.expect("an answer");
    assert_eq!(due, [Reminder { milestone: Milestone::Three, due: Millis(6_000), ..left.clone() }]);
    assert!(begin(&*store, 4).await.expect("an answer"));
    store.put_off(left.asker, Millis(7_000), true).await.expect("it is kept");
    let due = store.due(Millis(7_000), 10).await.expect("an answer");
    assert_eq!(due, [Reminder { milestone: Milestone::Three, due: Millis(7_000), tries: 1, ..left.clone() }]);
    store.sent(left.asker, None).await.expect("it is kept");
    assert_eq!(store.awaited(here.id).await.expect("an answer"), 0, "with the last one the address is gone");
    // The secrets outlive it, up to their time.
    for hash in [1, 3, 4] {
        let asked = store.asked([hash; 32], Millis(8_999)).await.expect("an answer").expect("it opens");
        assert_eq!((asked.asker, asked.workshop, asked.awaited), (left.asker, here.id, false));
    }
    assert_eq!(store.asked([2; 32], Millis(1)).await.expect("an answer"), None);
    assert_eq!(store.asked([1; 32], Millis(9_000)).await.expect("an answer"), None);
}

pub async fn what_is_over_is_forgotten(place: impl Place) {
    let store = place.open().await;
    let here = kept(&*store, "LEAVE4").await;
    let (old, new) = (reminder(&here, "lea@theatre.example"), reminder(&here, "omar@theatre.example"));
    store.leave_address(ActorId(1), &old).await.expect("an answer");
    store.leave_address(ActorId(2), &Reminder { since: Day(20_001), ..new }).await.expect("an answer");
    store.begin_sending(old.asker, [1; 32], Milestone::One, Millis(9_000)).await.expect("an answer");
    store.forget_over(Millis(8_999), Day(20_000)).await.expect("it is done");
    assert_eq!(store.awaited(here.id).await.expect("an answer"), 2);
    store.forget_over(Millis(9_000), Day(20_001)).await.expect("it is done");
    assert_eq!(store.awaited(here.id).await.expect("an answer"), 1);
    assert_eq!(store.asked([1; 32], Millis(1)).await.expect("an answer"), None);
    store.forget_addresses(here.id).await.expect("it is done");
    assert_eq!(store.awaited(here.id).await.expect("an answer"), 0);
}

pub async fn answers_move_are_counted_and_stand_apart_from_what_a_team_states(place: impl Place) {
    let store = place.open().await;
    let here = kept(&*store, "LEAVE5").await;
    let at = |table: usize, action, milestone| At { board: here.boards[table], action: ActionId(action), milestone };
    let (first, far) = (at(0, 5, Milestone::One), at(1, u64::MAX, Milestone::Six));
    let [lea, omar] = [AskerId(Uuid::new_v4()), AskerId(Uuid::new_v4())];
    for (asker, at, status) in [
        (lea, first, Status::Done),
        (lea, first, Status::Dropped),
        (omar, first, Status::Dropped),
        (omar, far, Status::NeedsHelp),
    ] {
        store.answer(asker, at, status).await.expect("it is kept");
    }
    drop(store);
    let store = place.open().await;
    assert_eq!(store.answers_of(lea).await.expect("an answer"), [(first, Status::Dropped)]);
    let mut shares = store.counts(here.id).await.expect("an answer");
    shares.sort();
    let mut expected = vec![(first, Status::Dropped, 2), (far, Status::NeedsHelp, 1)];
    expected.sort();
    assert_eq!(shares, expected);
    let said = |status, word: &str| Statement { status, word: word.to_owned(), at: Millis(7) };
    store.state(far, Some(&said(Status::Ongoing, ""))).await.expect("it is kept");
    store.state(far, Some(&said(Status::Done, "Fini"))).await.expect("it is kept");
    assert_eq!(store.statements(here.id).await.expect("an answer"), [(far, said(Status::Done, "Fini"))]);
    store.state(far, None).await.expect("it is kept");
    assert!(store.statements(here.id).await.expect("an answer").is_empty());
    let nowhere = At { board: board::BoardId(Uuid::new_v4()), ..first };
    assert!(matches!(store.answer(lea, nowhere, Status::Done).await, Err(Failure::NoBoard(_))));
}
