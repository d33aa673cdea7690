//! What the browser knows about the connection before the socket does.

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{EventTarget, VisibilityState};

/// A reason to look at the connection again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nudge {
    /// The network is gone.
    Offline,
    /// There is a network again, perhaps another one.
    Online,
    /// The page is in front again, perhaps after a long sleep.
    Shown,
}

/// Nudges, for as long as the page lives.
pub(super) fn nudges() -> UnboundedReceiver<Nudge> {
    let (say, nudges) = unbounded();
    let (window, document) = (window(), document());
    on(&window, "offline", &say, || Some(Nudge::Offline));
    on(&window, "online", &say, || Some(Nudge::Online));
    on(&window, "pageshow", &say, || Some(Nudge::Shown));
    on(&document, "visibilitychange", &say, || {
        let visible = leptos::prelude::document().visibility_state() == VisibilityState::Visible;
        visible.then_some(Nudge::Shown)
    });
    nudges
}

fn on(target: &EventTarget, event: &str, say: &UnboundedSender<Nudge>, nudge: fn() -> Option<Nudge>) {
    let say = say.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(nudge) = nudge() {
            let _ = say.unbounded_send(nudge);
        }
    });
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    // It listens until the page is gone.
    listener.forget();
}
