//! The script of a workshop: its steps in the order of play, as data beside the deck. A table enters a step; its phase
//! opens and closes rights and says what the room's screen shows, its minutes set the clock.

use crate::deck::Text;
use crate::{LotId, Phase};
use serde::{Deserialize, Serialize};

/// The most steps a script has.
pub const MAX_STEPS: usize = 40;
/// The longest a step lasts, in minutes.
pub const MAX_MINUTES: u16 = 240;

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
}

impl Script {
    /// How long it lasts, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.steps.iter().map(|step| u32::from(step.minutes)).sum()
    }
}
