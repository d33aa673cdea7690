//! The board for ears: one polite region, out of sight, in which is said what the others do, at most one message in
//! three seconds, and at once what this person did or is asked. It never moves the focus.

use super::desk::Desk;
use super::label;
use super::live_part::{Whole, said};
use crate::live::{Due, Hears, LiveBoard, News};
use crate::text::Teller;
use board::CardId;
use leptos::prelude::*;
use std::time::Duration;

/// Under what name a device remembers how much its person wants to hear.
pub const HEARS: &str = "coulisses.hears";

/// The region: what is told at once, and what the others do.
pub fn announcer(live: LiveBoard, desk: Desk) -> AnyView {
    let others = RwSignal::new(String::new());
    Effect::new(move |before: Option<usize>| {
        let before = before.unwrap_or_else(|| begin(live, desk));
        let heard = live.news(|ear| {
            let news = ear.take();
            (ear.bulletin.take_in(news), ear.placed().to_vec())
        });
        let Some((own, placed)) = heard else { return before };
        if placed.len() != before {
            let numbers: Vec<_> = placed.iter().map(CardId::to_string).collect();
            live.remember(&placed_by(live), &numbers.join(" "));
        }
        if !own.is_empty() {
            desk.say(&untrack(|| told(live, &own)));
        }
        tell(live, desk, others);
        placed.len()
    });
    view! {
        <div class="unseen" role="status" aria-atomic="false">
            <p>{said(move || desk.said.get())}</p>
            <p>{said(move || others.get())}</p>
        </div>
    }
    .whole()
}

/// Begins to listen as this device remembers it; how many cards its person had placed.
fn begin(live: LiveBoard, desk: Desk) -> usize {
    desk.hears.set(live.recall(HEARS).unwrap_or_default());
    let placed = live.recall(&placed_by(live)).unwrap_or_default();
    let placed: Vec<_> = placed.split(' ').filter_map(|number| number.parse().ok().map(CardId)).collect();
    let count = placed.len();
    live.listen(placed);
    count
}

/// Tells what the others did, now or once it may be told.
fn tell(live: LiveBoard, desk: Desk, others: RwSignal<String>) {
    let hears = desk.hears.with_untracked(|name| Hears::named(name));
    match untrack(|| live.news(|ear| ear.bulletin.due(live.server_now(), hears))) {
        Some(Due::Now(news)) => {
            let told = untrack(|| told(live, &news));
            others.update(|said| *said = if *said == told { told + "\u{a0}" } else { told });
        }
        Some(Due::In(wait)) => set_timeout(move || tell(live, desk, others), Duration::from_millis(wait)),
        Some(Due::Nothing) | None => {}
    }
}

fn told(live: LiveBoard, news: &[News]) -> String {
    let words = live.words();
    let step = |number: u8| {
        let here = |card: &&crate::api::StepCard| card.number == number;
        live.opening(|opening| opening.script.iter().find(here).map(|card| card.title.clone()).unwrap_or_default())
    };
    let summary = || {
        let plan = words.outline();
        let (cards, links, notes) = live.glance(label::counts);
        plan.summary(&plan.cards(cards), &plan.links(links), &plan.notes(notes))
    };
    let teller = Teller {
        words,
        me: live.me().actor,
        name: &|actor| label::name(live, actor),
        title: &|card| live.title_of(card),
        step: &step,
        hint: &|phase| label::hint(words, phase),
        summary: &summary,
    };
    teller.tell(news)
}

/// Under what name a device remembers which cards of this board its person placed.
fn placed_by(live: LiveBoard) -> String {
    live.opening(|opening| {
        ["coulisses.placed.", &opening.board.to_string(), ".", &opening.me.actor.to_string()].concat()
    })
}
