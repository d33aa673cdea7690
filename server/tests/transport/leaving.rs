//! People who leave, with or without a word: the room hears of it.

use super::house::{Down, House, Inside, Up, close_code, echo, frame, message, next, send, soon};
use app::live::sockets::Limits;
use futures::{StreamExt, stream};
use std::{task::Poll, time::Duration};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;

/// Says when it is dropped.
struct Leaving(mpsc::UnboundedSender<&'static str>);

impl Drop for Leaving {
    fn drop(&mut self) {
        let _ = self.0.send("left");
    }
}

/// A quiet room that tells when it is left.
fn attentive(tell: mpsc::UnboundedSender<&'static str>) -> impl Fn(Up) -> Down + Send + Sync {
    move |up| {
        let (leaving, mut up) = (Leaving(tell.clone()), up.stream());
        stream::poll_fn(move |context| {
            let _ = &leaving;
            while up.poll_next_unpin(context).is_ready() {}
            Poll::Pending
        })
        .into()
    }
}

/// Clocks that tick fast, but are patient.
fn quick() -> Limits {
    Limits { ping: Duration::from_millis(40), silence: Duration::from_secs(1), ..Limits::default() }
}

#[tokio::test]
async fn somebody_who_says_goodbye_has_left() {
    let (tell, mut told) = mpsc::unbounded_channel();
    let house = House::with(attentive(tell)).await;
    let mut client = house.client().await;
    client.close(None).await.expect("the line is open");
    assert_eq!(soon(told.recv()).await, Some("left"));
    while soon(client.next()).await.is_some() {}
    soon(house.sockets.none_open()).await;
}

#[tokio::test]
async fn somebody_who_just_goes_has_left() {
    let (tell, mut told) = mpsc::unbounded_channel();
    let house = House::with(attentive(tell)).await;
    drop(house.client().await);
    assert_eq!(soon(told.recv()).await, Some("left"));
    soon(house.sockets.none_open()).await;
}

#[tokio::test]
async fn somebody_who_falls_silent_has_left() {
    let (tell, mut told) = mpsc::unbounded_channel();
    let house = House::built(quick(), None, attentive(tell)).await;
    // Nobody reads, so nobody answers the pings.
    let _silent = house.client().await;
    assert_eq!(soon(told.recv()).await, Some("left"));
}

#[tokio::test]
async fn somebody_who_only_answers_pings_stays() {
    let house = House::built(quick(), None, echo).await;
    let mut client = house.client().await;
    let mut pings = 0;
    // Longer than the silence that would have been too long.
    while pings < 50 {
        if let Message::Ping(_) = soon(client.next()).await.expect("open").expect("a message") {
            pings += 1;
        }
    }
    send(&mut client, message(1)).await;
    assert_eq!(next(&mut client).await, frame(1));
}

#[tokio::test]
async fn somebody_who_does_not_take_what_is_said_is_not_waited_for() {
    let (tell, mut told) = mpsc::unbounded_channel();
    let talkative = move |_: Up| -> Down {
        let leaving = Leaving(tell.clone());
        stream::iter(0..)
            .map(move |n| {
                let _ = &leaving;
                Ok(frame(n % 1_000))
            })
            .into()
    };
    let limits = Limits { patience: Duration::from_millis(200), ..quick() };
    let house = House::built(Limits { silence: Duration::from_secs(3600), ..limits }, None, talkative).await;
    let _slow = house.client().await;
    assert_eq!(soon(told.recv()).await, Some("left"));
    soon(house.sockets.none_open()).await;
}

#[tokio::test]
async fn somebody_who_leaves_is_no_reason_for_others_to() {
    let house = House::with(echo).await;
    let (mut stays, mut leaves) = (house.client().await, house.client().await);
    leaves.close(None).await.expect("the line is open");
    close_code(&mut leaves).await;
    send(&mut stays, message(2)).await;
    assert_eq!(next(&mut stays).await, frame(2));
}
