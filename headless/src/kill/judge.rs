//! Compares what people were told with what is on disk. Pure, and as suspicious as can be.
//!
//! Every op carries a number of its own (see [`crate::numbered`]). Not every entry was heard by somebody: whoever comes
//! back after a long while is given the board instead of its entries. What nobody heard, an acknowledgement must name.

use crate::Outcome;
use crate::numbered;
use board::{Entry, Seq, Snapshot};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What one person remembers.
#[derive(Clone, Debug, Default)]
pub struct Testimony {
    /// The numbers of the ops they wanted, with what they were answered.
    pub wanted: Vec<(u32, Option<Outcome>)>,
    /// The entries they were sent.
    pub heard: BTreeMap<Seq, Entry>,
    /// How often they were told something else about the same place.
    pub rewritten: usize,
    /// The board as they have it in the end.
    pub end: Snapshot,
}

/// What comes of the comparison: all but the first two must be 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Ops that people wanted.
    pub wanted: usize,
    /// Those that were acknowledged.
    pub acknowledged: usize,
    /// Acknowledged, and not at their place in the log.
    pub lost: usize,
    /// In the log at more than one place.
    pub twice: usize,
    /// In the log, and wanted by nobody.
    pub ghosts: usize,
    /// Places of the log that nobody heard of and no acknowledgement names.
    pub holes: usize,
    /// Never answered.
    pub unanswered: usize,
    /// Refused, though nothing spoke against them.
    pub refused: usize,
    /// People, or places of the log, about which there are two different stories.
    pub unequal: usize,
}

impl Verdict {
    /// Whether nothing was lost, doubled or invented, and everybody tells the same story.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let wrong = [self.lost, self.twice, self.ghosts, self.holes, self.unanswered, self.refused, self.unequal];
        self.acknowledged > 0 && wrong.iter().sum::<usize>() == 0
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { wanted, acknowledged, lost, twice, ghosts, holes, unanswered, refused, unequal } = self;
        writeln!(f, "{wanted} ops wanted, {acknowledged} acknowledged: lost {lost}, applied twice {twice}")?;
        write!(f, "ghosts {ghosts}, holes {holes}, unanswered {unanswered}, refused {refused}, ")?;
        write!(f, "histories unequal {unequal}")
    }
}

/// Compares. `base` is the last entry before anybody wanted anything, `truth` the board as it is on disk.
#[must_use]
pub fn judge(base: Seq, testimonies: &[Testimony], truth: &Snapshot) -> Verdict {
    let mut verdict = Verdict::default();
    let log = common_log(testimonies, &mut verdict);
    let numbers: BTreeMap<Seq, Option<u32>> =
        log.iter().map(|(&seq, entry)| (seq, numbered::read(&entry.op))).collect();

    let mut claims: BTreeMap<Seq, u32> = BTreeMap::new();
    let mut wanted = BTreeSet::new();
    for &(number, outcome) in testimonies.iter().flat_map(|testimony| &testimony.wanted) {
        verdict.wanted += 1;
        wanted.insert(number);
        match outcome {
            None => verdict.unanswered += 1,
            Some(Outcome::Refused(_)) => verdict.refused += 1,
            Some(Outcome::Acknowledged(seq)) => {
                verdict.acknowledged += 1;
                let elsewhere = numbers.get(&seq).is_some_and(|found| *found != Some(number));
                let there = seq <= truth.seq && !elsewhere;
                // A place that somebody else was promised too holds one of the two at most.
                let kept = there && *claims.entry(seq).or_insert(number) == number;
                verdict.lost += usize::from(!kept);
            }
        }
    }

    let mut places: BTreeMap<u32, BTreeSet<Seq>> = BTreeMap::new();
    let heard = numbers.iter().filter_map(|(&seq, &number)| Some((seq, number?)));
    for (seq, number) in heard.chain(claims.iter().map(|(&seq, &number)| (seq, number))) {
        places.entry(number).or_default().insert(seq);
    }
    verdict.twice = places.values().filter(|places| places.len() > 1).count();
    let played = numbers.range(base.next()..);
    verdict.ghosts = played.filter(|(_, number)| number.is_none_or(|number| !wanted.contains(&number))).count();
    let known = |seq: &Seq| numbers.contains_key(seq) || claims.contains_key(seq);
    verdict.holes = (base.0 + 1..=truth.seq.0).map(Seq).filter(|seq| !known(seq)).count();
    verdict.unequal += testimonies.iter().filter(|testimony| testimony.end != *truth).count();
    verdict
}

