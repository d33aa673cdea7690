//! What the bodies of server functions share: whom they ask, for whom, and where the person goes on.

use super::{AppError, Backend, Visitor};
pub use crate::routes::Route;
use board::{BoardId, Intent, Op, OpId};
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

/// Goes on only when the person has confirmed what cannot be undone.
pub fn confirmed(sure: bool) -> Result<(), AppError> {
    if sure { Ok(()) } else { Err(AppError::Unconfirmed) }
}

/// Does an op for somebody on the actions page, and shows it again.
pub async fn decide(board: BoardId, op_id: OpId, op: Op) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    backend.submit(who, board, op_id, Intent::Do(op)).await?;
    go(&Route::Actions(board))
}

/// Does an op for somebody who reads the Plan, and shows it again.
pub async fn act(board: BoardId, op_id: OpId, op: Op) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    backend.submit(who, board, op_id, Intent::Do(op)).await?;
    go(&Route::Plan(board))
}
