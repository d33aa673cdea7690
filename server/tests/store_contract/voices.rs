//! Votes, moods, feedback, and the end of a workshop.

use crate::Place;
use crate::minutes::{visitor, workshop};
use app::api::{Feedback, Fit, VisitorId};
use board::{ActorId, BoardId, Millis, Role};
use server::store::{Failure, Heard, Question, Seating, Store, Workshop};
use uuid::Uuid;

/// A workshop with two people at each of its tables: 1 and 2 at the first, 3 and 4 at the second.
async fn seated(store: &dyn Store, code: &str) -> (Workshop, Vec<VisitorId>) {
    let kept = workshop(code, 2);
    assert!(store.create(&kept).await.expect("it is kept"));
    let mut people = Vec::new();
    for (at, name) in ["Léa", "Omar", "Nora", "Ali"].into_iter().enumerate() {
        let who = visitor();
        let seating = store.take_seat(kept.id, who, Some(kept.boards[at / 2]), Role::Participant, name);
        assert!(matches!(seating.await, Ok(Seating::Seated(seat)) if seat.actor == ActorId(at as u32 + 1)));
        people.push(who);
    }
    (kept, people)
}

pub async fn a_vote_moves_until_it_is_counted_and_then_nobody_knows_whose_it_was(place: impl Place) {
    let store = place.open().await;
    let (Workshop { id, boards, .. }, _) = seated(&*store, "VOTES1").await;
    assert_eq!(store.turnout(id).await.expect("an answer"), 0);
    for (actor, board) in [(1, boards[0]), (1, boards[1]), (2, boards[1]), (3, boards[0])] {
        assert_eq!(store.vote(board, ActorId(actor)).await.expect("an answer"), Heard::Kept);
    }
    assert_eq!(store.turnout(id).await.expect("an answer"), 3, "a vote cast again is the same vote");
    assert_eq!(store.vote_of(id, ActorId(1)).await.expect("an answer"), Some(boards[1]));
    assert_eq!(store.vote_of(id, ActorId(4)).await.expect("an answer"), None);
    assert_eq!(store.counted(id).await.expect("an answer"), None, "an open vote has no result");
    drop(store);
    let store = place.open().await;
    for _ in 0..2 {
        store.close_vote(id).await.expect("it is closed");
        assert_eq!(store.counted(id).await.expect("an answer"), Some(vec![1, 2]));
        assert_eq!(store.turnout(id).await.expect("an answer"), 0);
        assert_eq!(store.vote_of(id, ActorId(1)).await.expect("an answer"), None);
        assert_eq!(store.vote(boards[0], ActorId(4)).await.expect("an answer"), Heard::Closed);
    }
}

pub async fn a_vote_nobody_cast_is_closed_with_nothing_for_anybody(place: impl Place) {
    let store = place.open().await;
    let (Workshop { id, .. }, _) = seated(&*store, "VOTES2").await;
    store.close_vote(id).await.expect("it is closed");
    assert_eq!(store.counted(id).await.expect("an answer"), Some(vec![0, 0]));
}

pub async fn no_table_gets_the_vote_of_its_own_people_or_of_nobody(place: impl Place) {
    let store = place.open().await;
    let (Workshop { id, boards, .. }, people) = seated(&*store, "VOTES3").await;
    // 3 votes for the board they sit at, 4 comes to facilitate, 9 was never here.
    for (actor, board) in [(1, boards[1]), (3, boards[1]), (4, boards[0]), (9, boards[0])] {
        store.vote(board, ActorId(actor)).await.expect("an answer");
    }
    store.take_seat(id, people[3], None, Role::Facilitator, "Animation").await.expect("an answer");
    store.close_vote(id).await.expect("it is closed");
    assert_eq!(store.counted(id).await.expect("an answer"), Some(vec![0, 1]));
    let nowhere = BoardId(Uuid::new_v4());
    assert!(matches!(store.vote(nowhere, ActorId(1)).await, Err(Failure::NoBoard(board)) if board == nowhere));
}

pub async fn a_word_of_mood_is_said_once_and_belongs_to_nobody(place: impl Place) {
    let store = place.open().await;
    let (Workshop { id, boards, .. }, _) = seated(&*store, "MOODS1").await;
    for (actor, word) in [(2, Some("vent")), (1, Some("soleil")), (3, Some("soleil"))] {
        assert_eq!(store.say_mood(boards[0], ActorId(actor), word).await.expect("an answer"), Heard::Kept);
    }
    assert_eq!(store.say_mood(boards[0], ActorId(4), None).await.expect("an answer"), Heard::Kept);
    for (actor, word) in [(1, Some("orage")), (4, Some("orage")), (2, None)] {
        assert_eq!(store.say_mood(boards[1], ActorId(actor), word).await.expect("an answer"), Heard::Already);
    }
    let said = vec![("soleil".to_owned(), 2), ("vent".to_owned(), 1)];
    assert_eq!(store.moods(boards[0]).await.expect("an answer"), said);
    assert_eq!(store.moods(boards[1]).await.expect("an answer"), []);
    let answered = |actor| store.has_answered(id, ActorId(actor), Question::Mood);
    assert!(answered(4).await.expect("an answer") && !answered(5).await.expect("an answer"));
    assert!(!store.has_answered(id, ActorId(4), Question::Feedback).await.expect("an answer"), "another question");
}

