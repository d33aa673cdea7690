//! What the table refuses, one reason after the other.

use crate::table::{Table, minutes};
use board::*;

/// Lot 1 lies in the reserve, 11, 12 and 13 are on the table, and links may be drawn.
fn set_table() -> Table {
    minutes(
        "Fay deals lot 1 to table — ok
         Fay enters Links — ok
         Ana places 11 at 400,300 — ok
         Ana places 12 at 700,300 — ok
         Ben places 13 at 1000,300 — ok",
    )
}

#[test]
fn a_card_that_is_not_dealt_cannot_be_placed() {
    set_table().minutes("Ana places 21 at 400,300 — refused: NotDealt");
}

#[test]
fn a_card_is_placed_once_then_moved_by_anybody() {
    set_table().minutes(
        "Ben places 11 at 500,500 — refused: AlreadyPlaced
         Ben moves 11 to 500,500 — ok
         Ben moves 14 to 500,500 — refused: NotOnTable
         the table — 11@500,500 12@700,300 13@1000,300",
    );
}

#[test]
fn a_card_in_somebody_s_hand_is_placed_by_them_or_by_the_person_who_facilitates() {
    let mut table = Table::new();
    table.seated = vec![ActorId(1)];
    table.minutes(
        "Fay deals lot 2 to hands — ok
         Fay enters Cards — ok
         Ben places 21 at 400,300 — refused: InAnotherHand
         Ana places 21 at 400,300 — ok
         Fay places 22 at 700,300 — ok
         Ana holds — 23",
    );
}

#[test]
fn a_card_returns_to_the_hand_of_whoever_takes_it() {
    set_table().minutes(
        "Ben returns 11 — ok
         Ben holds — 11
         Ana returns 11 — refused: NotOnTable
         Ana places 11 at 400,300 — refused: InAnotherHand",
    );
}

#[test]
fn a_linked_card_stays_on_the_table() {
    set_table().minutes(
        "Ana links 11>12 — ok
         Ana returns 11 — refused: StillLinked
         Fay returns 12 — refused: StillLinked
         Ana unlinks 11>12 — ok
         Ana returns 11 — ok",
    );
}

#[test]
fn the_centre_of_a_card_leaves_room_for_the_card() {
    set_table().minutes(
        "Ana moves 11 to 105,75 — ok
         Ana moves 11 to 104,75 — refused: OffTable
         Ana moves 11 to 105,74 — refused: OffTable
         Ana moves 11 to 3095,1725 — ok
         Ana moves 11 to 3096,1725 — refused: OffTable
         Ana moves 11 to 3095,1726 — refused: OffTable
         Ana moves 11 to -32768,32767 — refused: OffTable
         Fay places 14 at 0,0 — refused: OffTable
         Ana notes 1 at 3200,900 Here? — refused: OffTable
         the table — 11@3095,1725 12@700,300 13@1000,300",
    );
}

#[test]
fn a_card_cannot_cause_itself() {
    set_table().minutes("Ana links 11>11 — refused: SelfLink");
}

#[test]
fn both_ends_of_a_link_lie_on_the_table() {
    set_table().minutes(
        "Ana links 11>14 — refused: NotOnTable
         Ana links 14>11 — refused: NotOnTable
         Ana links 11>99 — refused: NotOnTable",
    );
}

#[test]
fn there_is_one_link_between_two_cards_and_one_way() {
    set_table().minutes(
        "Ana links 11>12 because it heats — ok
         Ben links 11>12 reduces — refused: AlreadyLinked
         Ben links 12>11 — refused: ReverseLinked
         Ben links 12>13 — ok
         Ben links 13>11 — ok
         the links — 11>12 LeadsTo “it heats” of Ana 12>13 LeadsTo “” of Ben 13>11 LeadsTo “” of Ben",
    );
}

#[test]
fn anybody_may_say_a_link_better_and_it_stays_its_author_s() {
    set_table().minutes(
        "Ben changes 11>12 enables because of that — refused: NoSuchLink
         Ana links 11>12 because it heats — ok
         Ben changes 11>12 enables because of that — ok
         the links — 11>12 Enables “of that” of Ana
         Ben unlinks 11>12 — refused: NotYours",
    );
}

#[test]
fn a_link_is_taken_away_by_its_author_for_ten_minutes_and_by_the_person_who_facilitates() {
    set_table().minutes(
        "Ana links 11>12 — ok
         Ana links 12>13 — ok
         Ben unlinks 11>12 — refused: NotYours
         10 minutes pass
         Ana unlinks 11>12 — ok
         1 minutes pass
         Ana unlinks 12>13 — refused: TooLate
         Fay unlinks 12>13 — ok
         Fay unlinks 12>13 — refused: NoSuchLink",
    );
}

