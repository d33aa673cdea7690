//! How much time is left in the step. It follows from the board's clock and the server's time, so that whoever comes
//! late or comes back sees what everybody sees. It ticks in silence: nobody wants to hear every second.

use super::live_part::shown;
use crate::live::LiveBoard;
use crate::text::{minutes, seconds};
use leptos::prelude::*;
use std::time::Duration;

/// The time that is left; nothing while no time is kept.
pub fn time_left(live: LiveBoard) -> AnyView {
    let words = &live.words().clock;
    let clock = live.read(|document| document.clock);
    let now = RwSignal::new(live.server_now());
    Effect::new(move |_| {
        now.set(live.server_now());
        let ticks = set_interval_with_handle(move || now.set(live.server_now()), Duration::from_secs(1));
        on_cleanup(move || {
            if let Ok(ticks) = ticks {
                ticks.clear();
            }
        });
    });
    // The page is drawn again only when what it shows is another.
    let left = Memo::new(move |_| clock.get().left(now.get()).map(seconds));
    let held = Memo::new(move |_| matches!(clock.get(), board::Clock::Held { .. }));
    let time = move || {
        left.get().map(|left| {
            let over = left < 0;
            let (sign, after) = match (over, held.get()) {
                (true, _) => ("+", words.over),
                (false, true) => ("", words.held),
                (false, false) => ("", ""),
            };
            let class = if over { "time-left over" } else { "time-left" };
            view! {
                <p class=class role="timer" aria-live="off">
                    <span class="unseen">{words.label} " "</span>
                    {[sign, &minutes(left)].concat()}
                    " "
                    <span class=if over { "unseen" } else { "time-held" }>{after}</span>
                </p>
            }
            .into_any()
        })
    };
    shown(time)
}
