//! What is kept: the log of every board, workshops and their seats, saved boards, accounts, sessions.

mod backup;
mod folder;
mod port;
mod sessions;
mod sqlite;

pub use backup::{Restored, Uncopied, Unsound, backup, restore};
pub use folder::Occupied;
pub use port::*;
pub use sessions::Sessions;
pub use sqlite::{Sqlite, Unopened, Weak};
