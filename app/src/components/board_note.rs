//! A note or an open question on the board: a slip of its own, with a sign that tells which.

use super::desk::{Chosen, Desk};
use super::label;
use super::live_part::{Whole, attr, shown};
use crate::live::LiveBoard;
use crate::scene::{self, LEADING, NOTE_SIZE};
use board::{Note, NoteId, Point};
use leptos::prelude::*;

/// A note of the table.
pub fn board_note(live: LiveBoard, desk: Desk, note: NoteId) -> AnyView {
    let lies =
        live.read(move |document| document.notes.get(&note).map(|note| (note.spot, note.text.clone(), note.question)));
    let question = move || lies.with(|lies| lies.as_ref().is_some_and(|(.., question)| *question));
    let away = Memo::new(move |_| desk.lifted.what() == Chosen::Note(note));
    let class = move || {
        let chosen = desk.chosen.get() == Chosen::Note(note);
        label::classes("board-note", &[(question(), "question"), (chosen, "chosen"), (away.get(), "away")])
    };
    view! {
        <g class=attr(class) data-note=note.0.to_string() aria-hidden="true">
            {shown(move || lies.get().map(|(at, text, question)| slip(at, &text, question)))}
        </g>
    }
    .whole()
}

fn slip(at: Point, text: &str, question: bool) -> AnyView {
    let block = scene::note_block(at, text);
    let leading = NOTE_SIZE * LEADING / 100;
    let (x, y) = (i32::from(at.x), i32::from(at.y));
    let (left, top) = (x - block.width / 2, y - block.height / 2);
    let rows = i32::try_from(block.lines.len()).unwrap_or(1);
    let first = y + NOTE_SIZE * 35 / 100 - (rows - 1) * leading / 2;
    let line = move |(row, line): (i32, String)| view! { <tspan x=x y=first + row * leading>{line}</tspan> }.whole();
    view! {
        <rect class="paper" x=left y=top width=block.width height=block.height></rect>
        {question.then(|| view! {
            <circle class="sign" cx=left cy=top r="15"></circle>
            <text class="ask" x=left y=top + 7 font-size="20" text-anchor="middle">"?"</text>
        }.whole())}
        <text font-size=NOTE_SIZE text-anchor="middle">{(0..).zip(block.lines).map(line).collect_view()}</text>
    }
    .whole()
}

/// What a note is called when it is read out.
#[must_use]
pub fn label(live: LiveBoard, note: &Note) -> String {
    let words = live.words().note();
    words.read(if note.question { words.question } else { words.note }, &note.text)
}
