//! The server functions of the actions page: what a team decides, as plain forms.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use board::{ActionId, BoardId, OpId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A decision as somebody typed it: everything is text, so that nothing typed is lost before it is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    /// The number of the action card it comes from; empty for an own idea.
    pub card: String,
    /// What it is.
    pub text: String,
    /// Whether something stops.
    pub renounces: bool,
    /// From 1 to 5; empty while the team has not said.
    pub effort: String,
    /// From 1 to 5; empty while the team has not said.
    pub impact: String,
    /// Who takes care of it.
    pub owner: String,
    /// With whom.
    pub with: String,
    /// What comes first.
    pub first_step: String,
    /// By when: "2026-11-25", or as people write it, "25/11/2026".
    pub due: String,
}

/// Puts an action on the matrix, or writes it again.
#[server(prefix = "/api", endpoint = "act")]
pub async fn keep_action(
    board: BoardId,
    op_id: OpId,
    #[server(default)] action: Option<ActionId>,
    what: Decision,
) -> Result<(), AppError> {
    let action = action.unwrap_or(ActionId(op_id.0.as_u64_pair().1));
    super::ask::decide(board, op_id, board::Op::Act { action, what: what.read()? }).await
}

/// Takes an action off the matrix.
#[server(prefix = "/api", endpoint = "drop-action")]
pub async fn drop_action(board: BoardId, op_id: OpId, action: ActionId) -> Result<(), AppError> {
    super::ask::decide(board, op_id, board::Op::Drop { action }).await
}
