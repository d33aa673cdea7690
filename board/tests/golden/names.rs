//! Every variant that has bytes, by name. This file stops compiling when a variant is added: name it here, at the end
//! of its enum, then give it a sample in `samples.rs`.

use board::deck::{Certainty, Lang};
use board::protocol::{ClientMessage, ServerMessage};
use board::*;

/// An enum whose variants' places are bytes.
pub trait Named {
    /// All of its variants, in the order that postcard counts them.
    const ALL: &'static [&'static str];
    /// The name of this one.
    fn name(&self) -> &'static str;
}

macro_rules! named {
    ($($type:ident: $($variant:ident)+;)+) => {$(
        impl Named for $type {
            const ALL: &'static [&'static str] = &[$(stringify!($variant)),+];
            fn name(&self) -> &'static str {
                match self { $($type::$variant { .. } => stringify!($variant)),+ }
            }
        }
    )+};
}

named! {
    Op: Deal Place Move Return Link Change Unlink Note Erase Title Enter Pause Open Undo Turn Give
        Withdraw Leave Time Ink Judge Star Reverse Arrange Frame Hint Stage Story Draw Rub Act Drop;
    Spot: Reserve Hand Table;
    LinkKind: LeadsTo Reduces Enables;
    Phase: Welcome Cards Links Review Story Closing Icebreaker Break Restitution Gallery Mood Actions Feedback;
    Clock: Off Running Held;
    Stance: Agree Disagree;
    Shape: Line Stamp;
    Stamp: Heart Star Bolt Leaf Question Stop;
    Undo: Card Link Note Title Story Reverse Arrange Stroke Action Deal;
    Intent: Do Deal Turn CatchUp Arrange;
    DealTo: Hands Table OneByOne;
    ClientMessage: Hello Submit Presence Pulse Wave;
    ServerMessage: Welcome Entries Ack Refused Presence Reveal Seats Pulse Bye Wave Door Traffic;
    Missed: Entries Snapshot;
    Rejection: LooksOn FacilitatorOnly RoomOnly Paused NotInThisPhase NotDealt AlreadyPlaced NotOnTable InAnotherHand
        StillLinked SelfLink AlreadyLinked ReverseLinked NoSuchLink NoSuchNote NotYours TooLate TooLong Empty
        Unprintable OffTable Full NothingToUndo AlreadyDealt NoSuchLot NobodySeated TooFast NotYourTable
        AlreadySo GateShut StillPlaced AlreadyOpen NoCardLeft NothingToGive ThreeStars NoSuchStroke TooManyPoints
        NoSuchAction BadGrade InThePast BadTime WorkshopOver;
    Role: Participant Facilitator Spectator Projector;
    Lang: Fr En;
    Certainty: SourceRead RelayRead ToCheck Definition;
}

/// The variants that are not among these.
pub fn missing<'s, T: Named + 's>(samples: impl IntoIterator<Item = &'s T>) -> Vec<&'static str> {
    let there: Vec<_> = samples.into_iter().map(Named::name).collect();
    T::ALL.iter().copied().filter(|name| !there.contains(name)).collect()
}
