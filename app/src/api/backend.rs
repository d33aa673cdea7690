//! The seam: what a page may ask, as one object-safe sentence. The server implements it; pages and server functions
//! find it in their context, beside the [`Visitor`](super::Visitor).

mod debriefs;
mod decks;
mod facilitation;
mod flags;
mod follow_up;
mod library;
mod network;
mod organisation;
mod organisers;
mod own_cards;
mod participants;
mod share;
mod team;
mod voices;

pub use debriefs::Debriefs;
pub use decks::Decks;
pub use facilitation::Facilitation;
pub use flags::Flags;
pub use follow_up::FollowUp;
pub use library::Library;
pub use network::Network;
pub use organisation::Organisation;
pub use organisers::Organisers;
pub use own_cards::OwnCards;
pub use participants::{Downstream, Participants, Upstream};
pub use share::Shares;
pub use team::Team;
pub use voices::Voices;

/// What a page may ask, whoever reads it.
pub trait Backend:
    Participants
    + Facilitation
    + Team
    + Organisers
    + Organisation
    + Library
    + Shares
    + Voices
    + Debriefs
    + Decks
    + OwnCards
    + Flags
    + FollowUp
    + Network
{
}

impl<B> Backend for B where
    B: Participants
        + Facilitation
        + Team
        + Organisers
        + Organisation
        + Library
        + Shares
        + Voices
        + Debriefs
        + Decks
        + OwnCards
        + Flags
        + FollowUp
        + Network
        + ?Sized
{
}
