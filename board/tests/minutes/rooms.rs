//! What a room does beside its rules: it numbers, knows what it has seen, and brings pages up to date.

use crate::reading::person;
use crate::table::{Table, lots, minutes};
use board::*;
use std::collections::HashMap;
use uuid::Uuid;

fn id(number: u128) -> OpId {
    OpId(Uuid::from_u128(1_000 + number))
}

fn place(card: u16) -> Intent {
    Intent::Do(Op::Place { card: CardId(card), at: Point { x: 400, y: 300 } })
}

/// A table in the Cards phase, its log three entries long.
fn set_table() -> Table {
    minutes(
        "Fay deals lot 1 to table — ok
         Fay enters Cards — ok
         Ana places 11 at 400,300 — ok",
    )
}

/// The same table with this many more entries.
fn long_table(moves: usize) -> Table {
    let mut table = set_table();
    for step in 0..moves {
        table.minutes(&format!("Ana moves 11 to {},300 — ok", 400 + step % 1000));
    }
    table
}

fn open(table: &Table, checkpoint: Seq, seen: HashMap<OpId, Seq>) -> Result<Room, Gap> {
    let document = Document::replay(table.log.iter().filter(|entry| entry.seq <= checkpoint));
    let after = table.log.iter().filter(|entry| entry.seq > checkpoint).cloned().collect();
    Room::open(Snapshot { seq: checkpoint, document }, after, seen, lots())
}

#[test]
fn entries_are_numbered_from_one_without_holes() {
    let numbers: Vec<_> = set_table().log.iter().map(|entry| entry.seq).collect();
    assert_eq!(numbers, [Seq(1), Seq(2), Seq(3)]);
}

#[test]
fn submitting_an_op_twice_is_the_same_as_once() {
    let mut table = set_table();
    assert_eq!(table.ask(person("Ana"), place(12), id(1)), "ok");
    let once = table.room.snapshot().clone();
    assert_eq!(table.ask(person("Ana"), place(12), id(1)), "known as 4");
    assert_eq!(*table.room.snapshot(), once);
}

#[test]
fn an_op_that_was_refused_stays_refused() {
    let mut table = set_table();
    table.minutes("Fay pauses — ok");
    assert_eq!(table.ask(person("Ana"), place(12), id(1)), "refused: Paused");
    table.minutes("Fay goes on — ok");
    assert_eq!(table.room.submit(id(1), person("Ana"), place(12), now(&table)), Verdict::Refused(Rejection::Paused));
    assert_eq!(table.ask(person("Ana"), place(12), id(2)), "ok", "wanted again, it is another op");
}

fn now(table: &Table) -> Circumstances<'static> {
    Circumstances { now: table.now, seed: 0, seated: &[] }
}

#[test]
fn a_room_knows_its_ops_again_after_a_restart() {
    let mut table = set_table();
    table.ask(person("Ana"), place(12), id(1));
    table.room = open(&table, Seq(2), HashMap::from([(id(1), Seq(4))])).expect("the log is whole");
    assert_eq!(table.ask(person("Ana"), place(12), id(1)), "known as 4");
}

#[test]
fn a_room_opens_the_same_from_any_checkpoint() {
    let table = long_table(20);
    for checkpoint in 0..=table.room.head().0 {
        let opened = open(&table, Seq(checkpoint), HashMap::new()).expect("the log is whole");
        assert_eq!(opened.snapshot(), table.room.snapshot(), "from {checkpoint}");
    }
}

#[test]
fn a_log_with_a_hole_does_not_open() {
    let mut table = set_table();
    table.log.remove(1);
    let gap = Gap { after: Seq(1), found: Seq(3) };
    assert_eq!(open(&table, Seq(0), HashMap::new()).err(), Some(gap));
    assert_eq!(gap.to_string(), "entries are missing between 1 and 3");
}

#[test]
fn a_page_gets_what_it_missed() {
    let table = set_table();
    assert_eq!(table.room.missed(Seq(0)), Missed::Entries(table.log.clone()));
    assert_eq!(table.room.missed(Seq(2)), Missed::Entries(table.log[2..].to_vec()));
    assert_eq!(table.room.missed(Seq(3)), Missed::Entries(Vec::new()));
}

#[test]
fn a_page_that_was_away_for_long_starts_again_from_a_snapshot() {
    let table = long_table(600);
    assert_eq!(table.room.missed(Seq(3)), Missed::Snapshot(Box::new(table.room.snapshot().clone())));
    let since = Seq(table.room.head().0 - 512);
    let Missed::Entries(entries) = table.room.missed(since) else { panic!("the last 512 entries are at hand") };
    assert_eq!(entries.len(), 512);
    assert_eq!(entries[0].seq, since.next());
}

#[test]
fn a_page_whose_log_is_not_this_one_starts_again_from_a_snapshot() {
    let table = set_table();
    for since in [4, 5, u64::MAX - 1, u64::MAX] {
        assert_eq!(table.room.missed(Seq(since)), Missed::Snapshot(Box::new(table.room.snapshot().clone())));
    }
}

#[test]
fn a_room_just_opened_from_a_checkpoint_has_no_entries_to_give() {
    let table = set_table();
    let room = open(&table, Seq(3), HashMap::new()).expect("the log is whole");
    assert_eq!(room.missed(Seq(3)), Missed::Entries(Vec::new()));
    assert_eq!(room.missed(Seq(2)), Missed::Snapshot(Box::new(table.room.snapshot().clone())));
}
