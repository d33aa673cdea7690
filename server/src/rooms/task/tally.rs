//! What the whole workshop has exchanged, for the screens of the room: said at the end only, when they show it.

use crate::store::Workshop;
use crate::traffic::Traffic;
use board::protocol::ServerMessage;
use board::{BoardId, Document, Phase, WorkshopId};

/// The meters of a board's workshop.
pub(super) struct Tally {
    traffic: Traffic,
    workshop: WorkshopId,
    boards: Vec<BoardId>,
}

impl Tally {
    /// The meters of this workshop.
    pub fn of(traffic: Traffic, workshop: Workshop) -> Self {
        Self { traffic, workshop: workshop.id, boards: workshop.boards }
    }

    /// What to tell while a table is in the steps that end a workshop.
    pub fn told(&self, document: &Document) -> Option<ServerMessage> {
        let bytes = || self.traffic.of(self.workshop, &self.boards);
        matches!(document.phase, Phase::Feedback | Phase::Closing).then(|| ServerMessage::Traffic { bytes: bytes() })
    }
}