pub async fn two_who_answer_at_once_as_one_are_heard_once(place: impl Place) {
    let store = place.open().await;
    let (Workshop { boards, .. }, _) = seated(&*store, "MOODS2").await;
    let say = || store.say_mood(boards[0], ActorId(1), Some("soleil"));
    let (one, other) = tokio::join!(say(), say());
    let mut heard = [one.expect("an answer"), other.expect("an answer")];
    heard.sort_by_key(|heard| *heard as u8);
    assert_eq!(heard, [Heard::Kept, Heard::Already]);
    assert_eq!(store.moods(boards[0]).await.expect("an answer"), [("soleil".to_owned(), 1)]);
}

pub async fn feedback_is_kept_whole_and_once(place: impl Place) {
    let store = place.open().await;
    let (Workshop { boards, .. }, _) = seated(&*store, "FEEDS1").await;
    let whole = Feedback {
        learned: Some(5),
        learned_what: "le lien entre la billetterie et le serveur".to_owned(),
        room: Some(1),
        wrong: "la 12".to_owned(),
        missing: "le plateau".to_owned(),
        realistic: Some(3),
        obstacle: "le temps".to_owned(),
        longing: true,
        relief: true,
        other: "une question".to_owned(),
        worked: Some(Fit::Partly),
        worked_what: "le contraste".to_owned(),
        ..Feedback::default()
    };
    let sparse = Feedback { worry: true, anger: true, worked: Some(Fit::No), ..Feedback::default() };
    for (actor, given) in [(1, &whole), (2, &sparse)] {
        assert_eq!(store.give_feedback(boards[0], ActorId(actor), given).await.expect("an answer"), Heard::Kept);
    }
    assert_eq!(store.give_feedback(boards[0], ActorId(2), &whole).await.expect("an answer"), Heard::Already);
    drop(store);
    let mut kept = place.open().await.feedback(boards[0]).await.expect("an answer");
    kept.sort_by_key(|given| std::cmp::Reverse(given.learned));
    assert_eq!(kept, [whole, sparse]);
}

pub async fn the_end_of_a_workshop_forgets_who_was_there_and_nothing_else(place: impl Place) {
    let store = place.open().await;
    let (Workshop { id, boards, .. }, people) = seated(&*store, "ENDING").await;
    let (other, _) = seated(&*store, "GOESON").await;
    let given = Feedback { room: Some(4), ..Feedback::default() };
    for boards in [&boards, &other.boards] {
        store.vote(boards[1], ActorId(1)).await.expect("an answer");
        store.say_mood(boards[0], ActorId(1), Some("soleil")).await.expect("an answer");
        store.give_feedback(boards[0], ActorId(1), &given).await.expect("an answer");
    }
    for (workshop, hash) in [(id, 1), (other.id, 2)] {
        store.grant(workshop, Role::Facilitator, "Maud", [hash; 32]).await.expect("a link");
    }
    assert!(!store.is_closed(id).await.expect("an answer"));
    for at in [1, 2] {
        store.close_workshop(id, Millis(at)).await.expect("it is over");
        assert!(store.is_closed(id).await.expect("an answer"));
        assert_eq!(store.workshop(id).await.expect("an answer").map(|workshop| workshop.open), Some(false));
        let seats = store.seats(id).await.expect("an answer");
        assert_eq!(seats.iter().map(|seat| seat.name.as_str()).collect::<Vec<_>>(), [""; 4]);
        let link = store.granted([1; 32]).await.expect("an answer").expect("whoever facilitates may come back");
        assert_eq!(link.name, "", "nor is it known for whom a link was made");
        assert_eq!(store.moods(boards[0]).await.expect("an answer"), []);
        assert!(!store.has_answered(id, ActorId(1), Question::Feedback).await.expect("an answer"));
        assert_eq!(store.counted(id).await.expect("an answer"), Some(vec![0, 1]));
        assert_eq!(store.feedback(boards[0]).await.expect("an answer"), std::slice::from_ref(&given));
        assert_eq!(store.vote(boards[1], ActorId(2)).await.expect("an answer"), Heard::Closed);
        assert_eq!(store.say_mood(boards[0], ActorId(2), None).await.expect("an answer"), Heard::Closed);
        assert_eq!(store.give_feedback(boards[0], ActorId(2), &given).await.expect("an answer"), Heard::Closed);
    }
    let back = store.seat_of(id, people[0]).await.expect("an answer").expect("the seat is there");
    assert_eq!((back.actor, back.board), (ActorId(1), Some(boards[0])), "whoever played may come back and read");
    let names = store.seats(other.id).await.expect("an answer");
    assert!(names.iter().all(|seat| !seat.name.is_empty()) && !store.is_closed(other.id).await.expect("an answer"));
    assert_eq!(store.granted([2; 32]).await.expect("an answer").map(|link| link.name).as_deref(), Some("Maud"));
    assert_eq!(store.moods(other.boards[0]).await.expect("an answer"), [("soleil".to_owned(), 1)]);
    assert_eq!(store.turnout(other.id).await.expect("an answer"), 1, "the other workshop goes on");
}
