//! The browser's half of a live page: the device under the board, the socket to its room, and what outlives a reload.

mod awake;
mod connection;
mod device;
mod kept;
mod nudge;
mod outbox;
mod pointer;
mod socket;
mod traffic;

pub use awake::keep_awake;
pub(crate) use kept::from_text;

use super::LiveBoard;
use device::Browser;
use leptos::task::spawn_local;
use outbox::Outbox;
use std::sync::Arc;

impl LiveBoard {
    /// Comes alive in this page and stays connected to its room. For the page’s first breath: once its view stands.
    pub fn connect(self) {
        let tab = (js_sys::Math::random() * 1e15) as u64;
        let outbox = self.opening(|opening| Outbox::of(opening.board, opening.me.actor, tab));
        let left = outbox.left();
        let browser = Arc::new(Browser::new(outbox));
        self.stand_on(browser.clone(), left);
        spawn_local(connection::stay_connected(self, browser));
    }
}
