//! The form of the library: a file comes in, and leads to its page or back to the form with what is wrong.

use crate::backend::Machine;
use crate::page;
use app::api::{AppError, NotImported, Visitor};
use app::pages::Page;
use app::routes::Route;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// The largest file, in megabytes: a board as full as the rules allow is half of that.
pub const MOST: usize = 16;
/// The same in bytes.
const MOST_BYTES: usize = MOST * 1024 * 1024;
/// How much is heard out before it is refused: browsers show no answer that comes while they are still sending.
const HEARD: usize = 4 * MOST_BYTES;

/// How much may be sent to this address.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(HEARD)
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
    let file = match chosen(request).await {
        Ok(file) => file,
        Err(refused) => return refuse(Page::Import(Some(refused))),
    };
    match machine.import(who, file).await {
        Ok(Ok(Some(mark))) => Redirect::to(&Route::Saved(mark).to_string()).into_response(),
        Ok(Ok(None)) => Redirect::to(&Route::Network.to_string()).into_response(),
        Ok(Err(refused)) => refuse(Page::Import(Some(refused))),
        Err(error) => refuse(Page::Sorry(error)),
    }
}

/// The bytes of the file in the form. What is too much is not kept.
async fn chosen(request: Request) -> Result<Vec<u8>, NotImported> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| NotImported::Missing)?;
    let too_large = |_| NotImported::TooLarge(MOST);
    while let Some(mut field) = form.next_field().await.map_err(too_large)? {
        if field.name() != Some("file") {
            continue;
        }
        let (mut file, mut heard) = (Vec::new(), 0);
        while let Some(piece) = field.chunk().await.map_err(too_large)? {
            heard += piece.len();
            if heard <= MOST_BYTES {
                file.extend(piece);
            }
        }
        return if heard <= MOST_BYTES { Ok(file) } else { Err(NotImported::TooLarge(MOST)) };
    }
    Err(NotImported::Missing)
}
