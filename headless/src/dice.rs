//! Dice that fall the same way for the same seed: SplitMix64, as in the board's deals.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The dice.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice of this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A seed from the clock, to be printed, so that a run can be had again.
    #[must_use]
    pub fn fresh_seed() -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        now.as_nanos() as u64 & 0xFFFF_FFFF
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// Somewhere from 0 to 1, 1 excluded.
    pub fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A moment between two others.
    pub fn moment(&mut self, from: Duration, to: Duration) -> Duration {
        from + to.saturating_sub(from).mul_f64(self.share())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_tells_the_same_story_twice_and_another_seed_another_one() {
        let story = |seed| {
            let mut dice = Dice::new(seed);
            (0..8).map(|_| dice.bits()).collect::<Vec<_>>()
        };
        assert_eq!(story(7), story(7));
        assert_ne!(story(7), story(8));
    }

    #[test]
    fn a_moment_lies_between_its_bounds() {
        let (from, to) = (Duration::from_millis(200), Duration::from_secs(3));
        let mut dice = Dice::new(1);
        let moments: Vec<_> = (0..1000).map(|_| dice.moment(from, to)).collect();
        assert!(moments.iter().all(|moment| (from..to).contains(moment)));
        assert!(moments.iter().any(|moment| *moment > Duration::from_millis(2500)));
    }
}
