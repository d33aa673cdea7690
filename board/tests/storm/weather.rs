//! Storms: eight pages, one room, and everything that can go wrong in between, drawn from a seed. There is no clock
//! and no thread inside a storm: the same seed is the same storm.

mod dice;
mod house;
mod line;
mod page;
mod truth;
mod wishes;
mod world;

use board::{Entry, Op};
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use world::World;

/// How many pages, and how many times the person at each tries something.
const PAGES: usize = 8;
const WISHES: usize = 200;

/// What a storm was made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    accepted: u64,
    undone: u64,
    refused: u64,
    crashes: u64,
    cuts: u64,
    reloads: u64,
    copies: u64,
    lost: u64,
    gaps: u64,
}

impl Tally {
    /// What it counts, with names.
    pub fn named(&self) -> [(&'static str, u64); 9] {
        let Self { accepted, undone, refused, crashes, cuts, reloads, copies, lost, gaps } = *self;
        [
            ("ops accepted", accepted),
            ("ops taken back", undone),
            ("ops refused", refused),
            ("crashes", crashes),
            ("cuts", cuts),
            ("reloads", reloads),
            ("frames doubled", copies),
            ("frames lost", lost),
            ("gaps", gaps),
        ]
    }

    fn add(&mut self, other: &Self) {
        self.accepted += other.accepted;
        self.undone += other.undone;
        self.refused += other.refused;
        self.crashes += other.crashes;
        self.cuts += other.cuts;
        self.reloads += other.reloads;
        self.copies += other.copies;
        self.lost += other.lost;
        self.gaps += other.gaps;
    }

    fn count(&mut self, entries: &[Entry]) {
        self.accepted += entries.len() as u64;
        self.undone += entries.iter().filter(|entry| entry.op == Op::Undo).count() as u64;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.named().map(|(name, count)| format!("{count} {name}")).join(", "))
    }
}

/// Runs the storm of this seed.
pub fn storm(seed: u64) -> Result<Tally, String> {
    let mut world = World::new(seed, PAGES);
    while world.pages.iter().any(|page| page.wishes < WISHES) {
        world.step()?;
    }
    world.settle()?;
    truth::check(&world)?;
    world.tally.refused = world.truth.refusals() as u64;
    Ok(world.tally)
}

/// Runs many storms on all cores: what they were made of, and what went wrong.
pub fn storms(first: u64, seeds: u64) -> (Tally, Vec<String>) {
    let (next, ended) = (AtomicU64::new(first), Mutex::new((Tally::default(), Vec::new())));
    let work = || {
        while let seed = next.fetch_add(1, Ordering::Relaxed)
            && seed < first + seeds
        {
            let told = std::panic::catch_unwind(|| storm(seed)).unwrap_or_else(|_| Err("something panicked".into()));
            let mut ended = ended.lock().expect("nobody panics here");
            let again = format!("cargo run --release -p board --example storm -- --first {seed} --seeds 1");
            match told {
                Ok(tally) => ended.0.add(&tally),
                Err(what) => ended.1.push(format!("seed {seed}: {what}\n    {again}")),
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    ended.into_inner().expect("nobody panics here")
}
