//! How much, how often and how long: what one socket may cost.

use axum::extract::WebSocketUpgrade;
use std::time::Duration;

/// What tungstenite gathers before it writes, and reads at once. A socket keeps both for life, and clears the second
/// before each read: small is also fast.
const WRITE_BUFFER: usize = 8 * 1024;
const READ_BUFFER: usize = 4 * 1024;

/// The limits of every socket.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest message that is read, in bytes.
    pub message: usize,
    /// The longest message that is written, in bytes: a whole board.
    pub unwritten: usize,
    /// How many messages wait for the room before the socket is left unread.
    pub queue: usize,
    /// How often a ping is sent; proxies cut what says nothing for a minute.
    pub ping: Duration,
    /// After how much silence, pongs included, the other side is gone.
    pub silence: Duration,
    /// How long a write, or the room, may make everything else wait.
    pub patience: Duration,
    /// How long the other side has to answer a close.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            message: 64 * 1024,
            unwritten: 4 * 1024 * 1024,
            queue: 32,
            ping: Duration::from_secs(20),
            silence: Duration::from_secs(60),
            patience: Duration::from_secs(10),
            farewell: Duration::from_secs(2),
        }
    }
}

impl Limits {
    /// How often the clocks are looked at.
    pub(super) fn beat(&self) -> Duration {
        self.ping / 4
    }

    pub(super) fn apply(&self, upgrade: WebSocketUpgrade) -> WebSocketUpgrade {
        upgrade
            .max_message_size(self.message)
            .max_frame_size(self.message)
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(WRITE_BUFFER)
            .max_write_buffer_size(self.unwritten + WRITE_BUFFER)
    }
}
