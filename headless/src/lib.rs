//! A participant without a screen: starts the real server, joins over HTTP, speaks the protocol on the socket.
//!
//! Tests, benches and kills are written with these few things:
//!
//! - [`Server`]: the real binary on a data folder of its own, to start, kill and start again;
//! - [`Workshop`]: its code, its boards and its doors;
//! - [`Seat`]: somebody a server knows, by their cookie;
//! - [`Client`]: a seat's live connection with its replica and its outbox; [`Wire`] is the bare socket under it.
//!
//! It knows of the server what a browser knows, and nothing of its inside.

pub mod bench;
pub mod client;
pub mod counted;
pub mod dice;
pub mod figures;
pub mod floor;
pub mod kill;
pub mod numbered;
pub mod process;
pub mod seat;
pub mod server;
pub mod stage;
pub mod wire;
pub mod workshop;

pub use client::{Client, Outcome};
pub use counted::Traffic;
pub use process::Usage;
pub use seat::Seat;
pub use server::Server;
pub use wire::Wire;
pub use workshop::Workshop;
