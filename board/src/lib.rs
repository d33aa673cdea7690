//! What a board is and how it changes. Pure: no clock, no randomness, no IO, no floats, no hash order; the same code
//! in the browser and on the server. This page is the glossary.
//!
//! A **workshop** has one or more **tables**; each table has one **board**. A board's **log** is the list of its
//! **entries**; an entry says who (**actor**) did what (**op**), when, and has a place in the order (**seq**). The
//! **document** is the fold of the log by one function, the *reducer* ([`apply`]).
//!
//! On a board lie **cards**, **links** (cause → consequence, with a kind and a *parce que*), **notes** and open
//! questions. The cards come from a [`deck`], are dealt in **lots**, and lie on one **spot**: the table, somebody's
//! **hand**, or the **reserve**. A card has a **front**, read once it is dealt, and a **back**, read once its lot is
//! open. The **gate** to the next lot is shut while a dealt card does not lie on the table. A **format** is how long a
//! workshop lasts, and which cards it plays; a short one groups the cards of several lots in **waves**, dealt as lots.
//! The **[`key`]** is what the deck knows about links (**expected**, **misconceptions**) and never reaches a
//! participant. A **hint** is a question that the person who facilitates sends to a table.
//!
//! A deck has **versions**; what one of them says never changes, and a workshop keeps the one it was prepared with. A
//! **local card** is a workshop's own, a **hidden** one is left out of it; a **flag** is what somebody finds wrong with a
//! card.
//!
//! A **[`script`]** is a list of **steps**. The step that a table is in sets its **clock**, and its **phase**: which
//! **acts** people may do, and what the room's screen shows. A link is drawn in pencil until the table agrees on it, in
//! **ink**; each person has a **stance** on it; a table gives a **star** to three links at most. A **stroke** is a line or
//! a stamp on the board; an **action** is what the team decides to do, or to stop doing. Everybody's view can be led
//! to some cards (the **frame**); a table that presents its board is on **stage**.
//!
//! What a person wants is an **intent**. The **room** checks it against the rules ([`check`]: **role**, **phase**,
//! meaning), refuses it with a **rejection** or turns it into an op and numbers it. Every browser keeps a **replica**:
//! the document that the room confirmed, and its own **pending** ops on top. A **snapshot** is a document with its place
//! in the log; kept on disk it is a *checkpoint*. A **board file** is a saved board as data: it leaves, and can be
//! **imported** anywhere. What a page **missed** while it was away comes as entries or as a
//! snapshot. The [`protocol`] is what both say to each other.
//!
//! A **replay** goes along a log, forward and back, by its **places** (how many entries are folded in) and its
//! **chapters** (a step entered, a lot dealt, a hint). A **tape** is a log as a page carries it.
//!
//! A **mark** is a place of a log under a name: a saved board. Marks are made by people, and by themselves at the **end**
//! of each step. The **retrospect** is what the log says afterwards about how its board was played; a **remark** is what
//! the person who facilitates writes beside a saved board, for those who organise alone. The **debrief** (*fiche de
//! restitution*) is what a workshop leaves in writing: ten **blocks** of **fields**, from its logs until somebody writes.
//! Around it people talk about **loops**, in which a consequence comes back to its cause, and **chains**, which lead
//! furthest from one. What one board brings to many is its **harvest**; what many add up to is a **tally**. A **share** is
//! a read-only link to a saved board (*lien de lecture*), for whoever has its secret; its picture alone can be **embedded**
//! in other sites.
//!
//! An **account** *organises*, or is a **reader** (*lecture*), who reads saved boards and changes nothing. Its
//! **retention** (*conservation*) says until when names, workshops and copies are kept; what is due is **erased**, so that
//! no byte of it is left. The **register** (*registre*) is the list of what was done to what is kept.
//!
//! The **follow-up** asks at three **milestones**, 1, 3 and 6 months after a workshop, what became of its actions: each has
//! a **status** (done, ongoing, dropped, needs help), stated by the team or answered by people whom a **reminder**
//! reached by mail, at the **address** that they left for nothing else. The **network** is what organisations publish for
//! others, entry by entry: a decision, a **demand** to carry, equipment that they **offer** or **seek**.
//!
//! A **seat** is a person's place at the workshop, with their name, which the log never has. **Presence** is who is here
//! and what they point at: it never enters the log.

mod action;
mod arrange;
mod chapter;
mod clock;
mod comparison;
mod deal;
pub mod deck;
mod dice;
mod document;
mod drawing;
mod harvest;
mod id;
pub mod key;
mod log;
mod op;
mod paths;
mod phase;
mod place;
mod presence;
pub mod protocol;
mod reduce;
mod rejection;
mod replay;
mod replica;
mod retrospect;
mod rights;
mod room;
mod rules;
mod saving;
pub mod script;
mod snapshot;
mod tape;

pub use action::{Action, Day, MAX_NAME};
pub use arrange::arrange;
pub use chapter::{Chapter, Head, chapters};
pub use clock::{Clock, MAX_TIME};
pub use comparison::{Comparison, Drawn, MOST_COMPARED};
pub use deal::{Lots, shuffled, unplaced};
pub use dice::Dice;
pub use document::*;
pub use drawing::*;
pub use harvest::{FEWEST_WORKSHOPS, Harvest, Often, Tally};
pub use id::*;
pub use log::{Entry, Millis, Unreadable};
pub use op::*;
pub use paths::{Loop, MOST_IN_LOOP, MOST_LOOPS, chains, loops};
pub use phase::{Act, Phase};
pub use place::{MIDDLE, free_spot, free_spot_for};
pub use presence::{Presence, Seat};
pub use protocol::Missed;
pub use reduce::{apply, next_undo};
pub use rejection::Rejection;
pub use replay::Replay;
pub use replica::{Pending, Replica};
pub use retrospect::{FEWEST, Findings, Retrospect, Spent};
pub use rights::{Asker, Role};
pub use room::{Circumstances, Room, Verdict};
pub use rules::{OWN_FOR, check};
pub use saving::{End, ends};
pub use snapshot::{Gap, Snapshot};
pub use tape::Tape;
