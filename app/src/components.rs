//! What pages are made of: one file per component, with its style of the same name in `style/components/`.

// the board as a picture
mod board_card;
mod board_link;
mod board_note;
mod cursors;
mod surface;
// what a participant has around it
mod back;
mod banner;
mod chosen;
mod guide;
mod hand;
mod note_form;
mod outline;
mod people;
mod sentence;
mod thumb_bar;
mod top_line;
// what the person who facilitates has more
mod deal;
mod door;
mod keep;
mod script;
mod tables;
// what they share
pub mod desk;
mod free_spot;
pub mod label;
mod lot_sign;

pub use banner::banner;
pub use chosen::chosen;
pub use deal::deal;
pub use door::door;
pub use guide::guide;
pub use hand::hand;
pub use keep::keep;
pub use note_form::note_form;
pub use outline::outline;
pub use people::people_list;
pub use script::script;
pub use sentence::sentence;
pub use surface::surface;
pub use tables::tables;
pub use thumb_bar::{place_class, thumb_bar};
pub use top_line::top_line;
