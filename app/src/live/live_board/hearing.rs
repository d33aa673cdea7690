//! What a page does with what its room says.

use super::LiveBoard;
use crate::live::{Ear, Line, TurnedDown};
use board::{
    ActorId, CardId, Document, Entry, Gap, Missed, Presence, Role, Seat, Seq,
    protocol::{ClientMessage, Faces, Hello, PROTOCOL, ServerMessage, Welcome},
};
use leptos::prelude::*;

impl LiveBoard {
    /// How this page greets its room: with the last entry it has.
    #[must_use]
    pub fn hello(self) -> ClientMessage {
        let since = self.confirmed();
        self.opening(|opening| {
            let as_projector = opening.me.role == Role::Projector;
            let (board, lang) = (opening.board, opening.lang);
            ClientMessage::Hello(Hello { protocol: PROTOCOL, board, since, lang, as_projector })
        })
    }

    /// What is to be said again after the room's welcome: it may not have heard it.
    #[must_use]
    pub fn unsaid(self) -> Vec<ClientMessage> {
        let left = self.left().into_iter();
        left.map(|pending| ClientMessage::Submit { op_id: pending.op_id, intent: pending.intent }).collect()
    }

    /// Takes in what the room says.
    ///
    /// # Errors
    /// [`Gap`] when entries are missing: greet the room again.
    pub fn hear(self, message: ServerMessage) -> Result<(), Gap> {
        match message {
            ServerMessage::Welcome(welcome) => self.welcomed(welcome)?,
            ServerMessage::Entries(entries) => {
                self.receive(&entries)?;
                self.turn_over();
            }
            ServerMessage::Ack { op_id, seq } => {
                self.replica.update_value(|replica| replica.acknowledged(op_id, seq));
                self.turn_over();
            }
            ServerMessage::Refused { op_id, rejection } => {
                if let Some(pending) = self.replica.try_update_value(|replica| replica.refused(op_id)).flatten() {
                    self.turn_down(TurnedDown { rejection, pending });
                    self.turn_over();
                }
            }
            ServerMessage::Presence(moved) => self.pointed(moved),
            ServerMessage::Reveal(faces) => self.reveal(faces),
            ServerMessage::Seats(seats) => self.seated(seats),
            ServerMessage::Wave(at) => {
                self.overhear(|ear| ear.waved(at.is_some()));
                self.waved.set(Some(at));
            }
            ServerMessage::Pulse | ServerMessage::Bye { .. } => {}
            ServerMessage::Door { open } => self.door(open),
            ServerMessage::Traffic { bytes } => self.traffic.set(bytes),
        }
        Ok(())
    }

    /// The line to the room has changed.
    pub fn on_the(self, line: Line) {
        self.line.set(line);
    }

    /// The workshop's door is open, or closed.
    pub fn door(self, open: bool) {
        if self.open.get_untracked() != open {
            self.open.set(open);
        }
    }

    /// The last entry this page has.
    #[must_use]
    pub fn confirmed(self) -> Seq {
        self.replica.with_value(|replica| replica.confirmed().seq)
    }

    /// Listens to the table from now on, for somebody who placed these cards before.
    pub fn listen(self, placed: impl IntoIterator<Item = CardId>) {
        self.ear.set_value(Some(Ear::new(self.me(), placed)));
    }

    /// What was heard and waits to be told, if somebody listens; wakes its reader when there may be more.
    pub fn news<T>(self, read: impl FnOnce(&mut Ear) -> T) -> Option<T> {
        self.turn.track();
        self.waved.track();
        self.ear.try_update_value(|ear| ear.as_mut().map(read)).flatten()
    }

    fn receive(self, entries: &[Entry]) -> Result<(), Gap> {
        let mut tell = |before: &Document, entry: &Entry| self.overhear(|ear| ear.hear(before, entry));
        self.replica.try_update_value(|replica| replica.receive_telling(entries, &mut tell)).unwrap_or(Ok(()))
    }

    fn overhear(self, hear: impl FnOnce(&mut Ear)) {
        self.ear.update_value(|ear| {
            if let Some(ear) = ear {
                hear(ear);
            }
        });
    }

    fn welcomed(self, welcome: Welcome) -> Result<(), Gap> {
        if let Some(device) = self.device.get_value() {
            self.set_clock(welcome.now, &*device);
        }
        self.on_time.set(true);
        match welcome.missed {
            Missed::Entries(entries) => self.receive(&entries)?,
            missed => {
                self.replica.try_update_value(|replica| replica.catch_up(missed)).unwrap_or(Ok(()))?;
                self.overhear(Ear::away);
            }
        }
        self.reveal(welcome.faces);
        self.seated(welcome.seats);
        self.door(welcome.open);
        self.line.set(Line::Up);
        self.turn_over();
        Ok(())
    }

    /// Texts that have been read are never taken back.
    fn reveal(self, faces: Faces) {
        let Faces { fronts, backs } = faces;
        if !fronts.is_empty() {
            self.fronts.update(|known| take_in(known, fronts, |front| front.card));
        }
        if !backs.is_empty() {
            self.backs.update(|known| take_in(known, backs, |back| back.card));
        }
    }

    fn seated(self, seats: Vec<Seat>) {
        let here = |actor: &ActorId| seats.iter().any(|seat| seat.actor == *actor && seat.here);
        self.presence.maybe_update(|presence| {
            let pointing = presence.len();
            presence.retain(|actor, _| here(actor));
            presence.len() != pointing
        });
        self.seats.set(seats);
    }

    fn pointed(self, moved: Vec<(ActorId, Presence)>) {
        let me = self.me().actor;
        self.presence.update(|presence| {
            for (actor, shown) in moved {
                if shown == Presence::default() {
                    presence.remove(&actor);
                } else if actor != me {
                    presence.insert(actor, shown);
                }
            }
        });
    }
}

/// Each text in the place of what was known of its card.
fn take_in<Face>(known: &mut Vec<Face>, told: Vec<Face>, card: fn(&Face) -> CardId) {
    for face in told {
        match known.iter_mut().find(|known| card(known) == card(&face)) {
            Some(known) => *known = face,
            None => known.push(face),
        }
    }
}
