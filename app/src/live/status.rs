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

/// The line to the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Open, or just being opened.
    Up,
    /// Cut: the page tries again by itself.
    Down,
    /// Refused for good.
    Refused,
}

impl Status {
    /// What this line means for so many ops that are not acknowledged.
    #[must_use]
    pub fn of(line: Line, left: usize) -> Self {
        match line {
            Line::Up if left == 0 => Self::Saved,
            Line::Up => Self::Waiting(left),
            Line::Down => Self::Offline(left),
            Line::Refused => Self::NotHere,
        }
    }
}

/// An op that was refused, with what it said, so that a text is not lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnedDown {
    /// Why.
    pub rejection: Rejection,
    /// What was wanted.
    pub pending: Pending,
}
