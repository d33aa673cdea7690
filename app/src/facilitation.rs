//! What the person who facilitates has that nobody else has: the crew of tables, the script and its clock, the lots and
//! their gate, the memo, the hints, and who is silent. Pages put these parts together.

mod clock;
mod coverage;
mod crew;
mod door;
mod fold;
mod hints;
mod keep;
mod keys;
mod look;
mod loops;
mod lots;
mod memo;
mod miniature;
mod silence;
mod stage;
mod steps;
mod tile;

pub use clock::clock;
pub use coverage::covered;
pub use crew::{Crew, Scope};
pub use door::door;
pub use hints::hints;
pub use keep::keep;
pub use keys::keys;
pub use look::look;
pub use lots::lots;
pub use memo::{card_memo, memo};
pub use miniature::miniature;
pub use silence::{people, stuck};
pub use stage::stage;
pub use steps::{next_step, steps};
pub use tile::tile;
