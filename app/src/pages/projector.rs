//! The room's screen: the framed board, and a slate with how to come to it. It only reads.
//!
//! It shows what may hang on a wall: no name, no key, no refusal, no notification. While nothing is dealt it is the
//! invitation, full screen. Keys: F full screen, C code, B blackout.

mod keys;
mod slate;
mod table;

use crate::live::LiveBoard;
use crate::text::Words;
use board::Phase;
use keys::{Keys, Shown};
use leptos::prelude::*;
use slate::{Invitation, Slate};
use table::Table;

/// The room's screen.
pub fn projector(boards: Vec<LiveBoard>) -> AnyView {
    boards.first().map_or_else(|| ().into_any(), |&board| shown(board).into_any())
}

fn shown(board: LiveBoard) -> impl IntoView {
    let words = &board.words().projector;
    let shown = RwSignal::new(Shown::Board);
    let dealt = board.read(|document| !document.lots.is_empty());
    let class = move || match (shown.get(), dealt.get()) {
        (Shown::Black, _) => "projector projector-black",
        (Shown::Board, true) => "projector",
        (Shown::Code, _) | (Shown::Board, false) => "projector projector-inviting",
    };
    let invites = move || !dealt.get() || shown.get() == Shown::Code;
    let table = board.opening(|opening| opening.table);
    view! {
        <main class=class>
            <h1 class="unseen">{words.title(table.into())}</h1>
            {move || {
                if invites() {
                    view! { <Invitation board /> }.into_any()
                } else {
                    view! {
                        <Table board />
                        <Slate board />
                    }
                        .into_any()
                }
            }}
            <Keys words=board.words() shown />
        </main>
    }
}

/// What a phase is called on the room's screen.
fn phase_name(words: &Words, phase: Phase) -> &'static str {
    let words = &words.projector;
    match phase {
        Phase::Welcome => words.welcome,
        Phase::Cards => words.cards,
        Phase::Links => words.links,
        Phase::Review => words.review,
        Phase::Story => words.story,
        Phase::Closing => words.closing,
        Phase::Icebreaker => words.icebreaker,
        Phase::Break => words.rest,
        Phase::Restitution => words.restitution,
        Phase::Gallery => words.gallery,
        Phase::Mood => words.mood,
        Phase::Actions => words.actions,
        Phase::Feedback => words.feedback,
    }
}
