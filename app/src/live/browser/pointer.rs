//! What this person points at, said at most ten times a second: the first at once, then the latest.

use super::device::WayUp;
use board::{Presence, protocol::ClientMessage};
use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use std::sync::{Arc, Mutex, PoisonError};

/// Milliseconds between two.
const PACE: u32 = 100;

#[derive(Clone)]
pub(super) struct Pointer {
    way_up: WayUp,
    pace: Arc<Mutex<Pace>>,
}

#[derive(Clone, Copy)]
enum Pace {
    /// Nothing was said lately.
    Free,
    /// Something was; this waits for its turn.
    Waiting(Option<Presence>),
}

impl Pointer {
    pub fn new(way_up: WayUp) -> Self {
        Self { way_up, pace: Arc::new(Mutex::new(Pace::Free)) }
    }

    pub fn show(&self, presence: Presence) {
        if let Pace::Waiting(_) = self.turn(Pace::Waiting(Some(presence))) {
            return;
        }
        self.turn(Pace::Waiting(None));
        self.way_up.say(ClientMessage::Presence(presence));
        let pointer = self.clone();
        spawn_local(async move {
            loop {
                TimeoutFuture::new(PACE).await;
                let Pace::Waiting(Some(latest)) = pointer.turn(Pace::Waiting(None)) else { break };
                pointer.way_up.say(ClientMessage::Presence(latest));
            }
            pointer.turn(Pace::Free);
        });
    }

    fn turn(&self, to: Pace) -> Pace {
        std::mem::replace(&mut *self.pace.lock().unwrap_or_else(PoisonError::into_inner), to)
    }
}
