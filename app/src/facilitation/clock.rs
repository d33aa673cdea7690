//! The clock of the chosen tables: what is left, a minute or five more, hold and go on, and the pause of everybody.

use super::Crew;
use crate::text;
use board::Op;
use leptos::prelude::*;

/// The clock and the pause.
pub fn clock(crew: Crew) -> impl IntoView {
    let words = crew.lead().words().facilitate();
    let all = crew.lead().words();
    let left = move || {
        let now = crew.now().get();
        crew.shown().read(|document| document.clock).get().left(now)
    };
    let held = move || matches!(crew.shown().read(|document| document.clock).get(), board::Clock::Held { .. });
    let paused = move || crew.shown().paused().get();
    let longer = move |minutes: u16| {
        crew.act(|board| Some(Op::Time { clock: board.glance(|it| it.clock.longer(minutes, board.server_now())) }));
    };
    let hold = move |_| {
        let hold = !untrack(held);
        crew.act(|board| {
            let now = board.server_now();
            let clock = board.glance(|document| document.clock);
            Some(Op::Time { clock: if hold { clock.held(now) } else { clock.going_on(now) } })
        });
    };
    let pause = move |_| {
        let pause = !untrack(paused);
        crew.act(|_| Some(Op::Pause { paused: pause }));
    };
    let over = move || left().is_some_and(|left| left < 0);
    view! {
        <div class="clock">
            <p class=move || if over() { "clock-left over" } else { "clock-left" } role="timer">
                <span class="unseen">{words.time_left} " "</span>
                {move || text::time_left(all, left())}
            </p>
            <button type="button" aria-label=words.one_more on:click=move |_| longer(1)>"+1"</button>
            <button type="button" aria-label=words.five_more aria-keyshortcuts="+" on:click=move |_| longer(5)>"+5"</button>
            <button type="button" aria-pressed=move || held().to_string() on:click=hold>
                {move || if held() { words.time_on } else { words.time_hold }}
            </button>
            <button type="button" class="clock-pause" aria-keyshortcuts="p" aria-pressed=move || paused().to_string() on:click=pause>
                {move || if paused() { words.resume } else { words.pause }}
            </button>
        </div>
    }
}
