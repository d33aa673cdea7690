//! The server functions of the Plan: the ops of a participant as flat forms, for a page without wasm.
//!
//! Each form carries its own op id, drawn when the page was made: sent twice, it is done once.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use board::{BoardId, CardId, LinkKind, OpId};
use leptos::prelude::*;

/// Puts a card on the table; the server finds it a place.
#[server(prefix = "/api", endpoint = "place")]
pub async fn place_card(board: BoardId, op_id: OpId, card: CardId) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    let document = backend.board(who, board).await?.snapshot.document;
    let at = board::free_spot(&document, board::MIDDLE);
    super::ask::act(board, op_id, board::Op::Place { card, at }).await
}

/// Links two cards: cause, then consequence.
#[server(prefix = "/api", endpoint = "link")]
pub async fn draw_link(
    board: BoardId,
    op_id: OpId,
    cause: CardId,
    consequence: CardId,
    kind: LinkKind,
    because: String,
) -> Result<(), AppError> {
    let link = board::LinkId { cause, consequence };
    super::ask::act(board, op_id, board::Op::Link { link, kind, because }).await
}

/// Writes a note, or an open question when `question` is `true`; the server finds it a place.
#[server(prefix = "/api", endpoint = "note")]
pub async fn write_note(
    board: BoardId,
    op_id: OpId,
    text: String,
    #[server(default)] question: bool,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    let document = backend.board(who, board).await?.snapshot.document;
    let (at, (_, name)) = (board::free_spot(&document, board::MIDDLE), op_id.0.as_u64_pair());
    super::ask::act(board, op_id, board::Op::Note { note: board::NoteId(name), at, text, question }).await
}

/// Takes back this person's own last op.
#[server(prefix = "/api", endpoint = "take-back")]
pub async fn take_back(board: BoardId, op_id: OpId) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Undo).await
}
