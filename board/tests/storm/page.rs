//! A page: somebody's browser, with its replica, its line and what it keeps across a reload.

use crate::weather::{house::Disk, truth::Truth};
use board::protocol::{ClientMessage, Hello, PROTOCOL, ServerMessage};
use board::*;
use uuid::Uuid;

/// Somebody's browser.
#[derive(Debug)]
pub struct Page {
    /// Who looks at it.
    pub asker: Asker,
    /// What it knows.
    pub replica: Replica,
    /// Its connection, as far as it knows.
    pub line: Option<usize>,
    /// Whether the house has answered on it.
    pub welcomed: bool,
    /// How many times its person has tried something.
    pub wishes: usize,
}

/// What a page does about what it hears.
pub enum Reaction {
    /// Nothing.
    Nothing,
    /// It sends all that is not acknowledged.
    Sends,
    /// It noticed that something is missing, and dials again.
    DialsAgain,
}

impl Page {
    /// Page 0 is of the person who facilitates, pages 1 and 2 are two tabs of the same person, the last one looks on.
    pub fn new(number: usize) -> Self {
        let (actor, role) = match number {
            0 => (1, Role::Facilitator),
            1 | 2 => (2, Role::Participant),
            7 => (9, Role::Spectator),
            other => (other as u32, Role::Participant),
        };
        let asker = Asker { actor: ActorId(actor), role };
        let replica = Replica::new(asker, Snapshot::default());
        Self { asker, replica, line: None, welcomed: false, wishes: 0 }
    }

    /// The first thing it says on a new line.
    pub fn hello(&self) -> Vec<u8> {
        let (board, since) = (BoardId(Uuid::nil()), self.replica.confirmed().seq);
        frame(&ClientMessage::Hello(Hello {
            protocol: PROTOCOL,
            board,
            since,
            lang: deck::Lang::Fr,
            as_projector: false,
        }))
    }

    /// Everything that is not acknowledged, oldest first.
    pub fn unacknowledged(&self) -> Vec<Vec<u8>> {
        self.replica.unacknowledged().map(|pending| submit(pending.op_id, pending.intent.clone())).collect()
    }

    /// The person reloads: a page rendered a while ago takes up what this one had kept.
    pub fn reload(&mut self, rendered: Snapshot) {
        let left: Vec<_> = self.replica.unacknowledged().cloned().collect();
        let kept = postcard::to_allocvec(&left).expect("our types always serialise");
        let left: Vec<Pending> = postcard::from_bytes(&kept).expect("what is kept reads back");
        self.replica = Replica::new(self.asker, rendered);
        self.replica.resume(left);
    }

    /// Takes in what the house says, and remembers what it promised.
    pub fn hear(&mut self, said: &[u8], disk: &Disk, truth: &mut Truth) -> Result<Reaction, String> {
        let folded = match postcard::from_bytes(said).expect("the house speaks the protocol") {
            ServerMessage::Welcome(welcome) => {
                self.welcomed = true;
                self.replica.catch_up(welcome.missed).map(|()| Reaction::Sends)
            }
            ServerMessage::Entries(entries) => {
                if entries.iter().any(|entry| disk.entries.get(entry.seq.0 as usize - 1) != Some(entry)) {
                    return Err("an entry was told that is not on disk".into());
                }
                self.replica.receive(&entries).map(|()| Reaction::Nothing)
            }
            ServerMessage::Ack { op_id, seq } => {
                self.replica.acknowledged(op_id, seq);
                truth.acknowledged(op_id, seq, disk)?;
                Ok(Reaction::Nothing)
            }
            ServerMessage::Refused { op_id, .. } => {
                self.replica.refused(op_id);
                truth.refused(op_id)?;
                Ok(Reaction::Nothing)
            }
            _ => Ok(Reaction::Nothing),
        };
        Ok(folded.unwrap_or(Reaction::DialsAgain))
    }
}

/// A submission as it travels.
pub fn submit(op_id: OpId, intent: Intent) -> Vec<u8> {
    frame(&ClientMessage::Submit { op_id, intent })
}

fn frame(message: &ClientMessage) -> Vec<u8> {
    postcard::to_allocvec(message).expect("our types always serialise")
}
