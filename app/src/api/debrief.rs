//! The debrief sheet of a workshop: what it asks, what is kept of it, and the server functions of its forms.

mod ask;
mod kept;

pub use ask::{About, Ask, Block, FieldId, Kind, MAX_LINE, MAX_SAID, NoField};
pub use kept::{DecidedAction, KeptDebrief, KeptTable};
