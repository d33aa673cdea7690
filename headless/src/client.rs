//! A seat's live connection: what a browser's page keeps, without the page.
//!
//! It reads only when it is asked to, and it never comes back by itself: whoever plays decides when, with
//! [`Client::come_back`]. Until then what it submits waits in its outbox.

use crate::wire::Down;
use crate::{Seat, Traffic, Wire};
use anyhow::{Context, Result, bail};
use board::protocol::{ClientMessage, Hello, PROTOCOL, ServerMessage, Welcome};
use board::{
    ActorId, Asker, Document, Entry, Intent, Millis, Missed, OpId, Rejection, Replica, Role, Seq, Snapshot, deck::Lang,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use uuid::Uuid;

/// How long anything that must come may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of an op.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is on disk, at this place of the log.
    Acknowledged(Seq),
    /// It was refused.
    Refused(Rejection),
}

/// A page without a screen.
#[derive(Debug)]
pub struct Client {
    seat: Seat,
    traffic: Arc<Traffic>,
    wire: Option<Wire>,
    replica: Replica,
    outcomes: HashMap<OpId, Outcome>,
    heard: BTreeMap<Seq, Entry>,
    rewritten: Vec<Seq>,
}

impl Client {
    /// Connects, says hello and waits for the welcome.
    ///
    /// # Errors
    /// When the server does not welcome this person.
    pub async fn arrive(seat: Seat) -> Result<Self> {
        let traffic = Arc::new(Traffic::default());
        let mut wire = seat.dial(traffic.clone()).await?;
        let welcome = greet(&mut wire, &seat, Seq::default()).await?;
        // Who came through a door does not give a name; nothing they are told depends on their number.
        let here = welcome.seats.iter().find(|known| known.name == seat.name && known.role == seat.role);
        let me = Asker { actor: here.map_or(ActorId::default(), |known| known.actor), role: seat.role };
        let replica = Replica::new(me, Snapshot::default());
        let mut client = Self {
            seat,
            traffic,
            wire: None,
            replica,
            outcomes: HashMap::new(),
            heard: BTreeMap::new(),
            rewritten: Vec::new(),
        };
        client.take_in(welcome.missed)?;
        client.wire = Some(wire);
        Ok(client)
    }

    /// Connects again, catches up and sends again what was not answered. The old connection is dropped.
    ///
    /// # Errors
    /// When the server cannot be reached; one may try again.
    pub async fn come_back(&mut self) -> Result<()> {
        self.wire = None;
        let mut wire = self.seat.dial(self.traffic.clone()).await?;
        let welcome = greet(&mut wire, &self.seat, self.replica.confirmed().seq).await?;
        self.take_in(welcome.missed)?;
        for pending in self.replica.unacknowledged() {
            let submit = ClientMessage::Submit { op_id: pending.op_id, intent: pending.intent.clone() };
            wire.say(&submit).await?;
        }
        self.wire = Some(wire);
        Ok(())
    }

    /// Loses the network.
    pub fn vanish(&mut self) {
        self.wire = None;
    }

    /// Does something as a page does: shown at once, sent, and kept until it is answered.
    ///
    /// # Errors
    /// When the page's own rules already refuse it; nothing is sent.
    pub async fn submit(&mut self, intent: Intent) -> Result<OpId, Rejection> {
        let op_id = OpId(Uuid::now_v7());
        self.replica.submit(op_id, intent.clone(), now())?;
        self.send(&ClientMessage::Submit { op_id, intent }).await;
        Ok(op_id)
    }

    /// Sends something that a page would not: no rule is asked and nothing is kept but its outcome.
    pub async fn insist(&mut self, op_id: OpId, intent: Intent) {
        self.send(&ClientMessage::Submit { op_id, intent }).await;
    }

    /// Says something; on a connection that is gone, it is not said.
    pub async fn send(&mut self, message: &ClientMessage) {
        let Some(wire) = &mut self.wire else { return };
        if wire.say(message).await.is_err() {
            self.wire = None;
        }
    }

    /// Waits for the next message, takes it in and returns it. Giving up waiting loses nothing.
    ///
    /// # Errors
    /// When the connection is gone, or is closed, or what comes is not the protocol: [`Client::come_back`] then.
    pub async fn next(&mut self) -> Result<ServerMessage> {
        let wire = self.wire.as_mut().context("not connected")?;
        let heard = read(wire).await.and_then(|message| {
            self.hear(&message)?;
            Ok(message)
        });
        if heard.is_err() {
            self.wire = None;
        }
        heard
    }

