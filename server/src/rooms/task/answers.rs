//! Answers that are owed. Whether an op happened or was refused, its author hears of it when the board that the
//! decision rests on is on disk: a refusal too would otherwise speak of something that may never have been.

use crate::rooms::audience::{Audience, ConnectionId};
use crate::rooms::registry::From;
use app::api::AppError;
use board::protocol::ServerMessage;
use board::{OpId, Rejection, Seq};
use std::collections::VecDeque;

/// The answer to one submission.
pub(super) struct Answer {
    pub op_id: OpId,
    pub verdict: Result<Seq, Rejection>,
    pub to: From,
}

/// The answers that wait for the disk.
#[derive(Default)]
pub(super) struct Answers(VecDeque<(Seq, Answer)>);

impl Answer {
    /// Says it to whoever waits; a connection is told in this way.
    pub fn say(self, audience: &Audience, tell: impl Fn(&Audience, ConnectionId, &ServerMessage)) {
        let Self { op_id, verdict, to } = self;
        match to {
            // Somebody who has stopped waiting needs no answer.
            From::Page(answer) => drop(answer.send(verdict.map_err(AppError::Rejected))),
            From::Connection(id) => match verdict {
                Ok(seq) => tell(audience, id, &ServerMessage::Ack { op_id, seq }),
                Err(rejection) => tell(audience, id, &ServerMessage::Refused { op_id, rejection }),
            },
        }
    }
}

impl Answers {
    /// Keeps an answer until this place of the log is on disk.
    pub fn owe(&mut self, after: Seq, answer: Answer) {
        // An op that is sent again while it is on its way is answered with the first.
        let at = self.0.partition_point(|&(seq, _)| seq <= after);
        self.0.insert(at, (after, answer));
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The answers that may be given once the log is on disk up to here, in the order of the log.
    pub fn settled(&mut self, durable: Seq) -> impl Iterator<Item = Answer> {
        let settled = self.0.partition_point(|&(seq, _)| seq <= durable);
        self.0.drain(..settled).map(|(_, answer)| answer)
    }
}
