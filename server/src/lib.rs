//! The machine: pages, rooms, log.

pub mod decks;
pub mod store;
