//! What pages are made of: one file per component, with its style of the same name in `style/components/`.

mod board_text;
mod field;
mod frame;
mod lamp;
mod lot_mark;
pub mod picture;
mod refusal;

pub use board_text::{BoardText, NotesText, Titles};
pub use field::Field;
pub use frame::Frame;
pub use lamp::Lamp;
pub use lot_mark::LotMark;
pub use refusal::Refusal;
