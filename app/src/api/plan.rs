//! The server functions of the Plan: the ops of a participant as flat forms, for a page without wasm.
//!
//! Each form carries its own op id, drawn when the page was made: sent twice, it is done once. What is done leads back
//! to the Plan, with what it was done to chosen.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use board::{BoardId, CardId, LinkKind, NoteId, OpId, Stance};
use leptos::prelude::*;

/// Puts a card on the table, beside another one if one is named; the server finds it a place.
#[server(prefix = "/api", endpoint = "place")]
pub async fn place_card(
    board: BoardId,
    op_id: OpId,
    card: CardId,
    #[server(default)] beside: String,
) -> Result<(), AppError> {
    let at = super::ask::place(board, None, &beside).await?;
    super::ask::act(board, op_id, board::Op::Place { card, at }).await
}

/// Moves a card that lies on the table next to another one.
#[server(prefix = "/api", endpoint = "move-card")]
pub async fn move_card(
    board: BoardId,
    op_id: OpId,
    card: CardId,
    #[server(default)] beside: String,
) -> Result<(), AppError> {
    let at = super::ask::place(board, Some(card), &beside).await?;
    super::ask::act(board, op_id, board::Op::Move { card, at }).await
}

/// Takes a card from the table back into one's hand.
#[server(prefix = "/api", endpoint = "put-back")]
pub async fn put_back(board: BoardId, op_id: OpId, card: CardId) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Return { card }).await
}

/// Lays the board out from causes to consequences.
#[server(prefix = "/api", endpoint = "arrange")]
pub async fn arrange(board: BoardId, op_id: OpId) -> Result<(), AppError> {
    super::ask::want(board, op_id, board::Intent::Arrange).await
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
    let (link, because) = (board::LinkId { cause, consequence }, because.trim().to_owned());
    super::ask::act(board, op_id, board::Op::Link { link, kind, because }).await
}

/// Makes a link say something else.
#[server(prefix = "/api", endpoint = "change")]
pub async fn change_link(
    board: BoardId,
    op_id: OpId,
    cause: CardId,
    consequence: CardId,
    kind: LinkKind,
    because: String,
) -> Result<(), AppError> {
    let (link, because) = (board::LinkId { cause, consequence }, because.trim().to_owned());
    super::ask::act(board, op_id, board::Op::Change { link, kind, because }).await
}

/// Takes a link away.
#[server(prefix = "/api", endpoint = "unlink")]
pub async fn unlink(board: BoardId, op_id: OpId, cause: CardId, consequence: CardId) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Unlink { link: board::LinkId { cause, consequence } }).await
}

/// Turns a link round.
#[server(prefix = "/api", endpoint = "reverse")]
pub async fn reverse_link(board: BoardId, op_id: OpId, cause: CardId, consequence: CardId) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Reverse { link: board::LinkId { cause, consequence } }).await
}

/// Draws a link in ink, or in pencil again.
#[server(prefix = "/api", endpoint = "ink")]
pub async fn ink_link(
    board: BoardId,
    op_id: OpId,
    cause: CardId,
    consequence: CardId,
    ink: bool,
) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Ink { link: board::LinkId { cause, consequence }, ink }).await
}

/// Says what one thinks of a link; nothing for no opinion.
#[server(prefix = "/api", endpoint = "judge")]
pub async fn judge_link(
    board: BoardId,
    op_id: OpId,
    cause: CardId,
    consequence: CardId,
    #[server(default)] stance: Option<Stance>,
) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Judge { link: board::LinkId { cause, consequence }, stance }).await
}

/// Makes a link one of the table's starred links, or one no more.
#[server(prefix = "/api", endpoint = "star")]
pub async fn star_link(
    board: BoardId,
    op_id: OpId,
    cause: CardId,
    consequence: CardId,
    starred: bool,
) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Star { link: board::LinkId { cause, consequence }, starred }).await
}

/// Writes a note, or an open question when `question` is `true`; the server finds a new one its place.
#[server(prefix = "/api", endpoint = "note")]
pub async fn write_note(
    board: BoardId,
    op_id: OpId,
    text: String,
    #[server(default)] question: bool,
    #[server(default)] note: Option<NoteId>,
) -> Result<(), AppError> {
    let note = note.unwrap_or(NoteId(op_id.0.as_u64_pair().1));
    let (at, text) = (super::ask::place_of_note(board, note).await?, text.trim().to_owned());
    super::ask::act(board, op_id, board::Op::Note { note, at, text, question }).await
}

/// Takes a note away.
#[server(prefix = "/api", endpoint = "erase")]
pub async fn erase_note(board: BoardId, op_id: OpId, note: NoteId) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Erase { note }).await
}

/// Gives the board a title; an empty one takes it away.
#[server(prefix = "/api", endpoint = "title")]
pub async fn give_title(board: BoardId, op_id: OpId, text: String) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Title { text: text.trim().to_owned() }).await
}

/// Gives the board its story; an empty one takes it away.
#[server(prefix = "/api", endpoint = "story")]
pub async fn tell_story(board: BoardId, op_id: OpId, text: String) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Story { text: text.trim().to_owned() }).await
}

/// Takes back this person's own last op.
#[server(prefix = "/api", endpoint = "take-back")]
pub async fn take_back(board: BoardId, op_id: OpId) -> Result<(), AppError> {
    super::ask::act(board, op_id, board::Op::Undo).await
}
