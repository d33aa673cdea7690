//! A note or an open question on the table.

use super::{translate, written};
use crate::scene::{NOTE_SIZE, note_block};
use crate::text::Words;
use board::Note;
use leptos::prelude::*;

/// A note: an open question has a heavier edge and says what it is.
#[must_use]
pub fn note_shape(words: Words, note: &Note) -> AnyView {
    let block = note_block(note.spot, &note.text);
    let (width, height) = (block.width, block.height);
    let (class, name) = if note.question {
        ("picture-note question", words.picture().question)
    } else {
        ("picture-note", words.picture().note)
    };
    let sign = note.question.then(|| {
        view! {
            <text class="picture-sign" x=width / 2 y=-height / 2 + 8 font-size="24" text-anchor="middle">
                "?"
            </text>
        }
    });
    view! {
        <g class=class transform=translate(note.spot)>
            <title>{name}</title>
            <rect
                class="picture-paper"
                x=-width / 2
                y=-height / 2
                width=width.to_string()
                height=height.to_string()
            />
            {written("picture-said", block.lines, NOTE_SIZE, 0)}
            {sign}
        </g>
    }
    .into_any()
}
