//! The script of a workshop: its steps in the order of play, as data beside the deck. A table enters a step; its phase
//! opens and closes rights and says what the room's screen shows, its minutes set the clock.
//!
//! A workshop may have a script of its own, kept on disk as `[version][crc32, little-endian][postcard]`, like an op.

use crate::deck::Text;
use crate::log::{Unreadable, seal, unseal};
use crate::{LotId, Phase};
use serde::{Deserialize, Serialize};

/// The most steps a script has.
pub const MAX_STEPS: usize = 40;
/// The longest a step lasts, in minutes.
pub const MAX_MINUTES: u16 = 240;
/// The longest title of a step, in characters.
pub const MAX_TITLE: usize = 60;
/// The longest text for the person who facilitates, in characters.
pub const MAX_WORDS: usize = 400;

/// A script: steps in the order of play.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    /// The first is number 0.
    pub steps: Vec<Step>,
}

/// One line of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it is called, for everybody.
    pub title: Text,
    /// How long it lasts.
    pub minutes: u16,
    /// What it opens.
    pub phase: Phase,
    /// The lot that is dealt in it.
    pub lot: Option<LotId>,
    /// What the person who facilitates does. Only they read it.
    pub does: Text,
    /// What they may say. Only they read it.
    pub says: Text,
    /// Whether this workshop leaves it out. It stays in the script, so that it can be taken up again.
    pub skipped: bool,
}

impl Script {
    /// The steps that are played, in order: what a table enters by number, from 0.
    pub fn played(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !step.skipped)
    }

    /// How long it lasts, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.played().map(|step| u32::from(step.minutes)).sum()
    }

    /// The bytes of this script on disk.
    #[must_use]
    pub fn to_disk(&self) -> Vec<u8> {
        seal(self)
    }

    /// Reads a script back from disk.
    ///
    /// # Errors
    /// When these are not the bytes of a script that this program knows.
    pub fn from_disk(bytes: &[u8]) -> Result<Self, Unreadable> {
        unseal(bytes)
    }
}
