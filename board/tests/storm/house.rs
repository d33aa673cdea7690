//! The house: a room, the disk under it, and commits that take their time. Nothing is said before what it rests on
//! is on disk; a crash forgets the rest, and a commit under way may or may not have happened.

use crate::weather::{dice::Dice, wishes};
use board::protocol::{ClientMessage, Faces, ServerMessage, Welcome};
use board::*;
use std::collections::{BTreeSet, VecDeque};

/// What survives a crash.
#[derive(Debug, Default)]
pub struct Disk {
    /// The log, as it reads back.
    pub entries: Vec<Entry>,
    /// Whose submission each entry is.
    pub ids: Vec<OpId>,
    /// The board after the last entry, and at some point before.
    now: Snapshot,
    old: Snapshot,
    checkpoint: Vec<u8>,
}

impl Disk {
    fn append(&mut self, op_id: OpId, entry: Entry) {
        let op = Op::from_disk(&entry.op.to_disk()).expect("what is written reads back");
        let entry = Entry { op, ..entry };
        self.now.fold(&entry).expect("the log has no hole");
        self.entries.push(entry);
        self.ids.push(op_id);
    }

    /// Keeps the board as it is now: as a checkpoint, and for pages rendered from it later.
    fn keep(&mut self) {
        self.checkpoint = self.now.to_disk();
        self.old = self.now.clone();
    }

    /// The room that this disk holds. A damaged checkpoint is no loss: the log holds everything.
    pub fn room(&self, dice: &mut Dice) -> Room {
        let mut checkpoint = self.checkpoint.clone();
        if dice.one_in(4) && !checkpoint.is_empty() {
            let at = dice.below(checkpoint.len());
            checkpoint[at] ^= 1 << dice.below(8);
            assert!(Snapshot::from_disk(&checkpoint).is_err(), "a flipped bit went unseen");
        }
        let checkpoint = Snapshot::from_disk(&checkpoint).unwrap_or_default();
        let entries = self.entries[checkpoint.seq.0 as usize..].to_vec();
        let seen = self.ids.iter().zip(&self.entries).map(|(id, entry)| (*id, entry.seq)).collect();
        Room::open(checkpoint, entries, seen, wishes::lots()).expect("the log has no hole")
    }

    /// The board as a page is rendered from it, which may be a while ago.
    pub fn rendered(&self, dice: &mut Dice) -> Snapshot {
        if dice.one_in(2) { self.old.clone() } else { self.now.clone() }
    }
}

/// An open room and what waits for its disk.
#[derive(Debug)]
pub struct House {
    /// The room, ahead of the disk.
    pub room: Room,
    /// Accepted, not on disk.
    pub waiting: VecDeque<(OpId, Entry)>,
    /// How many of them the commit under way takes.
    committing: usize,
    /// What may be said once the disk is as far as the room was.
    outbox: VecDeque<(Seq, usize, ServerMessage)>,
    listening: BTreeSet<usize>,
}

/// Frames to send, and on which line.
pub type Frames = Vec<(usize, Vec<u8>)>;

impl House {
    /// Opens again after a crash, or for the first time.
    pub fn open(disk: &Disk, dice: &mut Dice) -> Self {
        let (waiting, outbox, listening) = (VecDeque::new(), VecDeque::new(), BTreeSet::new());
        Self { room: disk.room(dice), waiting, committing: 0, outbox, listening }
    }

    /// Something came in: on which line, from whom.
    pub fn hear(&mut self, line: usize, asker: Asker, frame: &[u8], now: Millis, seed: u64) {
        let answer = match postcard::from_bytes(frame).expect("pages speak the protocol") {
            ClientMessage::Hello(hello) => {
                let missed = self.room.missed(hello.since);
                let (seats, faces) = (Vec::new(), Faces::default());
                ServerMessage::Welcome(Welcome { head: self.room.head(), now, missed, seats, faces, open: true })
            }
            ClientMessage::Submit { op_id, intent } => {
                let with = Circumstances { now, seed, seated: &wishes::SEATED };
                match self.room.submit(op_id, asker, intent, with) {
                    Verdict::Accepted(entry) => {
                        let seq = entry.seq;
                        self.waiting.push_back((op_id, entry));
                        ServerMessage::Ack { op_id, seq }
                    }
                    Verdict::Known(seq) => ServerMessage::Ack { op_id, seq },
                    Verdict::Refused(rejection) => ServerMessage::Refused { op_id, rejection },
                }
            }
            ClientMessage::Presence(_) | ClientMessage::Pulse | ClientMessage::Wave(_) => ServerMessage::Pulse,
        };
        self.outbox.push_back((self.room.head(), line, answer));
    }

    /// The line is gone.
    pub fn forget(&mut self, line: usize) {
        self.listening.remove(&line);
        self.outbox.retain(|(_, to, _)| *to != line);
    }

    /// A commit starts: it takes what is there.
    pub fn begin_commit(&mut self) {
        self.committing = self.committing.max(self.waiting.len());
    }

    /// The commit is on disk: everybody hears of it, and what waited for it is said. Acks go before their entries or
    /// after them; a welcome always goes before the entries that come after it.
    pub fn end_commit(&mut self, disk: &mut Disk, dice: &mut Dice) -> Frames {
        let batch: Vec<_> = self.waiting.drain(..self.committing).collect();
        self.committing = 0;
        let entries: Vec<_> = batch.iter().map(|(_, entry)| entry.clone()).collect();
        batch.into_iter().for_each(|(op_id, entry)| disk.append(op_id, entry));
        if dice.one_in(30) {
            disk.keep();
        }
        let durable = Seq(disk.entries.len() as u64);
        let ready = self.outbox.iter().take_while(|(needs, ..)| *needs <= durable).count();
        let said: Vec<_> = self.outbox.drain(..ready).map(|(_, line, message)| (line, message)).collect();
        let (welcomes, others): (Vec<_>, Vec<_>) =
            said.into_iter().partition(|(_, message)| matches!(message, ServerMessage::Welcome(_)));
        self.listening.extend(welcomes.iter().map(|(line, _)| *line));
        let news = (!entries.is_empty()).then(|| frame(&ServerMessage::Entries(entries)));
        let news = self.listening.iter().filter_map(|line| Some((*line, news.clone()?)));
        let said =
            |messages: Vec<(usize, ServerMessage)>| messages.into_iter().map(|(line, said)| (line, frame(&said)));
        let (welcomes, others) = (said(welcomes), said(others));
        if dice.one_in(2) {
            welcomes.chain(others).chain(news).collect()
        } else {
            welcomes.chain(news).chain(others).collect()
        }
    }

    /// The power is cut.
    pub fn crash(mut self, disk: &mut Disk, dice: &mut Dice) {
        if dice.one_in(2) {
            self.waiting.drain(..self.committing).for_each(|(op_id, entry)| disk.append(op_id, entry));
        }
    }
}

fn frame(message: &ServerMessage) -> Vec<u8> {
    postcard::to_allocvec(message).expect("our types always serialise")
}
