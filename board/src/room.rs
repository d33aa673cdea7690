//! The room: the one place where a board's order is made. Pure: whoever runs it brings the clock and the dice, and
//! puts what it accepts on disk before anybody hears of it.

use crate::deal::{self, Lots, Round};
use crate::{
    ActorId, Asker, Document, Entry, Gap, Intent, Millis, Missed, Op, OpId, Rejection, Seq, Snapshot, arrange, rights,
    rules,
};
use std::collections::{HashMap, VecDeque};

/// How many entries a room keeps at hand for pages that come back, and how many refusals for ops sent again.
const TAIL: usize = 512;

/// A board that is open: its document, the ids of its ops, its last entries and its last refusals.
#[derive(Debug)]
pub struct Room {
    now: Snapshot,
    lots: Lots,
    seen: HashMap<OpId, Seq>,
    tail: VecDeque<Entry>,
    refused: VecDeque<(OpId, Rejection)>,
}

/// What the runner of a room brings to each submission.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// The clock.
    pub now: Millis,
    /// Random bits, used by a deal.
    pub seed: u64,
    /// The participants seated at the table, in the order of the round.
    pub seated: &'a [ActorId],
}

/// What a room says of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It happened. Not yet durable: put the entry on disk, then tell.
    Accepted(Entry),
    /// It had already happened, here.
    Known(Seq),
    /// It did not happen.
    Refused(Rejection),
}

impl Room {
    /// Opens a room from a checkpoint, the entries after it, and the ids of every op of the log.
    ///
    /// # Errors
    /// [`Gap`] when the log has a hole: such a board must not be opened, and never shown as empty.
    pub fn open(checkpoint: Snapshot, entries: Vec<Entry>, seen: HashMap<OpId, Seq>, lots: Lots) -> Result<Self, Gap> {
        let mut room = Self { now: checkpoint, lots, seen, tail: VecDeque::new(), refused: VecDeque::new() };
        for entry in entries {
            room.now.fold(&entry)?;
            room.remember(entry);
        }
        Ok(room)
    }

    /// Deals these lots from now on: before anything was dealt, whoever prepares a workshop may choose others.
    pub fn prepare(&mut self, lots: Lots) {
        self.lots = lots;
    }

    /// The board as it stands.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.now.document
    }

    /// The last entry.
    #[must_use]
    pub fn head(&self) -> Seq {
        self.now.seq
    }

    /// The board as it stands, with its place in the log.
    #[must_use]
    pub fn snapshot(&self) -> &Snapshot {
        &self.now
    }

    /// Where the submission with this id is in the log, if it was ever accepted.
    #[must_use]
    pub fn known(&self, op_id: OpId) -> Option<Seq> {
        self.seen.get(&op_id).copied()
    }

    /// Decides on a submission and, if it is accepted, folds it in.
    ///
    /// A refusal holds for the submission's id: a late copy of it must not happen after its author was told no.
    pub fn submit(&mut self, op_id: OpId, asker: Asker, intent: Intent, with: Circumstances<'_>) -> Verdict {
        if let Some(seq) = self.known(op_id) {
            return Verdict::Known(seq);
        }
        if let Some(&(_, rejection)) = self.refused.iter().find(|(refused, _)| *refused == op_id) {
            return Verdict::Refused(rejection);
        }
        let op = match self.decide(asker, intent, with) {
            Ok(op) => op,
            Err(rejection) => {
                if self.refused.len() == TAIL {
                    self.refused.pop_front();
                }
                self.refused.push_back((op_id, rejection));
                return Verdict::Refused(rejection);
            }
        };
        let entry = Entry { seq: self.head().next(), actor: asker.actor, at: with.now, op };
        self.now.fold(&entry).expect("the entry was numbered right after the head");
        self.seen.insert(op_id, entry.seq);
        self.remember(entry.clone());
        Verdict::Accepted(entry)
    }

    /// What a page that has everything up to `since` must be given.
    #[must_use]
    pub fn missed(&self, since: Seq) -> Missed {
        let oldest = self.tail.front().map_or(self.head().next(), |entry| entry.seq);
        if since > self.head() || since.next() < oldest {
            return Missed::Snapshot(Box::new(self.now.clone()));
        }
        Missed::Entries(self.tail.iter().filter(|entry| entry.seq > since).cloned().collect())
    }

    fn decide(&self, asker: Asker, intent: Intent, with: Circumstances<'_>) -> Result<Op, Rejection> {
        let document = self.document();
        rights::may_ask(document, asker, &intent)?;
        let round = Round { lots: &self.lots, seated: with.seated, seed: with.seed };
        match intent {
            Intent::Do(op) => rules::check(document, asker, &op, with.now).map(|()| op),
            Intent::Deal { lot, to, force } => deal::deal(document, round, lot, to, force),
            Intent::Turn { lot, to } => deal::turn(document, round, lot, to),
            Intent::CatchUp { actor } => deal::catch_up(document, round, actor),
            Intent::Arrange => match arrange(document) {
                cards if cards.is_empty() => Err(Rejection::AlreadySo),
                cards => Ok(Op::Arrange { cards }),
            },
        }
    }

    fn remember(&mut self, entry: Entry) {
        if self.tail.len() == TAIL {
            self.tail.pop_front();
        }
        self.tail.push_back(entry);
    }
}
