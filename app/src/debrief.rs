//! The debrief sheet in words: what it says before anybody writes, what its fields are called, and how it is told: on
//! its pages, on the room's screen and on paper alike.

mod begun;
mod facts;
mod names;
mod told;

pub use begun::{Sources, begun};
pub use facts::{facts, of_group};
pub use names::{block_title, field_name, group_name, why};
pub use told::{Group, Piece, ToldBlock, groups, told};
