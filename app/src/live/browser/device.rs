//! The browser as the device of a live board.

use super::{kept, outbox::Outbox, pointer::Pointer, traffic};
use crate::live::Device;
use board::{Millis, Pending, Presence, protocol::ClientMessage};
use futures::channel::mpsc::UnboundedSender;
use leptos::prelude::window;
use std::sync::{Arc, Mutex, PoisonError};

/// The way up to the room, if there is one.
#[derive(Clone, Default)]
pub(super) struct WayUp(Arc<Mutex<Option<UnboundedSender<ClientMessage>>>>);

impl WayUp {
    /// From now on, this way; or none.
    pub fn is(&self, way: Option<UnboundedSender<ClientMessage>>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = way;
    }

    /// Says it, if there is a way.
    pub fn say(&self, message: ClientMessage) {
        if let Some(way) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A way that has just been cut loses it: what matters is said again after the next welcome.
            let _ = way.unbounded_send(message);
        }
    }
}

/// This browser.
pub(super) struct Browser {
    outbox: Outbox,
    pub pointer: Pointer,
    pub way_up: WayUp,
}

impl Browser {
    pub fn new(outbox: Outbox) -> Self {
        let way_up = WayUp::default();
        Self { outbox, pointer: Pointer::new(way_up.clone()), way_up }
    }
}

impl Device for Browser {
    fn now(&self) -> Millis {
        Millis(js_sys::Date::now() as u64)
    }

    fn draw(&self) -> u128 {
        let mut bits = [0; 16];
        // `crypto.randomUUID` is missing on plain http, this is not.
        let drawn = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bits));
        if drawn.is_err() {
            bits.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
        }
        u128::from_be_bytes(bits)
    }

    fn keep(&self, left: &[Pending]) {
        self.outbox.keep(left);
    }

    fn say(&self, message: ClientMessage) {
        self.way_up.say(message);
    }

    fn show(&self, presence: Presence) {
        self.pointer.show(presence);
    }

    fn recall(&self, name: &str) -> Option<String> {
        kept::kept(kept::device(), name)
    }

    fn remember(&self, name: &str, text: &str) {
        kept::keep(kept::device(), name, text);
    }

    fn exchanged(&self) -> (u64, u64) {
        (traffic::loaded(), traffic::carried())
    }
}
