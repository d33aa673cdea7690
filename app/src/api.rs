//! What a page may ask: the server functions, and the [`Backend`] that answers them on the server.

mod actions;
mod answer;
#[cfg(feature = "ssr")]
mod ask;
#[cfg(feature = "ssr")]
mod backend;
mod comparison;
mod debrief;
#[cfg(feature = "ssr")]
mod decision;
mod decks;
mod flags;
mod follow_up;
mod functions;
mod import;
mod library;
mod network;
mod opening;
mod organisation;
mod overview;
mod own_cards;
mod plan;
mod publish;
mod replay;
mod share;
mod team;
mod visitor;
mod voices;

pub use actions::*;
pub use answer::{AppError, Close};
#[cfg(feature = "ssr")]
pub use backend::{
    Backend, Debriefs, Decks, Downstream, Facilitation, Flags, FollowUp, Library, Network, Organisation, Organisers,
    OwnCards, Participants, Shares, Team, Upstream, Voices,
};
pub use comparison::*;
pub use debrief::*;
#[cfg(feature = "ssr")]
pub use decision::read_day;
pub use decks::*;
pub use flags::*;
pub use follow_up::*;
pub use functions::*;
pub use import::NotImported;
pub use library::*;
pub use network::*;
pub use opening::*;
pub use organisation::*;
pub use overview::OverviewOpening;
pub use own_cards::*;
pub use plan::*;
pub use publish::*;
pub use replay::ReplayOpening;
pub use share::*;
pub use team::*;
pub use visitor::{OrganiserId, Visitor, VisitorId};
pub use voices::*;
