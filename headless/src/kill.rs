//! `kill`: people play while the server is killed again and again, and then everybody's memories are compared.
//!
//! A kill is SIGKILL: what the server had written survives it, what it only meant to write does not. It is not a power
//! cut, which also takes what the system had not put on disk.

pub mod judge;
pub mod witness;

use crate::dice::Dice;
use crate::figures::{median, millis, percentile};
use crate::{Client, Server, Workshop, stage};
use anyhow::{Context, Result};
use board::{CardId, Snapshot};
use futures::future::try_join_all;
use judge::Verdict;
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use witness::{Pace, Witness};

/// How long a server lives at least, once it answers.
const SOONEST: Duration = Duration::from_millis(200);
/// And at most.
const LATEST: Duration = Duration::from_secs(3);

/// What is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Ordeal {
    /// How often the server is killed.
    pub times: usize,
    /// How many people play.
    pub people: usize,
    /// How many ops each of them wants in a second.
    pub rate: f64,
    /// What the moments are drawn with.
    pub seed: u64,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How often the server was killed.
    pub kills: usize,
    /// What the moments were drawn with.
    pub seed: u64,
    /// What everybody's memories say.
    pub verdict: Verdict,
    /// From a start to the first answer, in milliseconds: the median and the longest.
    pub ready: (f64, f64),
    /// From a lost connection to being up to date again, in milliseconds: 95 of 100 are below.
    pub resumed: f64,
}

/// Plays, kills, compares.
///
/// # Errors
/// When the server does not start, or does not let people in: what is lost is no error here, see [`Verdict::is_sound`].
pub async fn run(binary: &Path, ordeal: Ordeal) -> Result<Outcome> {
    let mut server = Server::start(binary)?;
    let workshop = Workshop::create(&server, "Coupures", 1)?;
    let mut facilitator = Client::arrive(workshop.facilitate()?).await?;
    let cards: Arc<[CardId]> = stage::set(&mut facilitator).await?.into();
    let base = facilitator.replica().confirmed().seq;
    facilitator.vanish();

    let (over, playing) = watch::channel(false);
    let mut dice = Dice::new(ordeal.seed);
    let mut playing_now = Vec::new();
    for who in 0..ordeal.people {
        let client = Client::arrive(workshop.join(&format!("Témoin {who}"), 1)?).await?;
        let pace = Pace { who, every: Duration::from_secs_f64(1.0 / ordeal.rate), phase: dice.share() };
        playing_now.push(tokio::spawn(witness::play(client, pace, cards.clone(), playing.clone())));
    }
    let mut ready = Vec::new();
    for _ in 0..ordeal.times {
        tokio::time::sleep(dice.moment(SOONEST, LATEST)).await;
        server.kill()?;
        ready.push(millis(server.run()?));
    }
    over.send(true)?;
    let mut witnesses = try_join_all(playing_now).await?;

    let head = Client::arrive(facilitator.seat().clone()).await?.replica().confirmed().seq;
    for witness in &mut witnesses {
        witness.catch_up(head).await;
    }
    let truth = truth_on_disk(&mut server, &facilitator).await?;
    let verdict = judge::judge(base, &witnesses.iter().map(Witness::testimony).collect::<Vec<_>>(), &truth);
    let mut resumed: Vec<u32> = witnesses.iter().flat_map(|witness| &witness.resumed).copied().collect();
    resumed.sort_unstable();
    Ok(Outcome {
        kills: ordeal.times,
        seed: ordeal.seed,
        verdict,
        ready: (median(ready.iter().copied()), ready.iter().copied().fold(0.0, f64::max)),
        resumed: f64::from(percentile(&resumed, 0.95)) / 1000.0,
    })
}

/// The board as a server tells it that was started after everything was over, and so has it from its disk alone.
async fn truth_on_disk(server: &mut Server, facilitator: &Client) -> Result<Snapshot> {
    server.stop().context("the last stop is a polite one")?;
    server.run()?;
    Ok(Client::arrive(facilitator.seat().clone()).await?.replica().confirmed().clone())
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{} kills (seed {})", self.kills, self.seed)?;
        writeln!(f, "{}", self.verdict)?;
        let (median, longest) = self.ready;
        write!(f, "ready again in {median:.0} ms (longest {longest:.0}); ")?;
        write!(f, "people up to date again in {:.0} ms (p95, from the loss of the connection)", self.resumed)
    }
}
