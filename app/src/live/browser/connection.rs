//! The connection to a room, kept up for as long as the page lives: greet, listen, notice when nobody is there any
//! more, and come back without everybody coming back at once.

use super::{
    device::Browser,
    kept::{forget, keep, kept, tab},
    nudge::{Nudge, nudges},
};
use crate::{
    api::{AppError, live},
    live::{Device, Frame, Line, LiveBoard},
};
use board::protocol::{CLOSE_NOT_HERE, CLOSE_RELOAD, ClientMessage, PULSE, ServerMessage};
use futures::{
    StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    future::{Either, select},
    stream,
};
use gloo_timers::future::{IntervalStream, TimeoutFuture};
use leptos::prelude::window;
use server_fn::BoxedStream;
use std::{pin::pin, sync::Arc};

/// The first wait before dialling again, and the longest, in milliseconds: each is drawn between nothing and that.
const BACK_OFF: (u32, u32) = (250, 10_000);
/// A connection that lasted this long was a good one: the next wait is short again.
const GOOD: u64 = 5_000;
/// The wait after a restart that does not say how long, in milliseconds.
const RESTART: u32 = 2_000;
/// How often the clocks are looked at, in milliseconds.
const TICK: u32 = PULSE / 3;
/// Set in a tab that has reloaded because its page was too old, until a room welcomes it: so it does so only once.
const RELOADED: &str = "coulisses.reloaded";

/// Close code: the server restarts.
const CLOSE_AWAY: u16 = 1001;

/// Why a connection ended.
enum End {
    /// It broke, or the room has had enough of it.
    Lost,
    /// An entry is missing, or the network is another one: dial again at once.
    Again,
    /// The server restarts; milliseconds.
    Restart(u32),
    /// This page is too old.
    TooOld,
    /// This person is not at this table.
    NotHere,
}

enum Event {
    Said(Result<Frame, AppError>),
    Over,
    Tick,
    Nudged(Nudge),
}

pub(super) async fn stay_connected(board: LiveBoard, browser: Arc<Browser>) {
    let mut nudges = nudges();
    let mut failures = 0;
    loop {
        let dialled = browser.now().0;
        let end = Call { board, browser: &browser, welcome: false, pulsed: dialled, heard: dialled, bye: None }
            .hold(&mut nudges)
            .await;
        browser.way_up.is(None);
        failures = if browser.now().0.saturating_sub(dialled) >= GOOD { 0 } else { failures + 1 };
        let wait = match end {
            End::NotHere => return board.on_the(Line::Refused),
            End::TooOld if reload() => return,
            End::Again if failures <= 1 => 0,
            End::Restart(retry) => drawn(retry),
            End::Again | End::Lost | End::TooOld => drawn(BACK_OFF.1.min(BACK_OFF.0 << failures.min(6))),
        };
        if wait > 0 {
            board.on_the(Line::Down);
            rest(wait, &mut nudges).await;
        }
    }
}

/// One connection, from dialling to its end.
struct Call<'a> {
    board: LiveBoard,
    browser: &'a Browser,
    welcome: bool,
    /// When this page last said that it is still here.
    pulsed: u64,
    /// When the room last said anything.
    heard: u64,
    /// What the room said about coming back.
    bye: Option<u32>,
}

impl Call<'_> {
    async fn hold(mut self, nudges: &mut UnboundedReceiver<Nudge>) -> End {
        let (up, said) = unbounded();
        let Ok(down) = live(said.map(Ok).into()).await else { return End::Lost };
        let _ = up.unbounded_send(self.board.hello());
        let mut events = pin!(stream::select(
            frames(down),
            stream::select(IntervalStream::new(TICK).map(|()| Event::Tick), nudges.map(Event::Nudged)),
        ));
        while let Some(event) = events.next().await {
            let end = match event {
                Event::Said(Ok(frame)) => self.hear(&frame, &up),
                Event::Said(Err(AppError::Closed(close))) => Err(self.closed(close.code)),
                Event::Said(Err(_)) | Event::Over => Err(End::Lost),
                Event::Tick => self.tick(&up),
                Event::Nudged(nudge) => self.nudged(nudge),
            };
            if let Err(end) = end {
                return end;
            }
        }
        End::Lost
    }

    fn hear(&mut self, frame: &Frame, up: &UnboundedSender<ClientMessage>) -> Result<(), End> {
        self.heard = self.browser.now().0;
        let message = frame.read().map_err(|_| End::Lost)?;
        let greeted = matches!(message, ServerMessage::Welcome(_));
        if let ServerMessage::Bye { retry } = message {
            self.bye = Some(retry);
        }
        self.board.hear(message).map_err(|_| End::Again)?;
        if greeted && !self.welcome {
            self.welcome = true;
            forget(tab(), RELOADED);
            for message in self.board.unsaid() {
                let _ = up.unbounded_send(message);
            }
            self.browser.way_up.is(Some(up.clone()));
            self.browser.pointer.begin();
        }
        Ok(())
    }

    fn closed(&self, code: u16) -> End {
        match (code, self.bye) {
            (CLOSE_RELOAD, _) => End::TooOld,
            (CLOSE_NOT_HERE, _) => End::NotHere,
            (_, Some(retry)) => End::Restart(retry),
            (CLOSE_AWAY, None) => End::Restart(RESTART),
            _ => End::Lost,
        }
    }

    fn tick(&mut self, up: &UnboundedSender<ClientMessage>) -> Result<(), End> {
        let now = self.browser.now().0;
        // A room that has not even welcomed us is given less time.
        let patience = if self.welcome { 3 * PULSE } else { PULSE };
        if self.silence() >= u64::from(patience) {
            return Err(End::Lost);
        }
        if self.welcome && now.saturating_sub(self.pulsed) + u64::from(TICK / 2) >= u64::from(PULSE) {
            self.pulsed = now;
            let _ = up.unbounded_send(ClientMessage::Pulse);
        }
        Ok(())
    }

    fn nudged(&self, nudge: Nudge) -> Result<(), End> {
        match nudge {
            Nudge::Offline => Err(End::Lost),
            Nudge::Online => Err(End::Again),
            Nudge::Shown if self.silence() > u64::from(PULSE + TICK) => Err(End::Again),
            Nudge::Shown => Ok(()),
        }
    }

    fn silence(&self) -> u64 {
        self.browser.now().0.saturating_sub(self.heard)
    }
}

fn frames(mut down: BoxedStream<Frame, AppError>) -> impl futures::Stream<Item = Event> {
    stream::poll_fn(move |cx| down.poll_next_unpin(cx)).map(Event::Said).chain(stream::iter([Event::Over]))
}

/// Waits, or until there is a reason to hope.
async fn rest(wait: u32, nudges: &mut UnboundedReceiver<Nudge>) {
    let hope = pin!(nudges.by_ref().filter(|nudge| std::future::ready(*nudge != Nudge::Offline)).into_future());
    match select(TimeoutFuture::new(wait), hope).await {
        Either::Left(_) | Either::Right(_) => {}
    }
}

/// A random part of this many milliseconds, so that a whole room does not come back at once.
fn drawn(longest: u32) -> u32 {
    (js_sys::Math::random() * f64::from(longest)) as u32 + 1
}

/// Reloads the page, unless that was tried and did not help, or cannot be remembered.
fn reload() -> bool {
    kept(tab(), RELOADED).is_none() && keep(tab(), RELOADED, "1") && window().location().reload().is_ok()
}