    /// Reads until something is true of this client.
    ///
    /// # Errors
    /// When the connection breaks before, or nothing comes for too long.
    pub async fn until(&mut self, mut holds: impl FnMut(&Self) -> bool) -> Result<()> {
        let waited = tokio::time::timeout(PATIENCE, async {
            while !holds(self) {
                self.next().await?;
            }
            Ok(())
        });
        waited.await.context("what was waited for did not come")?
    }

    /// Reads until this op is answered.
    ///
    /// # Errors
    /// As [`Client::until`].
    pub async fn settled(&mut self, op_id: OpId) -> Result<Outcome> {
        self.until(|client| client.outcomes.contains_key(&op_id)).await?;
        self.outcome(op_id).context("it was answered")
    }

    /// Does something and waits until it is confirmed and shown; returns its place in the log.
    ///
    /// # Errors
    /// When it is refused, here or there, or is never answered.
    pub async fn does(&mut self, intent: Intent) -> Result<Seq> {
        let submitted = self.submit(intent.clone()).await;
        let op_id = submitted.map_err(|rejection| anyhow::anyhow!("{intent:?} is refused here: {rejection:?}"))?;
        match self.settled(op_id).await? {
            Outcome::Acknowledged(seq) => {
                self.until(|client| client.replica.confirmed().seq >= seq).await?;
                Ok(seq)
            }
            Outcome::Refused(rejection) => bail!("{intent:?} was refused: {rejection:?}"),
        }
    }

    /// What became of an op; nothing while it is not answered.
    #[must_use]
    pub fn outcome(&self, op_id: OpId) -> Option<Outcome> {
        self.outcomes.get(&op_id).copied()
    }

    /// Whether everything it submitted has been answered.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.replica.unacknowledged().next().is_none()
    }

    /// Whether there is a connection, as far as it knows.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.wire.is_some()
    }

    /// Its copy of the board.
    #[must_use]
    pub fn replica(&self) -> &Replica {
        &self.replica
    }

    /// What its page would show.
    #[must_use]
    pub fn view(&self) -> &Document {
        self.replica.view()
    }

    /// Every entry it was ever sent, in order.
    #[must_use]
    pub fn heard(&self) -> &BTreeMap<Seq, Entry> {
        &self.heard
    }

    /// The places of the log at which it was told two different things: none, on a sound server.
    #[must_use]
    pub fn rewritten(&self) -> &[Seq] {
        &self.rewritten
    }

    /// Its seat.
    #[must_use]
    pub fn seat(&self) -> &Seat {
        &self.seat
    }

    fn hear(&mut self, message: &ServerMessage) -> Result<()> {
        match message {
            ServerMessage::Welcome(_) => bail!("welcomed twice"),
            ServerMessage::Entries(entries) => {
                self.note_down(entries);
                self.replica.receive(entries)?;
            }
            ServerMessage::Ack { op_id, seq } => {
                self.outcomes.insert(*op_id, Outcome::Acknowledged(*seq));
                self.replica.acknowledged(*op_id, *seq);
            }
            ServerMessage::Refused { op_id, rejection } => {
                self.outcomes.insert(*op_id, Outcome::Refused(*rejection));
                self.replica.refused(*op_id);
            }
            ServerMessage::Bye { retry } => bail!("the server restarts, back in {retry} ms"),
            _ => {}
        }
        Ok(())
    }

    fn take_in(&mut self, missed: Missed) -> Result<()> {
        if let Missed::Entries(entries) = &missed {
            self.note_down(entries);
        }
        Ok(self.replica.catch_up(missed)?)
    }

    fn note_down(&mut self, entries: &[Entry]) {
        for entry in entries {
            let known = self.heard.entry(entry.seq).or_insert_with(|| entry.clone());
            if known != entry {
                self.rewritten.push(entry.seq);
            }
        }
    }
}

/// Says hello and waits for the welcome, which comes first.
///
/// # Errors
/// When something else comes, or nothing.
pub async fn greet(wire: &mut Wire, seat: &Seat, since: Seq) -> Result<Welcome> {
    let hello = Hello {
        protocol: PROTOCOL,
        board: seat.board,
        since,
        lang: Lang::Fr,
        as_projector: seat.role == Role::Projector,
    };
    wire.say(&ClientMessage::Hello(hello)).await?;
    let answer = tokio::time::timeout(PATIENCE, read(wire)).await.context("no welcome came")??;
    match answer {
        ServerMessage::Welcome(welcome) => Ok(welcome),
        other => bail!("instead of a welcome came {other:?}"),
    }
}

async fn read(wire: &mut Wire) -> Result<ServerMessage> {
    match wire.next().await? {
        Down::Message(bytes) => Ok(postcard::from_bytes(&bytes)?),
        Down::Closed(code) => bail!("the server closed, code {code:?}"),
    }
}

fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis(since.as_millis() as u64)
}
