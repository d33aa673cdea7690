//! How a replay goes on by itself: what comes next, and after how long. The clock is given, not read.

use board::Entry;

/// How many times faster than the workshop it may go.
pub const SPEEDS: [u64; 4] = [1, 4, 15, 60];
/// The longest that anybody waits for the next entry, in milliseconds: a longer silence is cut short.
pub const LONGEST: u64 = 3_000;
/// What happens within so many milliseconds is seen at once.
const AT_ONCE: u64 = 50;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The place to go to.
    pub to: usize,
    /// In how many milliseconds.
    pub wait: u64,
    /// How long the workshop was silent, in milliseconds, if that is cut short.
    pub silence: Option<u64>,
}

/// What comes after this place of a log at this speed; `None` at its end.
#[must_use]
pub fn next(entries: &[Entry], place: usize, speed: u64) -> Option<Next> {
    let first = entries.get(place)?;
    let before = place.checked_sub(1).and_then(|last| entries.get(last)).map_or(first.at, |last| last.at);
    // A clock that was set back says nothing about how long it was.
    let gap = first.at.0.saturating_sub(before.0);
    let silence = (gap / speed > LONGEST).then_some(gap);
    let near = |entry: &&Entry| entry.at.0.saturating_sub(first.at.0) < AT_ONCE * speed;
    let together = entries[place..].iter().take_while(near).count();
    Some(Next { to: place + together, wait: (gap / speed).min(LONGEST), silence })
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, Millis, Op, Seq};

    fn log(seconds: &[u64]) -> Vec<Entry> {
        let entry =
            |(seq, at): (u64, &u64)| Entry { seq: Seq(seq), actor: ActorId(1), at: Millis(at * 1000), op: Op::Undo };
        (1..).zip(seconds).map(entry).collect()
    }

    #[test]
    fn at_sixty_times_a_minute_is_a_second() {
        let log = log(&[0, 60, 61, 62, 66]);
        assert_eq!(next(&log, 0, 60), Some(Next { to: 1, wait: 0, silence: None }));
        assert_eq!(next(&log, 1, 60), Some(Next { to: 4, wait: 1_000, silence: None }), "what is near is seen at once");
        assert_eq!(next(&log, 4, 60), Some(Next { to: 5, wait: 66, silence: None }));
        assert_eq!(next(&log, 5, 60), None);
    }

    #[test]
    fn a_long_silence_is_cut_short_and_told() {
        let log = log(&[0, 600]);
        for speed in [1, 4, 15, 60] {
            assert_eq!(next(&log, 1, speed), Some(Next { to: 2, wait: LONGEST, silence: Some(600_000) }));
        }
    }

    #[test]
    fn a_clock_that_was_set_back_stops_nothing() {
        assert_eq!(next(&log(&[50, 10]), 1, 1), Some(Next { to: 2, wait: 0, silence: None }));
    }
}
