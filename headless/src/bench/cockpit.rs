//! The cockpit of a bench: one socket per table, as its page holds them. It reads everything, says nothing but "still
//! here", and has a thread of its own: the laptop of the person who facilitates is not among what is measured.

use crate::wire::Down;
use crate::{Seat, Traffic, Wire, client, numbered};
use anyhow::{Context, Result, bail, ensure};
use board::Seq;
use board::protocol::{ClientMessage, PULSE, ServerMessage};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::{interval, sleep};

/// The most tables that one cockpit shows: those of a workshop.
pub const TABLES: usize = 12;
/// Between two looks at what was heard.
const GLANCE: Duration = Duration::from_millis(20);
/// How long the last entries may take.
const DRAIN: Duration = Duration::from_secs(10);

/// An open cockpit.
#[derive(Debug)]
pub struct Cockpit {
    heard: Arc<AtomicUsize>,
    close: oneshot::Sender<()>,
    page: JoinHandle<Result<()>>,
}

impl Cockpit {
    /// Opens it at these tables: the seats of the person who facilitates.
    ///
    /// # Errors
    /// When a table does not welcome them.
    pub async fn open(seats: &[Seat]) -> Result<Self> {
        let heard = Arc::new(AtomicUsize::new(0));
        let (seats, count) = (seats.to_vec(), heard.clone());
        let (close, closed) = oneshot::channel();
        let (welcomed, welcome) = oneshot::channel();
        let page = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(page(seats, count, welcomed, closed))
        });
        if welcome.await.is_err() {
            page.join().ok().context("the cockpit opens")??;
            bail!("the cockpit closed as it opened");
        }
        Ok(Self { heard, close, page })
    }

    /// Closes it, once it has heard this many ops.
    ///
    /// # Errors
    /// When it has missed some of them: it was no cockpit then.
    pub async fn close(self, ops: usize) -> Result<()> {
        let give_up = Instant::now() + DRAIN;
        while self.heard.load(Relaxed) < ops && Instant::now() < give_up {
            sleep(GLANCE).await;
        }
        let heard = self.heard.load(Relaxed);
        // A page that has ended already says why below.
        let _ = self.close.send(());
        self.page.join().ok().context("the cockpit was closed")??;
        ensure!(heard == ops, "the cockpit heard {heard} of {ops} ops");
        Ok(())
    }
}

/// Reads at every table until it is closed.
async fn page(
    seats: Vec<Seat>,
    heard: Arc<AtomicUsize>,
    welcomed: oneshot::Sender<()>,
    closed: oneshot::Receiver<()>,
) -> Result<()> {
    let mut tables = JoinSet::new();
    for seat in seats {
        let mut wire = seat.dial(Arc::new(Traffic::default())).await?;
        client::greet(&mut wire, &seat, Seq::default()).await?;
        tables.spawn(table(wire, heard.clone()));
    }
    // Nobody waits any more if the bench was given up.
    let _ = welcomed.send(());
    tokio::select! {
        _ = closed => Ok(()),
        Some(ended) = tables.join_next() => ended?,
    }
}

async fn table(mut wire: Wire, heard: Arc<AtomicUsize>) -> Result<()> {
    let mut pulse = interval(Duration::from_millis(PULSE.into()));
    loop {
        tokio::select! {
            down = wire.next() => match down? {
                Down::Closed(code) => bail!("a table closed, code {code:?}"),
                Down::Message(bytes) => if let ServerMessage::Entries(entries) = postcard::from_bytes(&bytes)? {
                    heard.fetch_add(entries.iter().filter(|entry| numbered::read(&entry.op).is_some()).count(), Relaxed);
                },
            },
            _ = pulse.tick() => wire.say(&ClientMessage::Pulse).await?,
        }
    }
}
