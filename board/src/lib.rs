//! What a board is and how it changes. Pure: no clock, no randomness, no IO, no floats, no hash order; the same code
//! in the browser and on the server. This page is the glossary.
//!
//! A **workshop** has one or more **tables**; each table has one **board**. A board's **log** is the list of its
//! **entries**; an entry says who (**actor**) did what (**op**), when, and has a place in the order (**seq**). The
//! **document** is the fold of the log: cards, **links** (cause → consequence), notes. The cards come from a **deck**
//! and are dealt in **lots**.
//!
//! What a person wants is an **intent**. The **room** checks it against the rules, turns it into an op and numbers it.
//! Every browser keeps a **replica**: the document that the room confirmed, and its own pending ops on top. A
//! **snapshot** is a document with its place in the log. **Presence** is who is here and what they point at: it never
//! enters the log.

mod deal;
pub mod deck;
mod document;
mod id;
pub mod key;
mod log;
mod op;
mod place;
mod presence;
pub mod protocol;
mod reduce;
mod replica;
mod room;
mod rules;
mod snapshot;

pub use deal::{Lots, deal, shuffled};
pub use document::*;
pub use id::*;
pub use log::{Entry, Millis, Unreadable};
pub use op::*;
pub use place::free_spot;
pub use presence::{Presence, Seat};
pub use protocol::Missed;
pub use reduce::apply;
pub use replica::{Pending, Replica};
pub use room::{Circumstances, Room, Verdict};
pub use rules::{Asker, OWN_FOR, Rejection, Role, check};
pub use snapshot::{Gap, Snapshot};
