//! The gate between lots, lots dealt one by one, latecomers, and people who leave.

use crate::table::{Table, minutes};
use board::{ActorId, CardId, LotId};

#[test]
fn the_gate_says_how_many_cards_are_left_and_can_be_forced() {
    minutes(
        "the gate — open
         Fay deals lot 2 to table — ok
         Fay enters Cards — ok
         the gate — shut: 3 left
         Fay deals lot 1 to hands — refused: GateShut(3)
         Ana places 21 at 400,300 — ok
         Ana places 22 at 700,300 — ok
         Fay deals lot 1 to hands — refused: GateShut(1)
         Fay forces lot 1 to hands — ok
         the gate — shut: 10 left",
    );
}

#[test]
fn the_gate_is_open_once_every_card_lies_on_the_table_and_shuts_again_when_one_is_taken_back() {
    minutes(
        "Fay deals lot 2 to table — ok
         Fay enters Cards — ok
         Ana places 21 at 400,300 — ok
         Ana places 22 at 700,300 — ok
         Ben places 23 at 1000,300 — ok
         the gate — open
         Ben returns 23 — ok
         the gate — shut: 1 left
         Fay deals lot 1 to hands — refused: GateShut(1)
         Ben places 23 at 1000,300 — ok
         Fay deals lot 1 to hands — ok",
    );
}

#[test]
fn two_people_who_deal_at_once_deal_once() {
    minutes(
        "Fay forces lot 1 to hands — ok
         Gil forces lot 1 to hands — refused: AlreadyDealt",
    );
}

#[test]
fn a_card_that_came_with_another_lot_is_not_dealt_again() {
    let mut table = minutes("Fay deals lot 1 to table — ok");
    let mut document = table.room.document().clone();
    for card in [21, 22] {
        let card = document.cards.insert(CardId(card), document.cards[&CardId(11)].clone());
        assert_eq!(card, None);
    }
    table = Table::with(document.clone());
    table.minutes(
        "Fay forces lot 2 one by one — ok
         the gate — shut: 12 left
         Fay turns up lot 2 — refused: NoCardLeft",
    );
    document.cards.insert(CardId(23), document.cards[&CardId(11)].clone());
    Table::with(document).minutes("Fay forces lot 2 to table — refused: AlreadyDealt");
}

#[test]
fn cards_that_are_not_turned_up_yet_keep_the_gate_shut() {
    minutes(
        "Fay deals lot 2 one by one — ok
         Fay enters Cards — ok
         the reserve — 21
         the gate — shut: 3 left
         Ana places 21 at 400,300 — ok
         the gate — shut: 2 left
         Fay deals lot 1 to hands — refused: GateShut(2)
         Fay turns up lot 2 — ok
         the reserve — 23
         the gate — shut: 2 left
         Ana places 23 at 700,300 — ok
         Fay turns up lot 2 — ok
         Ana places 22 at 1000,300 — ok
         the gate — open
         Fay turns up lot 2 — refused: NoCardLeft",
    );
}

#[test]
fn a_card_is_turned_up_for_somebody_who_sits_there() {
    minutes(
        "Fay deals lot 2 one by one — ok
         Fay turns up lot 2 for Ben — ok
         Ben holds — 23
         Fay turns up lot 2 for Cléo — refused: NobodySeated
         Cléo sits down
         Fay turns up lot 2 for Cléo — ok
         Cléo holds — 22
         Fay turns up lot 2 for Ana — refused: NoCardLeft",
    );
}

#[test]
fn only_a_lot_dealt_one_by_one_is_turned_up() {
    minutes(
        "Fay turns up lot 2 — refused: NotDealt
         Fay turns up lot 9 — refused: NotDealt
         Fay deals lot 2 to table — ok
         Fay turns up lot 2 — refused: NoCardLeft
         Ana turns up lot 2 — refused: FacilitatorOnly
         Sam turns up lot 2 — refused: LooksOn
         Ana gives Ben a share — refused: FacilitatorOnly
         Pia gives Ben a share — refused: LooksOn",
    );
}

#[test]
fn cards_come_one_by_one_in_the_order_that_the_seed_gives() {
    let mut table = Table::new();
    table.seed = 42;
    table.minutes("Fay deals lot 1 one by one — ok");
    for _ in 1..9 {
        table.minutes("Fay turns up lot 1 — ok");
    }
    let turned: Vec<_> = table
        .log
        .iter()
        .map(|entry| match &entry.op {
            board::Op::Deal { cards, .. } => cards[0].0,
            board::Op::Turn { card, .. } => *card,
            other => panic!("not a deal: {other:?}"),
        })
        .collect();
    assert_eq!(turned, board::shuffled(&crate::table::lots()[&LotId(1)], 42));
}

#[test]
fn a_latecomer_gets_a_share_of_what_lies_beside_the_board_first() {
    minutes(
        "Fay deals lot 1 to table — ok
         Fay gives Cléo a share — refused: NobodySeated
         Cléo sits down
         Fay gives Cléo a share — ok
         Cléo holds — 17 18 19
         the reserve — 11 12 13 14 15 16
         Fay gives Cléo a share — refused: NothingToGive",
    );
}

