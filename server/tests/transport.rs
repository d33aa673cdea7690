//! The transport of live connections, on real sockets: who may open one, what it carries, what ends it and with which
//! code. `transport/house.rs` serves it with rooms of few words, so that only the transport is judged.

#[path = "transport/carrying.rs"]
mod carrying;
#[path = "transport/ending.rs"]
mod ending;
#[path = "transport/house.rs"]
mod house;
#[path = "transport/leaving.rs"]
mod leaving;
#[path = "transport/opening.rs"]
mod opening;
