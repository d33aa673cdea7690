//! The live copy of a board in a page: its replica as signals, the socket that feeds it, and what is not yet on disk.
//!
//! Nothing here knows where it runs. What only a browser has (a clock, chance, storage, a way to the room) comes to a
//! [`LiveBoard`] as a [`Device`]; what only the server has is in [`sockets`].

#[cfg(feature = "browser")]
pub(crate) mod browser;
mod bulletin;
mod device;
mod frame;
mod live_board;
mod news;
mod origin;
#[cfg(feature = "ssr")]
pub mod sockets;
mod status;
mod websocket;

pub use bulletin::{APART, Bulletin, Due};
pub use device::Device;
pub use frame::Frame;
pub use live_board::LiveBoard;
pub use news::{Ear, Event, Hears, News, Reach};
pub use origin::{PublicOrigin, origin_allowed};
pub use status::{Line, Status, TurnedDown};
pub use websocket::Websocket;
