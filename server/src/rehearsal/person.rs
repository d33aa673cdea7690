//! The body of somebody simulated: a seat and a live connection like any page's, held as long as the seat is theirs.
//! Thoughts come at their moments, and only while somebody facilitates.

use super::mind::Mind;
use crate::rooms::Rooms;
use crate::store::{SeatRow, Store};
use app::api::{AppError, Visitor};
use board::deck::Lang;
use board::protocol::{ClientMessage, Hello, PROTOCOL, PULSE, ServerMessage};
use board::{Asker, Intent, Op, OpId, Replica, Role, Seat, Seq, Snapshot, WorkshopId};
use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedSender};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, sleep_until};
use uuid::Uuid;

/// Before somebody comes back whose connection was cut.
const BREATH: Duration = Duration::from_secs(2);

/// Where they play.
pub(super) struct Place {
    pub store: Arc<dyn Store>,
    pub rooms: Rooms,
    pub workshop: WorkshopId,
}

/// Somebody who is connected.
struct Person<'a> {
    mind: &'a mut Mind,
    replica: Replica,
    up: UnboundedSender<Result<ClientMessage, AppError>>,
    haste: u32,
    /// Whether somebody facilitates.
    led: bool,
    /// When they think again.
    next: Instant,
}

/// Plays until the seat is theirs no more: somebody showed them out, or the workshop is over.
pub(super) async fn live(place: Place, who: Visitor, mut mind: Mind, haste: u32) {
    loop {
        match place.store.seat_of(place.workshop, who.id).await {
            Ok(Some(seat)) => attend(&place, who, &seat, &mut mind, haste).await,
            Ok(None) => return,
            Err(failure) => tracing::warn!(%failure, "somebody simulated finds no seat"),
        }
        sleep(BREATH / haste).await;
    }
}

/// One connection, from its hello to its end.
async fn attend(place: &Place, who: Visitor, seat: &SeatRow, mind: &mut Mind, haste: u32) {
    let Some(board) = seat.board else { return };
    let (up, said) = mpsc::unbounded();
    let mut down = place.rooms.live(who, said.into());
    let me = Asker { actor: seat.actor, role: seat.role };
    let replica = Replica::new(me, Snapshot::default());
    let mut person = Person { mind, replica, up, haste, led: false, next: Instant::now() };
    let hello = Hello { protocol: PROTOCOL, board, since: Seq(0), lang: Lang::Fr, as_projector: false };
    person.say(ClientMessage::Hello(hello));
    let mut pulse = interval(Duration::from_millis(PULSE.into()));
    pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
    pulse.tick().await;
    loop {
        tokio::select! {
            heard = down.next() => {
                let Some(Ok(message)) = heard.map(|frame| frame.and_then(|frame| frame.read())) else { return };
                if person.hear(message).is_none() {
                    return;
                }
            }
            () = sleep_until(person.next), if person.led => person.think(),
            _ = pulse.tick() => person.say(ClientMessage::Pulse),
        }
    }
}

impl Person<'_> {
    /// Takes a message in; `None` when this copy of the board is of no use any more.
    fn hear(&mut self, message: ServerMessage) -> Option<()> {
        let mut woken = false;
        match message {
            ServerMessage::Welcome(welcome) => {
                self.replica.catch_up(welcome.missed).ok()?;
                self.look_around(&welcome.seats);
            }
            ServerMessage::Seats(seats) => self.look_around(&seats),
            ServerMessage::Entries(entries) => self.replica.receive(&entries).ok()?,
            ServerMessage::Ack { op_id, seq } => self.replica.acknowledged(op_id, seq),
            ServerMessage::Refused { op_id, rejection } => {
                // Somebody was faster.
                tracing::debug!(?rejection, "somebody simulated was refused");
                self.replica.refused(op_id);
            }
            ServerMessage::Wave(_) => woken = self.mind.wave(),
            ServerMessage::Presence(_)
            | ServerMessage::Reveal(_)
            | ServerMessage::Pulse
            | ServerMessage::Bye { .. }
            | ServerMessage::Door { .. }
            | ServerMessage::Traffic { .. } => {}
        }
        if self.mind.notice(self.replica.view()) || woken {
            self.next = self.soon();
        }
        Some(())
    }

    fn think(&mut self) {
        if let Some(op) = self.mind.think(self.replica.view()) {
            self.submit(op);
        }
        self.next = self.soon();
    }

    fn submit(&mut self, op: Op) {
        let (op_id, intent) = (OpId(Uuid::new_v4()), Intent::Do(op));
        if self.replica.submit(op_id, intent.clone(), crate::now()).is_ok() {
            self.say(ClientMessage::Submit { op_id, intent });
        }
    }

    /// Notes whether somebody facilitates. Whoever has rested takes a moment to begin.
    fn look_around(&mut self, seats: &[Seat]) {
        let led = seats.iter().any(|seat| seat.role == Role::Facilitator && seat.here);
        if led && !self.led {
            self.next = self.next.max(Instant::now() + Duration::from_secs(2) / self.haste);
        }
        self.led = led;
    }

    fn soon(&mut self) -> Instant {
        Instant::now() + self.mind.pause() / self.haste
    }

    fn say(&self, message: ClientMessage) {
        // A connection that has ended says so where it is read.
        let _ = self.up.unbounded_send(Ok(message));
    }
}