/// What everybody heard, together. Two stories about one place are counted.
fn common_log<'a>(testimonies: &'a [Testimony], verdict: &mut Verdict) -> BTreeMap<Seq, &'a Entry> {
    let mut log: BTreeMap<Seq, &Entry> = BTreeMap::new();
    for testimony in testimonies {
        verdict.unequal += testimony.rewritten;
        for (&seq, entry) in &testimony.heard {
            verdict.unequal += usize::from(*log.entry(seq).or_insert(entry) != entry);
        }
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, CardId, Intent, Millis, Op, Rejection};

    /// An entry that carries a number.
    fn entry(seq: u64, number: u32) -> Entry {
        let Intent::Do(op) = numbered::carry(number, CardId(1)) else { panic!("a move is said in full") };
        Entry { seq: Seq(seq), actor: ActorId(1), at: Millis(0), op }
    }

    fn end(seq: u64) -> Snapshot {
        Snapshot { seq: Seq(seq), ..Snapshot::default() }
    }

    fn acknowledged(number: u32, seq: u64) -> (u32, Option<Outcome>) {
        (number, Some(Outcome::Acknowledged(Seq(seq))))
    }

    /// Two people and a log of three: 7 and 8 were wanted by the first, 9 by the second, after entry 1.
    fn sound() -> (Vec<Testimony>, Snapshot) {
        let log: BTreeMap<Seq, Entry> = [(2, 7), (3, 9), (4, 8)].map(|(seq, n)| (Seq(seq), entry(seq, n))).into();
        let first = Testimony {
            wanted: vec![acknowledged(7, 2), acknowledged(8, 4)],
            heard: log.clone(),
            rewritten: 0,
            end: end(4),
        };
        let second = Testimony { wanted: vec![acknowledged(9, 3)], ..first.clone() };
        (vec![first, second], end(4))
    }

    /// The verdict once something went wrong.
    fn after(wrong: impl FnOnce(&mut Vec<Testimony>, &mut Snapshot)) -> Verdict {
        let (mut people, mut truth) = sound();
        wrong(&mut people, &mut truth);
        judge(Seq(1), &people, &truth)
    }

    #[test]
    fn a_sound_history_is_found_sound() {
        let verdict = after(|_, _| {});
        assert_eq!(verdict, Verdict { wanted: 3, acknowledged: 3, ..Verdict::default() });
        assert!(verdict.is_sound());
    }

    #[test]
    fn a_history_in_which_nothing_happened_proves_nothing() {
        assert!(!judge(Seq(1), &[], &end(1)).is_sound());
    }

    #[test]
    fn an_acknowledged_op_beyond_the_end_of_the_log_is_lost() {
        let verdict = after(|people, truth| {
            people.iter_mut().for_each(|person| drop(person.heard.remove(&Seq(4))));
            *truth = end(3);
        });
        assert_eq!((verdict.lost, verdict.is_sound()), (1, false));
    }

    #[test]
    fn an_acknowledged_op_whose_place_holds_another_is_lost() {
        assert_eq!(after(|people, _| people[0].wanted[0] = acknowledged(7, 3)).lost, 1);
    }

    #[test]
    fn two_ops_acknowledged_at_one_place_that_nobody_heard_of_are_one_lost() {
        let verdict = after(|people, _| {
            people.iter_mut().for_each(|person| drop(person.heard.remove(&Seq(4))));
            people[1].wanted.push(acknowledged(10, 4));
        });
        assert_eq!(verdict.lost, 1);
    }

    #[test]
    fn an_op_at_two_places_was_applied_twice() {
        let verdict = after(|people, truth| {
            for person in people {
                person.heard.insert(Seq(5), entry(5, 8));
                person.end = end(5);
            }
            *truth = end(5);
        });
        assert_eq!(verdict, Verdict { wanted: 3, acknowledged: 3, twice: 1, ..Verdict::default() });
    }

    #[test]
    fn an_op_acknowledged_again_elsewhere_was_applied_twice() {
        let verdict = after(|people, truth| {
            people[0].wanted[1] = acknowledged(8, 5);
            people.iter_mut().for_each(|person| person.end = end(5));
            *truth = end(5);
        });
        assert_eq!(verdict.twice, 1);
    }

    #[test]
    fn an_entry_that_nobody_wanted_is_a_ghost() {
        let wishes = |op: Op| {
            after(|people, _| {
                people.iter_mut().for_each(|person| {
                    person.heard.insert(Seq(3), Entry { op: op.clone(), ..entry(3, 9) });
                });
                people[1].wanted.clear();
            })
        };
        let Intent::Do(op) = numbered::carry(99, CardId(1)) else { panic!("a move is said in full") };
        assert_eq!(wishes(op).ghosts, 1);
        assert_eq!(wishes(Op::Undo).ghosts, 1);
    }

    #[test]
    fn a_place_that_nobody_heard_of_is_a_hole_unless_an_acknowledgement_names_it() {
        let unheard = |people: &mut Vec<Testimony>| {
            people.iter_mut().for_each(|person| drop(person.heard.remove(&Seq(4))));
        };
        assert!(after(|people, _| unheard(people)).is_sound());
        let verdict = after(|people, _| {
            unheard(people);
            people[0].wanted.pop();
        });
        assert_eq!(verdict.holes, 1);
    }

    #[test]
    fn an_op_without_an_answer_and_a_refused_one_are_counted() {
        let verdict = after(|people, _| {
            people[0].wanted.push((20, None));
            people[0].wanted.push((21, Some(Outcome::Refused(Rejection::TooFast))));
        });
        assert_eq!((verdict.unanswered, verdict.refused, verdict.is_sound()), (1, 1, false));
    }

    #[test]
    fn two_stories_about_one_place_or_one_end_are_unequal() {
        let differs = after(|people, _| drop(people[1].heard.insert(Seq(2), Entry { at: Millis(9), ..entry(2, 7) })));
        assert_eq!(differs.unequal, 1);
        assert_eq!(after(|people, _| people[1].rewritten = 1).unequal, 1);
        assert_eq!(after(|people, _| people[0].end.document.title = "Autre".into()).unequal, 1);
    }
}
