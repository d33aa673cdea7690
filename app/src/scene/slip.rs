//! Slips and notes: texts on the table. A slip (*parce que…*) sits on its arrow, and moves along it rather than lie on
//! a card or on another slip.

use super::frame::{Block, lines_height};
use super::{Arrow, NOTE_SIZE, arrow, text_width, wrap};
use board::{CARD, Document, Link, LinkId, Point};
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
/// arrow leaves room, and else where it hides least. `say` tells what a link's slip reads (nothing: no slip), `most` how
/// many lines it may have.
#[must_use]
pub fn slips(document: &Document, most: usize, say: impl Fn(LinkId, &Link) -> String) -> BTreeMap<LinkId, Slip> {
    let card = |at: Point| Block { at, width: i32::from(CARD.x), height: i32::from(CARD.y), lines: Vec::new() };
    let cards = document.cards.keys().filter_map(|&id| document.on_table(id)).map(card);
    let notes = document.notes.values().map(|note| note_block(note.spot, &note.text));
    let mut taken: Vec<Block> = cards.chain(notes).collect();
    let mut placed = BTreeMap::new();
    for (&link, drawn) in &document.links {
        let ends = document.on_table(link.cause).zip(document.on_table(link.consequence));
        let Some(((from, to), text)) = ends.zip(slip_text(&say(link, drawn), most)) else { continue };
        let block = lie(&arrow(from, to), &text, &taken);
        placed.insert(link, Slip { at: block.at, text });
        taken.push(block);
    }
    placed
}

/// The best stop on the arrow: the first that hides nothing, or the one that hides least.
fn lie(arrow: &Arrow, text: &SlipText, taken: &[Block]) -> Block {
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

#[cfg(test)]
mod tests {
    use super::*;
    use board::{Card, CardId, LotId, Spot};

    /// Cards in a row, each the cause of the next, with these reasons.
    fn row(reasons: &[&str], step: i16) -> Document {
        let mut document = Document::default();
        for number in 0..=reasons.len() as u16 {
            let spot = Spot::Table(Point { x: 300 + step * number as i16, y: 900 });
            document.cards.insert(CardId(number), Card { lot: LotId(1), spot });
        }
        for (cause, because) in (0..).zip(reasons) {
            let (kind, author, at) = Default::default();
            let link = LinkId { cause: CardId(cause), consequence: CardId(cause + 1) };
            document.links.insert(link, Link { kind, because: (*because).to_owned(), author, at });
        }
        document
    }

    fn because(_: LinkId, link: &Link) -> String {
        link.because.clone()
    }

    #[test]
    fn a_link_without_a_reason_has_no_slip() {
        assert!(slips(&row(&["", "  "], 500), 3, because).is_empty());
    }

    #[test]
    fn slips_lie_on_no_card_and_on_no_other_slip_where_there_is_room() {
        let document = row(&["parce que tout se renouvelle trop vite", "parce que c’est lourd", "parce que"], 500);
        let slips: Vec<_> = slips(&document, 3, because).into_values().collect();
        assert_eq!(slips.len(), 3);
        for (slip, card) in slips.iter().flat_map(|slip| document.cards.keys().map(move |&card| (slip, card))) {
            let card = document.on_table(card).expect("it was put there");
            let apart = (i32::from(slip.at.x) - i32::from(card.x)).abs() >= (slip.text.width + 210) / 2;
            assert!(apart || (slip.at.y - card.y).abs() > 75, "{slip:?} {card:?}");
        }
    }

    #[test]
    fn the_longest_reason_fits_its_slip() {
        let text = slip_text(&"W".repeat(280), 3).expect("there is something to say");
        assert!(text.lines.len() == 3 && text.width <= SLIP_WIDTH + 2 * PADDING);
    }
}
