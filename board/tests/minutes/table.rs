//! A table to write minutes of. Each line is something said, " — ", and what came of it:
//!
//! ```text
//! Ana places 12 at 400,300 — ok
//! Ben links 12>13 because it heats — refused: NotOnTable
//! the table — 12@400,300
//! ```
//!
//! Participants are Ana, Ben, Cléo, Dan and Eve; Fay and Gil facilitate, Sam looks on, Pia is the projector. Lot 1 holds nine
//! cards, lot 2 three, lot 3 none. Every line is also asked of the person's own browser, which must say the same.

use crate::looking;
use crate::reading::{self, Said, Turn};
use board::*;
use std::collections::HashMap;
use uuid::Uuid;

/// A room, the clock on its wall and who sits there.
pub struct Table {
    pub room: Room,
    pub log: Vec<Entry>,
    pub now: Millis,
    pub seed: u64,
    pub seated: Vec<ActorId>,
    lines: u64,
}

/// What the deck deals here.
pub fn lots() -> Lots {
    let cards = |numbers: std::ops::RangeInclusive<u16>| numbers.map(CardId).collect();
    Lots::from([(LotId(1), cards(11..=19)), (LotId(2), cards(21..=23)), (LotId(3), Vec::new())])
}

/// Plays these minutes at a new table where Ana and Ben sit, and says what came of each line.
pub fn minutes(text: &str) -> Table {
    let mut table = Table::new();
    table.minutes(text);
    table
}

impl Table {
    /// Nobody has done anything yet.
    pub fn new() -> Self {
        Self::with(Document::default())
    }

    /// A table found as it is.
    pub fn with(document: Document) -> Self {
        let snapshot = Snapshot { seq: Seq(0), document };
        let room = Room::open(snapshot, Vec::new(), HashMap::new(), lots()).expect("no entry, no gap");
        let seated = vec![ActorId(1), ActorId(2)];
        Self { room, log: Vec::new(), now: Millis(1_000), seed: 1, seated, lines: 0 }
    }

    /// Plays the minutes: what comes of each line must be what they say.
    #[track_caller]
    pub fn minutes(&mut self, text: &str) {
        let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
        let said = |line: &str| line.split(" — ").next().map(str::to_owned).unwrap_or_default();
        let told: Vec<_> = lines().map(said).map(|said| format!("{said}{}", self.say(&said))).collect();
        let expected: Vec<_> = lines().map(str::to_owned).collect();
        assert_eq!(told.join("\n"), expected.join("\n"), "the minutes are on the right, what happened is on the left");
    }

    /// What comes of one line, with its dash.
    pub fn say(&mut self, said: &str) -> String {
        self.lines += 1;
        let line = self.lines;
        let id = |turn: usize| OpId(Uuid::from_u64_pair(turn as u64, line));
        let answer = match reading::said(said) {
            Said::Asks(asker, intent) => self.ask(asker, intent, id(0)),
            Said::Times(askers, turn) => {
                let clock = self.turned(turn);
                let asked = askers.into_iter().enumerate();
                let answers = asked.map(|(at, asker)| self.ask(asker, Intent::Do(Op::Time { clock }), id(at)));
                answers.collect::<Vec<_>>().join(", then ")
            }
            Said::SitsDown(actor) => {
                self.seated.push(actor);
                return String::new();
            }
            Said::GetsUp(actor) => {
                self.seated.retain(|seated| *seated != actor);
                return String::new();
            }
            Said::Passes(minutes) => {
                self.now.0 += minutes * 60_000;
                return String::new();
            }
            Said::Looks(what) => looking::look(self.room.document(), what, self.now),
        };
        format!(" — {answer}")
    }

    /// What somebody makes of the time they see.
    fn turned(&self, turn: Turn) -> Clock {
        let clock = self.room.document().clock;
        match turn {
            Turn::Adds(minutes) => clock.longer(minutes, self.now),
            Turn::Holds => clock.held(self.now),
            Turn::LetsGo => clock.going_on(self.now),
        }
    }

    /// Asks the room, and first the person's own browser.
    pub fn ask(&mut self, asker: Asker, intent: Intent, op_id: OpId) -> String {
        let before = self.room.snapshot().clone();
        let mut browser = Replica::new(asker, before.clone());
        let polite = browser.submit(op_id, intent.clone(), self.now);
        let with = Circumstances { now: self.now, seed: self.seed, seated: &self.seated };
        let verdict = self.room.submit(op_id, asker, intent.clone(), with);
        if let (Intent::Do(_), Verdict::Accepted(_)) = (&intent, &verdict) {
            assert_eq!(browser.view(), self.room.document(), "the browser showed something else at once");
        }
        match verdict {
            Verdict::Accepted(entry) => {
                assert_eq!(polite, Ok(()), "the browser refused what the room accepts");
                self.log.push(entry);
                "ok".into()
            }
            Verdict::Known(seq) => format!("known as {seq}"),
            Verdict::Refused(rejection) => {
                assert_eq!(*self.room.snapshot(), before, "a refusal leaves no trace");
                if matches!(intent, Intent::Do(_)) {
                    assert_eq!(polite, Err(rejection), "the browser and the room disagree");
                }
                format!("refused: {rejection:?}")
            }
        }
    }
}
