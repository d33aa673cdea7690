//! The seam: what a page may ask, as one object-safe sentence. The server implements it; pages and server functions
//! find it in their context, beside the [`Visitor`](super::Visitor).

mod decks;
mod facilitation;
mod flags;
mod library;
mod organisers;
mod own_cards;
mod participants;
mod team;
mod voices;

pub use decks::Decks;
pub use facilitation::Facilitation;
pub use flags::Flags;
pub use library::Library;
pub use organisers::Organisers;
pub use own_cards::OwnCards;
pub use participants::{Downstream, Participants, Upstream};
pub use team::Team;
pub use voices::Voices;

/// What a page may ask, whoever reads it.
pub trait Backend:
    Participants + Facilitation + Team + Organisers + Library + Voices + Decks + OwnCards + Flags
{
}

impl<B: Participants + Facilitation + Team + Organisers + Library + Voices + Decks + OwnCards + Flags + ?Sized> Backend
    for B
{
}
