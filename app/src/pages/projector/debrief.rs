//! The closing: the debrief sheet while it is written, one block at a time, as large as the room needs it. It shows the
//! block that changed last, by itself, so that everybody sees what is being written. Once the sheet is validated, or
//! while it cannot be reached, the screen says thanks.
//!
//! The sheet is not in the log, so the screen asks for it as long as it shows it, as it does for words of mood.

use super::now::status_line;
use super::thanks::thanks;
use crate::api::{Block, debrief as told_at};
use crate::components::workshop_footprint;
use crate::debrief::{Piece, ToldBlock};
use crate::live::LiveBoard;
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// How often it asks.
const EVERY: Duration = Duration::from_secs(4);

/// What is known of the sheet, and which block is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    blocks: Vec<ToldBlock>,
    block: Option<Block>,
}

impl Shown {
    /// The sheet is this now: what changed is shown; at first, what was decided.
    fn hear(&mut self, blocks: Vec<ToldBlock>) {
        // Of several that changed since it asked, the furthest: a sheet is written from its first block to its last.
        let changed = blocks.iter().zip(&self.blocks).rfind(|(now, was)| now != was);
        let changed = changed.map(|(now, _)| now.block);
        self.block = changed.or(self.block).or(Some(Block::Actions));
        self.blocks = blocks;
    }

    fn told(&self) -> Option<&ToldBlock> {
        self.blocks.iter().find(|told| Some(told.block) == self.block)
    }
}

/// The sheet, or thanks.
pub(super) fn debrief(live: LiveBoard) -> impl IntoView {
    let shown = RwSignal::new(Shown::default());
    Effect::new(move || {
        let ask = move || listen(live, shown);
        ask();
        if let Ok(asking) = set_interval_with_handle(ask, EVERY) {
            on_cleanup(move || asking.clear());
        }
    });
    let told = Memo::new(move |_| shown.with(|shown| shown.told().cloned()));
    move || match told.get() {
        Some(told) => sheet(live, told).into_any(),
        None => thanks(live).into_any(),
    }
}

/// Asks for the sheet. One that cannot be reached is as it was.
fn listen(live: LiveBoard, shown: RwSignal<Shown>) {
    let board = live.opening(|opening| opening.board);
    spawn_local(async move {
        if let Ok(blocks) = told_at(board).await {
            // The scene may be over by now.
            let _ = shown.try_update(|shown| shown.hear(blocks));
        }
    });
}

fn sheet(live: LiveBoard, told: ToldBlock) -> impl IntoView {
    let say = live.words().projector();
    let long = told.pieces.len() > 14;
    let pieces = if told.pieces.is_empty() {
        view! { <p class="projector-waiting">{say.debrief_empty}</p> }.into_any()
    } else {
        told.pieces.into_iter().map(piece).collect_view().into_any()
    };
    view! {
        <div class="projector-scene projector-debrief">
            <h2 class="projector-heading">{told.title}</h2>
            <div class=if long { "projector-body projector-written long" } else { "projector-body projector-written" }>
                {pieces}
            </div>
            <div>
                <p class="projector-erased">{say.debrief_erased}</p>
                {workshop_footprint(live)}
            </div>
            {status_line(live)}
        </div>
    }
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Heading(text) => view! { <h3 dir="auto">{text}</h3> }.into_any(),
        Piece::Fact(text) | Piece::Item(text) => view! { <p dir="auto">{text}</p> }.into_any(),
        Piece::Said(name, text) => {
            view! { <p dir="auto"><span class="projector-asked">{name}</span>" "{text}</p> }.into_any()
        }
        // The board itself has hung there for three hours.
        Piece::Picture(_) => ().into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_that_changed_last_is_shown_and_at_first_what_was_decided() {
        let told = |texts: [&str; 3]| {
            let blocks = [Block::Session, Block::Actions, Block::Needs].into_iter().zip(texts);
            let block = |(block, text): (Block, &str)| {
                let pieces = vec![Piece::Fact(text.to_owned())];
                ToldBlock { block, title: String::new(), pieces }
            };
            blocks.map(block).collect::<Vec<_>>()
        };
        let mut shown = Shown::default();
        let mut hears = |texts| {
            shown.hear(told(texts));
            shown.told().map(|told| told.block)
        };
        assert_eq!(hears(["", "", ""]), Some(Block::Actions));
        assert_eq!(hears(["", "", "Formation"]), Some(Block::Needs));
        assert_eq!(hears(["", "", "Formation"]), Some(Block::Needs));
        assert_eq!(hears(["le 25", "", "Formation"]), Some(Block::Session));
        shown.hear(Vec::new());
        assert_eq!(shown.told(), None, "it is validated");
    }
}
