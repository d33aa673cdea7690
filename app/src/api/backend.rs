//! The seam: what a page may ask, as one object-safe sentence. The server implements it; pages and server functions
//! find it in their context, beside the [`Visitor`](super::Visitor).

mod debriefs;
mod facilitation;
mod follow_up;
mod library;
mod network;
mod organisation;
mod organisers;
mod participants;
mod share;
mod team;
mod voices;

pub use debriefs::Debriefs;
pub use facilitation::Facilitation;
pub use follow_up::FollowUp;
pub use library::Library;
pub use network::Network;
pub use organisation::Organisation;
pub use organisers::Organisers;
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
        + FollowUp
        + Network
        + ?Sized
{
}
