//! The live copy of a board in a page: its replica as signals, the socket that feeds it, and what is not yet on disk.

mod frame;
mod live_board;
mod status;
mod websocket;

pub use frame::Frame;
pub use live_board::LiveBoard;
pub use status::{Status, TurnedDown};
pub use websocket::Websocket;
