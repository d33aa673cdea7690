//! What may happen at a table, told as the minutes of workshops: text in, text out. `minutes/table.rs` says how to
//! read and write them; it is the one caller of the crate here.

#[path = "minutes/dealing.rs"]
mod dealing;
#[path = "minutes/phases.rs"]
mod phases;
#[path = "minutes/reading.rs"]
mod reading;
#[path = "minutes/rooms.rs"]
mod rooms;
#[path = "minutes/rules.rs"]
mod rules;
#[path = "minutes/table.rs"]
mod table;
#[path = "minutes/undo.rs"]
mod undo;
