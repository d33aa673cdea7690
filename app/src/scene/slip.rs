//! Slips and notes: texts on the table. A slip (*parce que…*) sits on its arrow, and moves along it rather than lie on
//! a card or on another slip.

use super::frame::{Block, lines_height};
use super::{Arrow, NOTE_SIZE, link_arrow, text_width, wrap};
use board::{CARD, Document, Link, LinkId, Point};
use std::collections::BTreeMap;

/// The size of a slip's text, in table units.
pub const SLIP_SIZE: i32 = 14;
/// The widest line of a slip.
const SLIP_WIDTH: i32 = 150;
/// The same where there is little room.
const NARROW: i32 = 104;
/// Around the text of a slip or a note.
const PADDING: i32 = 7;
/// How bad it is to lie on a card or a note, on another slip, on an arrow's head.
const OVER_TEXT: i32 = 9;
const OVER_SLIP: i32 = 4;
const OVER_HEAD: i32 = 1;
/// The room of an arrow's head.
const HEAD: i32 = 22;
/// From how many links on slips have one line: so many hide each other whatever their shape, and looking for room for
/// each would take minutes.
const CROWDED: usize = 400;
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
    sized(because, SLIP_WIDTH, most)
}

/// The same in another shape.
fn sized(because: &str, width: i32, most: usize) -> Option<SlipText> {
    let lines = wrap(because, width, SLIP_SIZE, most);
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

/// Every slip of a board and where it lies: touching its arrow, clear of cards, notes, arrow heads and other slips. A
/// slip that finds no room gets narrower and shorter, down to one line, until it hides nothing, or as little as can be.
///
/// `say` tells what a link's slip reads (nothing: no slip), `most` how many lines it may have.
#[must_use]
pub fn slips(document: &Document, most: usize, say: impl Fn(LinkId, &Link) -> String) -> BTreeMap<LinkId, Slip> {
    let most = if document.links.len() < CROWDED { most } else { 1 };
    let mut taken = things(document);
    let mut laid = BTreeMap::new();
    for (&id, link) in &document.links {
        let Some(arrow) = link_arrow(document, id) else { continue };
        let Some(slip) = lay(&arrow, &say(id, link), most, &taken) else { continue };
        let (width, height) = (slip.text.width, slip.text.height);
        taken.push((Block { at: slip.at, width, height, lines: Vec::new() }, OVER_SLIP));
        laid.insert(id, slip);
    }
    laid
}

/// What slips should not lie on, and how bad it would be.
fn things(document: &Document) -> Vec<(Block, i32)> {
    let block = |at: Point, width: i32, height: i32| Block { at, width, height, lines: Vec::new() };
    let card = |at: Point| block(at, CARD.x.into(), CARD.y.into());
    let cards = document.cards.keys().filter_map(|&id| document.on_table(id)).map(card);
    let notes = document.notes.values().map(|note| note_block(note.spot, &note.text));
    let arrows = document.links.keys().filter_map(|&id| link_arrow(document, id));
    let heads = arrows.map(|arrow| (block(arrow.tip, HEAD, HEAD), OVER_HEAD));
    cards.chain(notes).map(|written| (written, OVER_TEXT)).chain(heads).collect()
}

/// A slip in the largest shape that hides nothing, or in the one that hides least.
fn lay(arrow: &Arrow, says: &str, most: usize, taken: &[(Block, i32)]) -> Option<Slip> {
    let near = near(arrow, taken);
    let mut best: Option<(i32, Slip)> = None;
    for (width, lines) in (1..=most).rev().flat_map(|lines| [(SLIP_WIDTH, lines), (NARROW, lines + 1)]) {
        let text = sized(says, width, lines.min(most))?;
        let (hidden, at) = lie(arrow, &text, &near);
        if best.as_ref().is_none_or(|(least, _)| hidden < *least) {
            best = Some((hidden, Slip { at, text }));
        }
        if hidden == 0 {
            break;
        }
    }
    best.map(|(_, slip)| slip)
}

/// What a slip of this arrow could lie on at all.
fn near<'a>(arrow: &Arrow, taken: &'a [(Block, i32)]) -> Vec<&'a (Block, i32)> {
    let stops = STOPS.map(|stop| arrow.along(stop));
    let bounds = |of: fn(&Point) -> i16| {
        let (least, most) = stops.iter().map(of).fold((i16::MAX, i16::MIN), |(a, b), at| (a.min(at), b.max(at)));
        (least.midpoint(most), i32::from(most) - i32::from(least) + 2 * (SLIP_WIDTH + 4 * PADDING))
    };
    let ((x, width), (y, height)) = (bounds(|at| at.x), bounds(|at| at.y));
    let around = Block { at: Point { x, y }, width, height, lines: Vec::new() };
    taken.iter().filter(|(other, _)| around.overlap(other) > 0).collect()
}

/// The best place on an arrow: the first that hides nothing, or the one that hides least, and how much it hides.
fn lie(arrow: &Arrow, text: &SlipText, taken: &[&(Block, i32)]) -> (i32, Point) {
    // Beside the stop, the slip still covers a piece of its arrow.
    let (across, down) = ((text.width / 2 - 12) as i16, (text.height / 2 - 7) as i16);
    let sides = [(0, 0), (0, -down), (0, down), (-across, 0), (across, 0)];
    let mut best = (i32::MAX, arrow.middle);
    for (x, y) in sides {
        for stop in STOPS {
            let stop = arrow.along(stop);
            let at = Point { x: stop.x.saturating_add(x), y: stop.y.saturating_add(y) };
            let block = Block { at, width: text.width, height: text.height, lines: Vec::new() };
            let mut hidden = 0;
            for (other, weight) in taken {
                hidden += block.overlap(other) * weight;
                if hidden >= best.0 {
                    break;
                }
            }
            if hidden < best.0 {
                best = (hidden, at);
            }
            if hidden == 0 {
                return best;
            }
        }
    }
    best
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
            document.links.insert(link, Link { kind, because: (*because).to_owned(), author, at, ink: false });
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
    fn on_a_crowded_board_slips_get_shorter_rather_than_lie_on_cards() {
        let long = "parce que chacun des appareils demande des dizaines de métaux, extraits loin d’ici";
        let roomy = slips(&row(&[long; 3], 600), 4, because);
        let mut crowd = row(&[long; 9], 320);
        for (number, x) in (100..).zip(0..10) {
            for (row, y) in [(0, 730), (50, 1070)] {
                let spot = Spot::Table(Point { x: 300 + 320 * x, y });
                crowd.cards.insert(CardId(number + row), Card { lot: LotId(1), spot });
            }
        }
        let crowded = slips(&crowd, 4, because);
        let room = |slips: &BTreeMap<LinkId, Slip>| slips.values().map(|slip| slip.text.width * slip.text.height).max();
        assert!(room(&crowded) < room(&roomy), "{crowded:?}");
    }

    #[test]
    fn the_longest_reason_fits_its_slip() {
        let text = slip_text(&"W".repeat(280), 3).expect("there is something to say");
        assert!(text.lines.len() == 3 && text.width <= SLIP_WIDTH + 2 * PADDING);
    }
}
