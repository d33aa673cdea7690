//! What the rooms promise, on a real database, through the stream that a socket would drive.

#[path = "rooms/faulty.rs"]
mod faulty;
#[path = "rooms/limits.rs"]
mod limits;
#[path = "rooms/live.rs"]
mod live;
#[path = "rooms/log.rs"]
mod log;
#[path = "rooms/over.rs"]
mod over;
#[path = "rooms/people.rs"]
mod people;
#[path = "rooms/secrets.rs"]
mod secrets;
#[path = "rooms/team.rs"]
mod team;
#[path = "rooms/theatre.rs"]
mod theatre;
#[path = "rooms/traffic.rs"]
mod traffic;
