//! A board that a phone comes back to: what it has is still good, or it is sent anew; and it is nobody else's.

#[allow(dead_code, reason = "the second half uses the rest")]
#[path = "second_half/house.rs"]
mod house;

use board::{DealTo, Intent, LotId, Phase, Role};
use house::{House, Person};
use ureq::http::Response;

fn says<'a>(answer: &'a Response<ureq::Body>, header: &str) -> &'a str {
    answer.headers().get(header).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The state of a page as a device keeps it.
fn kept(person: &Person<'_>, path: &str) -> String {
    let first = person.is_answered(path, None, "fr");
    assert_eq!((first.status().as_u16(), says(&first, "cache-control")), (200, "private, no-cache"));
    let vary: Vec<_> = first.headers().get_all("vary").iter().filter_map(|value| value.to_str().ok()).collect();
    let vary = vary.join(", ").to_lowercase();
    assert!(vary.contains("cookie") && vary.contains("accept-language"), "{vary}");
    says(&first, "etag").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_that_did_not_change_is_not_sent_again() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    let board = house.at("plateau", 1);
    let state = kept(&lea, &board);
    assert!(state.starts_with("W/\""), "{state}");
    let first = lea.is_answered(&board, None, "fr");
    let again = lea.is_answered(&board, Some(&state), "fr");
    assert_eq!(again.status().as_u16(), 304, "however much later: the time is said when the page is alive");
    for header in ["content-security-policy", "cache-control", "etag"] {
        assert_eq!(says(&again, header), says(&first, header), "{header}: what a browser stores anew is what it had");
    }
    assert!(says(&again, "content-security-policy").contains("'sha256-"));
    assert!(again.into_body().read_to_string().expect("text").is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_changes_is_sent_anew() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    let board = house.at("plateau", 1);
    let mut states = vec![kept(&lea, &board)];
    house.enter(Phase::Links).await;
    states.push(kept(&lea, &board));
    house.wants(house.workshop.boards[0], Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
    states.push(kept(&lea, &board));
    house.participant("Ben", 2);
    states.push(kept(&lea, &board));
    let unlike: std::collections::BTreeSet<_> = states.iter().collect();
    assert_eq!(unlike.len(), states.len(), "a phase, the cards, somebody who sat down: {states:?}");
    for old in &states[..states.len() - 1] {
        assert_eq!(lea.is_answered(&board, Some(old), "fr").status().as_u16(), 200);
    }
    let english = lea.is_answered(&board, states.last().map(String::as_str), "en");
    assert_eq!(english.status().as_u16(), 200, "another language is another page");
    assert!(english.into_body().read_to_string().expect("text").contains("<html lang=\"en\""));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_person_keeps_is_no_other_persons_page() {
    let house = House::open().await;
    let (lea, ben) = (house.participant("Léa", 1), house.participant("Ben", 1));
    let board = house.at("plateau", 1);
    let state = kept(&lea, &board);
    assert_ne!(kept(&ben, &board), state);
    let stranger = house.stranger().is_answered(&board, Some(&state), "fr");
    assert_eq!((stranger.status().as_u16(), says(&stranger, "cache-control")), (404, "no-store"));
    assert!(!says(&stranger, "content-security-policy").contains("'self' 'sha"), "a page that is still runs no script");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_with_forms_or_with_the_key_are_never_kept() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    let maud = house.with_role(Role::Facilitator).await;
    let (cockpit, table) = (format!("/animer/{}", house.workshop.id), format!("/animer/{}/1", house.workshop.id));
    for (person, path) in [
        (&lea, house.at("plan", 1)),
        (&lea, house.at("actions", 1)),
        (&maud, house.at("plateau", 1)),
        (&maud, house.at("projecteur", 1)),
        (&maud, cockpit),
        (&maud, table),
    ] {
        let answer = person.is_answered(&path, None, "fr");
        assert_eq!((says(&answer, "cache-control"), says(&answer, "etag")), ("no-store", ""), "{path}");
    }
}
