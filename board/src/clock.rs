//! The clock of a table: when the step ends. It says when, never how often it ticked, so that a page that comes late
//! or comes back shows the same time as everybody.

use crate::Millis;
use serde::{Deserialize, Serialize};

/// The longest a clock may run, in milliseconds: a day.
pub const MAX_TIME: u64 = 24 * 60 * 60 * 1000;
/// A minute, in milliseconds.
const MINUTE: u64 = 60_000;

/// The clock of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Clock {
    /// No time is kept.
    #[default]
    Off,
    /// Time runs.
    Running {
        /// When it is up.
        ends: Millis,
    },
    /// Time stands still.
    Held {
        /// How much is left, in milliseconds.
        left: u32,
    },
}

impl Clock {
    /// A clock that starts now, for so many minutes; none for no minutes.
    #[must_use]
    pub fn start(minutes: u16, now: Millis) -> Self {
        match minutes {
            0 => Self::Off,
            minutes => Self::Running { ends: Millis(now.0.saturating_add(u64::from(minutes) * MINUTE)) },
        }
    }

    /// How much is left, in milliseconds; negative once time is up. `None` when no time is kept.
    #[must_use]
    pub fn left(self, now: Millis) -> Option<i64> {
        match self {
            Self::Off => None,
            Self::Running { ends } => Some(ends.0.cast_signed().saturating_sub(now.0.cast_signed())),
            Self::Held { left } => Some(i64::from(left)),
        }
    }

    /// The same clock with so many minutes more. One whose time is up gets them from now on.
    #[must_use]
    pub fn longer(self, minutes: u16, now: Millis) -> Self {
        let more = u64::from(minutes) * MINUTE;
        match self {
            Self::Off => Self::start(minutes, now),
            Self::Running { ends } => Self::Running { ends: Millis(ends.0.max(now.0).saturating_add(more)) },
            Self::Held { left } => Self::Held { left: left.saturating_add(u32::try_from(more).unwrap_or(u32::MAX)) },
        }
    }

    /// The same clock, standing still.
    #[must_use]
    pub fn held(self, now: Millis) -> Self {
        match self {
            Self::Running { ends } => {
                Self::Held { left: u32::try_from(ends.0.saturating_sub(now.0)).unwrap_or(u32::MAX) }
            }
            other => other,
        }
    }

    /// The same clock, running again.
    #[must_use]
    pub fn going_on(self, now: Millis) -> Self {
        match self {
            Self::Held { left } => Self::Running { ends: Millis(now.0.saturating_add(left.into())) },
            other => other,
        }
    }

    /// Whether the clock may be set to this: no further than a day from now.
    pub(crate) fn is_sane(self, now: Millis) -> bool {
        self.left(now).is_none_or(|left| left.unsigned_abs() <= MAX_TIME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Millis = Millis(1_000_000);

    fn later(minutes: u64) -> Millis {
        Millis(NOON.0 + minutes * MINUTE)
    }

    #[test]
    fn somebody_who_comes_late_is_shown_what_is_left() {
        let clock = Clock::start(15, NOON);
        assert_eq!(clock.left(later(8)), Some(7 * 60_000));
        assert_eq!(clock.left(later(16)), Some(-60_000));
    }

    #[test]
    fn a_clock_held_and_let_go_loses_no_time() {
        let held = Clock::start(15, NOON).held(later(5));
        assert_eq!(held.left(later(9)), Some(10 * 60_000));
        assert_eq!(held.going_on(later(9)), Clock::Running { ends: later(19) });
    }

    #[test]
    fn five_minutes_more_count_from_now_once_time_is_up() {
        let clock = Clock::start(10, NOON);
        assert_eq!(clock.longer(5, later(2)), Clock::Running { ends: later(15) });
        assert_eq!(clock.longer(5, later(12)), Clock::Running { ends: later(17) });
        assert_eq!(Clock::Off.longer(5, NOON), Clock::start(5, NOON));
        assert_eq!(clock.held(later(4)).longer(1, later(4)).left(later(4)), Some(7 * 60_000));
    }

    #[test]
    fn a_clock_that_stands_still_cannot_be_held_again() {
        let held = Clock::start(1, NOON).held(NOON);
        assert_eq!(held.held(later(3)), held);
        assert_eq!(Clock::Off.held(NOON).going_on(NOON), Clock::Off);
    }
}
