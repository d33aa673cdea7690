//! The seam: what a page may ask, as one object-safe sentence. The server implements it; pages and server functions
//! find it in their context, beside the [`Visitor`](super::Visitor).

mod facilitation;
mod follow_up;
mod library;
mod network;
mod organisers;
mod participants;
mod team;
mod voices;

pub use facilitation::Facilitation;
pub use follow_up::FollowUp;
pub use library::Library;
pub use network::Network;
pub use organisers::Organisers;
pub use participants::{Downstream, Participants, Upstream};
pub use team::Team;
pub use voices::Voices;

/// What a page may ask, whoever reads it.
pub trait Backend: Participants + Facilitation + Team + Organisers + Library + Voices + FollowUp + Network {}

impl<B: Participants + Facilitation + Team + Organisers + Library + Voices + FollowUp + Network + ?Sized> Backend
    for B
{
}
