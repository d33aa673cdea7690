//! The machine: pages, rooms, log.

pub mod decks;
pub mod export;
pub mod store;
