//! Taking back: one's own, the last that still makes sense, with the rights of the moment.

use crate::table::{Table, minutes};
use board::{ActorId, CardId, Link, LinkId, LinkKind, MAX_LINKS, MAX_NOTES, MAX_UNDO, Millis, Note, NoteId, TABLE};

/// 11, 12 and 13 were placed by the person who facilitates; Ana and Ben have done nothing yet.
fn set_table() -> Table {
    minutes(
        "Fay deals lot 1 to table — ok
         Fay enters Links — ok
         Fay places 11 at 400,300 — ok
         Fay places 12 at 700,300 — ok
         Fay places 13 at 1000,300 — ok",
    )
}

#[test]
fn there_may_be_nothing_to_take_back() {
    set_table().minutes("Ana undoes — refused: NothingToUndo");
}

#[test]
fn each_person_takes_back_their_own() {
    set_table().minutes(
        "Ana moves 11 to 400,400 — ok
         Ben moves 12 to 700,400 — ok
         Ana undoes — ok
         the table — 11@400,300 12@700,400 13@1000,300
         Ana undoes — refused: NothingToUndo",
    );
}

#[test]
fn everything_a_participant_does_can_be_taken_back() {
    set_table().minutes(
        "Ana notes 1 at 400,900 Water? — ok
         Ana places 14 at 1300,300 — ok
         Ana moves 14 to 1300,400 — ok
         Ana links 13>14 because so — ok
         Ana changes 13>14 reduces because no — ok
         Ana unlinks 13>14 — ok
         Ana returns 14 — ok
         Ana holds — 14
         Ana undoes — ok
         Ana undoes — ok
         the links — 13>14 Reduces “no” of Ana
         Ana undoes — ok
         the links — 13>14 LeadsTo “so” of Ana
         Ana undoes — ok
         the links — nothing
         Ana undoes — ok
         the table — 11@400,300 12@700,300 13@1000,300 14@1300,300
         Ana undoes — ok
         the table — 11@400,300 12@700,300 13@1000,300
         the notes — 1@400,900 “Water?” of Ana
         Ana undoes — ok
         the notes — nothing
         Ana undoes — refused: NothingToUndo",
    );
}

#[test]
fn an_erased_note_and_an_old_title_come_back() {
    set_table().minutes(
        "Fay enters Story — ok
         Ana titles First — ok
         Ana titles Second — ok
         Ana notes 1 at 400,900 Water? — ok
         Ana notes 1 at 400,900 Fire? — ok
         Ana erases 1 — ok
         Ana undoes — ok
         Ana undoes — ok
         the notes — 1@400,900 “Water?” of Ana
         Ana undoes — ok
         Ana undoes — ok
         the title — “First”
         Ana undoes — ok
         the title — “”",
    );
}

#[test]
fn what_somebody_else_changed_since_is_skipped() {
    set_table().minutes(
        "Ana moves 11 to 400,400 — ok
         Ana moves 12 to 700,400 — ok
         Ben moves 12 to 700,500 — ok
         Ana undoes — ok
         the table — 11@400,300 12@700,500 13@1000,300
         Ana undoes — refused: NothingToUndo",
    );
}

#[test]
fn what_was_skipped_is_not_taken_back_later() {
    set_table().minutes(
        "Ana moves 11 to 400,400 — ok
         Ana moves 12 to 700,400 — ok
         Ben moves 12 to 700,500 — ok
         Ana undoes — ok
         Ben undoes — ok
         the table — 11@400,300 12@700,400 13@1000,300
         Ana undoes — refused: NothingToUndo",
    );
}

#[test]
fn what_changed_nothing_is_not_taken_back() {
    set_table().minutes(
        "Ana moves 11 to 400,400 — ok
         Ana moves 11 to 400,400 — ok
         Ana undoes — ok
         the table — 11@400,300 12@700,300 13@1000,300",
    );
}

#[test]
fn a_card_that_was_linked_since_stays_on_the_table() {
    set_table().minutes(
        "Ana places 14 at 1300,300 — ok
         Ben links 13>14 — ok
         Ana undoes — refused: NothingToUndo
         Ben unlinks 13>14 — ok
         Ana undoes — ok
         the reserve — 14 15 16 17 18 19",
    );
}

#[test]
fn a_linked_card_moves_back() {
    set_table().minutes(
        "Ana moves 13 to 1000,400 — ok
         Ben links 12>13 — ok
         Ana undoes — ok
         the table — 11@400,300 12@700,300 13@1000,300",
    );
}

