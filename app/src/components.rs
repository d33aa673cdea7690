//! What pages are made of: one file per component, with its style of the same name in `style/components/`.

// the board as a picture, to touch and to look at
mod board_card;
mod board_link;
mod board_note;
mod cursors;
pub mod picture;
mod surface;
// the board as text
mod board_text;
mod outline;
// what a participant has around it
mod back;
mod banner;
mod chosen;
mod guide;
mod hand;
mod note_form;
mod people;
mod sentence;
mod thumb_bar;
mod top_line;
mod ways;
// what the person who facilitates has more
mod tables;
// what still pages are made of
mod field;
mod frame;
mod lamp;
mod refusal;
// what they share
pub mod desk;
pub mod each;
pub mod label;
mod lot_mark;

pub use banner::banner;
pub use board_text::{BoardText, NotesText, Titles};
pub use chosen::chosen;
pub use field::Field;
pub use frame::Frame;
pub use guide::guide;
pub use hand::hand;
pub use lamp::Lamp;
pub use lot_mark::{LotMark, card_mark};
pub use note_form::note_form;
pub use outline::outline;
pub use people::people_list;
pub use refusal::Refusal;
pub use sentence::sentence;
pub use surface::surface;
pub use tables::tables;
pub use thumb_bar::{place_class, thumb_bar};
pub use top_line::top_line;
pub use ways::way;
