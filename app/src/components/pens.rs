//! Drawing on the board: a mode that one enters and leaves by a button. Three pens, six stamps, a rubber for one's own;
//! a stamp also goes on the chosen card, for whoever has no finger to point with.

use super::desk::{Chosen, Desk, Tool, may};
use super::live_part::{Whole, pressed, shown};
use super::surface::{corner, put};
use crate::live::LiveBoard;
use crate::scene::stamp_path;
use crate::text::{self, Words};
use board::{Act, CardId, PENS, Shape, Stamp};
use leptos::prelude::*;

/// The pens while they are out.
pub fn pens(live: LiveBoard, desk: Desk) -> AnyView {
    let may = may(live, Act::Draw);
    let out = Memo::new(move |_| may.get() && desk.tool.with(Option::is_some));
    shown(move || out.get().then(|| tray(live, desk)))
}

fn tray(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words();
    let tools = (0..PENS).map(Tool::Pen).chain(Stamp::ALL.map(Tool::Stamp)).chain([Tool::Rubber]);
    let tool = move |one: Tool| {
        let (name, on) = (name(words, one), move || desk.tool.get() == Some(one));
        view! {
            <button
                type="button"
                class=["pens-tool", &class(one)].concat()
                aria-label=name
                title=name
                aria-pressed=pressed(on)
                on:click=move |_| desk.tool.set(Some(one))
            >
                <svg viewBox="-18 -18 36 36" width="26" height="26" aria-hidden="true"><path d=sign(one)></path></svg>
            </button>
        }
        .whole()
    };
    view! {
        <div class="pens" role="group" aria-label=words.draw().title>
            {tools.map(tool).collect_view()}
            {on_card(live, desk)}
            <button type="button" class="primary" on:click=move |_| desk.tool.set(None)>{words.draw().done}</button>
        </div>
    }
    .whole()
}

/// The stamp in hand goes on the chosen card.
fn on_card(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().draw();
    let chosen = live.read(move |document| match (desk.tool.get(), desk.chosen.get()) {
        (Some(Tool::Stamp(_)), Chosen::Card(card)) => document.on_table(card).map(|_| card),
        _ => None,
    });
    let stamp = move |card: CardId| {
        let Some(Tool::Stamp(stamp)) = desk.tool.get_untracked() else { return };
        let at = live.glance(|document| {
            let taken: Vec<_> = document.strokes.values().flat_map(|stroke| stroke.shape.points()).collect();
            document.on_table(card).map(|card| corner(&taken, card))
        });
        if let Some(at) = at {
            put(live, Shape::Stamp { stamp, at });
        }
    };
    let button = move || {
        chosen.get().map(|card| {
            let says = words.on_card(&live.title_of(card));
            view! { <button type="button" on:click=move |_| stamp(card)>{says}</button> }.whole()
        })
    };
    shown(button)
}

fn name(words: Words, tool: Tool) -> &'static str {
    match tool {
        Tool::Pen(0) => words.draw().ink,
        Tool::Pen(1) => words.draw().red,
        Tool::Pen(_) => words.draw().blue,
        Tool::Stamp(stamp) => text::stamp(words, stamp),
        Tool::Rubber => words.draw().rubber,
    }
}

fn class(tool: Tool) -> String {
    match tool {
        Tool::Pen(pen) => [" pen-", &pen.to_string()].concat(),
        Tool::Stamp(_) | Tool::Rubber => String::new(),
    }
}

fn sign(tool: Tool) -> &'static str {
    match tool {
        Tool::Pen(_) => "M-14 9C-6-16 4 16 14-9",
        Tool::Stamp(stamp) => stamp_path(stamp),
        Tool::Rubber => "M-14 4 2-12 14 0 4 10H-8ZM-6-4 6 8",
    }
}