#[test]
fn a_link_does_not_come_back_to_a_card_that_left() {
    set_table().minutes(
        "Ana links 11>12 — ok
         Ana unlinks 11>12 — ok
         Ben returns 12 — ok
         Ana undoes — refused: NothingToUndo
         Ben places 12 at 700,300 — ok
         Ana undoes — ok
         the links — 11>12 LeadsTo “” of Ana",
    );
}

#[test]
fn a_link_does_not_come_back_against_the_link_the_other_way_round() {
    set_table().minutes(
        "Ana links 11>12 — ok
         Ana unlinks 11>12 — ok
         Ben links 12>11 — ok
         Ana undoes — refused: NothingToUndo
         the links — 12>11 LeadsTo “” of Ben",
    );
}

#[test]
fn nothing_comes_back_to_a_board_that_is_full() {
    let mut document = set_table().room.document().clone();
    let link = Link { kind: LinkKind::LeadsTo, because: String::new(), author: ActorId(6), at: Millis(0), ink: false };
    let id = |number: u16| LinkId { cause: CardId(1_000 + number), consequence: CardId(9_000) };
    document.links.extend((1..MAX_LINKS as u16).map(|number| (id(number), link.clone())));
    let note = Note { spot: TABLE, text: "…".into(), question: false, author: ActorId(6), at: Millis(0) };
    document.notes.extend((1..MAX_NOTES as u64).map(|number| (NoteId(1_000 + number), note.clone())));
    Table::with(document).minutes(
        "Ana links 11>12 — ok
         Ana unlinks 11>12 — ok
         Ana notes 1 at 400,900 The last — ok
         Ana erases 1 — ok
         Ben links 12>13 — ok
         Ben notes 2 at 400,900 The last — ok
         Ana undoes — refused: NothingToUndo
         Ben undoes — ok
         Ana undoes — ok
         Ben undoes — ok
         Ana undoes — ok
         Ana undoes — ok",
    );
}

#[test]
fn a_link_of_somebody_else_taken_away_comes_back_with_its_author() {
    set_table().minutes(
        "Ana links 11>12 — ok
         11 minutes pass
         Fay unlinks 11>12 — ok
         Fay undoes — ok
         the links — 11>12 LeadsTo “” of Ana
         Ana unlinks 11>12 — refused: TooLate",
    );
}

#[test]
fn taking_back_needs_the_right_to_do_it_now() {
    set_table().minutes(
        "Ana moves 11 to 400,400 — ok
         Ana links 11>12 — ok
         Fay enters Cards — ok
         Ana undoes — refused: NotInThisPhase
         Fay enters Story — ok
         Ana undoes — refused: NotInThisPhase
         Fay enters Review — ok
         Fay pauses — ok
         Ana undoes — refused: Paused
         Fay goes on — ok
         Ana undoes — ok
         Ana undoes — ok
         the table — 11@400,300 12@700,300 13@1000,300",
    );
}

#[test]
fn phases_and_pauses_are_not_taken_back() {
    set_table().minutes(
        "Fay moves 11 to 400,400 — ok
         Fay pauses — ok
         Fay enters Review — ok
         Fay undoes — ok
         the table — 11@400,300 12@700,300 13@1000,300
         Ana moves 11 to 500,500 — refused: Paused",
    );
}

#[test]
fn a_deal_goes_back_whole_while_none_of_its_cards_is_placed() {
    minutes(
        "Fay deals lot 1 to hands — ok
         Fay undoes — ok
         Ana holds — nothing
         Fay deals lot 1 to table — ok
         Fay enters Cards — ok
         Ana places 11 at 400,300 — ok
         Fay undoes — refused: NothingToUndo
         Ana undoes — ok
         Fay undoes — ok
         the reserve — nothing
         Fay deals lot 1 to hands — ok",
    );
}

#[test]
fn a_deal_whose_backs_were_read_stays() {
    minutes(
        "Fay deals lot 1 to table — ok
         Fay opens lot 1 — ok
         Fay undoes — refused: NothingToUndo",
    );
}

#[test]
fn a_person_takes_back_their_last_ops_up_to_a_limit() {
    let mut table = set_table();
    for step in 0..=MAX_UNDO {
        table.minutes(&format!("Ana moves 11 to {},400 — ok", 400 + step));
    }
    assert_eq!(table.room.document().undo[&ActorId(1)].len(), MAX_UNDO);
    for _ in 0..MAX_UNDO {
        table.minutes("Ana undoes — ok");
    }
    table.minutes(
        "the table — 11@400,400 12@700,300 13@1000,300
         Ana undoes — refused: NothingToUndo",
    );
}
