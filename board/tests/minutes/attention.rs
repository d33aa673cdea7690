//! Where eyes are led: frames, questions to the table, the stage; and who took what part.

use crate::table::{Table, minutes};
use board::{Hint, MAX_HINTS, Millis};

/// 11, 12 and 13 lie on the table, 11>12 is drawn.
fn set_table() -> Table {
    minutes(
        "Fay deals lot 1 to table — ok
         Fay enters Links — ok
         Ana places 11 at 400,300 — ok
         Ana places 12 at 700,300 — ok
         Ben places 13 at 1000,300 — ok
         Ana links 11>12 — ok",
    )
}

#[test]
fn views_are_led_to_cards_and_let_go() {
    set_table().minutes(
        "Fay frames 11 12 — ok
         the frame — 11 12
         Gil frames 11 12 — refused: AlreadySo
         Gil frames 13 — ok
         the frame — 13
         Fay frames nothing — ok
         the frame — nothing
         Gil frames nothing — refused: AlreadySo",
    );
}

#[test]
fn views_are_let_go_when_the_next_step_begins() {
    set_table().minutes(
        "Fay frames 11 — ok
         Fay enters Review — ok
         the frame — nothing",
    );
}

#[test]
fn views_are_not_led_to_cards_that_are_not_dealt() {
    set_table().minutes(
        "Fay frames 21 — refused: NotDealt
         Fay frames 11 21 — refused: NotDealt
         Fay hints at 21 Why? — refused: NotDealt",
    );
    let mut crowd = String::from("Fay frames");
    (0..201).for_each(|_| crowd += " 11");
    set_table().minutes(&format!("{crowd} — refused: Full"));
}

#[test]
fn a_table_is_shown_its_last_question_until_the_next_step() {
    set_table().minutes(
        "the question — nothing
         Fay hints at 11 Where from? — ok
         the question — “Where from?” about 11
         Gil hints at 12 And then? — ok
         the question — “And then?” about 12
         1 minutes pass
         Fay enters Review — ok
         the question — nothing",
    );
}

#[test]
fn a_question_to_the_table_says_something() {
    set_table().minutes(
        "Fay hints at 11 — refused: Empty
         Fay hints at 11 é*281 — refused: TooLong(280)
         Fay hints at 11 \u{7} — refused: Unprintable",
    );
}

#[test]
fn a_table_is_asked_so_many_questions_and_no_more() {
    let mut document = set_table().room.document().clone();
    let hint = Hint { at: Millis(0), cards: Vec::new(), text: "Why?".into() };
    document.hints.extend((1..MAX_HINTS).map(|_| hint.clone()));
    Table::with(document).minutes(
        "Fay hints at 11 The last — ok
         Fay hints at 11 One too many — refused: Full",
    );
}

#[test]
fn a_table_presents_its_links_one_after_the_other() {
    set_table().minutes(
        "the stage — nothing
         Fay presents — ok
         the stage — since 0:01
         Gil presents — refused: AlreadySo
         1 minutes pass
         Fay presents 11>12 — ok
         the stage — 11>12 since 1:01
         Gil presents 11>12 — refused: AlreadySo
         Fay presents 12>11 — refused: NoSuchLink
         Fay leaves the stage — ok
         the stage — nothing
         Gil leaves the stage — refused: AlreadySo",
    );
}

#[test]
fn a_link_that_goes_while_it_is_told_leaves_the_table_on_stage() {
    set_table().minutes(
        "Fay presents 11>12 — ok
         Ana unlinks 11>12 — ok
         the stage — since 0:01
         Ana undoes — ok
         the stage — since 0:01
         Fay presents 11>12 — ok
         Ana turns 11>12 round — ok
         the stage — since 0:01",
    );
}

#[test]
fn part_is_taken_by_placing_and_linking() {
    set_table().minutes(
        "the parts — Ana placed 2 linked 1 last at 0:01 Ben placed 1 linked 0 last at 0:01 Fay placed 0 linked 0 last at 0:01
         3 minutes pass
         Ben moves 13 to 1000,400 — ok
         Cléo places 21 at 400,900 — refused: NotDealt
         the parts — Ana placed 2 linked 1 last at 0:01 Ben placed 1 linked 0 last at 3:01 Fay placed 0 linked 0 last at 0:01",
    );
}
