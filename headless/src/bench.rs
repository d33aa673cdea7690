//! Measuring the server: what a load costs, and how fast it starts.

pub mod cockpit;
pub mod figures;
pub mod live;
pub mod participant;
pub mod report;
pub mod schedule;
pub mod start;
pub mod target;
