//! The server's half of [`Websocket`]: who may open a socket, and how many are open.
//!
//! The router puts [`Sockets`] (and, behind a proxy, [`PublicOrigin`]) among the extensions of every request.

mod closing;
mod conversation;
mod limits;

pub use closing::Sockets;
pub use limits::Limits;

use super::{
    PublicOrigin, Websocket, origin_allowed,
    websocket::{Down, Up},
};
use crate::api::AppError;
use axum::{
    body::Body,
    extract::{FromRequestParts, WebSocketUpgrade},
    response::{IntoResponse, Response},
};
use conversation::Conversation;
use futures::channel::mpsc;
use http::{Method, Request, StatusCode};
use server_fn::Protocol;
use std::{
    future::{Future, ready},
    ops::Deref,
};

impl<Input, C, S> Protocol<Input, Down, C, S, AppError, AppError, AppError> for Websocket
where
    Input: Deref<Target = Up> + Into<Up> + From<Up>,
    S: server_fn::server::Server<AppError, AppError, AppError, Request = Request<Body>, Response = Response>,
    C: server_fn::client::Client<AppError, AppError, AppError>,
{
    const METHOD: Method = Method::GET;

    async fn run_server<F, Fut>(request: Request<Body>, function: F) -> Result<Response, AppError>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Down, AppError>> + Send,
    {
        let (mut parts, _) = request.into_parts();
        let sockets = parts.extensions.get::<Sockets>().cloned().unwrap_or_default();
        if !origin_allowed(&parts.headers, parts.extensions.get::<PublicOrigin>()) {
            return Ok(StatusCode::FORBIDDEN.into_response());
        }
        if sockets.are_closing() {
            return Ok(StatusCode::SERVICE_UNAVAILABLE.into_response());
        }
        let upgrade = match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
            Ok(upgrade) => sockets.limits().apply(upgrade),
            Err(not_a_websocket) => return Ok(not_a_websocket.into_response()),
        };
        let (up, heard) = mpsc::channel(sockets.limits().queue);
        let down = function(Input::from(heard.into())).await?;
        let place = sockets.take_place();
        Ok(upgrade.on_upgrade(move |socket| Conversation::new(socket, up, down, place).hold()))
    }

    fn run_client(_path: &str, _input: Input) -> impl Future<Output = Result<Down, AppError>> + Send {
        ready(Err(AppError::TryAgain))
    }
}
