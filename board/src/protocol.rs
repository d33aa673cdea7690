//! What a browser and a room say to each other, one page, in postcard.
//!
//! Postcard is not self-describing: variants are only ever added at the end. [`PROTOCOL`] changes when an old page
//! could not go on; such a page is told to reload and keeps its pending ops.

use crate::{
    ActorId, BoardId, Entry, Intent, Millis, OpId, Point, Presence, Rejection, Seat, Seq, Snapshot,
    deck::{Back, Front, Lang},
};
use serde::{Deserialize, Serialize};

/// The version both sides must share.
pub const PROTOCOL: u16 = 2;

/// How often each side says something, in milliseconds. Three times that in silence means the other is gone.
pub const PULSE: u32 = 15_000;

/// Close code: this page is too old, or no longer the right one for its person: it must reload.
pub const CLOSE_RELOAD: u16 = 4001;
/// Close code: this person is not, or no longer, at this table.
pub const CLOSE_NOT_HERE: u16 = 4003;

/// From a browser to its room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClientMessage {
    /// The first message of every connection.
    Hello(Hello),
    /// Something a person wants; sent again, with the same id, until it is answered.
    Submit {
        /// Its id, drawn by the browser.
        op_id: OpId,
        /// What is wanted.
        intent: Intent,
    },
    /// What this person points at.
    Presence(Presence),
    /// "Still here."
    Pulse,
    /// Somebody who facilitates waves: at a place of the board, or at the whole table.
    Wave(Option<Point>),
}

/// The first message of every connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// [`PROTOCOL`] as this page knows it.
    pub protocol: u16,
    /// Which board.
    pub board: BoardId,
    /// The last entry this page has.
    pub since: Seq,
    /// The language of this device.
    pub lang: Lang,
    /// True for a screen of the room: it is told no more than a projector, whatever else this person may see.
    pub as_projector: bool,
}

/// From a room to a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServerMessage {
    /// The answer to [`Hello`].
    Welcome(Welcome),
    /// What happened, in order and on disk.
    Entries(Vec<Entry>),
    /// The op is on disk at this place of the log; its entry follows, or has already come.
    Ack {
        /// Which submission.
        op_id: OpId,
        /// Its place.
        seq: Seq,
    },
    /// The op was refused and left no trace.
    Refused {
        /// Which submission.
        op_id: OpId,
        /// Why.
        rejection: Rejection,
    },
    /// What people point at: only those who changed.
    Presence(Vec<(ActorId, Presence)>),
    /// Card texts that may be read from now on.
    Reveal(Faces),
    /// Who is at the table, all of them.
    Seats(Vec<Seat>),
    /// "Still here."
    Pulse,
    /// The server restarts: come back after this long.
    Bye {
        /// Milliseconds.
        retry: u32,
    },
    /// Somebody who facilitates waves: look there, or at them.
    Wave(Option<Point>),
    /// The workshop's door was opened or closed.
    Door {
        /// Whether people may still join.
        open: bool,
    },
    /// What the whole workshop has exchanged, for a screen of the room at the end.
    Traffic {
        /// Bytes, both ways, since the server last started.
        bytes: u64,
    },
}

/// The answer to [`Hello`]: everything that brings a page up to date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// The last entry on disk.
    pub head: Seq,
    /// The server's clock.
    pub now: Millis,
    /// What the page missed.
    pub missed: Missed,
    /// Who is at the table.
    pub seats: Vec<Seat>,
    /// The card texts this person may read.
    pub faces: Faces,
    /// Whether people may still join the workshop.
    pub open: bool,
}

/// How a page catches up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missed {
    /// Few entries: fold them.
    Entries(Vec<Entry>),
    /// Many, or the page's log is not this one: start again from here.
    Snapshot(Box<Snapshot>),
}

/// Card texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faces {
    /// The fronts of dealt cards.
    pub fronts: Vec<Front>,
    /// The backs of the cards of opened lots.
    pub backs: Vec<Back>,
}