#[test]
fn a_note_is_taken_away_by_its_author_for_ten_minutes_and_by_the_person_who_facilitates() {
    set_table().minutes(
        "Ana notes 1 at 400,900 Water? — ok
         Ana asks 2 at 700,900 Why? — ok
         the notes — 1@400,900 “Water?” of Ana 2@700,900 “Why?”? of Ana
         Ben erases 1 — refused: NotYours
         10 minutes pass
         Ana erases 1 — ok
         1 minutes pass
         Ana erases 2 — refused: TooLate
         Fay erases 2 — ok
         Fay erases 2 — refused: NoSuchNote",
    );
}

#[test]
fn a_clock_that_goes_back_does_not_make_it_late() {
    let mut table = set_table();
    table.minutes("Ana links 11>12 — ok");
    table.now = Millis(0);
    table.minutes("Ana unlinks 11>12 — ok");
}

#[test]
fn a_note_written_again_keeps_its_author_and_its_age() {
    set_table().minutes(
        "Ana notes 1 at 400,900 Water? — ok
         6 minutes pass
         Ben notes 1 at 500,900 Water! — ok
         the notes — 1@500,900 “Water!” of Ana
         Ben erases 1 — refused: NotYours
         6 minutes pass
         Ana erases 1 — refused: TooLate",
    );
}

#[test]
fn a_note_says_something() {
    set_table().minutes(
        "Ana notes 1 at 400,900 \\n — refused: Empty
         Ana notes 1 at 400,900 — refused: Empty",
    );
}

#[test]
fn texts_are_counted_in_characters_not_in_bytes() {
    set_table().minutes(
        "Ana links 11>12 because é*281 — refused: TooLong(280)
         Ana links 11>12 because 🌱*280 — ok
         Ana changes 11>12 because é*281 — refused: TooLong(280)
         Ana changes 11>12 because é*280 — ok
         Ana notes 1 at 400,900 é*281 — refused: TooLong(280)
         Ana notes 1 at 400,900 é*280 — ok
         Fay titles é*121 — refused: TooLong(120)
         Fay titles é*120 — ok
         Fay titles — ok
         the title — “”",
    );
}

#[test]
fn texts_hold_no_characters_that_cannot_be_shown() {
    set_table().minutes(
        "Ana notes 1 at 400,900 one\\ntwo — ok
         Ana notes 2 at 400,900 one\\ttwo — refused: Unprintable
         Ana notes 2 at 400,900 one\u{0}two — refused: Unprintable
         Ana links 11>12 because \u{1b}[31m — refused: Unprintable
         Ana notes 2 at 400,900 one\u{202e}two — refused: Unprintable
         Ana notes 2 at 400,900 one\u{2066}two — refused: Unprintable
         Ana notes 2 at 400,900 سارة 👩\u{200d}🚀 דנה\u{200f} — ok
         Fay titles \u{7f} — refused: Unprintable",
    );
}

#[test]
fn a_full_board_takes_no_more_links() {
    let mut document = set_table().room.document().clone();
    let link = Link { kind: LinkKind::LeadsTo, because: String::new(), author: ActorId(1), at: Millis(0), ink: false };
    let id = |number: u16| LinkId { cause: CardId(1_000 + number), consequence: CardId(9_000) };
    document.links.extend((1..MAX_LINKS as u16).map(|number| (id(number), link.clone())));
    Table::with(document).minutes(
        "Ana links 11>12 — ok
         Ana links 12>13 — refused: Full
         Ana changes 11>12 because it heats — ok
         Ana unlinks 11>12 — ok
         Ana links 12>13 — ok",
    );
}

#[test]
fn a_full_board_takes_no_more_notes() {
    let mut document = set_table().room.document().clone();
    let note = Note { spot: TABLE, text: "…".into(), question: false, author: ActorId(2), at: Millis(0) };
    document.notes.extend((1..MAX_NOTES as u64).map(|number| (NoteId(1_000 + number), note.clone())));
    Table::with(document).minutes(
        "Ana notes 1 at 400,900 The last — ok
         Ana notes 2 at 400,900 One too many — refused: Full
         Ana notes 1 at 400,900 Said better — ok
         Ana erases 1 — ok
         Ana notes 2 at 400,900 The last — ok",
    );
}
