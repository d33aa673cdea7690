//! The browser's half of [`Websocket`]: messages out, frames in, and at the end the code it was closed with.

use super::traffic;
use crate::{
    api::{AppError, Close},
    live::{
        Frame, Websocket,
        websocket::{Down, Up},
    },
};
use bytes::Bytes;
use futures::{
    Sink, SinkExt, StreamExt,
    future::{AbortHandle, abortable, ready},
};
use gloo_net::websocket::{Message, WebSocketError, futures::WebSocket};
use http::Method;
use leptos::{prelude::window, task::spawn_local};
use send_wrapper::SendWrapper;
use server_fn::Protocol;
use std::{future::Future, ops::Deref};

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

    fn run_client(path: &str, input: Input) -> impl Future<Output = Result<Down, AppError>> + Send {
        ready(dial(path, input.into()))
    }
}

/// Opens a socket. It closes when the stream it returns is dropped.
fn dial(path: &str, up: Up) -> Result<Down, AppError> {
    let socket = WebSocket::open(&address(path)).map_err(|_| AppError::TryAgain)?;
    let (out, frames) = socket.split();
    let (writing, stop) = abortable(write(up, out));
    spawn_local(async move {
        let _ = writing.await;
    });
    let stop = StopWriting(stop);
    let down = frames.filter_map(move |message| {
        // Held by the stream: a dropped stream stops the writer, and with both halves gone the socket closes.
        let _ = &stop;
        ready(heard(message))
    });
    Ok(SendWrapper::new(down).into())
}

/// The absolute address: older browsers refuse another.
fn address(path: &str) -> String {
    let location = window().location();
    let scheme = if location.protocol().as_deref() == Ok("https:") { "wss" } else { "ws" };
    format!("{scheme}://{}{path}", location.host().unwrap_or_default())
}

async fn write(mut up: Up, mut out: impl Sink<Message> + Unpin) {
    while let Some(Ok(message)) = up.next().await {
        let Ok(bytes) = postcard::to_allocvec(&message) else { break };
        traffic::carry(bytes.len(), true);
        if out.send(Message::Bytes(bytes)).await.is_err() {
            break;
        }
    }
}

fn heard(message: Result<Message, WebSocketError>) -> Option<Result<Frame, AppError>> {
    match message {
        Ok(Message::Bytes(bytes)) => {
            traffic::carry(bytes.len(), false);
            Some(Ok(Frame::from(Bytes::from(bytes))))
        }
        Err(WebSocketError::ConnectionClose(event)) => Some(Err(AppError::Closed(Close { code: event.code }))),
        // An error is always followed by a close; and our server sends no text.
        _ => None,
    }
}

struct StopWriting(AbortHandle);

impl Drop for StopWriting {
    fn drop(&mut self) {
        self.0.abort();
    }
}
