//! What part of the table a picture shows, and how much room things take on it.

use super::{LEADING, STAMP, arrow, note_block};
use board::{CARD, Document, Point, Shape, TABLE};

/// Around everything on the table.
const MARGIN: i32 = 50;
/// The smallest picture: a lone card is large, not huge.
const LEAST: (i32, i32) = (800, 500);
/// The same when somebody leads everybody's eyes to a few cards.
const NEAREST: (i32, i32) = (480, 300);
/// Pictures grow by steps, so that the room's screen does not shiver while a card is dragged.
const STEP: i32 = 50;

/// A rectangle of the table, in table units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewBox {
    /// Its left edge.
    pub x: i32,
    /// Its top edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

impl ViewBox {
    /// The smallest rectangle around both.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }
}

impl std::fmt::Display for ViewBox {
    /// As in the `viewBox` attribute.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {} {}", self.x, self.y, self.width, self.height)
    }
}

/// Something with a size around its centre, and the lines written on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its centre.
    pub at: Point,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// What is written on it.
    pub lines: Vec<String>,
}

impl Block {
    /// How much of another block this one hides, in square units.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> i32 {
        let shared = |a: i16, b: i16, sizes: i32| ((sizes + 1) / 2 - (i32::from(a) - i32::from(b)).abs()).max(0);
        shared(self.at.x, other.at.x, self.width + other.width)
            * shared(self.at.y, other.at.y, self.height + other.height)
    }
}

/// The height of this many lines of text of this size.
#[must_use]
pub fn lines_height(lines: usize, size: i32) -> i32 {
    i32::try_from(lines).unwrap_or(i32::MAX / 1_000_000) * size * LEADING / 100
}

/// The baselines of this many lines of text of this size, centred around `middle`.
pub fn baselines(lines: usize, size: i32, middle: i32) -> impl Iterator<Item = i32> {
    let lines = i32::try_from(lines).unwrap_or(i32::MAX / 1_000_000);
    (0..lines).map(move |line| middle + (2 * line + 1 - lines) * size * LEADING / 200 + size * 34 / 100)
}

/// The smallest part of the table that shows everything on it, with a margin; the whole table while it is empty.
#[must_use]
pub fn frame(document: &Document) -> ViewBox {
    let card = |at: Point| Block { at, width: i32::from(CARD.x), height: i32::from(CARD.y), lines: Vec::new() };
    let slip = |at: Point| Block { at, width: 160, height: 60, lines: Vec::new() };
    let cards = document.cards.keys().filter_map(|&id| document.on_table(id)).map(card);
    let notes = document.notes.values().map(|note| note_block(note.spot, &note.text));
    let ends = |link: &board::LinkId| document.on_table(link.cause).zip(document.on_table(link.consequence));
    let middles = document.links.keys().filter_map(ends).map(|(from, to)| slip(arrow(from, to).middle));
    frame_of(
        cards.chain(notes).chain(middles).chain(document.strokes.values().filter_map(|stroke| drawn(&stroke.shape))),
    )
}

/// The room that a drawing takes.
fn drawn(shape: &Shape) -> Option<Block> {
    let points = shape.points();
    let ends = |side: fn(&Point) -> i16| Some((points.iter().map(side).min()?, points.iter().map(side).max()?));
    let ((left, right), (top, bottom)) = (ends(|at| at.x)?, ends(|at| at.y)?);
    let size = |low: i16, high: i16| i32::from(high) - i32::from(low) + 2 * i32::from(STAMP);
    let at = Point { x: left + (right - left) / 2, y: top + (bottom - top) / 2 };
    Some(Block { at, width: size(left, right), height: size(top, bottom), lines: Vec::new() })
}

/// The smallest frame around these things; the whole table when there are none.
#[must_use]
pub fn frame_of(things: impl Iterator<Item = Block>) -> ViewBox {
    framed(things, LEAST)
}

/// The same, nearer: for a few cards that everybody looks at.
#[must_use]
pub fn frame_around(things: impl Iterator<Item = Block>) -> ViewBox {
    framed(things, NEAREST)
}

fn framed(things: impl Iterator<Item = Block>, least: (i32, i32)) -> ViewBox {
    let sides = things.map(|thing| {
        let (x, y) = (i32::from(thing.at.x), i32::from(thing.at.y));
        let (half_x, half_y) = (thing.width / 2 + MARGIN, thing.height / 2 + MARGIN);
        [x - half_x, y - half_y, x + half_x, y + half_y]
    });
    let around = sides.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
    let Some([left, top, right, bottom]) = around else {
        return ViewBox { x: 0, y: 0, width: i32::from(TABLE.x), height: i32::from(TABLE.y) };
    };
    let (x, width) = side(left, right, least.0);
    let (y, height) = side(top, bottom, least.1);
    ViewBox { x, y, width, height }
}

/// One side of the frame: grown to its least length around the middle, then to whole steps.
fn side(low: i32, high: i32, least: i32) -> (i32, i32) {
    let lacking = (least - (high - low)).max(0);
    let low = (low - lacking / 2).div_euclid(STEP) * STEP;
    let high = -((-(high + lacking / 2)).div_euclid(STEP) * STEP);
    (low, high - low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{Card, CardId, LotId, Spot};

    fn table(cards: &[(i16, i16)]) -> Document {
        let mut document = Document::default();
        for (&(x, y), number) in cards.iter().zip(1..) {
            let card = Card { lot: LotId(1), spot: Spot::Table(Point { x, y }) };
            document.cards.insert(CardId(number), card);
        }
        document
    }

    #[test]
    fn an_empty_board_shows_the_whole_table() {
        assert_eq!(frame(&Document::default()).to_string(), "0 0 3200 1800");
    }

    #[test]
    fn one_card_is_in_the_middle_and_its_title_can_be_read_from_afar() {
        let frame = frame(&table(&[(1600, 900)]));
        assert_eq!((frame.x + frame.width / 2, frame.y + frame.height / 2), (1600, 900));
        assert!(frame.height <= 28 * 30, "a title of 28 units is at least 1/30 of {}", frame.height);
    }

    #[test]
    fn every_card_is_inside_with_its_margin() {
        let frame = frame(&table(&[(0, 0), (3200, 1800), (1600, 20)]));
        assert!(frame.x <= -105 - MARGIN && frame.y <= -75 - MARGIN);
        assert!(frame.x + frame.width >= 3305 + MARGIN && frame.y + frame.height >= 1875 + MARGIN);
    }

    #[test]
    fn a_card_that_moves_a_little_does_not_move_the_picture() {
        assert_eq!(frame(&table(&[(500, 500), (2000, 1500)])), frame(&table(&[(503, 497), (1998, 1496)])));
    }

    #[test]
    fn a_card_in_a_hand_is_not_on_the_picture() {
        let mut document = table(&[(1600, 900), (100, 100)]);
        document.cards.insert(CardId(2), Card { lot: LotId(1), spot: Spot::Hand(board::ActorId(1)) });
        assert_eq!(frame(&document), frame(&table(&[(1600, 900)])));
    }
}
