//! What may happen at a table, told as the minutes of workshops: text in, text out. `minutes/table.rs` says how to
//! read and write them; it is the one caller of the crate here.

#[path = "minutes/attention.rs"]
mod attention;
#[path = "minutes/blind.rs"]
mod blind;
#[path = "minutes/dealing.rs"]
mod dealing;
#[path = "minutes/gates.rs"]
mod gates;
#[path = "minutes/looking.rs"]
mod looking;
#[path = "minutes/opinions.rs"]
mod opinions;
#[path = "minutes/phases.rs"]
mod phases;
#[path = "minutes/reading.rs"]
mod reading;
#[path = "minutes/retrospect.rs"]
mod retrospect;
#[path = "minutes/rooms.rs"]
mod rooms;
#[path = "minutes/rules.rs"]
mod rules;
#[path = "minutes/second_half.rs"]
mod second_half;
#[path = "minutes/steps.rs"]
mod steps;
#[path = "minutes/table.rs"]
mod table;
#[path = "minutes/undo.rs"]
mod undo;
