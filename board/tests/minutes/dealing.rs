//! Dealing: lots, hands, turns and seeds.

use crate::table::{Table, lots, minutes};
use board::*;

fn cards_of(op: &Op) -> Vec<CardId> {
    match op {
        Op::Deal { cards, .. } => cards.iter().map(|(card, _)| *card).collect(),
        _ => panic!("not a deal: {op:?}"),
    }
}

/// Lot 1 dealt at a table with this seed.
fn dealt(seed: u64) -> Table {
    let mut table = Table::new();
    table.seed = seed;
    table.minutes("Fay deals lot 1 to hands — ok");
    table
}

#[test]
fn nine_cards_go_to_five_people_as_2_2_2_2_1() {
    let mut table = Table::new();
    table.seated = (1..=5).map(ActorId).collect();
    table.minutes("Fay deals lot 1 to hands — ok");
    let hands: Vec<_> = table.seated.iter().map(|&actor| table.room.document().hand(actor).count()).collect();
    assert_eq!(hands, [2, 2, 2, 2, 1]);
}

#[test]
fn the_round_begins_with_the_first_person_seated() {
    let mut table = Table::new();
    table.seated = vec![ActorId(4), ActorId(2)];
    table.minutes("Fay deals lot 2 to hands — ok");
    let [first, second, third] = cards_of(&table.log[0].op)[..] else { panic!("lot 2 holds three cards") };
    let hand = |actor| table.room.document().hand(actor).map(|(card, _)| card).collect::<Vec<_>>();
    assert_eq!(hand(ActorId(4)), [first.min(third), first.max(third)]);
    assert_eq!(hand(ActorId(2)), [second]);
}

#[test]
fn one_person_gets_the_whole_lot() {
    let mut table = Table::new();
    table.seated = vec![ActorId(3)];
    table.minutes(
        "Fay deals lot 2 to hands — ok
         Cléo holds — 21 22 23
         Ana holds — nothing",
    );
}

#[test]
fn a_lot_dealt_to_the_table_waits_in_the_reserve() {
    minutes(
        "Fay deals lot 2 to table — ok
         the reserve — 21 22 23
         the table — nothing",
    );
}

#[test]
fn a_lot_dealt_to_the_table_needs_nobody() {
    let mut table = Table::new();
    table.seated.clear();
    table.minutes(
        "Fay deals lot 1 to hands — refused: NobodySeated
         Fay deals lot 1 to table — ok",
    );
}

#[test]
fn a_lot_is_dealt_once() {
    minutes(
        "Fay deals lot 1 to hands — ok
         Fay deals lot 1 to table — refused: AlreadyDealt
         Fay forces lot 2 to table — ok",
    );
}

#[test]
fn a_lot_that_the_format_does_not_hold_is_not_dealt() {
    minutes(
        "Fay deals lot 3 to table — refused: NoSuchLot
         Fay deals lot 9 to table — refused: NoSuchLot",
    );
}

#[test]
fn the_same_seed_gives_the_same_deal() {
    assert_eq!(dealt(7).log, dealt(7).log);
}

#[test]
fn two_tables_get_the_same_cards_in_different_orders() {
    let orders: std::collections::BTreeSet<_> = (0..100).map(|seed| cards_of(&dealt(seed).log[0].op)).collect();
    assert_eq!(orders.len(), 100, "among 9! orders, a hundred seeds give a hundred");
    for mut order in orders {
        order.sort();
        assert_eq!(order, lots()[&LotId(1)]);
    }
}

#[test]
fn every_card_comes_first_about_as_often() {
    let cards: Vec<_> = (0..9).map(CardId).collect();
    let mut first = [0; 9];
    for seed in 0..9_000 {
        first[usize::from(shuffled(&cards, seed)[0].0)] += 1;
    }
    assert!(first.iter().all(|times| (850..1_150).contains(times)), "{first:?}");
}

#[test]
fn a_deal_can_be_checked_from_the_seed_in_its_entry() {
    let table = dealt(42);
    let Op::Deal { lot, seed, .. } = &table.log[0].op else { panic!("not a deal") };
    assert_eq!(cards_of(&table.log[0].op), shuffled(&lots()[lot], *seed));
}

#[test]
fn a_person_who_facilitates_opens_the_backs_of_a_dealt_lot() {
    let mut table = minutes(
        "Fay opens lot 1 — refused: NotDealt
         Fay deals lot 1 to table — ok",
    );
    assert!(!table.room.document().is_open(CardId(11)));
    table.minutes("Fay opens lot 1 — ok");
    assert!(table.room.document().is_open(CardId(11)));
    assert!(!table.room.document().is_open(CardId(21)), "of another lot");
}

#[test]
fn a_deal_is_the_room_s_to_write() {
    minutes(
        "Ana writes a deal of lot 1 — refused: RoomOnly
         Fay writes a deal of lot 1 — refused: RoomOnly
         Sam writes a deal of lot 1 — refused: LooksOn",
    );
}
