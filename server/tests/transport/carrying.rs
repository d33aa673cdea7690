//! What a live connection carries: all of it, in order.

use super::house::{House, Inside, Up, close_code, echo, frame, message, next, say, send, soon, up};
use board::protocol::ClientMessage;
use board::{Intent, Op, OpId};
use futures::{SinkExt, StreamExt, stream};
use std::sync::Arc;
use tokio::sync::{Notify, mpsc};

const MANY: i32 = 10_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_messages_up_arrive_whole_even_in_a_room_that_starts_late() {
    let (begin, (tell, mut told)) = (Arc::new(Notify::new()), mpsc::unbounded_channel());
    let room = {
        let begin = begin.clone();
        move |up: Up| {
            let (begin, tell) = (begin.clone(), tell.clone());
            tokio::spawn(async move {
                begin.notified().await;
                let mut up = up.stream();
                while let Some(Ok(message)) = up.next().await {
                    let _ = tell.send(message);
                }
            });
            stream::pending().into()
        }
    };
    let house = House::with(room).await;
    let mut client = house.client().await;
    let sending = tokio::spawn(async move {
        for n in 0..MANY {
            client.feed(message(n)).await.expect("the line is open");
            if n == 1_000 {
                client.flush().await.expect("the line is open");
                begin.notify_one();
            }
        }
        client.flush().await.expect("the line is open");
        client
    });
    for n in 0..MANY {
        let heard = soon(told.recv()).await.expect("the room listens");
        assert_eq!(up(&heard), message(n));
    }
    let mut client = sending.await.expect("sent");
    send(&mut client, message(0)).await;
    soon(told.recv()).await.expect("the room still listens");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_frames_down_arrive_whole() {
    let house = House::with(say((0..MANY).map(|n| Ok(frame(n))).collect())).await;
    let mut client = house.client().await;
    for n in 0..MANY {
        assert_eq!(next(&mut client).await, frame(n));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_goes_up_while_much_comes_down_is_not_held_up() {
    let house = House::with(echo).await;
    let (mut out, mut back) = house.client().await.split();
    let sending = tokio::spawn(async move {
        for n in 0..MANY {
            out.send(message(n)).await.expect("the line is open");
        }
        out
    });
    for n in 0..MANY {
        let said = soon(back.next()).await.expect("open").expect("a frame");
        assert_eq!(said.into_data(), frame(n).bytes());
    }
    drop(sending.await.expect("sent"));
}

#[tokio::test]
async fn a_long_message_arrives_and_one_that_is_too_long_ends_the_connection() {
    let text_of = |length| {
        let intent = Intent::Do(Op::Title { text: "x".repeat(length) });
        up(&ClientMessage::Submit { op_id: OpId(uuid::Uuid::nil()), intent })
    };
    let house = House::with(echo).await;
    let mut client = house.client().await;
    send(&mut client, text_of(64 * 1024 - 100)).await;
    next(&mut client).await;
    // The server may hang up before all of it is sent.
    let _ = client.send(text_of(64 * 1024)).await;
    let code = close_code(&mut client).await;
    assert!(matches!(code, None | Some(1002)), "{code:?}");
    soon(house.sockets.none_open()).await;
}

#[tokio::test]
async fn a_whole_board_fits_in_one_frame() {
    let long = app::live::Frame::from(bytes::Bytes::from(vec![1; 3 * 1024 * 1024]));
    let house = House::with(say(vec![Ok(long.clone()), Ok(frame(1))])).await;
    let mut client = house.client().await;
    assert_eq!(next(&mut client).await.len(), long.len());
    assert_eq!(next(&mut client).await, frame(1));
}
