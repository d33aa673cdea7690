//! The machine: pages, rooms, log.

pub mod decks;
pub mod faces;
pub mod rooms;
pub mod store;
