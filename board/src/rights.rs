//! Who may: the part of the rules that looks at the role and the phase, before anybody asks whether it makes sense.

use crate::{Act, ActorId, CardId, Document, Intent, MIDDLE, Op, Rejection, Undo, reduce::next_undo};
use serde::{Deserialize, Serialize};

/// What a person is at a workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Role {
    /// Plays at one table.
    #[default]
    Participant,
    /// Runs the workshop: every table.
    Facilitator,
    /// Looks on.
    Spectator,
    /// A screen for the room: looks on.
    Projector,
}

/// Who asks, as the server knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    /// Their number at this workshop.
    pub actor: ActorId,
    /// What they are here.
    pub role: Role,
}

/// What a right an op needs.
enum Needs {
    /// The room's pen.
    Room,
    /// The role of the person who facilitates.
    Facilitator,
    /// A phase that opens this.
    Opened(Act),
}

/// Whether this person may do such an op now.
///
/// # Errors
/// The first reason against it.
pub(crate) fn rights(document: &Document, asker: Asker, op: &Op) -> Result<(), Rejection> {
    match asker.role {
        Role::Facilitator => return Ok(()),
        Role::Spectator | Role::Projector => return Err(Rejection::LooksOn),
        Role::Participant => {}
    }
    let needs = match op {
        // Who takes something back needs the right to do it.
        Op::Undo => needs_to_take_back(next_undo(document, asker.actor).ok_or(Rejection::NothingToUndo)?),
        op => needs(op),
    };
    match needs {
        Needs::Room => Err(Rejection::RoomOnly),
        Needs::Facilitator => Err(Rejection::FacilitatorOnly),
        Needs::Opened(_) if document.paused => Err(Rejection::Paused),
        Needs::Opened(act) if !document.phase.allows(act) => Err(Rejection::NotInThisPhase),
        Needs::Opened(_) => Ok(()),
    }
}

/// Whether this person may ask the room for something that only the room can say in full.
///
/// # Errors
/// The first reason against it.
pub(crate) fn may_ask(document: &Document, asker: Asker, intent: &Intent) -> Result<(), Rejection> {
    match intent {
        Intent::Do(op) => rights(document, asker, op),
        // Laying a board out is moving its cards.
        Intent::Arrange => rights(document, asker, &Op::Move { card: CardId(0), at: MIDDLE }),
        Intent::Deal { .. } | Intent::Turn { .. } | Intent::CatchUp { .. } => match asker.role {
            Role::Facilitator => Ok(()),
            Role::Participant => Err(Rejection::FacilitatorOnly),
            Role::Spectator | Role::Projector => Err(Rejection::LooksOn),
        },
    }
}

/// Whether whoever did this op facilitates.
pub(crate) fn is_for_facilitation(op: &Op) -> bool {
    // The room deals when the person who facilitates asks it to; it lays a board out for anybody.
    matches!(needs(op), Needs::Facilitator | Needs::Room) && !matches!(op, Op::Arrange { .. })
}

fn needs(op: &Op) -> Needs {
    match op {
        Op::Deal { .. } | Op::Turn { .. } | Op::Give { .. } | Op::Arrange { .. } => Needs::Room,
        Op::Enter { .. }
        | Op::Pause { .. }
        | Op::Open { .. }
        | Op::Withdraw { .. }
        | Op::Leave { .. }
        | Op::Time { .. }
        | Op::Frame { .. }
        | Op::Hint { .. }
        | Op::Stage { .. } => Needs::Facilitator,
        Op::Place { .. } | Op::Move { .. } | Op::Return { .. } | Op::Undo => Needs::Opened(Act::Place),
        Op::Link { .. }
        | Op::Change { .. }
        | Op::Unlink { .. }
        | Op::Ink { .. }
        | Op::Judge { .. }
        | Op::Reverse { .. } => Needs::Opened(Act::Link),
        Op::Note { .. } | Op::Erase { .. } => Needs::Opened(Act::Note),
        Op::Title { .. } | Op::Story { .. } => Needs::Opened(Act::Title),
        Op::Star { .. } => Needs::Opened(Act::Star),
        Op::Draw { .. } | Op::Rub { .. } => Needs::Opened(Act::Draw),
        Op::Act { .. } | Op::Drop { .. } => Needs::Opened(Act::Act),
    }
}

fn needs_to_take_back(undo: &Undo) -> Needs {
    match undo {
        Undo::Card(..) | Undo::Arrange(_) => Needs::Opened(Act::Place),
        Undo::Link(..) | Undo::Reverse(..) => Needs::Opened(Act::Link),
        Undo::Note(..) => Needs::Opened(Act::Note),
        Undo::Title(_) | Undo::Story(_) => Needs::Opened(Act::Title),
        Undo::Stroke(..) => Needs::Opened(Act::Draw),
        Undo::Action(..) => Needs::Opened(Act::Act),
        Undo::Deal(..) => Needs::Facilitator,
    }
}
