//! Where a page stands with its room.

use board::{Pending, Rejection};

/// What every screen shows in its top line: whether what one does is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything is on the server's disk.
    Saved,
    /// This many ops are on their way.
    Waiting(usize),
    /// There is no connection; this many ops are kept here until there is one.
    Offline(usize),
    /// This person no longer has a seat here.
    NotHere,
}

/// An op that was refused, with what it said, so that a text is not lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnedDown {
    /// Why.
    pub rejection: Rejection,
    /// What was wanted.
    pub pending: Pending,
}
