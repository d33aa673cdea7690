//! A browser's copy of a board: what the room confirmed, and on top of it what this person did that is not confirmed
//! yet, so that nothing they do waits for the network and nothing they see flickers.

use crate::{Asker, Document, Entry, Gap, Intent, Millis, Missed, OpId, Rejection, Seq, Snapshot, apply, rules};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// The copy.
#[derive(Clone, Debug)]
pub struct Replica {
    me: Asker,
    confirmed: Snapshot,
    view: Document,
    pending: VecDeque<Pending>,
}

/// Something this person did that the room has not confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// Its id.
    pub op_id: OpId,
    /// What it is.
    pub intent: Intent,
    /// When this person did it, by the browser's clock.
    pub at: Millis,
    /// Its place in the log, once acknowledged.
    pub acked: Option<Seq>,
}

impl Replica {
    /// A copy that starts from what a page was rendered from.
    #[must_use]
    pub fn new(me: Asker, snapshot: Snapshot) -> Self {
        let view = snapshot.document.clone();
        Self { me, confirmed: snapshot, view, pending: VecDeque::new() }
    }

    /// What to show.
    #[must_use]
    pub fn view(&self) -> &Document {
        &self.view
    }

    /// What the room confirmed, with its place in the log.
    #[must_use]
    pub fn confirmed(&self) -> &Snapshot {
        &self.confirmed
    }

    /// What the room has not acknowledged, oldest first: to be sent, and sent again after each reconnection.
    pub fn unacknowledged(&self) -> impl Iterator<Item = &Pending> {
        self.pending.iter().filter(|pending| pending.acked.is_none())
    }

    /// Takes up what a previous page of this person had left unacknowledged.
    pub fn resume(&mut self, left: impl IntoIterator<Item = Pending>) {
        for pending in left {
            if self.pending.iter().all(|known| known.op_id != pending.op_id) {
                self.pending.push_back(Pending { acked: None, ..pending });
            }
        }
        self.replay();
    }

    /// Shows what this person does at once and keeps it until it is confirmed.
    ///
    /// # Errors
    /// When the rules already refuse it here; nothing is kept.
    pub fn submit(&mut self, op_id: OpId, intent: Intent, now: Millis) -> Result<(), Rejection> {
        if let Intent::Do(op) = &intent {
            rules::check(&self.view, self.me, op, now)?;
        }
        let pending = Pending { op_id, intent, at: now, acked: None };
        self.predict(&pending);
        self.pending.push_back(pending);
        Ok(())
    }

    /// Takes in entries from the room. Those already known change nothing.
    ///
    /// # Errors
    /// [`Gap`] when entries are missing: ask the room again from [`Snapshot::seq`] of what is confirmed, never guess.
    pub fn receive(&mut self, entries: &[Entry]) -> Result<(), Gap> {
        self.receive_telling(entries, &mut |_, _| {})
    }

    /// The same, and tells of each entry that is new, with the board as it was just before it.
    ///
    /// # Errors
    /// [`Gap`] as for [`Replica::receive`]: what came before the gap was told.
    pub fn receive_telling(&mut self, entries: &[Entry], tell: &mut dyn FnMut(&Document, &Entry)) -> Result<(), Gap> {
        let alone = self.pending.is_empty();
        for entry in entries {
            let new = entry.seq > self.confirmed.seq;
            if entry.seq == self.confirmed.seq.next() {
                tell(&self.confirmed.document, entry);
            }
            self.confirmed.fold(entry)?;
            if alone && new {
                apply(&mut self.view, entry);
            }
        }
        if !alone {
            self.replay();
        }
        Ok(())
    }

    /// Takes in what the room answers when this page comes back.
    ///
    /// # Errors
    /// [`Gap`] as for [`Replica::receive`].
    pub fn catch_up(&mut self, missed: Missed) -> Result<(), Gap> {
        match missed {
            Missed::Entries(entries) => self.receive(&entries),
            Missed::Snapshot(snapshot) => {
                self.confirmed = *snapshot;
                self.replay();
                Ok(())
            }
        }
    }

    /// The room has this op on disk, at this place.
    pub fn acknowledged(&mut self, op_id: OpId, seq: Seq) {
        if let Some(pending) = self.pending.iter_mut().find(|pending| pending.op_id == op_id) {
            pending.acked = Some(seq);
            self.replay();
        }
    }

    /// The room refused this op: it is taken off the view and handed back, so that its text is not lost.
    pub fn refused(&mut self, op_id: OpId) -> Option<Pending> {
        let at = self.pending.iter().position(|pending| pending.op_id == op_id)?;
        let refused = self.pending.remove(at);
        self.replay();
        refused
    }

    /// Drops what is confirmed and shows the rest again on top.
    fn replay(&mut self) {
        let head = self.confirmed.seq;
        self.pending.retain(|pending| pending.acked.is_none_or(|seq| seq > head));
        self.view.clone_from(&self.confirmed.document);
        for pending in std::mem::take(&mut self.pending) {
            self.predict(&pending);
            self.pending.push_back(pending);
        }
    }

    /// Shows one pending op, if it still makes sense. What only the room can decide is not guessed.
    fn predict(&mut self, pending: &Pending) {
        let Intent::Do(op) = &pending.intent else { return };
        if rules::check(&self.view, self.me, op, pending.at).is_ok() {
            let entry = Entry { seq: Seq::default(), actor: self.me.actor, at: pending.at, op: op.clone() };
            apply(&mut self.view, &entry);
        }
    }
}
