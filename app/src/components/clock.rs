//! How much time is left in the step. It follows from the board's clock and the server's time, so that whoever comes
//! late or comes back sees what everybody sees. It ticks in silence: nobody wants to hear every second.

use super::live_part::{Whole, shown};
use crate::live::LiveBoard;
use crate::text::{minutes, seconds};
use board::{Clock, Millis};
use leptos::prelude::*;
use std::time::Duration;

/// The time that is left; nothing while no time is kept.
pub fn time_left(live: LiveBoard) -> AnyView {
    let words = live.words().clock();
    let now = RwSignal::new(live.server_now().0);
    Effect::new(move |_| {
        now.set(live.server_now().0);
        let ticks = set_interval_with_handle(move || now.set(live.server_now().0), Duration::from_secs(1));
        on_cleanup(move || {
            if let Ok(ticks) = ticks {
                ticks.clear();
            }
        });
    });
    // The page is drawn again only when what it shows is another.
    let on_time = live.on_time();
    let left = live.read(move |document| {
        let known = on_time.get() || !matches!(document.clock, Clock::Running { .. });
        let left = if known { document.clock.left(Millis(now.get())) } else { None };
        left.map(shows).unwrap_or_default()
    });
    let held = live.read(|document| matches!(document.clock, Clock::Held { .. }));
    let time = move || {
        let left = left.get();
        (!left.is_empty()).then(|| {
            let over = left.starts_with('+');
            let after = match (over, held.get()) {
                (true, _) => words.over,
                (false, true) => words.held,
                (false, false) => "",
            };
            let class = if over { "time-left over" } else { "time-left" };
            view! {
                <p class=class role="timer" aria-live="off">
                    <span class="unseen">{words.label} " "</span>
                    {left}
                    " "
                    <span class=if over { "unseen" } else { "time-held" }>{after}</span>
                </p>
            }
            .whole()
        })
    };
    shown(time)
}

/// "7:20" while there is time, "+1:10" when it is over.
fn shows(left: i64) -> String {
    let seconds = seconds(left);
    [if seconds < 0 { "+" } else { "" }, &minutes(seconds)].concat()
}
