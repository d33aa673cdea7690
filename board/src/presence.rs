//! Who is here and what they point at. Never in the log: only the latest value counts, and a lost one is no loss.

use crate::{ActorId, CardId, Point, Role};
use serde::{Deserialize, Serialize};

/// What a person shows of themselves right now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Where they point on the table.
    pub at: Option<Point>,
    /// The card they have lifted.
    pub lifted: Option<CardId>,
}

/// A person at the table, present or away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Their number at this workshop.
    pub actor: ActorId,
    /// What they are here.
    pub role: Role,
    /// First name or pseudonym, as typed.
    pub name: String,
    /// Whether one of their screens is connected.
    pub here: bool,
}
