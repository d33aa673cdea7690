//! A log as a page carries it: what each entry can be told from its neighbours is left out.

use crate::{ActorId, Entry, Millis, Op, Seq};
use serde::{Deserialize, Serialize};

/// The first entries of a log, without a hole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tape(Vec<Line>);

/// An entry: its place in the log is its place on the tape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Line {
    /// Milliseconds since the entry before; a server's clock may be set back.
    later: i64,
    actor: ActorId,
    op: Op,
}

impl Tape {
    /// These entries, up to the first that is not the next.
    #[must_use]
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut before = Entry { seq: Seq(0), actor: ActorId(0), at: Millis(0), op: Op::Undo };
        let mut lines = Vec::with_capacity(entries.len());
        for entry in entries {
            if entry.seq != before.seq.next() {
                break;
            }
            let later = entry.at.0.wrapping_sub(before.at.0).cast_signed();
            lines.push(Line { later, actor: entry.actor, op: entry.op });
            (before.seq, before.at) = (entry.seq, entry.at);
        }
        Self(lines)
    }

    /// The entries, as they are in the log.
    #[must_use]
    pub fn entries(self) -> Vec<Entry> {
        let (mut seq, mut at) = (Seq(0), Millis(0));
        let entry = |Line { later, actor, op }| {
            (seq, at) = (seq.next(), Millis(at.0.wrapping_add_signed(later)));
            Entry { seq, actor, at, op }
        };
        self.0.into_iter().map(entry).collect()
    }
}
