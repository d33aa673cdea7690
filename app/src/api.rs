//! What a page may ask: the server functions, and the [`Backend`] that answers them on the server.

mod actions;
mod answer;
#[cfg(feature = "ssr")]
mod ask;
#[cfg(feature = "ssr")]
mod backend;
mod comparison;
#[cfg(feature = "ssr")]
mod decision;
mod follow_up;
mod functions;
mod import;
mod library;
mod network;
mod opening;
mod overview;
mod plan;
mod publish;
mod replay;
mod team;
mod visitor;
mod voices;

pub use actions::*;
pub use answer::{AppError, Close};
#[cfg(feature = "ssr")]
pub use backend::{
    Backend, Downstream, Facilitation, FollowUp, Library, Network, Organisers, Participants, Team, Upstream, Voices,
};
pub use comparison::*;
#[cfg(feature = "ssr")]
pub use decision::read_day;
pub use follow_up::*;
pub use functions::*;
pub use import::NotImported;
pub use library::*;
pub use network::*;
pub use opening::*;
pub use overview::OverviewOpening;
pub use plan::*;
pub use publish::*;
pub use replay::ReplayOpening;
pub use team::*;
pub use visitor::{OrganiserId, Visitor, VisitorId};
pub use voices::*;
