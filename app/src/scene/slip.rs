//! Slips and notes: texts on the table. A slip (*parce que…*) sits on its arrow, and moves along it rather than lie on
//! a card or on another slip.

use super::frame::{Block, lines_height};
use super::{Arrow, NOTE_SIZE, arrow, text_width, wrap};
use board::{CARD, Document, LinkId, Point};
use std::collections::BTreeMap;

/// The size of a slip's text, in table units.
pub const SLIP_SIZE: i32 = 14;
/// The widest line of a slip.
const SLIP_WIDTH: i32 = 150;
/// Around the text of a slip or a note.
const PADDING: i32 = 7;
/// Where a slip may sit on its arrow, in hundredths, best first.
const STOPS: [i32; 13] = [50, 44, 56, 38, 62, 32, 68, 26, 74, 20, 80, 14, 86];

/// What a slip shows and how much room that takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipText {
    /// Its lines; the last ends with an ellipsis if the text goes on.
    pub lines: Vec<String>,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// A slip on its arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What it shows.
    pub text: SlipText,
    /// Its centre.
    pub at: Point,
}

/// The lines of a slip, `most` at most, and its size; `None` when there is nothing to say.
#[must_use]
pub fn slip_text(because: &str, most: usize) -> Option<SlipText> {
    let lines = wrap(because, SLIP_WIDTH, SLIP_SIZE, most);
    let widest = lines.iter().map(|line| text_width(line, SLIP_SIZE)).max()?;
    let height = lines_height(lines.len(), SLIP_SIZE) + 2 * PADDING;
    Some(SlipText { width: widest + 2 * PADDING, height, lines })
}

/// A note's lines and the room they take around its centre. A long note is wider, so that it is not a ribbon.
#[must_use]
pub fn note_block(spot: Point, text: &str) -> Block {
    let width = if text.len() > 90 { 250 } else { 170 };
    let lines = wrap(text, width, NOTE_SIZE, 12);
    let widest = lines.iter().map(|line| text_width(line, NOTE_SIZE)).max().unwrap_or(0);
    let height = lines_height(lines.len(), NOTE_SIZE) + 2 * PADDING;
    Block { at: spot, width: widest + 4 * PADDING, height, lines }
}

/// Every slip of a board and where it lies: on its arrow, in the order of links, clear of cards and notes where the
/// arrow leaves room, and else where it hides least. `most` is how many lines a slip may have.
#[must_use]
pub fn slips(document: &Document, most: usize) -> BTreeMap<LinkId, Slip> {
    let card = |at: Point| Block { at, width: i32::from(CARD.x), height: i32::from(CARD.y), lines: Vec::new() };
    let cards = document.cards.keys().filter_map(|&id| document.on_table(id)).map(card);
    let notes = document.notes.values().map(|note| note_block(note.spot, &note.text));
    let mut taken: Vec<Block> = cards.chain(notes).collect();
    let mut placed = BTreeMap::new();
    for (&link, drawn) in &document.links {
        let ends = document.on_table(link.cause).zip(document.on_table(link.consequence));
        let Some(((from, to), text)) = ends.zip(slip_text(&drawn.because, most)) else { continue };
        let block = place(&arrow(from, to), &text, &taken);
        placed.insert(link, Slip { at: block.at, text });
        taken.push(block);
    }
    placed
}

/// The best stop on the arrow: the first that hides nothing, or the one that hides least.
fn place(arrow: &Arrow, text: &SlipText, taken: &[Block]) -> Block {
    let block = |stop: i32| Block { at: arrow.along(stop), width: text.width, height: text.height, lines: Vec::new() };
    let mut best = (i32::MAX, block(50));
    for stop in STOPS {
        let here = block(stop);
        let hidden: i32 = taken.iter().map(|other| here.overlap(other)).sum();
        if hidden < best.0 {
            best = (hidden, here);
        }
        if hidden == 0 {
            break;
        }
    }
    best.1
}
