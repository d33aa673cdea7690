//! Names for things: one type per kind of identity, so that none is taken for another.
//!
//! Ids that cross the wire often are small numbers; ids that must not be guessed are 128 random bits.
//! Nothing here draws randomness: whoever needs a new id brings the bits.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

macro_rules! unguessable {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.simple().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    };
}

unguessable! {
    /// One table's board, and so one log.
    BoardId
}
unguessable! {
    /// A workshop: several tables under one code.
    WorkshopId
}
unguessable! {
    /// One submission of one op. Sending it twice is the same as sending it once.
    OpId
}

number! {
    /// The number printed on a card, unique in its deck: topic and action cards share one numbering.
    CardId(u16)
}
number! {
    /// A lot's place in the deck's order, from 1.
    LotId(u8)
}
number! {
    /// A person at a workshop, numbered from 1 in order of arrival. Names are kept elsewhere, so that they can be erased.
    ActorId(u32)
}
number! {
    /// A note's name, drawn by the browser that writes it.
    NoteId(u64)
}
number! {
    /// A drawing's name, drawn by the browser that makes it.
    StrokeId(u64)
}
number! {
    /// An action's name, drawn by the browser that proposes it.
    ActionId(u64)
}
number! {
    /// The place of an entry in its board's log: 1 is the first, 0 is "nothing yet". There are no holes.
    Seq(u64)
}

impl Seq {
    /// The place right after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
