//! The transport of the live server function: our own, because the stock one loses messages and asks nobody who they are.
//!
//! One binary message is one [`ClientMessage`] up or one [`Frame`] down, in postcard, without an envelope; whatever ends
//! a connection is said by its close code.

use super::Frame;
use crate::api::AppError;
use board::protocol::ClientMessage;
use http::Method;
use server_fn::{BoxedStream, Protocol};
use std::{future::Future, ops::Deref};

/// The protocol of [`crate::api::live`].
pub struct Websocket;

/// What the browser's half takes.
type Up = BoxedStream<ClientMessage, AppError>;
/// What the browser's half returns.
type Down = BoxedStream<Frame, AppError>;

impl<Input, C, S> Protocol<Input, Down, C, S, AppError, AppError, AppError> for Websocket
where
    Input: Deref<Target = Up> + Into<Up> + From<Up>,
    S: server_fn::server::Server<AppError, AppError, AppError>,
    C: server_fn::client::Client<AppError, AppError, AppError>,
{
    const METHOD: Method = Method::GET;

    async fn run_server<F, Fut>(_request: S::Request, _function: F) -> Result<S::Response, AppError>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Down, AppError>> + Send,
    {
        Err(AppError::TryAgain)
    }

    fn run_client(_path: &str, _input: Input) -> impl Future<Output = Result<Down, AppError>> + Send {
        async { Err(AppError::TryAgain) }
    }
}
