//! Dice that fall the same way for the same seed: SplitMix64. Deals are shuffled with them; whoever rolls brings the
//! seed.

/// The dice.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice of this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below this one, each as likely as the others; 0 below 0.
    pub const fn below(&mut self, end: usize) -> usize {
        ((self.bits() as u128 * end as u128) >> 64) as usize
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
    fn every_side_comes_up_and_no_other() {
        let mut dice = Dice::new(1);
        let rolls: std::collections::BTreeSet<_> = (0..200).map(|_| dice.below(6)).collect();
        assert_eq!(rolls, (0..6).collect());
        assert_eq!(dice.below(0), 0);
    }
}
