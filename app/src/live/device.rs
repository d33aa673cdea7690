//! What a live page needs of the device it runs on. The server, which only renders, has none.

use board::{Millis, Pending, Presence, protocol::ClientMessage};

/// A person's device, as a [`super::LiveBoard`] sees it.
pub trait Device: Send + Sync {
    /// Its clock, which may be wrong.
    fn now(&self) -> Millis;
    /// 128 random bits that were never drawn before.
    fn draw(&self) -> u128;
    /// Keeps what is not acknowledged for the next page of this person; keeps less than everything rather than fail.
    fn keep(&self, left: &[Pending]);
    /// Says something to the room; lost when there is no connection.
    fn say(&self, message: ClientMessage);
    /// Shows the room what this person points at, as often as is reasonable: only the latest counts.
    fn show(&self, presence: Presence);
    /// What was remembered here under this name, by this page or an earlier one.
    fn recall(&self, _name: &str) -> Option<String> {
        None
    }
    /// Remembers a text for this page and the next ones; storage may refuse, and then nothing else changes.
    fn remember(&self, _name: &str, _text: &str) {}
    /// The bytes it took to load this page, and those that its live connections have carried since, both ways.
    fn exchanged(&self) -> (u64, u64) {
        (0, 0)
    }
}
