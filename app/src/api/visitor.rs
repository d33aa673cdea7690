//! Who asks: one browser. The session cookie holds this id and nothing else; roles are in the store.

use board::deck::Lang;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use uuid::Uuid;

/// One browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VisitorId(pub Uuid);

/// A person with an account on this server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrganiserId(pub i64);

/// Who asks, and in which language. A browser without a session is somebody nobody has met.
#[derive(Clone, Copy, Debug)]
pub struct Visitor {
    /// Which browser.
    pub id: VisitorId,
    /// The language it prefers.
    pub lang: Lang,
    /// From where: a whole venue shares one, so only guessing is limited by it.
    pub address: IpAddr,
}
