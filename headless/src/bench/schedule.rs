//! The plan of a load, made before anything is sent: who sends which op, and when.
//!
//! The load is open: an op is due at its moment whether or not earlier ones were answered, and its latency counts from
//! that moment. A server that stalls is so charged for every op that had to wait (no coordinated omission).

use crate::dice::Dice;
use serde::Serialize;
use std::time::Duration;

/// A load.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Load {
    /// How many rooms.
    pub rooms: usize,
    /// How many participants in each.
    pub participants: usize,
    /// How many ops each of them sends in a second.
    pub rate: f64,
    /// For how many seconds.
    pub seconds: f64,
}

impl Load {
    /// How many messages must arrive: every op, at everybody in its room, its author too.
    #[must_use]
    pub fn deliveries(&self, ops: usize) -> usize {
        ops * self.participants
    }

    /// How many sockets it opens.
    #[must_use]
    pub fn people(&self) -> usize {
        self.rooms * self.participants
    }
}

impl std::fmt::Display for Load {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.rooms > 1 {
            write!(f, "{} rooms × ", self.rooms)?;
        }
        write!(f, "{} × {} op/s", self.participants, self.rate)
    }
}

/// One op to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// When, from the start.
    pub at: Duration,
    /// In which room.
    pub room: usize,
    /// By which of its participants.
    pub sender: usize,
    /// The op's place in its room's plan.
    pub number: u32,
}

/// The whole plan, in order of time. Each participant sends at a steady pace; the dice say when they begin.
#[must_use]
pub fn plan(load: &Load, seed: u64) -> Vec<Due> {
    let mut dice = Dice::new(seed);
    let mut whole = Vec::new();
    for room in 0..load.rooms {
        let mut here: Vec<(Duration, usize)> = Vec::new();
        for sender in 0..load.participants {
            let phase = dice.share();
            let moments = (0..).map(|turn| (f64::from(turn) + phase) / load.rate);
            let in_time = moments.take_while(|at| *at < load.seconds);
            here.extend(in_time.map(|at| (Duration::from_secs_f64(at), sender)));
        }
        here.sort_unstable();
        whole.extend((0..).zip(here).map(|(number, (at, sender))| Due { at, room, sender, number }));
    }
    whole.sort_by_key(|due| due.at);
    whole
}

/// When each op of a room is due, by its number.
#[must_use]
pub fn moments(plan: &[Due], room: usize) -> Vec<Duration> {
    plan.iter().filter(|due| due.room == room).map(|due| due.at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOAD: Load = Load { rooms: 3, participants: 8, rate: 2.0, seconds: 5.0 };

    #[test]
    fn everybody_sends_at_the_rate_and_only_in_time() {
        let plan = plan(&LOAD, 1);
        assert_eq!(plan.len(), 3 * 8 * 10);
        assert!(plan.iter().all(|due| due.at < Duration::from_secs(5)));
        for (room, sender) in (0..3).flat_map(|room| (0..8).map(move |sender| (room, sender))) {
            let theirs: Vec<_> = plan.iter().filter(|due| (due.room, due.sender) == (room, sender)).collect();
            assert_eq!(theirs.len(), 10);
            let steady = |pair: &[&Due]| (pair[1].at - pair[0].at).abs_diff(Duration::from_millis(500));
            assert!(theirs.windows(2).all(|pair| steady(pair) < Duration::from_micros(1)));
        }
    }

    #[test]
    fn a_rooms_ops_are_numbered_in_the_order_they_are_due() {
        let plan = plan(&LOAD, 2);
        assert!(plan.windows(2).all(|pair| pair[0].at <= pair[1].at));
        for room in 0..3 {
            let numbers: Vec<u32> = plan.iter().filter(|due| due.room == room).map(|due| due.number).collect();
            assert_eq!(numbers, (0..80).collect::<Vec<_>>());
            assert_eq!(moments(&plan, room).len(), 80);
        }
    }

    #[test]
    fn the_same_seed_plans_the_same_load() {
        assert_eq!(plan(&LOAD, 3), plan(&LOAD, 3));
        assert_ne!(plan(&LOAD, 3), plan(&LOAD, 4));
    }

    #[test]
    fn a_slow_rate_still_sends() {
        let slow = Load { rooms: 1, participants: 200, rate: 0.5, seconds: 10.0 };
        let ops = plan(&slow, 5).len();
        assert_eq!((ops, slow.deliveries(ops)), (1000, 200_000));
    }
}
