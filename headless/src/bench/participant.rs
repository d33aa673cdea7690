//! A participant of a bench: as little as possible, because it shares the machine with what it measures.
//!
//! It sends when it is told to, whatever it hears, and notes for each op it hears how late that is.

use super::target::Tongue;
use crate::wire::Down;
use crate::{Wire, numbered};
use anyhow::{Result, bail};
use board::protocol::{ClientMessage, PULSE, ServerMessage};
use board::{CardId, Intent, OpId};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

/// One run of a room's plan.
#[derive(Debug)]
pub struct Run {
    /// When the plan begins.
    pub start: Instant,
    /// The number that its first op carries.
    pub base: u32,
    /// When each op is due, from the start.
    pub moments: Vec<Duration>,
    /// How many deliveries there were, to everybody in all rooms.
    pub delivered: Arc<AtomicUsize>,
}

/// What a participant is told to do.
#[derive(Debug)]
pub enum Order {
    /// A run begins: what was noted before is forgotten.
    Begin(Arc<Run>),
    /// Send the op with this number.
    Send(u32),
    /// Hand over what was noted.
    Report(oneshot::Sender<Tally>),
}

/// What a participant noted during a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How late each op was heard, in microseconds.
    pub latencies: Vec<u32>,
    /// Ops heard more than once.
    pub twice: usize,
    /// Ops of the participant's own that were refused.
    pub refused: usize,
    heard: Vec<bool>,
}

impl Tally {
    /// Notes that an op was heard now; whether it was one of this run, for the first time.
    fn note(&mut self, run: &Run, number: u32) -> bool {
        let Some(at) = number.checked_sub(run.base).map(|at| at as usize).filter(|at| *at < run.moments.len()) else {
            return false;
        };
        self.heard.resize(run.moments.len(), false);
        if std::mem::replace(&mut self.heard[at], true) {
            self.twice += 1;
            return false;
        }
        let late = run.start.elapsed().saturating_sub(run.moments[at]);
        self.latencies.push(u32::try_from(late.as_micros()).unwrap_or(u32::MAX));
        true
    }
}

/// Plays until nobody gives orders any more.
///
/// # Errors
/// When the connection breaks: a bench that loses somebody is void.
pub async fn play(
    mut wire: Wire,
    tongue: Tongue,
    cards: Arc<[CardId]>,
    mut orders: mpsc::UnboundedReceiver<Order>,
) -> Result<()> {
    let mut pulse = interval(Duration::from_millis(PULSE.into()));
    pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut run: Option<Arc<Run>> = None;
    let mut tally = Tally::default();
    loop {
        tokio::select! {
            order = orders.recv() => match order {
                None => { wire.close().await; return Ok(()) }
                Some(Order::Begin(next)) => (run, tally) = (Some(next), Tally::default()),
                Some(Order::Send(number)) => {
                    let intent = numbered::carry(number, cards[number as usize % cards.len()]);
                    wire.say(&ClientMessage::Submit { op_id: OpId(Uuid::now_v7()), intent }).await?;
                }
                Some(Order::Report(to)) => drop(to.send(std::mem::take(&mut tally))),
            },
            down = wire.next() => match down? {
                Down::Closed(code) => bail!("the other side closed, code {code:?}"),
                Down::Message(bytes) => if let Some(run) = &run {
                    let first = hear(tongue, &bytes, run, &mut tally)?;
                    run.delivered.fetch_add(first, Relaxed);
                },
            },
            _ = pulse.tick(), if tongue == Tongue::Room => wire.say(&ClientMessage::Pulse).await?,
        }
    }
}

/// Notes the ops of a message; how many of them are heard for the first time.
fn hear(tongue: Tongue, bytes: &[u8], run: &Run, tally: &mut Tally) -> Result<usize> {
    let mut first = 0;
    let mut note = |op| first += usize::from(numbered::read(op).is_some_and(|number| tally.note(run, number)));
    match tongue {
        // A relay says what it was told.
        Tongue::Relay => match postcard::from_bytes(bytes)? {
            ClientMessage::Submit { intent: Intent::Do(op), .. } => note(&op),
            other => bail!("the relay said {other:?}"),
        },
        Tongue::Room => match postcard::from_bytes(bytes)? {
            ServerMessage::Entries(entries) => entries.iter().for_each(|entry| note(&entry.op)),
            ServerMessage::Refused { .. } => tally.refused += 1,
            ServerMessage::Bye { retry } => bail!("the server restarts, back in {retry} ms"),
            _ => {}
        },
    }
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, Entry, Millis, Seq};

    /// Three ops due now; the first carries 10.
    fn run() -> Run {
        Run { start: Instant::now(), base: 10, moments: vec![Duration::ZERO; 3], delivered: Arc::default() }
    }

    fn entries(numbers: &[u32]) -> Vec<u8> {
        let entry = |&number: &u32| {
            let Intent::Do(op) = numbered::carry(number, CardId(1)) else { panic!("a move is said in full") };
            Entry { seq: Seq(1), actor: ActorId(1), at: Millis(0), op }
        };
        let message = ServerMessage::Entries(numbers.iter().map(entry).collect());
        postcard::to_allocvec(&message).expect("it serialises")
    }

    #[test]
    fn several_entries_in_one_message_are_several_deliveries() {
        let (run, mut tally) = (run(), Tally::default());
        assert_eq!(hear(Tongue::Room, &entries(&[10, 11, 12]), &run, &mut tally).expect("it reads"), 3);
        assert_eq!(tally.latencies.len(), 3);
    }

    #[test]
    fn an_op_heard_twice_or_from_another_run_is_not_delivered_again() {
        let (run, mut tally) = (run(), Tally::default());
        assert_eq!(hear(Tongue::Room, &entries(&[9, 10, 10, 13]), &run, &mut tally).expect("it reads"), 1);
        assert_eq!((tally.latencies.len(), tally.twice), (1, 1));
    }

    #[test]
    fn latency_counts_from_the_moment_an_op_was_due_even_if_it_was_sent_late() {
        let due = Duration::from_millis(5);
        let start = Instant::now().checked_sub(Duration::from_secs(1)).expect("the clock is older than a second");
        let run = Run { start, moments: vec![due], ..run() };
        let mut tally = Tally::default();
        assert!(tally.note(&run, 10));
        assert!(tally.latencies[0] >= 995_000, "{:?}", tally.latencies);
    }

    #[test]
    fn a_refusal_is_counted() {
        let refused = ServerMessage::Refused { op_id: OpId(Uuid::from_u128(1)), rejection: board::Rejection::TooFast };
        let (run, mut tally) = (run(), Tally::default());
        let bytes = postcard::to_allocvec(&refused).expect("it serialises");
        assert_eq!(hear(Tongue::Room, &bytes, &run, &mut tally).expect("it reads"), 0);
        assert_eq!(tally.refused, 1);
    }
}
