//! What the bodies of server functions share: whom they ask, for whom, and where the person goes on.

use super::{AppError, Backend, Visitor};
use crate::components::desk::Chosen;
pub use crate::routes::Route;
use board::{BoardId, CardId, Intent, NoteId, Op, OpId, Point, Rejection, WorkshopId};
use leptos::prelude::use_context;
use std::sync::Arc;

/// Who is asked, and who asks.
pub fn asked() -> Result<(Arc<dyn Backend>, Visitor), AppError> {
    use_context::<Arc<dyn Backend>>().zip(use_context::<Visitor>()).ok_or(AppError::TryAgain)
}

/// Sends the person to another page.
pub fn go(to: &Route) -> Result<(), AppError> {
    leptos_axum::redirect(&to.to_string());
    Ok(())
}

/// Sends the person to a place on another page, by the id of what is there.
pub fn go_to_place(to: &Route, place: &str) -> Result<(), AppError> {
    leptos_axum::redirect(&format!("{to}#{place}"));
    Ok(())
}

/// Sends the person back to the card that they flagged, where they are thanked.
pub fn go_to_flagged(board: BoardId, card: CardId) -> Result<(), AppError> {
    let place = Chosen::Card(card).address(board);
    let (page, panel) = place.split_once('#').unwrap_or((&place, ""));
    leptos_axum::redirect(&format!("{page}&{}#{panel}", crate::pages::FLAGGED));
    Ok(())
}

/// Sends the person back to a place on the debrief sheet that they write.
pub fn go_to_draft(workshop: WorkshopId, place: &str) -> Result<(), AppError> {
    leptos_axum::redirect(&format!("{}?corriger=#{place}", Route::Debrief(workshop)));
    Ok(())
}

/// Goes on only when the person has confirmed what cannot be undone.
pub fn confirmed(sure: bool) -> Result<(), AppError> {
    if sure { Ok(()) } else { Err(AppError::Unconfirmed) }
}

/// Does an op for somebody on the actions page, and shows it again.
pub async fn decide(board: BoardId, op_id: OpId, op: Op) -> Result<(), AppError> {
    done(board, op_id, Intent::Do(op)).await?;
    go(&Route::Actions(board))
}

/// Does an op for somebody who reads the Plan, and shows it again where it was done.
pub async fn act(board: BoardId, op_id: OpId, op: Op) -> Result<(), AppError> {
    let then = Chosen::after(&op);
    done(board, op_id, Intent::Do(op)).await?;
    leptos_axum::redirect(&then.address(board));
    Ok(())
}

/// Asks the room for something on behalf of somebody who reads the Plan.
pub async fn want(board: BoardId, op_id: OpId, intent: Intent) -> Result<(), AppError> {
    done(board, op_id, intent).await?;
    go(&Route::Plan(board))
}

/// A free place next to this card, or else in the middle; `moved` lies nowhere meanwhile.
pub async fn place(board: BoardId, moved: Option<CardId>, beside: &str) -> Result<Point, AppError> {
    let (backend, who) = asked()?;
    let document = backend.board(who, board).await?.snapshot.document;
    let beside = beside.parse().ok().and_then(|card| document.on_table(CardId(card))).unwrap_or(board::MIDDLE);
    Ok(moved.map_or_else(|| board::free_spot(&document, beside), |card| board::free_spot_for(&document, card, beside)))
}

/// Where a note lies; a free place for a new one.
pub async fn place_of_note(board: BoardId, note: NoteId) -> Result<Point, AppError> {
    let (backend, who) = asked()?;
    let document = backend.board(who, board).await?.snapshot.document;
    let there = document.notes.get(&note).map(|note| note.spot);
    Ok(there.unwrap_or_else(|| board::free_spot(&document, board::MIDDLE)))
}

/// What is so already is as good as done: somebody was faster, or pressed twice.
async fn done(board: BoardId, op_id: OpId, intent: Intent) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    match backend.submit(who, board, op_id, intent).await {
        Err(AppError::Rejected(Rejection::AlreadySo)) => Ok(()),
        answer => answer,
    }
}
