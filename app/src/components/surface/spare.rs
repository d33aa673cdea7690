//! Whether this device has time to spare while somebody holds a card up. The card comes first: what hangs on it follows
//! as often as an old phone can draw it.

use board::{Millis, Point};
use std::ops::RangeInclusive;

/// A frame that took so many milliseconds was late; after a longer time the hand had stood still.
const LATE: RangeInclusive<u64> = 25..=150;
/// A hand that went no farther, in table units, was slow itself.
const SLOW: u16 = 12;
/// The first frame takes the card up, which is more work than to follow.
const FIRST: u32 = 2;

/// What the frames have been like since the card was taken up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spare {
    /// How often the hand was followed.
    times: u32,
    /// When it was followed last, and where it was.
    last: (Millis, Point),
    /// A frame was late: this device will not keep up until the card lies again.
    late: bool,
}

impl Spare {
    /// The hand is here by now: whether there is time for more than the card.
    pub fn followed(&mut self, now: Millis, at: Point) -> bool {
        let (before, from) = std::mem::replace(&mut self.last, (now, at));
        self.times += 1;
        let far = from.x.abs_diff(at.x).max(from.y.abs_diff(at.y)) > SLOW;
        self.late |= self.times > FIRST && far && LATE.contains(&now.0.saturating_sub(before.0));
        !self.late
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What there was time for when a hand was followed at these times, each so many table units farther.
    fn followed(times: &[u64], step: i16) -> Vec<bool> {
        let mut spare = Spare::default();
        (0..).zip(times).map(|(n, &now)| spare.followed(Millis(now), Point { x: n * step, y: 0 })).collect()
    }

    #[test]
    fn a_device_in_time_has_time_however_long_it_took_the_card_up() {
        assert_eq!(followed(&[0, 16, 33, 50, 66], 20), [true; 5]);
        assert_eq!(followed(&[0, 80, 97, 113], 20), [true; 4]);
    }

    #[test]
    fn after_a_late_frame_there_is_none_until_the_card_lies() {
        assert_eq!(followed(&[0, 16, 50, 66, 83, 5_000], 20), [true, true, false, false, false, false]);
    }

    #[test]
    fn a_hand_that_rests_or_creeps_is_no_late_frame() {
        assert_eq!(followed(&[0, 16, 400, 416], 20), [true; 4]);
        assert_eq!(followed(&[0, 40, 80, 120], 2), [true; 4]);
    }
}
