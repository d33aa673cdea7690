//! The machine: one binary that serves the pages, keeps the rooms and writes the log.

pub mod backend;
pub mod commands;
pub mod config;
pub mod decks;
pub mod export;
pub mod faces;
mod forms;
mod headers;
pub mod import;
mod invitation;
mod kept;
mod language;
mod measures;
mod page;
pub mod rehearsal;
pub mod rooms;
pub mod router;
mod secret;
pub mod serve;
pub mod shelf;
mod site;
pub mod store;
pub mod traffic;
mod typed;
mod visitor;
pub mod workshops;

use board::Millis;
use std::time::{SystemTime, UNIX_EPOCH};

/// The system's clock.
#[must_use]
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis(since.as_millis().try_into().unwrap_or(u64::MAX))
}
