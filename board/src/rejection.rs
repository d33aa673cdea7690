//! Why an op is refused. Variants are only ever added at the end: their order is the wire format.

use serde::{Deserialize, Serialize};

/// Why an op is refused. Data, which each view says in its own language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rejection {
    /// This role looks on.
    LooksOn,
    /// Only the person who facilitates may.
    FacilitatorOnly,
    /// Only the room writes this op.
    RoomOnly,
    /// The table is paused.
    Paused,
    /// This phase does not open that right.
    NotInThisPhase,
    /// The card has not been dealt at this table.
    NotDealt,
    /// The card already lies on the table.
    AlreadyPlaced,
    /// The card does not lie on the table.
    NotOnTable,
    /// The card is in somebody else's hand.
    InAnotherHand,
    /// The card has links: they must go first.
    StillLinked,
    /// A card cannot cause itself.
    SelfLink,
    /// This link is already there.
    AlreadyLinked,
    /// The link the other way round is there.
    ReverseLinked,
    /// There is no such link.
    NoSuchLink,
    /// There is no such note.
    NoSuchNote,
    /// It is somebody else's.
    NotYours,
    /// It is yours, but older than ten minutes: the person who facilitates can take it away.
    TooLate,
    /// The text is longer than this many characters.
    TooLong(u16),
    /// A note says something.
    Empty,
    /// The text holds characters that cannot be shown.
    Unprintable,
    /// The place is not on the table.
    OffTable,
    /// The board is full.
    Full,
    /// There is nothing that this person can still take back.
    NothingToUndo,
    /// The lot has already been dealt at this table.
    AlreadyDealt,
    /// The deck has no such lot in this format.
    NoSuchLot,
    /// Nobody is seated at the table yet.
    NobodySeated,
    /// Too many ops at once: wait a little.
    TooFast,
    /// This is not a board of that person's workshop, or not their table.
    NotYourTable,
    /// It is so already: somebody was faster, or pressed twice. Nobody needs to be told.
    AlreadySo,
    /// So many cards dealt before do not lie on the table yet.
    GateShut(u16),
    /// A card of the lot lies on the table.
    StillPlaced,
    /// The backs of the lot have been opened.
    AlreadyOpen,
    /// Every card of the lot has been turned up.
    NoCardLeft,
    /// There is no card to give.
    NothingToGive,
    /// Three links have a star already.
    ThreeStars,
    /// There is no such drawing.
    NoSuchStroke,
    /// The line is too long: draw it in parts.
    TooManyPoints,
    /// There is no such action.
    NoSuchAction,
    /// Effort and impact go from 1 to 5.
    BadGrade,
    /// The day has passed.
    InThePast,
    /// A clock runs for a day at most.
    BadTime,
    /// The workshop is over: its boards stay as they are.
    WorkshopOver,
}
