//! The transport of the live server function: our own, because the stock one loses messages and asks nobody who they are.
//!
//! One binary message is one [`ClientMessage`] up or one [`Frame`] down, in postcard, without an envelope; whatever ends
//! a connection is said by its close code. The server's half is in `sockets`, the browser's in `browser/socket`.

use super::Frame;
use crate::api::AppError;
use board::protocol::ClientMessage;
use server_fn::BoxedStream;

/// The protocol of [`crate::api::live`].
///
/// Down, an item that is an error ends the connection: [`AppError::Closed`] with its code, any other with 1011. In the
/// browser the last item is always an error that says how the connection was closed. Up, every item is a message.
pub struct Websocket;

/// What a browser sends.
pub(super) type Up = BoxedStream<ClientMessage, AppError>;
/// What a browser is sent.
pub(super) type Down = BoxedStream<Frame, AppError>;
