//! What is kept: the log of every board, workshops and their seats, saved boards, accounts, sessions.

mod port;

pub use port::*;
