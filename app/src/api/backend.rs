//! The seam: what a page may ask, as one object-safe sentence. The server implements it; pages and server functions
//! find it in their context, beside the [`Visitor`](super::Visitor).

mod facilitation;
mod organisers;
mod participants;
mod team;

pub use facilitation::Facilitation;
pub use organisers::Organisers;
pub use participants::{Downstream, Participants, Upstream};
pub use team::Team;

/// What a page may ask, whoever reads it.
pub trait Backend: Participants + Facilitation + Team + Organisers {}

impl<B: Participants + Facilitation + Team + Organisers + ?Sized> Backend for B {}
