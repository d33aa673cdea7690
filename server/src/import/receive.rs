//! The form of the library: a file comes in, and leads to its page or back to the form with what is wrong.

use crate::backend::Machine;
use crate::page;
use crate::upload::{NoFile, chosen, heard};
use app::api::{AppError, NotImported, Visitor};
use app::pages::Page;
use app::routes::Route;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// The largest file, in megabytes: a board as full as the rules allow is half of that.
pub const MOST: usize = 16;

/// How much may be sent to this address.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(heard(MOST))
}

/// Keeps the board of the file that was chosen, and leads to it.
pub async fn receive(State(machine): State<Arc<Machine>>, request: Request) -> Response {
    let Some(who) = request.extensions().get::<Visitor>().copied() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let refuse = |page: Page| page::sheet(who, page, &uri, &headers);
    // Asked before anything is read: a file of a stranger costs nothing.
    match machine.may_import(who).await {
        Ok(()) => {}
        Err(AppError::SignedOut) => return Redirect::to(&Route::SignIn.to_string()).into_response(),
        Err(error) => return refuse(Page::Sorry(error)),
    }
    let file = match chosen(request, MOST).await {
        Ok(file) => file,
        Err(NoFile::Missing) => return refuse(Page::Import(Some(NotImported::Missing))),
        Err(NoFile::TooLarge) => return refuse(Page::Import(Some(NotImported::TooLarge(MOST)))),
    };
    match machine.import(who, file).await {
        Ok(Ok(Some(mark))) => Redirect::to(&Route::Saved(mark).to_string()).into_response(),
        Ok(Ok(None)) => Redirect::to(&Route::Network.to_string()).into_response(),
        Ok(Err(refused)) => refuse(Page::Import(Some(refused))),
        Err(error) => refuse(Page::Sorry(error)),
    }
}
