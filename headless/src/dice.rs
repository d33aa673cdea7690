//! The board's dice, for moments and shares.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The dice.
#[derive(Clone, Debug)]
pub struct Dice(board::Dice);

impl Dice {
    /// Dice of this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(board::Dice::new(seed))
    }

    /// A seed from the clock, to be printed, so that a run can be had again.
    #[must_use]
    pub fn fresh_seed() -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        now.as_nanos() as u64 & 0xFFFF_FFFF
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0.bits()
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
    fn a_moment_lies_between_its_bounds() {
        let (from, to) = (Duration::from_millis(200), Duration::from_secs(3));
        let mut dice = Dice::new(1);
        let moments: Vec<_> = (0..1000).map(|_| dice.moment(from, to)).collect();
        assert!(moments.iter().all(|moment| (from..to).contains(moment)));
        assert!(moments.iter().any(|moment| *moment > Duration::from_millis(2500)));
    }
}
