//! A whole rehearsal without a server: the minds, real rooms, a facilitator who follows the script, and a clock that
//! jumps from one thought to the next.

use super::cast::{CAST, Part};
use super::mind::Mind;
use crate::decks;
use board::deck::{Format, Lang};
use board::key::Coverage;
use board::*;
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;
use uuid::Uuid;

const MINUTE: u64 = 60_000;
const FAY: Asker = Asker { actor: ActorId(1), role: Role::Facilitator };

/// A table with its four people.
struct Table {
    room: Room,
    people: Vec<Simulated>,
    log: Vec<Entry>,
    refused: Vec<(u64, Op, Rejection)>,
}

struct Simulated {
    me: Asker,
    mind: Mind,
    next: u64,
}

impl Table {
    fn of(parts: impl Iterator<Item = &'static Part>, seed: u64) -> Self {
        let lots = decks::embedded().deck.lots_of(Format::FortyFive);
        let room = Room::open(Snapshot::default(), Vec::new(), HashMap::new(), lots).expect("nothing is missing");
        let people = (2..).zip(parts).map(|(number, part)| {
            let me = Asker { actor: ActorId(number), role: Role::Participant };
            Simulated { me, mind: Mind::new(me.actor, part, seed + u64::from(number)), next: 0 }
        });
        Self { room, people: people.collect(), log: Vec::new(), refused: Vec::new() }
    }

    fn submit(&mut self, asker: Asker, intent: Intent, at: u64) -> Result<(), Rejection> {
        let seated: Vec<_> = self.people.iter().map(|person| person.me.actor).collect();
        let with = Circumstances { now: Millis(at), seed: 7, seated: &seated };
        let op_id = OpId(Uuid::from_u128(self.log.len() as u128 + self.refused.len() as u128));
        match self.room.submit(op_id, asker, intent, with) {
            Verdict::Accepted(entry) => self.log.push(entry),
            Verdict::Known(_) => panic!("every op is new"),
            Verdict::Refused(rejection) => return Err(rejection),
        }
        for person in &mut self.people {
            if person.mind.notice(self.room.document()) {
                person.next = at + millis(person.mind.pause());
            }
        }
        Ok(())
    }

    fn facilitates(&mut self, intent: Intent, at: u64) {
        self.submit(FAY, intent.clone(), at).unwrap_or_else(|no| panic!("{intent:?} at {at}: {no:?}"));
    }

    /// Everybody thinks at their moments, up to this one.
    fn play_until(&mut self, end: u64) {
        loop {
            let next = self.people.iter().enumerate().map(|(place, person)| (person.next, place)).min();
            let (now, place) = next.expect("there are people");
            if now >= end {
                return;
            }
            let person = &mut self.people[place];
            let op = person.mind.think(self.room.document());
            person.next = now + millis(person.mind.pause());
            if let Some(op) = op {
                let me = person.me;
                if let Err(rejection) = self.submit(me, Intent::Do(op.clone()), now) {
                    self.refused.push((now, op, rejection));
                }
            }
        }
    }

    /// The script of the 45 minutes, step by step; returns where the table was after each.
    fn rehearse(&mut self) -> Vec<Document> {
        let script = &decks::embedded().deck.scripts[&Format::FortyFive];
        let mut at = 0;
        let mut stages = Vec::new();
        for (number, step) in (0..).zip(script.played()) {
            let enter = Op::Enter { step: number, phase: step.phase, minutes: step.minutes };
            self.facilitates(Intent::Do(enter), at);
            if let Some(lot) = step.lot {
                self.facilitates(Intent::Deal { lot, to: DealTo::Hands, force: false }, at);
            }
            at += u64::from(step.minutes) * MINUTE;
            self.play_until(at);
            stages.push(self.room.document().clone());
        }
        stages
    }

    /// When the people did something, in the steps in which they may link.
    fn acts(&self) -> Vec<u64> {
        self.log.iter().filter(|entry| entry.actor != FAY.actor).map(|entry| entry.at.0).collect()
    }

    /// The silences of more than three minutes between two things the people did, as their beginnings.
    fn silences(&self) -> Vec<u64> {
        let acts = self.acts();
        acts.windows(2).filter(|pair| pair[1] - pair[0] > 3 * MINUTE).map(|pair| pair[0]).collect()
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).expect("a human pause")
}

fn tables(seed: u64) -> [Table; 2] {
    [0, 1].map(|table| Table::of(CAST.iter().filter(move |part| part.table == table), seed))
}

fn covers(document: &Document) -> Coverage {
    let cards: BTreeSet<_> = document.cards.keys().copied().collect();
    decks::embedded().key(Lang::Fr).coverage(&cards, document.links.keys().copied())
}

