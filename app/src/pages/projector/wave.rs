//! A wave of the person who facilitates: a ring around the place, or around the whole picture, for two seconds.

use super::light::Light;
use crate::live::LiveBoard;
use board::Point;
use leptos::prelude::*;
use std::time::Duration;

/// How long it is seen.
const SEEN: Duration = Duration::from_secs(2);

/// The ring, while it is seen.
pub(super) fn wave(live: LiveBoard, light: Memo<Light>) -> impl IntoView {
    let seen = RwSignal::new(None::<Option<Point>>);
    // The first value is a wave of before this picture.
    Effect::new(move |before: Option<()>| {
        let waved = live.waved().get();
        if before.is_none() {
            return;
        }
        // Nothing for a moment, so that the ring of a second wave is another one.
        seen.set(None);
        seen.set(waved);
        if let Ok(over) = set_timeout_with_handle(move || seen.set(None), SEEN) {
            on_cleanup(move || over.clear());
        }
    });
    let ring = move |at: Option<Point>| {
        let view = light.get_untracked().view;
        match at {
            Some(at) => view! {
                <circle class="projector-wave" cx=at.x cy=at.y r=(view.width / 16).max(120) fill="none" />
            }
            .into_any(),
            None => view! {
                <rect
                    class="projector-wave"
                    x=view.x + 10
                    y=view.y + 10
                    width=view.width - 20
                    height=view.height - 20
                    rx="20"
                    fill="none"
                />
            }
            .into_any(),
        }
    };
    move || seen.get().map(ring)
}
