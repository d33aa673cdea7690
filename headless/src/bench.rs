//! Measuring the server: what a load costs, how fast it starts, and how fast it lists.

pub mod cockpit;
pub mod figures;
pub mod library;
pub mod live;
pub mod participant;
pub mod report;
pub mod schedule;
pub mod start;
pub mod target;