#[test]
fn forty_five_minutes_lead_to_a_board_with_a_title_a_story_and_decisions_and_nothing_is_refused() {
    for seed in 0..20 {
        for mut table in tables(seed) {
            let stages = table.rehearse();
            assert_eq!(table.refused, [], "seed {seed}");
            let last = table.room.document();
            assert_eq!(stages[1].cards.len(), 6);
            assert_eq!(stages[2].cards.len(), 12);
            assert_eq!(unplaced(last), 0, "seed {seed}");
            let Coverage { essential, accepted, traps, originals } = covers(last);
            let found = essential.found.len() + accepted.found.len();
            assert!(
                found >= 6 && found > traps.len() + originals.len(),
                "seed {seed}: {found} {traps:?} {originals:?}"
            );
            assert!(!essential.missing.is_empty() || !accepted.missing.is_empty(), "hints have something to lead to");
            assert!(last.links.values().any(|link| link.ink) && !last.stances.is_empty(), "seed {seed}");
            assert!(!last.title.is_empty() && !last.story.is_empty() && !last.stars.is_empty(), "seed {seed}");
            assert!(last.actions.len() >= 2 && last.actions.values().any(|action| action.renounces), "seed {seed}");
            assert_eq!(&Document::replay(&table.log), last);
        }
    }
}

#[test]
fn misconceptions_and_links_of_their_own_are_drawn_at_some_tables() {
    let drawn: Vec<_> = (0..5)
        .flat_map(tables)
        .map(|mut table| {
            table.rehearse();
            covers(table.room.document())
        })
        .collect();
    assert!(drawn.iter().any(|coverage| !coverage.traps.is_empty()));
    assert!(drawn.iter().any(|coverage| !coverage.originals.is_empty()));
}

#[test]
fn the_same_seed_is_the_same_rehearsal() {
    let logs = |seed| {
        tables(seed).map(|mut table| {
            table.rehearse();
            table.log
        })
    };
    assert_eq!(logs(3), logs(3));
    assert_ne!(logs(3), logs(4));
}

#[test]
fn the_second_table_is_slower_and_loses_the_thread_once() {
    for seed in 0..20 {
        let [mut first, mut second] = tables(seed);
        first.rehearse();
        second.rehearse();
        // The last three minutes are for opinions that are not on the board.
        let silences = |table: &Table| table.silences().into_iter().filter(|at| *at < 38 * MINUTE).count();
        assert_eq!((silences(&first), silences(&second)), (0, 1), "seed {seed}");
        assert!(first.acts().len() > second.acts().len(), "seed {seed}");
    }
}

/// The second table, once it has lost the thread, and when.
fn lost(seed: u64) -> (Table, u64) {
    let [_, mut table] = tables(seed);
    table.facilitates(Intent::Do(Op::Enter { step: 1, phase: Phase::Links, minutes: 10 }), 0);
    table.facilitates(Intent::Deal { lot: LotId(1), to: DealTo::Hands, force: false }, 0);
    let quiet = |table: &Table, now: u64| table.acts().last().is_some_and(|last| now - last > 3 * MINUTE);
    let moment = (1..40).map(|turn| turn * MINUTE / 2).find(|&now| {
        table.play_until(now);
        quiet(&table, now)
    });
    (table, moment.expect("it loses the thread"))
}

#[test]
fn a_hint_wakes_them_and_leads_to_a_link() {
    let (mut table, now) = lost(5);
    let before = covers(table.room.document());
    let missing = before.essential.missing.iter().chain(&before.accepted.missing).next().expect("something is missing");
    let cards = vec![missing.cause, missing.consequence];
    table.facilitates(Intent::Do(Op::Hint { cards, text: "Et avant cela ?".into() }), now);
    let heard = table.acts().len();
    table.play_until(now + 4 * MINUTE);
    assert!(table.acts().len() > heard);
    let after = covers(table.room.document());
    let about = |link: &LinkId| {
        [missing.cause, missing.consequence].iter().any(|card| [link.cause, link.consequence].contains(card))
    };
    let found = |coverage: &Coverage| {
        coverage.essential.found.iter().chain(&coverage.accepted.found).filter(|link| about(link)).count()
    };
    assert!(found(&after) > found(&before), "{before:?} {after:?}");
}

#[test]
fn a_wave_wakes_whoever_has_lost_the_thread_and_nobody_else() {
    let (mut table, now) = lost(6);
    for person in &mut table.people {
        assert!(person.mind.wave() && !person.mind.wave());
        person.next = now + millis(person.mind.pause());
    }
    let heard = table.acts().len();
    table.play_until(now + MINUTE / 2);
    let soon = table.people.iter().all(|person| person.next < now + 2 * MINUTE);
    assert!(soon, "everybody is there again");
    table.play_until(now + 2 * MINUTE);
    assert!(table.acts().len() > heard);
}

#[test]
fn nobody_does_anything_during_a_pause_or_where_the_phase_opens_nothing() {
    let [mut table, _] = tables(1);
    table.play_until(5 * MINUTE);
    assert_eq!(table.log, [], "a welcome opens nothing");
    table.facilitates(Intent::Do(Op::Enter { step: 1, phase: Phase::Links, minutes: 10 }), 5 * MINUTE);
    table.facilitates(Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }, 5 * MINUTE);
    table.play_until(7 * MINUTE);
    table.facilitates(Intent::Do(Op::Pause { paused: true }), 7 * MINUTE);
    let before = table.acts().len();
    assert!(before > 6);
    table.play_until(12 * MINUTE);
    assert_eq!(table.acts().len(), before);
    table.facilitates(Intent::Do(Op::Pause { paused: false }), 12 * MINUTE);
    table.play_until(14 * MINUTE);
    assert!(table.acts().len() > before);
    assert_eq!(table.refused, []);
}
