//! `bench live`: a planned load, played at the server and, for comparison, at the floor, and with the cockpit open: by
//! turns in the same run, because on a shared machine only what happens at the same time compares.

use super::cockpit::{Cockpit, TABLES};
use super::figures::Figures;
use super::participant::{Order, Run, Tally};
use super::schedule::{Due, Load, moments, plan};
use super::target::Target;
use anyhow::{Context, Result, ensure};
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Between two looks at a run that ends.
const GLANCE: Duration = Duration::from_millis(20);
/// How long the last deliveries may take.
const DRAIN: Duration = Duration::from_secs(10);
/// Before a run: what the last one or the opening of the cockpit left to do is not counted.
const SETTLE: Duration = Duration::from_millis(500);
/// The first seconds, which nobody counts.
const WARM_UP: f64 = 2.0;
/// The most that the cockpit may do to the p95 of the participants: they must not feel that somebody looks.
pub const COCKPIT: f64 = 1.10;

/// How the measuring goes.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// How often the load is played.
    pub rounds: usize,
    /// Whether the floor plays it too.
    pub against_floor: bool,
    /// What the plan is drawn with.
    pub seed: u64,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Measured {
    /// The load.
    pub load: Load,
    /// The server's figures.
    pub server: Figures,
    /// The server's with the cockpit open at every room, where the rooms are the tables of one workshop.
    pub cockpit: Option<Figures>,
    /// The floor's.
    pub floor: Option<Figures>,
}

/// The figures of each round.
#[derive(Default)]
struct Rounds {
    server: Vec<Figures>,
    cockpit: Vec<Figures>,
    floor: Vec<Figures>,
}

impl Measured {
    /// The server's p95 and processor time, as multiples of the floor's.
    #[must_use]
    pub fn ratios(&self) -> Option<(f64, f64)> {
        let floor = self.floor?;
        Some((self.server.p95 / floor.p95, self.server.cpu_per_thousand / floor.cpu_per_thousand))
    }

    /// The participants' p95 with the cockpit open, as a multiple of theirs without.
    #[must_use]
    pub fn cockpit_ratio(&self) -> Option<f64> {
        Some(self.cockpit?.p95 / self.server.p95)
    }

    /// Whether nothing is missing, and the cockpit is not felt.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let complete = self.server.is_complete() && self.cockpit.is_none_or(|figures| figures.is_complete());
        complete && self.cockpit_ratio().is_none_or(|ratio| ratio <= COCKPIT)
    }
}

/// Plays a load.
///
/// # Errors
/// When the server or a participant is lost. Ops that are missing are no error here: see [`Figures::delivered`].
pub async fn measure(binary: &Path, load: Load, manner: Manner) -> Result<Measured> {
    ensure!(load.people() > 0 && load.rate > 0.0 && load.seconds > 0.0, "a load has people who do something");
    let server = Target::server(binary, &load).await?;
    let floor = if manner.against_floor { Some(Target::floor(&load).await?) } else { None };
    let mut told = Rounds::default();
    let mut base = 0;
    for round in 0..=manner.rounds {
        let warming = round == 0;
        let load = if warming { Load { seconds: WARM_UP, ..load } } else { load };
        let plan = plan(&load, manner.seed.wrapping_add(round as u64));
        for &led in turns(&load, round) {
            let cockpit = if led { Some(Cockpit::open(&server.facilitation).await?) } else { None };
            tokio::time::sleep(SETTLE).await;
            let figures = run(&server, &load, &plan, base).await?;
            if let Some(cockpit) = cockpit {
                cockpit.close(plan.len()).await?;
            }
            if !warming {
                if led { told.cockpit.push(figures) } else { told.server.push(figures) }
            }
            base += u32::try_from(plan.len())?;
        }
        if let Some(floor) = &floor {
            let figures = run(floor, &load, &plan, base).await?;
            if !warming {
                told.floor.push(figures);
            }
        }
    }
    let of = |rounds: &[Figures]| (!rounds.is_empty()).then(|| Figures::of_rounds(rounds));
    let (cockpit, floor) = (of(&told.cockpit), of(&told.floor));
    Ok(Measured { load, server: Figures::of_rounds(&told.server), cockpit, floor })
}

/// Whether the cockpit is open, in the runs of a round. The rooms of several workshops have no cockpit, and a single
/// table is what the other loads are for; otherwise first without and next with, then the other way round.
fn turns(load: &Load, round: usize) -> &'static [bool] {
    match (load.rooms, round % 2) {
        (2..=TABLES, 0) => &[true, false],
        (2..=TABLES, _) => &[false, true],
        _ => &[false],
    }
}

/// Plays a plan once.
async fn run(target: &Target, load: &Load, plan: &[Due], base: u32) -> Result<Figures> {
    let delivered = Arc::new(AtomicUsize::new(0));
    let expected = load.deliveries(plan.len());
    let start = Instant::now() + Duration::from_millis(50);
    for (room, players) in target.rooms.iter().enumerate() {
        let run = Run { start, base, moments: moments(plan, room), delivered: delivered.clone() };
        let run = Arc::new(run);
        players.iter().try_for_each(|player| player.orders.send(Order::Begin(run.clone())))?;
    }
    let (usage, wire) = (target.usage()?, target.traffic.on_the_wire());
    let pace = pace(target, plan, start, base);
    let give_up = start + Duration::from_secs_f64(load.seconds) + DRAIN;
    while delivered.load(Relaxed) < expected && Instant::now() < give_up {
        tokio::time::sleep(GLANCE).await;
        let lost = target.rooms.iter().flatten().any(|player| player.play.is_finished());
        ensure!(!lost, "a participant lost the connection");
    }
    let took = start.elapsed();
    pace.join().ok().context("the pace was kept")?;
    let (used, wired) = (target.usage()?, target.traffic.on_the_wire() - wire);
    let tally = collect(target).await?;
    let count = tally.latencies.len() as f64;
    let cpu = used.cpu.saturating_sub(usage.cpu).as_secs_f64();
    let figures = Figures {
        deliveries_per_second: count / took.as_secs_f64(),
        delivered: count / expected as f64,
        refused: tally.refused,
        twice: tally.twice,
        cpu_per_thousand: cpu * 1000.0 / (count / 1000.0),
        bytes_per_delivery: wired as f64 / count,
        peak_rss: used.peak_rss as f64 / 1e6,
        rss_per_idle: target.rss_per_idle / 1e3,
        ..Figures::default()
    };
    Ok(figures.with_latencies(tally.latencies))
}

/// Gives each order at its moment, from a thread of its own: the timers of the runtime are too coarse.
fn pace(target: &Target, plan: &[Due], start: Instant, base: u32) -> std::thread::JoinHandle<()> {
    let orders: Vec<Vec<_>> =
        target.rooms.iter().map(|room| room.iter().map(|player| player.orders.clone()).collect()).collect();
    let plan = plan.to_vec();
    std::thread::spawn(move || {
        for due in plan {
            std::thread::sleep((start + due.at).saturating_duration_since(Instant::now()));
            // Whoever is gone is missed by those who count.
            let _ = orders[due.room][due.sender].send(Order::Send(base + due.number));
        }
    })
}

/// What everybody noted, together.
async fn collect(target: &Target) -> Result<Tally> {
    let mut whole = Tally::default();
    for player in target.rooms.iter().flatten() {
        let (to, from) = oneshot::channel();
        player.orders.send(Order::Report(to))?;
        let tally = from.await?;
        whole.latencies.extend(tally.latencies);
        whole.twice += tally.twice;
        whole.refused += tally.refused;
    }
    Ok(whole)
}
