//! All open sockets together: a server's graceful shutdown neither sees nor waits for them, so this does.

use super::Limits;
use std::sync::Arc;
use tokio::sync::watch;

/// The sockets of one server. Cloning it gives another handle.
#[derive(Clone, Debug, Default)]
pub struct Sockets(Arc<State>);

#[derive(Debug, Default)]
struct State {
    limits: Limits,
    closing: watch::Sender<bool>,
    open: watch::Sender<usize>,
}

impl Sockets {
    /// Sockets with these limits.
    #[must_use]
    pub fn with(limits: Limits) -> Self {
        Self(Arc::new(State { limits, ..State::default() }))
    }

    /// Closes every socket with 1001, and refuses new ones.
    pub fn close_all(&self) {
        self.0.closing.send_replace(true);
    }

    /// How many sockets are open.
    #[must_use]
    pub fn open(&self) -> usize {
        *self.0.open.borrow()
    }

    /// Waits until none is open.
    pub async fn none_open(&self) {
        let mut open = self.0.open.subscribe();
        // An error would mean that nobody counts any more: then there is nothing to wait for.
        let _ = open.wait_for(|open| *open == 0).await;
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(super) fn are_closing(&self) -> bool {
        *self.0.closing.borrow()
    }

    pub(super) fn take_place(&self) -> Place {
        self.0.open.send_modify(|open| *open += 1);
        Place(self.clone())
    }
}

/// One open socket, counted until it is dropped.
#[derive(Debug)]
pub(super) struct Place(Sockets);

impl Place {
    pub(super) fn limits(&self) -> Limits {
        self.0.0.limits
    }

    /// Resolves when every socket has to close.
    pub(super) fn closing(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut closing = self.0.0.closing.subscribe();
        async move {
            let _ = closing.wait_for(|closing| *closing).await;
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.0.open.send_modify(|open| *open -= 1);
    }
}