#[test]
fn a_latecomer_s_share_comes_from_the_fullest_hands() {
    let mut table = minutes(
        "Fay deals lot 1 to hands — ok
         Cléo sits down
         Fay gives Cléo a share — ok",
    );
    let held = |table: &Table, actor| table.room.document().hand(ActorId(actor)).count();
    assert_eq!([1, 2, 3].map(|actor| held(&table, actor)), [3, 3, 3], "nine cards for three people");
    table.minutes(
        "Dan sits down
         Fay gives Dan a share — ok",
    );
    assert_eq!([1, 2, 3, 4].map(|actor| held(&table, actor)), [3, 2, 2, 2], "nine cards for four people");
}

#[test]
fn a_latecomer_leaves_everybody_a_card() {
    minutes(
        "Fay deals lot 2 to hands — ok
         Fay enters Cards — ok
         Ana places 21 at 400,300 — ok
         Ana holds — 22
         Ben holds — 23
         Cléo sits down
         Fay gives Cléo a share — refused: NothingToGive
         Ben gets up
         Fay gives Cléo a share — ok
         Cléo holds — 23",
    );
}

#[test]
fn nothing_is_given_when_every_card_lies_on_the_table() {
    minutes(
        "Fay gives Ana a share — refused: NothingToGive
         Fay deals lot 2 one by one — ok
         Fay enters Cards — ok
         Ana places 21 at 400,300 — ok
         Fay gives Ana a share — refused: NothingToGive",
    );
}

#[test]
fn a_deal_is_withdrawn_by_anybody_who_facilitates_and_dealt_anew() {
    minutes(
        "Fay withdraws lot 2 — refused: NotDealt
         Fay deals lot 2 to hands — ok
         Ana withdraws lot 2 — refused: FacilitatorOnly
         Gil withdraws lot 2 — ok
         Fay withdraws lot 2 — refused: NotDealt
         the reserve — nothing
         Ana holds — nothing
         the gate — open
         Gil deals lot 2 one by one — ok
         Gil withdraws lot 2 — ok
         the gate — open",
    );
}

#[test]
fn a_lot_is_not_withdrawn_from_under_people_s_eyes() {
    minutes(
        "Fay deals lot 2 to table — ok
         Fay enters Cards — ok
         Ana places 21 at 400,300 — ok
         Fay withdraws lot 2 — refused: StillPlaced
         Ana returns 21 — ok
         Fay opens lot 2 — ok
         Fay opens lot 2 — refused: AlreadySo
         Fay withdraws lot 2 — refused: AlreadyOpen",
    );
}

#[test]
fn nothing_speaks_of_a_lot_that_was_withdrawn() {
    minutes(
        "Fay deals lot 2 to table — ok
         Fay forces lot 1 to table — ok
         Fay frames 11 21 — ok
         Fay hints at 21 Where from? — ok
         Fay withdraws lot 2 — ok
         the frame — 11
         the question — “Where from?” about nothing",
    );
}

#[test]
fn taking_back_a_deal_does_not_touch_the_next_deal_of_the_same_lot() {
    let mut table = minutes(
        "Fay deals lot 2 to hands — ok
         Gil withdraws lot 2 — ok",
    );
    table.seed = 2;
    table.minutes(
        "Gil deals lot 2 to hands — ok
         Fay undoes — refused: NothingToUndo
         Gil undoes — ok
         Ana holds — nothing
         the gate — open",
    );
}

#[test]
fn a_deal_one_by_one_goes_back_whole() {
    minutes(
        "Fay deals lot 2 one by one — ok
         Fay turns up lot 2 for Ana — ok
         Fay undoes — ok
         Ana holds — nothing
         the gate — open
         Fay undoes — refused: NothingToUndo",
    );
}

#[test]
fn the_hand_of_somebody_who_leaves_lies_beside_the_board() {
    minutes(
        "Fay deals lot 2 to hands — ok
         Fay enters Cards — ok
         Ana holds — 21 22
         Ben holds — 23
         Ana gets up
         Ana sees Ana leave — refused: FacilitatorOnly
         Fay sees Ana leave — ok
         Gil sees Ana leave — refused: AlreadySo
         Ana holds — nothing
         the reserve — 21 22
         Ben places 21 at 400,300 — ok
         Ana places 22 at 700,300 — ok",
    );
}

#[test]
fn a_table_that_empties_mid_deal_loses_no_card() {
    minutes(
        "Fay deals lot 2 one by one — ok
         Fay turns up lot 2 for Ana — ok
         Ana gets up
         Ben gets up
         Fay sees Ana leave — ok
         the reserve — 21 23
         Fay turns up lot 2 for Ana — refused: NobodySeated
         Fay turns up lot 2 — ok
         the reserve — 21 22 23
         the gate — shut: 3 left
         Fay forces lot 1 to hands — refused: NobodySeated
         Cléo sits down
         Fay forces lot 1 to hands — ok
         Cléo holds — 11 12 13 14 15 16 17 18 19
         Fay gives Cléo a share — ok
         Cléo holds — 11 12 13 14 15 16 17 18 19 21 22 23",
    );
}

#[test]
fn giving_and_leaving_touch_no_card_on_the_table() {
    minutes(
        "Fay deals lot 2 to hands — ok
         Fay enters Cards — ok
         Ana places 21 at 400,300 — ok
         Fay sees Ana leave — ok
         the table — 21@400,300
         the reserve — 22
         Fay gives Ana a share — ok
         Ana holds — 22
         the table — 21@400,300",
    );
}
