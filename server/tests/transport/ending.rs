//! What ends a live connection, and the code that says so.

use super::house::{Down, House, Inside, Up, close_code, deaf, echo, frame, message, next, say, send, soon, up};
use app::api::{AppError, Close};
use app::live::sockets::Limits;
use board::protocol::{CLOSE_NOT_HERE, ClientMessage};
use futures::{SinkExt, StreamExt, stream};
use std::time::Duration;
use tokio_tungstenite::tungstenite::{Message, http::StatusCode};

#[tokio::test]
async fn a_text_is_refused() {
    let house = House::with(echo).await;
    let mut client = house.client().await;
    send(&mut client, Message::Text("bonjour".into())).await;
    assert_eq!(close_code(&mut client).await, Some(1003));
}

#[tokio::test]
async fn what_is_not_a_message_is_refused() {
    let house = House::with(echo).await;
    let pulse = up(&ClientMessage::Pulse).into_data();
    for garbage in [vec![], vec![250], vec![0, 1], [&pulse[..], &[0]].concat()] {
        let mut client = house.client().await;
        send(&mut client, Message::Binary(garbage.clone().into())).await;
        assert_eq!(close_code(&mut client).await, Some(1007), "{garbage:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn garbage_of_one_is_nothing_to_the_others() {
    let house = House::with(echo).await;
    let mut other = house.client().await;
    let mut dice = 0x5eed_u64;
    for n in 0..500 {
        let garbage: Vec<u8> = (0..n % 40).map(|_| roll(&mut dice)).collect();
        let mut client = house.client().await;
        send(&mut client, Message::Binary(garbage.clone().into())).await;
        let whole = postcard::take_from_bytes::<ClientMessage>(&garbage).is_ok_and(|(_, rest)| rest.is_empty());
        if whole {
            next(&mut client).await;
        } else {
            assert_eq!(close_code(&mut client).await, Some(1007), "{garbage:?}");
        }
        send(&mut other, message(n)).await;
        assert_eq!(next(&mut other).await, frame(n));
    }
}

fn roll(dice: &mut u64) -> u8 {
    *dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    // Small numbers are more likely to look like a message.
    (*dice >> 33) as u8 % if *dice >> 63 == 0 { 8 } else { 255 }
}

#[tokio::test]
async fn the_room_says_why() {
    let not_here = AppError::Closed(Close { code: CLOSE_NOT_HERE });
    for (why, code) in [(not_here, CLOSE_NOT_HERE), (AppError::TryAgain, 1011)] {
        let house = House::with(say(vec![Ok(frame(1)), Err(why)])).await;
        let mut client = house.client().await;
        assert_eq!(next(&mut client).await, frame(1));
        assert_eq!(close_code(&mut client).await, Some(code));
        soon(house.sockets.none_open()).await;
    }
}

#[tokio::test]
async fn the_room_says_why_even_to_somebody_it_no_longer_listens_to() {
    let room = |up: Up| -> Down {
        let first = stream::once(async move { up.stream().next().await }).filter_map(|_| async { None });
        first.chain(stream::iter([Err(AppError::Closed(Close { code: 4001 }))])).boxed().into()
    };
    let house = House::with(room).await;
    let mut client = house.client().await;
    for n in 0..100 {
        // The close may come before the last one.
        let _ = client.feed(message(n)).await;
    }
    let _ = client.flush().await;
    assert_eq!(close_code(&mut client).await, Some(4001));
}

#[tokio::test]
async fn a_room_that_ends_says_that_all_is_well() {
    let house = House::with(|_| stream::empty().into()).await;
    assert_eq!(close_code(&mut house.client().await).await, Some(1000));
}

#[tokio::test]
async fn a_flood_that_the_room_does_not_take_is_told_to_try_again_later() {
    let limits = Limits { patience: Duration::from_millis(100), ping: Duration::from_millis(100), ..Limits::default() };
    let house = House::built(limits, None, deaf).await;
    let mut client = house.client().await;
    for n in 0..200 {
        client.feed(message(n)).await.expect("the line is open");
    }
    client.flush().await.expect("the line is open");
    assert_eq!(close_code(&mut client).await, Some(1013));
}

#[tokio::test]
async fn a_server_that_stops_tells_everybody_and_waits_for_them() {
    let house = House::with(echo).await;
    let mut clients = Vec::new();
    for n in 0..10 {
        let mut client = house.client().await;
        send(&mut client, message(n)).await;
        next(&mut client).await;
        clients.push(client);
    }
    assert_eq!(house.sockets.open(), 10);
    house.sockets.close_all();
    for client in &mut clients {
        assert_eq!(close_code(client).await, Some(1001));
    }
    // A close is answered by whoever reads on.
    for client in &mut clients {
        while soon(client.next()).await.is_some() {}
    }
    soon(house.sockets.none_open()).await;
    let late = house.client_from(Some(&format!("http://{}", house.at))).await;
    assert_eq!(late.err(), Some(StatusCode::SERVICE_UNAVAILABLE));
}

#[tokio::test]
async fn a_server_that_stops_does_not_wait_for_ever() {
    let house = House::with(echo).await;
    let _neither_reads_nor_leaves = house.client().await;
    house.sockets.close_all();
    soon(house.sockets.none_open()).await;
}
