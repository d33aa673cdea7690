//! The server functions: who asks, what is asked, pass it on. Those that forms use answer with a redirection, so that
//! they work without JavaScript.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use crate::live::{Frame, Websocket};
use board::{BoardId, Intent, OpId, WorkshopId, protocol::ClientMessage};
use leptos::prelude::*;
use server_fn::BoxedStream;
#[cfg(feature = "ssr")]
use {
    super::{Backend, Visitor},
    crate::routes::Route,
    std::sync::Arc,
};

/// A live board: hello first, then ops up and entries down.
#[server(protocol = Websocket, prefix = "/api", endpoint = "live")]
pub async fn live(input: BoxedStream<ClientMessage, AppError>) -> Result<BoxedStream<Frame, AppError>, AppError> {
    let (backend, who) = asked()?;
    Ok(backend.live(who, input))
}

/// Takes a seat.
#[server(prefix = "/api", endpoint = "join")]
pub async fn join(code: String, name: String, table: u8) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    let board = backend.join(who, &code, &name, table).await?;
    go(&Route::Board(board))
}

/// Goes to the join page of a code typed on the home page.
#[server(prefix = "/api", endpoint = "code")]
pub async fn enter_code(code: String) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    let found = backend.invitation(who, &code).await?;
    go(&Route::Join(found.workshop.map_or(code, |workshop| workshop.code)))
}

/// One op from a form of the Plan.
#[server(prefix = "/api", endpoint = "submit")]
pub async fn submit(board: BoardId, op_id: OpId, intent: Intent) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    backend.submit(who, board, op_id, intent).await?;
    go(&Route::Plan(board))
}

/// Takes the role behind a secret.
#[server(prefix = "/api", endpoint = "enter")]
pub async fn enter(secret: String) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    let (workshop, role, board) = backend.enter(who, &secret).await?;
    go(&if role == board::Role::Facilitator { Route::Facilitate(workshop, 1) } else { Route::Projector(board) })
}

/// Saves a board.
#[server(prefix = "/api", endpoint = "save")]
pub async fn save(board: BoardId, name: String) -> Result<i64, AppError> {
    let (backend, who) = asked()?;
    backend.save(who, board, &name).await
}

/// Opens or closes a workshop's door.
#[server(prefix = "/api", endpoint = "open")]
pub async fn set_open(workshop: WorkshopId, open: bool) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    backend.set_open(who, workshop, open).await
}

/// Creates a workshop.
#[server(prefix = "/api", endpoint = "create")]
pub async fn create_workshop(title: String, format: u16, tables: u8) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    let workshop = backend.create(who, &title, format, tables).await?;
    go(&Route::Facilitate(workshop, 1))
}

/// Creates the first organiser.
#[server(prefix = "/api", endpoint = "set-up")]
pub async fn set_up(secret: String, login: String, password: String) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    backend.set_up(who, &secret, &login, &password).await?;
    go(&Route::Workshops)
}

/// Signs in.
#[server(prefix = "/api", endpoint = "sign-in")]
pub async fn sign_in(login: String, password: String) -> Result<(), AppError> {
    let (backend, who) = asked()?;
    backend.sign_in(who, &login, &password).await?;
    go(&Route::Workshops)
}

/// Signs out.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    let (backend, who) = asked()?;
    backend.sign_out(who).await?;
    go(&Route::Home)
}

/// Who is asked, and who asks.
#[cfg(feature = "ssr")]
fn asked() -> Result<(Arc<dyn Backend>, Visitor), AppError> {
    use_context::<Arc<dyn Backend>>().zip(use_context::<Visitor>()).ok_or(AppError::TryAgain)
}

#[cfg(feature = "ssr")]
fn go(to: &Route) -> Result<(), AppError> {
    leptos_axum::redirect(&to.to_string());
    Ok(())
}
