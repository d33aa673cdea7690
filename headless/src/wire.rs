//! A websocket, bare: one binary message is one message of the protocol, and nothing is known of what it says.

use crate::Traffic;
use crate::counted::Counted;
use anyhow::{Context, Result};
use board::protocol::ClientMessage;
use futures::{SinkExt, StreamExt};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Bytes, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

/// Small, because a bench opens hundreds of them.
const READ_BUFFER: usize = 8 * 1024;

/// An open websocket, on this side.
#[derive(Debug)]
pub struct Wire(WebSocketStream<Counted<TcpStream>>);

/// What comes down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Down {
    /// A message.
    Message(Bytes),
    /// The other side closed, with this code if it gave one.
    Closed(Option<u16>),
}

impl Wire {
    /// Opens a websocket. Its bytes are counted in `traffic`, from the opening on.
    ///
    /// # Errors
    /// When nobody listens there, or they refuse.
    pub async fn open(at: SocketAddr, path: &str, headers: &[(&str, &str)], traffic: Arc<Traffic>) -> Result<Self> {
        let stream = TcpStream::connect(at).await?;
        stream.set_nodelay(true)?;
        let mut request = format!("ws://{at}{path}").into_client_request()?;
        for &(name, value) in headers {
            let name: tokio_tungstenite::tungstenite::http::HeaderName = name.parse()?;
            request.headers_mut().insert(name, HeaderValue::from_str(value)?);
        }
        let config = WebSocketConfig::default().read_buffer_size(READ_BUFFER);
        let opened = client_async_with_config(request, Counted::new(stream, traffic), Some(config)).await;
        let (socket, _) = opened.with_context(|| format!("the websocket {path} was refused"))?;
        Ok(Self(socket))
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn send(&mut self, bytes: Vec<u8>) -> Result<()> {
        Ok(self.0.send(Message::binary(bytes)).await?)
    }

    /// Says something of the protocol.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn say(&mut self, message: &ClientMessage) -> Result<()> {
        self.send(postcard::to_allocvec(message)?).await
    }

    /// Waits for the next message. Giving up waiting loses nothing.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn next(&mut self) -> Result<Down> {
        loop {
            match self.0.next().await.transpose()? {
                Some(Message::Binary(bytes)) => return Ok(Down::Message(bytes)),
                Some(Message::Close(frame)) => return Ok(Down::Closed(frame.map(|frame| frame.code.into()))),
                None => return Ok(Down::Closed(None)),
                // Pings are answered underneath.
                Some(_) => {}
            }
        }
    }

    /// Closes as a browser does that leaves the page.
    pub async fn close(mut self) {
        // The other side may already be gone, which is what is wanted.
        let _ = self.0.close(None).await;
    }
}
