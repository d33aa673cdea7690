//! The chapters of a log: where a step is entered, a lot is dealt, or the table is asked a question.

use crate::{Entry, LotId, Millis, Op, Phase};

/// What begins a chapter within so many milliseconds, with nobody doing anything in between, begins the same one: a
/// step is entered and its lot dealt in one breath.
const ONE_BREATH: u64 = 60_000;

/// A part of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// How many entries are folded in once it has begun.
    pub begins: usize,
    /// How many are when it ends.
    pub ends: usize,
    /// When it begins.
    pub at: Millis,
    /// What begins it; nothing for what comes before everything that begins one.
    pub heads: Vec<Head>,
}

/// What begins a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// The table enters a step.
    Step(u8, Phase),
    /// A lot is dealt.
    Lot(LotId),
    /// The table is asked a question.
    Hint(String),
}

/// The chapters of a log, in order: none of an empty one. Every entry is in one of them.
#[must_use]
pub fn chapters(entries: &[Entry]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    // Whether somebody played since the last chapter began.
    let mut played = false;
    for (entry, place) in entries.iter().zip(1..) {
        let last = chapters.last_mut();
        match head(&entry.op) {
            Some(head) => match last.filter(|last| !played && entry.at.0.saturating_sub(last.at.0) <= ONE_BREATH) {
                Some(last) => join(&mut last.heads, head),
                None => {
                    chapters.push(Chapter { begins: place, ends: place, at: entry.at, heads: vec![head] });
                    played = false;
                }
            },
            None if last.is_none() => {
                chapters.push(Chapter { begins: place, ends: place, at: entry.at, heads: Vec::new() });
                played = is_played(&entry.op);
            }
            None => played |= is_played(&entry.op),
        }
        if let Some(last) = chapters.last_mut() {
            last.ends = place;
        }
    }
    chapters
}

fn head(op: &Op) -> Option<Head> {
    match op {
        Op::Enter { step, phase, .. } => Some(Head::Step(*step, *phase)),
        Op::Deal { lot, .. } => Some(Head::Lot(*lot)),
        Op::Hint { text, .. } => Some(Head::Hint(text.clone())),
        _ => None,
    }
}

/// Of two steps entered in one breath the table is in the second; a lot that is dealt again is dealt once.
fn join(heads: &mut Vec<Head>, head: Head) {
    heads.retain(|known| *known != head && !matches!((known, &head), (Head::Step(..), Head::Step(..))));
    heads.push(head);
}

/// Whether somebody at the table did something to the board: the rest is said or set by the person who facilitates.
fn is_played(op: &Op) -> bool {
    !matches!(
        op,
        Op::Enter { .. }
            | Op::Deal { .. }
            | Op::Hint { .. }
            | Op::Pause { .. }
            | Op::Open { .. }
            | Op::Time { .. }
            | Op::Frame { .. }
            | Op::Stage { .. }
            | Op::Turn { .. }
            | Op::Give { .. }
            | Op::Withdraw { .. }
            | Op::Leave { .. }
    )
}
