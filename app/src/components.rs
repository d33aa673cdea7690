//! What pages are made of: one file per component, with its style of the same name in `style/components/`.

// the board as a picture, to touch and to look at
mod board_card;
mod board_keys;
mod board_link;
mod board_note;
mod board_stroke;
mod cursors;
mod drawing;
pub mod picture;
mod surface;
// the board as text
mod board_text;
mod outline;
// what a participant has around it
mod announcer;
mod attention;
mod back;
mod banner;
mod chosen;
mod clock;
mod footprint;
mod guide;
mod hand;
mod note_form;
mod opinion;
mod pens;
mod people;
mod picker;
mod rejoin;
mod sentence;
mod story;
mod this_device;
mod thumb_bar;
mod top_line;
mod ways;
// what the person who facilitates has more
mod tables;
// what still pages are made of
mod action_text;
mod field;
mod foot;
mod frame;
mod lamp;
pub mod operator;
mod refusal;
// what they share
pub mod desk;
pub mod each;
pub mod label;
pub mod live_part;
mod lot_mark;

pub use action_text::{ActionsText, action_details, action_title};
pub use announcer::announcer;
pub use attention::attention;
pub use banner::banner;
pub use board_keys::key_list;
pub use board_text::{BoardText, DrawingsText, NotesText, StoryText, Titles, anchor, back_text};
pub use chosen::chosen;
pub use clock::time_left;
pub use drawing::{SHEETS, drawing, drawing_at, sheet_of};
pub use field::Field;
pub use foot::{CHOICE, foot, language};
pub use footprint::{device_footprint, workshop_footprint};
pub use frame::Frame;
pub use guide::guide;
pub use hand::hand;
pub use lamp::Lamp;
pub use lot_mark::{LotMark, card_mark};
pub use note_form::note_form;
pub use outline::outline;
pub use pens::pens;
pub use people::people_list;
pub use refusal::Refusal;
pub use sentence::sentence;
pub use surface::surface;
pub use tables::tables;
pub use this_device::this_device;
pub use thumb_bar::{place_class, thumb_bar};
pub use top_line::top_line;
pub use ways::way;
