//! What a person does to the board, once the page stands on a device. Without one nothing is done: the server renders.

use super::LiveBoard;
use crate::live::{Device, TurnedDown};
use board::{Intent, Millis, NoteId, Op, OpId, Pending, Point, Presence, Rejection, StrokeId, protocol::ClientMessage};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::{Builder, Uuid};

impl LiveBoard {
    /// Comes alive: `left` is what an earlier page of this person could not get acknowledged.
    pub fn stand_on(self, device: Arc<dyn Device>, left: Vec<Pending>) {
        self.set_clock(self.opening(|opening| opening.now), &*device);
        self.device.set_value(Some(device));
        if !left.is_empty() {
            self.replica.update_value(|replica| replica.resume(left));
            self.turn_over();
        }
    }

    /// Does an op: the view changes at once, the room decides.
    pub fn act(self, op: Op) {
        self.submit(Intent::Do(op));
    }

    /// Asks for something: shown at once, kept until the room has it on disk. What the rules refuse already here is
    /// [`LiveBoard::turned_down`] and goes no further.
    pub fn submit(self, intent: Intent) {
        let Some(device) = self.device.get_value() else { return };
        let (op_id, at) = (OpId(name(self.server_now(), device.draw())), self.server_now());
        let judged = self.replica.try_update_value(|replica| replica.submit(op_id, intent.clone(), at));
        match judged {
            Some(Ok(())) => {
                // Whoever goes on has read why the last one was refused.
                self.heard();
                self.turn_over();
                device.say(ClientMessage::Submit { op_id, intent });
            }
            Some(Err(rejection)) => {
                let pending = Pending { op_id, intent, at, acked: None };
                self.turn_down(TurnedDown { rejection, pending });
            }
            None => {}
        }
    }

    /// Waves at a place of the board, or at the whole table.
    pub fn wave(self, at: Option<Point>) {
        if let Some(device) = self.device.get_value() {
            device.say(ClientMessage::Wave(at));
        }
    }

    /// Shows the others what this person points at; throttled, and lost if there is no connection.
    pub fn point(self, presence: Presence) {
        if let Some(device) = self.device.get_value() {
            device.show(presence);
        }
    }

    /// The server's clock, as far as this device knows it: for timers. On the server, when the page was made.
    #[must_use]
    pub fn server_now(self) -> Millis {
        match self.device.get_value() {
            Some(device) => Millis(device.now().0.saturating_add_signed(self.ahead.get_value())),
            None => self.opening(|opening| opening.now),
        }
    }

    /// What this device remembers under a name; nothing on the server.
    #[must_use]
    pub fn recall(self, name: &str) -> Option<String> {
        self.device.get_value()?.recall(name)
    }

    /// Remembers a text on this device.
    pub fn remember(self, name: &str, text: &str) {
        if let Some(device) = self.device.get_value() {
            device.remember(name, text);
        }
    }

    /// A name for a new note; `None` on the server, where nobody writes.
    #[must_use]
    pub fn draw_note_id(self) -> Option<NoteId> {
        self.draw().map(NoteId)
    }

    /// A name for a new drawing; `None` on the server, where nobody draws.
    #[must_use]
    pub fn draw_stroke_id(self) -> Option<StrokeId> {
        self.draw().map(StrokeId)
    }

    /// Half of the bits that a device draws: plenty among the things of one table.
    fn draw(self) -> Option<u64> {
        self.device.get_value().map(|device| (device.draw() >> 64) as u64)
    }

    /// Remembers how far this device's clock is from the server's.
    pub(super) fn set_clock(self, server: Millis, device: &dyn Device) {
        self.ahead.set_value(server.0.wrapping_sub(device.now().0).cast_signed());
    }

    /// Says why an op was turned down. What is so already was asked twice, or by two: nobody needs to hear of it.
    pub(super) fn turn_down(self, turned_down: TurnedDown) {
        if turned_down.rejection != Rejection::AlreadySo {
            self.turned_down.set(Some(turned_down));
        }
    }

    /// Shows the board as it is now, and keeps what is not acknowledged.
    pub(super) fn turn_over(self) {
        self.turn.update(|turn| *turn += 1);
        if let Some(device) = self.device.get_value() {
            device.keep(&self.left());
        }
    }

    /// What the room has not acknowledged, oldest first.
    pub(super) fn left(self) -> Vec<Pending> {
        self.replica.with_value(|replica| replica.unacknowledged().cloned().collect())
    }
}

/// A version 7 uuid: sorted by time, so that a store's index of them grows at one end.
fn name(now: Millis, chance: u128) -> Uuid {
    let [random @ .., _, _, _, _, _, _] = chance.to_be_bytes();
    Builder::from_unix_timestamp_millis(now.0, &random).into_uuid()
}
