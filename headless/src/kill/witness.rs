//! Somebody who plays through the kills and remembers everything: what they wanted, what they were told.

use super::judge::Testimony;
use crate::{Client, numbered};
use board::{CardId, OpId, Seq};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval_at, sleep};

/// How many numbers each person has for their ops: more than five hours at two a second, for 120 people.
const STRIDE: u32 = 40_000;
/// How long the answers may take once nobody wants anything more.
const PATIENCE: Duration = Duration::from_secs(30);
/// Before one tries again to reach a server that is not there.
const BREATH: Duration = Duration::from_millis(20);

/// When somebody wants something.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Who, from 0.
    pub who: usize,
    /// The time between two ops.
    pub every: Duration,
    /// Where in that time they begin, from 0 to 1.
    pub phase: f64,
}

/// Somebody, afterwards.
#[derive(Debug)]
pub struct Witness {
    client: Client,
    wanted: Vec<(u32, Option<OpId>)>,
    /// How long it took to be up to date again after each lost connection, in microseconds.
    pub resumed: Vec<u32>,
}

/// Plays until it is over and everything wanted is answered, or never will be.
pub async fn play(client: Client, pace: Pace, cards: Arc<[CardId]>, mut over: watch::Receiver<bool>) -> Witness {
    let mut witness = Witness { client, wanted: Vec::new(), resumed: Vec::new() };
    let mut due = interval_at(tokio::time::Instant::now() + pace.every.mul_f64(pace.phase), pace.every);
    due.set_missed_tick_behavior(MissedTickBehavior::Burst);
    while !*over.borrow() {
        if !witness.client.is_connected() {
            witness.come_back().await;
        }
        tokio::select! {
            _ = due.tick() => witness.want(pace.who, &cards).await,
            // A connection that breaks is what this is about: the next turn comes back.
            _ = witness.client.next() => {}
            _ = over.changed() => {}
        }
    }
    let patience = tokio::time::timeout(PATIENCE, async {
        while !witness.client.is_settled() {
            match witness.client.is_connected() {
                true => drop(witness.client.next().await),
                false => witness.come_back().await,
            }
        }
    });
    // What is still not answered then is counted by the judge.
    let _ = patience.await;
    witness
}

impl Witness {
    /// Reads on until it has everything up to `head`, or nothing comes any more.
    pub async fn catch_up(&mut self, head: Seq) {
        if !self.client.is_connected() {
            self.come_back().await;
        }
        // Who does not get there tells another end than the others.
        let _ = self.client.until(|client| client.replica().confirmed().seq >= head).await;
    }

    /// What it remembers.
    #[must_use]
    pub fn testimony(&self) -> Testimony {
        let outcome = |op_id: OpId| self.client.outcome(op_id);
        Testimony {
            wanted: self.wanted.iter().map(|(number, op_id)| (*number, op_id.and_then(outcome))).collect(),
            heard: self.client.heard().clone(),
            rewritten: self.client.rewritten().len(),
            end: self.client.replica().confirmed().clone(),
        }
    }

    async fn want(&mut self, who: usize, cards: &[CardId]) {
        let turn = self.wanted.len() as u32 % STRIDE;
        let number = who as u32 * STRIDE + turn;
        let intent = numbered::carry(number, cards[number as usize % cards.len()]);
        // What one's own page refuses is never answered, and that is a finding too.
        self.wanted.push((number, self.client.submit(intent).await.ok()));
    }

    async fn come_back(&mut self) {
        let lost = Instant::now();
        while self.client.come_back().await.is_err() {
            if lost.elapsed() > PATIENCE {
                return;
            }
            sleep(BREATH).await;
        }
        self.resumed.push(u32::try_from(lost.elapsed().as_micros()).unwrap_or(u32::MAX));
    }
}
