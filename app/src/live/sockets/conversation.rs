//! One open socket, as one task that never waits for anything in particular: whatever woke it, it looks at everything
//! once, in one poll. So a slow reader stops neither pings nor reading, and a burst is written in one go.

use super::{Limits, closing::Place};
use crate::{api::AppError, live::websocket::Down};
use axum::extract::ws::{CloseFrame, Message, WebSocket, close_code};
use board::protocol::ClientMessage;
use bytes::Bytes;
use futures::{SinkExt, StreamExt, channel::mpsc};
use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll, ready},
};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, timeout};

/// How many messages each way before others get their turn.
const BURST: usize = 64;

/// How a conversation ends.
enum End {
    /// With a close code.
    Say(u16),
    /// The other side closed, or is out of reach.
    Gone,
}

pub(super) struct Conversation {
    socket: WebSocket,
    up: mpsc::Sender<Result<ClientMessage, AppError>>,
    down: Down,
    limits: Limits,
    closing: Pin<Box<dyn Future<Output = ()> + Send>>,
    beat: Interval,
    /// When the other side was last heard.
    heard: Instant,
    /// When the last ping was sent.
    pinged: Instant,
    /// Since when the room has not taken what was read.
    stalled: Option<Instant>,
    /// Since when the other side has not taken what was written.
    blocked: Option<Instant>,
    unflushed: bool,
    _place: Place,
}

impl Conversation {
    pub fn new(socket: WebSocket, up: mpsc::Sender<Result<ClientMessage, AppError>>, down: Down, place: Place) -> Self {
        let (limits, now) = (place.limits(), Instant::now());
        let mut beat = interval_at(now + limits.beat(), limits.beat());
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            socket,
            up,
            down,
            limits,
            closing: Box::pin(place.closing()),
            beat,
            heard: now,
            pinged: now,
            stalled: None,
            blocked: None,
            unflushed: false,
            _place: place,
        }
    }

    /// From the first message to the last.
    pub async fn hold(mut self) {
        let end = poll_fn(|cx| self.turn(cx)).await;
        let Self { mut socket, up, down, limits, _place, .. } = self;
        // The room learns at once that this person has left.
        drop((up, down));
        // Closing with bytes unread would make the system drop the close code with the connection: read to the end.
        let farewell = async {
            if let End::Say(code) = end {
                let _ = socket.send(Message::Close(Some(CloseFrame { code, reason: "".into() }))).await;
            }
            while let Some(Ok(_)) = socket.next().await {}
        };
        let _ = timeout(limits.farewell, farewell).await;
    }

    /// Looks at everything once.
    fn turn(&mut self, cx: &mut Context<'_>) -> Poll<End> {
        let turned = self.listen(cx).and_then(|()| self.speak(cx)).and_then(|()| self.flush(cx));
        if let Err(end) = turned.and_then(|()| self.keep_time(cx)).and_then(|()| self.flush(cx)) {
            return Poll::Ready(end);
        }
        ready!(self.closing.as_mut().poll(cx));
        Poll::Ready(End::Say(close_code::AWAY))
    }

    /// Reads what has come, as far as the room takes it; what it does not take yet stays with the sender.
    fn listen(&mut self, cx: &mut Context<'_>) -> Result<(), End> {
        for _ in 0..BURST {
            let heeded = match self.up.poll_ready(cx) {
                Poll::Ready(room) => room.is_ok(),
                Poll::Pending => {
                    self.stalled.get_or_insert_with(Instant::now);
                    return Ok(());
                }
            };
            self.stalled = None;
            let Poll::Ready(message) = self.socket.poll_next_unpin(cx) else { return Ok(()) };
            self.heard = Instant::now();
            match message {
                Some(Ok(Message::Binary(bytes))) => {
                    let said = read(&bytes).ok_or(End::Say(close_code::INVALID))?;
                    // A room that no longer heeds has something to say on the way down: its own close code.
                    if heeded {
                        let _ = self.up.start_send(Ok(said));
                    }
                }
                Some(Ok(Message::Text(_))) => return Err(End::Say(close_code::UNSUPPORTED)),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Ok(Message::Close(_))) | None => return Err(End::Gone),
                // Too long, or not a websocket's frame; or nobody is there to be told.
                Some(Err(_)) => return Err(End::Say(close_code::PROTOCOL)),
            }
        }
        cx.waker().wake_by_ref();
        Ok(())
    }

    /// Writes what is ready, as far as the other side takes it; what it does not take yet stays with the room.
    fn speak(&mut self, cx: &mut Context<'_>) -> Result<(), End> {
        for _ in 0..BURST {
            if !self.is_writable(cx)? {
                return Ok(());
            }
            let Poll::Ready(item) = self.down.poll_next_unpin(cx) else { return Ok(()) };
            match item {
                Some(Ok(frame)) => self.write(Message::Binary(frame.bytes()))?,
                Some(Err(AppError::Closed(close))) => return Err(End::Say(close.code)),
                Some(Err(_)) => return Err(End::Say(close_code::ERROR)),
                None => return Err(End::Say(close_code::NORMAL)),
            }
        }
        cx.waker().wake_by_ref();
        Ok(())
    }

    fn keep_time(&mut self, cx: &mut Context<'_>) -> Result<(), End> {
        while self.beat.poll_tick(cx).is_ready() {
            let late = |since: Option<Instant>| since.is_some_and(|since| since.elapsed() > self.limits.patience);
            if late(self.blocked) || self.heard.elapsed() > self.limits.silence {
                return Err(End::Gone);
            }
            if late(self.stalled) {
                return Err(End::Say(close_code::AGAIN));
            }
            if self.pinged.elapsed() >= self.limits.ping && self.is_writable(cx)? {
                self.pinged = Instant::now();
                self.write(Message::Ping(Bytes::new()))?;
            }
        }
        Ok(())
    }

    fn is_writable(&mut self, cx: &mut Context<'_>) -> Result<bool, End> {
        match self.socket.poll_ready_unpin(cx) {
            Poll::Ready(Ok(())) => Ok(true),
            Poll::Ready(Err(_)) => Err(End::Gone),
            Poll::Pending => {
                self.blocked.get_or_insert_with(Instant::now);
                Ok(false)
            }
        }
    }

    fn write(&mut self, message: Message) -> Result<(), End> {
        self.unflushed = true;
        self.socket.start_send_unpin(message).map_err(|_| End::Gone)
    }

    fn flush(&mut self, cx: &mut Context<'_>) -> Result<(), End> {
        if !self.unflushed {
            return Ok(());
        }
        match self.socket.poll_flush_unpin(cx) {
            Poll::Ready(Ok(())) => {
                (self.unflushed, self.blocked) = (false, None);
                Ok(())
            }
            Poll::Ready(Err(_)) => Err(End::Gone),
            Poll::Pending => {
                self.blocked.get_or_insert_with(Instant::now);
                Ok(())
            }
        }
    }
}

/// One whole message, and nothing after it.
fn read(bytes: &[u8]) -> Option<ClientMessage> {
    match postcard::take_from_bytes(bytes) {
        Ok((message, [])) => Some(message),
        _ => None,
    }
}
