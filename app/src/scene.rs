//! Where everything lies on a picture of a board: the one geometry of the live board, the still picture and the exports.
//!
//! Pure arithmetic on integers, in table units, so that a browser and the server draw the same lines. It knows shapes
//! and sizes; it refuses to know colours, which are the style's, and what is said, which is the catalogue's.

mod arrow;
mod drawing;
mod frame;
mod look;
mod lots;
mod metrics;
mod slip;
mod title;

pub use arrow::{Arrow, Head, arrow, head, head_at, link_arrow};
pub use drawing::{STAMP, line_path, stamp_path, stamped};
pub use frame::{Block, ViewBox, baselines, frame, frame_around, frame_of, lines_height};
pub use look::{Look, MARKS, MARKS_AT, STAR, STAR_AT};
pub use lots::{BAND, BAND_HEIGHT, CORNER, DRAWING, lot_class, lot_mark, lot_symbol, title_middle};
pub use metrics::{text_width, wrap};
pub use slip::{SLIP_SIZE, Slip, SlipText, note_block, slip_text, slips};
pub use title::{Title, title, title_lines};

use board::Point;

/// A shape that is drawn around the origin, around another point: the shapes here go from step to step. On a picture
/// that lives it stands for a transform, of which each costs every frame in which anything moves.
#[must_use]
pub fn around(at: Point, shape: &str) -> String {
    ["M", &at.x.to_string(), " ", &at.y.to_string(), shape].concat()
}

/// The size of a note's text, in table units.
pub const NOTE_SIZE: i32 = 16;
/// From one line of text to the next, in hundredths of its size.
pub const LEADING: i32 = 122;
