//! The machine: one binary that serves the pages, keeps the rooms and writes the log.

pub mod backend;
pub mod calendar;
pub mod commands;
pub mod config;
pub mod decks;
pub mod export;
pub mod faces;
pub mod follow_up;
mod forms;
mod headers;
pub mod import;
mod invitation;
mod kept;
mod language;
pub mod mail;
mod measures;
pub mod network;
mod page;
pub mod rehearsal;
pub mod reminders;
pub mod retention;
pub mod rooms;
pub mod router;
pub mod secret;
pub mod serve;
pub mod shelf;
mod site;
pub mod store;
pub mod traffic;
mod typed;
mod upload;
mod visitor;
pub mod workshops;

use board::Millis;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// How far this process lives ahead of the system's clock, in milliseconds: nothing, but where somebody tries what
/// happens later.
static AHEAD: AtomicU64 = AtomicU64::new(0);

/// The system's clock.
#[must_use]
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let since: u64 = since.as_millis().try_into().unwrap_or(u64::MAX);
    Millis(since.saturating_add(AHEAD.load(Ordering::Relaxed)))
}

/// From here on, the process lives so many days later: reminders come due, what was kept long enough is erased.
pub fn live_ahead(days: u16) {
    AHEAD.store(u64::from(days) * 24 * 3_600_000, Ordering::Relaxed);
}
