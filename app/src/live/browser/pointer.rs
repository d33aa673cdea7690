//! What this person points at, said at most five times a second and only if the others would see a difference: the first
//! at once, then the latest. A screen without room for the pointers of others shows nobody its own.

use super::device::WayUp;
use board::{Presence, protocol::ClientMessage};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Milliseconds between two.
const PACE: u32 = 200;
/// The screens that show pointers: those where everything is side by side (`style/components/board_page.css`).
const ROOM: &str = "(min-width: 64rem)";

#[derive(Clone)]
pub(super) struct Pointer {
    way_up: WayUp,
    pace: Arc<Mutex<Pace>>,
}

#[derive(Default)]
struct Pace {
    /// What the room knows.
    said: Presence,
    /// What waits for its turn.
    next: Option<Presence>,
    /// Whether something was shown lately.
    busy: bool,
}

impl Pointer {
    pub fn new(way_up: WayUp) -> Self {
        Self { way_up, pace: Arc::default() }
    }

    /// A new connection: its room knows nothing, and shows everybody's pointer to a page that does not say otherwise.
    pub fn begin(&self) {
        self.pace().said = Presence::default();
        if !has_room() {
            self.way_up.say(ClientMessage::Presence(Presence::default()));
        }
    }

    pub fn show(&self, presence: Presence) {
        let mut pace = self.pace();
        if pace.busy {
            pace.next = Some(presence);
            return;
        }
        pace.busy = true;
        self.say(&mut pace, presence);
        drop(pace);
        let pointer = self.clone();
        spawn_local(async move {
            while pointer.pace().busy {
                TimeoutFuture::new(PACE).await;
                let mut pace = pointer.pace();
                match pace.next.take() {
                    Some(latest) => pointer.say(&mut pace, latest),
                    None => pace.busy = false,
                }
            }
        });
    }

    /// Says it if it is news.
    fn say(&self, pace: &mut Pace, presence: Presence) {
        let presence = if has_room() { presence } else { presence.without_pointer() };
        if presence.is_news_after(pace.said) {
            pace.said = presence;
            self.way_up.say(ClientMessage::Presence(presence));
        }
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether this page shows where the others point: it has a board to touch, and is wide.
fn has_room() -> bool {
    let wide = window().match_media(ROOM).ok().flatten().is_some_and(|room| room.matches());
    wide && document().query_selector(".cursors").ok().flatten().is_some()
}
