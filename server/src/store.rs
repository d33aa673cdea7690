//! What is kept: the log of every board, workshops and their seats, saved boards, accounts, sessions.

mod folder;
mod port;
mod sqlite;

pub use folder::Occupied;
pub use port::*;
pub use sqlite::{Sqlite, Unopened, Weak};
