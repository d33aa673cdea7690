//! The form of the page of decks: an archive comes in, and leads to its version in the list, or back to the form with
//! what is wrong.

use super::archive::MOST;
use crate::backend::Machine;
use crate::page;
use crate::upload::{NoFile, chosen, heard};
use app::api::{AppError, Decks as _, NotTaken, Visitor};
use app::pages::{Page, deck_place};
use app::routes::Route;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// How much may be sent to this address.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(heard(MOST))
}

/// Keeps the deck of the archive that was chosen, and leads to it.
pub async fn receive(State(machine): State<Arc<Machine>>, request: Request) -> Response {
    let Some(who) = request.extensions().get::<Visitor>().copied() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let show = |page: Page| page::sheet(who, page, &uri, &headers);
    // Asked before anything is read: an archive of a stranger costs nothing.
    match machine.decks(who).await {
        Ok(_) => {}
        Err(AppError::SignedOut) => return Redirect::to(&Route::SignIn.to_string()).into_response(),
        Err(error) => return show(Page::Sorry(error)),
    }
    let taken = match chosen(request, MOST).await {
        Ok(file) if file.is_empty() => Ok(Err(NotTaken::Missing)),
        Ok(file) => machine.take_deck(file).await,
        Err(NoFile::Missing) => Ok(Err(NotTaken::Missing)),
        Err(NoFile::TooLarge) => Ok(Err(NotTaken::TooLarge(MOST))),
    };
    match (taken, machine.decks(who).await) {
        (Ok(Ok((slug, version))), _) => {
            Redirect::to(&format!("{}#{}", Route::Decks, deck_place(&slug, &version))).into_response()
        }
        (Ok(Err(refused)), Ok(opening)) => show(Page::Decks(Box::new(opening), Some(refused))),
        (Err(error), _) | (_, Err(error)) => show(Page::Sorry(error)),
    }
}
