//! Where a log is worth a mark of its own: the ends of its steps, at which a board is saved by itself. Which ends those
//! are is a fold of the log, so that a mark that was not made in time can be made later, and is the same.

use crate::{Entry, Millis, Op, Seq};
use std::collections::BTreeSet;

/// The end of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The step's number in the script, from 0.
    pub step: u8,
    /// The last entry of the step.
    pub seq: Seq,
    /// When the step ended.
    pub at: Millis,
}

/// The ends of steps in a whole log at which the board must still be saved, given the places at which it is.
///
/// A step in which nothing happened to the board since it was last saved gives none. With the workshop, its last step
/// ends: then `over` says when.
pub fn ends<'a>(entries: impl IntoIterator<Item = &'a Entry>, saved: &BTreeSet<Seq>, over: Option<Millis>) -> Vec<End> {
    let mut ends = Vec::new();
    let (mut step, mut head, mut happened) = (None, Seq(0), false);
    for entry in entries {
        match entry.op {
            Op::Enter { step: entered, .. } if step != Some(entered) => {
                let left = step.replace(entered).filter(|_| happened);
                if let Some(step) = left {
                    ends.push(End { step, seq: head, at: entry.at });
                    happened = false;
                }
            }
            ref op => happened |= shows(op),
        }
        head = entry.seq;
        happened &= !saved.contains(&head);
    }
    let last = step.zip(over).filter(|_| happened);
    ends.extend(last.map(|(step, at)| End { step, seq: head, at }));
    ends
}

/// Whether a board that is saved after this op may show something that it did not show before.
pub(crate) fn shows(op: &Op) -> bool {
    match op {
        Op::Enter { .. }
        | Op::Pause { .. }
        | Op::Time { .. }
        | Op::Frame { .. }
        | Op::Hint { .. }
        | Op::Stage { .. }
        | Op::Give { .. }
        | Op::Leave { .. } => false,
        Op::Deal { .. }
        | Op::Place { .. }
        | Op::Move { .. }
        | Op::Return { .. }
        | Op::Link { .. }
        | Op::Change { .. }
        | Op::Unlink { .. }
        | Op::Note { .. }
        | Op::Erase { .. }
        | Op::Title { .. }
        | Op::Open { .. }
        | Op::Undo
        | Op::Turn { .. }
        | Op::Withdraw { .. }
        | Op::Ink { .. }
        | Op::Judge { .. }
        | Op::Star { .. }
        | Op::Reverse { .. }
        | Op::Arrange { .. }
        | Op::Story { .. }
        | Op::Draw { .. }
        | Op::Rub { .. }
        | Op::Act { .. }
        | Op::Drop { .. } => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ActorId, CardId, Clock, MIDDLE, Phase};

    /// A log in one line: a number enters that step, "!" places a card, "." turns the clock; one entry a second.
    fn log(text: &str) -> Vec<Entry> {
        let op = |said: &str| match said {
            "!" => Op::Place { card: CardId(1), at: MIDDLE },
            "." => Op::Time { clock: Clock::Off },
            step => Op::Enter { step: step.parse().expect("a step"), phase: Phase::Cards, minutes: 5 },
        };
        let entry =
            |(seq, said): (u64, &str)| Entry { seq: Seq(seq), actor: ActorId(1), at: Millis(seq * 1000), op: op(said) };
        (1..).zip(text.split_whitespace()).map(entry).collect()
    }

    /// "step@seq" of each end, with the second it came in.
    fn told(text: &str, saved: &[u64], over: Option<Millis>) -> String {
        let saved = saved.iter().map(|&seq| Seq(seq)).collect();
        let end = |end: End| format!("{}@{} {}s", end.step, end.seq, end.at.0 / 1000);
        ends(&log(text), &saved, over).into_iter().map(end).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_step_ends_when_the_next_one_begins() {
        assert_eq!(told("0 ! . 1 ! 2", &[], None), "0@3 4s, 1@5 6s");
        assert_eq!(told("", &[], None), "");
        assert_eq!(told("! 0", &[], None), "", "what is done before the first step ends nothing");
    }

    #[test]
    fn a_step_in_which_nothing_happened_is_not_saved_again() {
        assert_eq!(told("0 ! 1 . 2 . . 3 ! 4", &[], None), "0@2 3s, 3@9 10s");
        assert_eq!(told("0 . . 1", &[], None), "");
    }

    #[test]
    fn entering_the_same_step_again_ends_nothing() {
        assert_eq!(told("0 ! 0 ! 1", &[], None), "0@4 5s");
    }

    #[test]
    fn a_board_that_somebody_saved_at_the_end_is_not_saved_twice() {
        assert_eq!(told("0 ! 1 ! 2", &[2], None), "1@4 5s");
        assert_eq!(told("0 ! . . 1", &[2], None), "", "nothing happened after it was saved");
        assert_eq!(told("0 ! . ! 1", &[2], None), "0@4 5s");
    }

    #[test]
    fn what_is_saved_is_not_asked_for_again() {
        assert_eq!(told("0 ! 1 ! 2", &[2, 4], None), "");
    }

    #[test]
    fn the_last_step_ends_with_the_workshop() {
        assert_eq!(told("0 ! 1 !", &[2], Some(Millis(9_000))), "1@4 9s");
        assert_eq!(told("0 ! 1 !", &[2, 4], Some(Millis(9_000))), "");
    }
}
