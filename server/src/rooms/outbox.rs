//! What waits to go down one connection: a bounded queue that the room fills without ever waiting, and one place for
//! the latest presence. A connection that does not keep up loses its queue and is closed; its page resumes by sequence.

use super::presence::Eyes;
use app::api::Close;
use app::live::Frame;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Instant;

/// The room's end: it puts frames in. Dropping it closes the connection.
pub(super) struct Desk(Arc<Shared>);

/// The connection's end: it takes frames out.
pub(super) struct Outbox(Arc<Shared>);

struct Shared {
    capacity: usize,
    state: Mutex<State>,
}

struct State {
    frames: VecDeque<Frame>,
    presence: Option<Frame>,
    eyes: Eyes,
    closing: Option<Close>,
    heard: Instant,
    waker: Option<Waker>,
    gone: bool,
}

/// The two ends of a new queue of this many frames.
pub(super) fn outbox(capacity: usize) -> (Desk, Outbox) {
    let state = State {
        frames: VecDeque::new(),
        presence: None,
        eyes: Eyes::Pointers,
        closing: None,
        heard: Instant::now(),
        waker: None,
        gone: false,
    };
    let shared = Arc::new(Shared { capacity, state: Mutex::new(state) });
    (Desk(shared.clone()), Outbox(shared))
}

impl Desk {
    /// Queues a frame without waking the connection: something follows at once.
    pub fn put(&self, frame: Frame) {
        self.0.put(&mut self.0.lock(), frame);
    }

    /// Queues a frame.
    pub fn post(&self, frame: Frame) {
        let mut state = self.0.lock();
        self.0.put(&mut state, frame);
        wake(state);
    }

    /// How much the page shows of what the others do.
    pub fn eyes(&self) -> Eyes {
        self.0.lock().eyes
    }

    /// Shows what the others point at. `whole` makes the frame that replaces one not yet taken.
    pub fn show(&self, changed: Frame, whole: impl FnOnce() -> Frame) {
        let mut state = self.0.lock();
        state.presence = Some(if state.presence.is_some() { whole() } else { changed });
        wake(state);
    }

    /// Closes the connection once it has taken what is queued.
    pub fn close(&self, code: u16) {
        let mut state = self.0.lock();
        state.closing.get_or_insert(Close { code });
        wake(state);
    }

    /// When this connection last said something.
    pub fn heard(&self) -> Instant {
        self.0.lock().heard
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // The room is gone, by its own will or by a bug: the page comes back and finds it open again.
        self.close(super::RESTART);
    }
}

impl Outbox {
    /// The next frame, or how the connection ends.
    pub fn poll(&self, context: &mut Context<'_>) -> Poll<Result<Frame, Close>> {
        let mut state = self.0.lock();
        if let Some(frame) = state.frames.pop_front().or_else(|| state.presence.take()) {
            return Poll::Ready(Ok(frame));
        }
        if let Some(close) = &state.closing {
            return Poll::Ready(Err(close.clone()));
        }
        if state.frames.capacity() > 16 {
            state.frames.shrink_to(4);
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }

    /// From now on the page shows this much of what the others do.
    pub fn look(&self, eyes: Eyes) {
        self.0.lock().eyes = eyes;
    }

    /// The connection said something.
    pub fn hear(&self) {
        self.0.lock().heard = Instant::now();
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.gone = true;
        state.frames = VecDeque::new();
    }
}

impl Shared {
    fn put(&self, state: &mut State, frame: Frame) {
        if state.gone || state.closing.is_some() {
            return;
        }
        if state.frames.len() < self.capacity {
            state.frames.push_back(frame);
        } else {
            // What is queued is of no use to a page that will miss what comes next.
            state.frames = VecDeque::new();
            state.closing = Some(Close { code: super::AGAIN });
        }
    }

    /// Nothing under this lock can be left half done by a panic.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn wake(mut state: MutexGuard<'_, State>) {
    let waker = state.waker.take();
    drop(state);
    if let Some(waker) = waker {
        waker.wake();
    }
}
