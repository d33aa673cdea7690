//! A board file becomes a saved board again.
//!
//! The board is kept like any other: a log, and a mark at its end. The log is written from the document, with the ops
//! that people would have used, each checked by the same rules as in a room; so replay, comparison and the next export
//! know one kind of board, and a file can bring nothing that a room would have refused. What the log folds to must be
//! the file again, or it is not imported at all.

mod entries;
mod local;
mod read;
mod receive;

pub use entries::entries;
pub use local::local;
pub use read::{misread, read, text_of};
pub use receive::{MOST, limit, receive};
