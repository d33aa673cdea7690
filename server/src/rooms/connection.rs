//! One connection, from its welcome to its end, as the stream that its socket drives. It has no task and no timer of
//! its own: polling it takes in what the page says and gives out what the room queued.

use super::audience::ConnectionId;
use super::outbox::Outbox;
use super::presence::Eyes;
use super::registry::{Control, Door, From, Submission};
use super::{Limits, POLICY, closed};
use crate::traffic::Meter;
use app::api::{AppError, Close, Upstream};
use app::footprint::framed;
use app::live::Frame;
use board::protocol::{ClientMessage, ServerMessage};
use board::{Asker, Role};
use futures::future::BoxFuture;
use futures::{Stream, StreamExt, ready};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::sync::mpsc::OwnedPermit;
use tokio::sync::mpsc::error::{SendError, TrySendError};

/// How many messages are taken in before what waits to go out has its turn.
const TURN: usize = 32;
/// Presence beyond this many values in a second is not looked at: only the latest counts.
const POINTING: u32 = 40;
/// A page that keeps asking whether anybody is there is answered this often.
const ANSWER: Duration = Duration::from_secs(5);

/// A live connection.
pub(super) struct Connection {
    id: ConnectionId,
    asker: Asker,
    up: Upstream,
    outbox: Outbox,
    door: Door,
    /// What goes up and comes down.
    meter: Meter,
    ops: Arc<DefaultDirectRateLimiter>,
    pointing: DefaultDirectRateLimiter,
    answered: Option<Instant>,
    /// An op that has to wait for its place: nothing more is taken in until it has one.
    held: Option<Held>,
    /// The last thing out was a reply: what the room queued has its turn.
    replied: bool,
    over: bool,
}

struct Held {
    submission: Submission,
    place: BoxFuture<'static, Result<OwnedPermit<Submission>, SendError<()>>>,
}

/// What taking in a message leads to.
enum Taken {
    Nothing,
    Reply(ServerMessage),
    End(Option<Close>),
}

impl Connection {
    /// The connection of somebody whom the room has been asked to welcome.
    pub fn new(
        id: ConnectionId,
        asker: Asker,
        up: Upstream,
        outbox: Outbox,
        door: Door,
        limits: Limits,
        meter: Meter,
    ) -> Self {
        let (ops, pointing) = (Arc::new(budget(limits.rate, limits.burst)), budget(POINTING, POINTING));
        let (answered, held, replied, over) = (None, None, false, false);
        Self { id, asker, up, outbox, door, meter, ops, pointing, answered, held, replied, over }
    }

    /// A message goes down.
    fn down(&self, frame: Frame) -> Poll<Option<Result<Frame, AppError>>> {
        self.meter.add(framed(frame.len(), false));
        Poll::Ready(Some(Ok(frame)))
    }

    /// Takes in what the page says, until there is nothing left or something to say back.
    fn poll_up(&mut self, context: &mut Context<'_>) -> Poll<Taken> {
        for _ in 0..TURN {
            if let Some(held) = &mut self.held {
                let place = ready!(held.place.as_mut().poll(context));
                if let (Some(held), Ok(place)) = (self.held.take(), place) {
                    place.send(held.submission);
                }
            }
            let Some(said) = ready!(self.up.poll_next_unpin(context)) else { return Poll::Ready(Taken::End(None)) };
            self.outbox.hear();
            if let Ok(said) = &said {
                self.meter.add(framed(Frame::weight_up(said), true));
            }
            match self.take(said) {
                Taken::Nothing => {}
                taken => return Poll::Ready(taken),
            }
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn take(&mut self, said: Result<ClientMessage, AppError>) -> Taken {
        match said {
            Ok(ClientMessage::Submit { op_id, intent }) => {
                let submission = Submission { op_id, asker: self.asker, intent, from: From::Connection(self.id) };
                if self.ops.check().is_ok() {
                    self.submit(submission)
                } else {
                    self.slow_down(submission)
                }
                Taken::Nothing
            }
            Ok(ClientMessage::Presence(presence)) => {
                // Whoever shows no pointer has no room for those of others.
                self.outbox.look(if presence.at.is_some() { Eyes::Pointers } else { Eyes::Hands });
                let shown = matches!(self.asker.role, Role::Participant | Role::Facilitator);
                if shown && self.pointing.check().is_ok() {
                    self.door.stage.point(self.asker.actor, presence);
                }
                Taken::Nothing
            }
            Ok(ClientMessage::Pulse) => {
                if self.answered.is_some_and(|at| at.elapsed() < ANSWER) {
                    return Taken::Nothing;
                }
                self.answered = Some(Instant::now());
                Taken::Reply(ServerMessage::Pulse)
            }
            Ok(ClientMessage::Wave(at)) => {
                if self.asker.role == Role::Facilitator && self.ops.check().is_ok() {
                    // A room that has ended has nobody to wave at.
                    let _ = self.door.control.send(Control::Wave(at));
                }
                Taken::Nothing
            }
            Ok(ClientMessage::Hello(_)) => Taken::End(Some(closed(POLICY))),
            Err(AppError::Closed(_)) => Taken::End(None),
            Err(_) => Taken::End(Some(closed(POLICY))),
        }
    }

    /// Takes in nothing more until the budget allows this op: a page that comes back with many ops loses none of them,
    /// they stay in order, and whoever floods only fills their own socket.
    fn slow_down(&mut self, submission: Submission) {
        let (ops, submissions) = (self.ops.clone(), self.door.submissions.clone());
        let place = async move {
            ops.until_ready().await;
            submissions.reserve_owned().await
        };
        self.held = Some(Held { submission, place: Box::pin(place) });
    }

    fn submit(&mut self, submission: Submission) {
        match self.door.submissions.try_send(submission) {
            // A room that has ended has closed this connection: the page comes back and sends the op again.
            Ok(()) | Err(TrySendError::Closed(_)) => {}
            Err(TrySendError::Full(submission)) => {
                let place = Box::pin(self.door.submissions.clone().reserve_owned());
                self.held = Some(Held { submission, place });
            }
        }
    }
}

impl Stream for Connection {
    type Item = Result<Frame, AppError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if this.over {
            return Poll::Ready(None);
        }
        if std::mem::take(&mut this.replied)
            && let Poll::Ready(Ok(frame)) = this.outbox.poll(context)
        {
            return this.down(frame);
        }
        let end = match this.poll_up(context) {
            Poll::Ready(Taken::Reply(message)) => {
                this.replied = true;
                return this.down(Frame::of(&message));
            }
            Poll::Ready(Taken::End(close)) => close,
            Poll::Ready(Taken::Nothing) | Poll::Pending => match ready!(this.outbox.poll(context)) {
                Ok(frame) => return this.down(frame),
                Err(close) => Some(close),
            },
        };
        this.over = true;
        Poll::Ready(end.map(|close| Err(AppError::Closed(close))))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // A room that has ended has forgotten this connection already.
        let _ = self.door.control.send(Control::Leave(self.id));
    }
}

fn budget(rate: u32, burst: u32) -> DefaultDirectRateLimiter {
    let at_least_one = |count: u32| NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN);
    RateLimiter::direct(Quota::per_second(at_least_one(rate)).allow_burst(at_least_one(burst)))
}
