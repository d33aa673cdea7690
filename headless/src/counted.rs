//! A TCP stream that counts what passes, for the bytes a delivery costs on the wire.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// What an IPv4 and a TCP header without options weigh.
const HEADERS: u64 = 40;

/// What passed on one or several streams, both ways.
#[derive(Debug, Default)]
pub struct Traffic {
    bytes: AtomicU64,
    packets: AtomicU64,
}

impl Traffic {
    /// Bytes on the wire: those of the streams, and 40 for the headers of each packet.
    ///
    /// A packet is one read that brought something or one write: on loopback a write is a packet as long as the
    /// reader keeps up, and so this is a lower bound only for a reader that lags. Bare acknowledgements of TCP and
    /// the opening of connections are left out.
    #[must_use]
    pub fn on_the_wire(&self) -> u64 {
        self.bytes.load(Relaxed) + HEADERS * self.packets.load(Relaxed)
    }

    fn count(&self, bytes: usize) {
        if bytes > 0 {
            self.bytes.fetch_add(bytes as u64, Relaxed);
            self.packets.fetch_add(1, Relaxed);
        }
    }
}

/// The stream.
#[derive(Debug)]
pub struct Counted<S> {
    stream: S,
    traffic: Arc<Traffic>,
}

impl<S> Counted<S> {
    /// A stream whose traffic is added to this.
    pub fn new(stream: S, traffic: Arc<Traffic>) -> Self {
        Self { stream, traffic }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Counted<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, into))?;
        self.traffic.count(into.filled().len() - before);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Counted<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write(cx, bytes))?;
        self.traffic.count(written);
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
