//! Who may open a live connection.

use super::house::{House, echo, frame, message, next, send};
use tokio_tungstenite::tungstenite::http::StatusCode;

#[tokio::test]
async fn a_page_of_this_house_is_let_in() {
    let house = House::with(echo).await;
    let mut client = house.client().await;
    send(&mut client, message(7)).await;
    assert_eq!(next(&mut client).await, frame(7));
}

#[tokio::test]
async fn a_page_of_another_site_is_refused() {
    let house = House::with(echo).await;
    for origin in ["https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "null"] {
        assert_eq!(house.client_from(Some(origin)).await.err(), Some(StatusCode::FORBIDDEN), "{origin}");
    }
    assert_eq!(house.sockets.open(), 0);
}

#[tokio::test]
async fn whoever_does_not_say_from_where_is_refused() {
    let house = House::with(echo).await;
    assert_eq!(house.client_from(None).await.err(), Some(StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn a_page_reached_through_a_proxy_is_let_in() {
    let house = House::built(Default::default(), Some("https://coulisses.example.org"), echo).await;
    let mut client = house.client_from(Some("https://coulisses.example.org")).await.expect("let in");
    send(&mut client, message(8)).await;
    assert_eq!(next(&mut client).await, frame(8));
    let other = house.client_from(Some("https://coulisses.example.com")).await;
    assert_eq!(other.err(), Some(StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn a_plain_request_is_told_what_is_missing() {
    let house = House::with(echo).await;
    let (address, origin) = (format!("http://{}/api/talk", house.at), format!("http://{}", house.at));
    let asked = tokio::task::spawn_blocking(move || ureq::get(&address).header("Origin", &origin).call());
    match asked.await.expect("asked") {
        Err(ureq::Error::StatusCode(status)) => assert!((400..500).contains(&status), "{status}"),
        other => panic!("a plain request was answered {other:?}"),
    }
}
