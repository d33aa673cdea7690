//! Links that carry thought: ink and pencil, opinions, stars, and links turned round; and boards laid out.

use crate::table::{Table, minutes};

/// Four cards in a row on the table, three links from each to the next.
fn set_table() -> Table {
    minutes(
        "Fay deals lot 1 to table — ok
         Fay enters Review — ok
         Fay places 11 at 400,300 — ok
         Fay places 12 at 700,300 — ok
         Fay places 13 at 1000,300 — ok
         Fay places 14 at 1300,300 — ok
         Ana links 11>12 — ok
         Ana links 12>13 — ok
         Ana links 13>14 — ok",
    )
}

#[test]
fn a_link_is_in_ink_once_the_table_agrees_and_can_be_pencil_again() {
    set_table().minutes(
        "Ben inks 11>12 — ok
         Cléo inks 11>12 — refused: AlreadySo
         the links — 11>12 LeadsTo “” of Ana in ink 12>13 LeadsTo “” of Ana 13>14 LeadsTo “” of Ana
         Cléo changes 11>12 reduces because less — ok
         the links — 11>12 Reduces “less” of Ana in ink 12>13 LeadsTo “” of Ana 13>14 LeadsTo “” of Ana
         Cléo pencils 11>12 — ok
         Ben pencils 11>12 — refused: AlreadySo
         Ben inks 11>14 — refused: NoSuchLink
         Ben pencils 11>14 — refused: NoSuchLink",
    );
}

#[test]
fn each_person_has_one_opinion_of_a_link() {
    set_table().minutes(
        "Ana agrees with 11>12 — ok
         Ana agrees with 11>12 — refused: AlreadySo
         Ben disagrees with 11>12 — ok
         Cléo agrees with 11>12 — ok
         Cléo agrees with 13>14 — ok
         the opinions — 11>12 +2 -1 12>13 +0 -0 13>14 +1 -0
         Ana disagrees with 11>12 — ok
         Ben thinks nothing of 11>12 — ok
         Ben thinks nothing of 11>12 — refused: AlreadySo
         the opinions — 11>12 +1 -1 12>13 +0 -0 13>14 +1 -0
         Ana agrees with 12>11 — refused: NoSuchLink
         Ana thinks nothing of 12>11 — refused: NoSuchLink",
    );
}

#[test]
fn an_opinion_that_nobody_has_leaves_nothing_behind() {
    let mut table = set_table();
    table.minutes(
        "Ana agrees with 11>12 — ok
         Ana thinks nothing of 11>12 — ok",
    );
    assert!(table.room.document().stances.is_empty());
}

#[test]
fn a_table_stars_three_links_and_no_more() {
    set_table().minutes(
        "Ana links 11>14 — ok
         Ana stars 11>12 — ok
         Ben stars 11>12 — refused: AlreadySo
         Ben stars 12>13 — ok
         Cléo stars 13>14 — ok
         Dan stars 11>14 — refused: ThreeStars
         Fay stars 11>14 — refused: ThreeStars
         Dan unstars 12>13 — ok
         Dan unstars 12>13 — refused: AlreadySo
         Dan stars 11>14 — ok
         Dan stars 14>11 — refused: NoSuchLink
         the stars — 11>12 11>14 13>14",
    );
}

#[test]
fn a_link_that_goes_takes_its_opinions_and_its_star_along() {
    set_table().minutes(
        "Ben agrees with 11>12 — ok
         Ben stars 11>12 — ok
         Ana unlinks 11>12 — ok
         the stars — nothing
         Ana undoes — ok
         the links — 11>12 LeadsTo “” of Ana 12>13 LeadsTo “” of Ana 13>14 LeadsTo “” of Ana
         the opinions — 11>12 +0 -0 12>13 +0 -0 13>14 +0 -0
         the stars — nothing",
    );
}

#[test]
fn a_link_turned_round_says_the_same_and_loses_its_opinions_and_its_star() {
    set_table().minutes(
        "Ana changes 11>12 enables because so — ok
         Ben agrees with 11>12 — ok
         Ben stars 11>12 — ok
         Ben turns 11>12 round — ok
         the links — 12>11 Enables “so” of Ana 12>13 LeadsTo “” of Ana 13>14 LeadsTo “” of Ana
         the opinions — 12>11 +0 -0 12>13 +0 -0 13>14 +0 -0
         the stars — nothing
         Ben turns 11>12 round — refused: NoSuchLink
         Ben undoes — ok
         the links — 11>12 Enables “so” of Ana 12>13 LeadsTo “” of Ana 13>14 LeadsTo “” of Ana
         the stars — nothing",
    );
}

#[test]
fn two_people_who_turn_a_link_round_at_once_turn_it_once() {
    set_table().minutes(
        "Ana turns 11>12 round — ok
         Ben turns 11>12 round — refused: NoSuchLink
         Ben undoes — refused: NothingToUndo",
    );
}

#[test]
fn a_link_is_not_turned_back_once_somebody_has_said_it_better() {
    set_table().minutes(
        "Ben turns 11>12 round — ok
         Cléo changes 12>11 because it cools — ok
         Ben undoes — refused: NothingToUndo
         Cléo undoes — ok
         Ben undoes — ok
         the links — 11>12 LeadsTo “” of Ana 12>13 LeadsTo “” of Ana 13>14 LeadsTo “” of Ana",
    );
}

#[test]
fn a_link_drawn_anew_is_not_turned_by_whoever_turned_the_old_one() {
    set_table().minutes(
        "Ben turns 11>12 round — ok
         Ana unlinks 12>11 — ok
         1 minutes pass
         Cléo links 12>11 — ok
         Ben undoes — refused: NothingToUndo",
    );
}

#[test]
fn a_second_link_between_two_cards_is_the_same_link() {
    set_table().minutes(
        "Ben links 11>12 because it heats — refused: AlreadyLinked
         Ben changes 11>12 because it heats — ok
         Ben links 12>11 — refused: ReverseLinked
         Ben turns 11>12 round — ok
         Ben links 11>12 — refused: ReverseLinked
         the links — 12>11 LeadsTo “it heats” of Ana 12>13 LeadsTo “” of Ana 13>14 LeadsTo “” of Ana",
    );
}

#[test]
fn a_board_is_laid_out_once_and_as_it_was_again() {
    let mut table = set_table();
    table.minutes(
        "Ana moves 14 to 400,310 — ok
         Ben lays out — ok
         Ben lays out — refused: AlreadySo
         Cléo lays out — refused: AlreadySo
         the table — 11@1000,900 12@1400,900 13@1800,900 14@2200,900
         Ana undoes — ok
         the links — 11>12 LeadsTo “” of Ana 12>13 LeadsTo “” of Ana
         Ben undoes — ok
         the table — 11@400,300 12@700,300 13@1000,300 14@400,310
         Ben undoes — refused: NothingToUndo",
    );
}

#[test]
fn a_card_that_was_moved_since_stays_when_the_board_goes_back() {
    set_table().minutes(
        "Ben lays out — ok
         Ana moves 13 to 1900,500 — ok
         Ben undoes — ok
         the table — 11@400,300 12@700,300 13@1900,500 14@1300,300",
    );
}

#[test]
fn laying_out_is_moving_and_needs_the_same_right() {
    set_table().minutes(
        "Fay pauses — ok
         Ana lays out — refused: Paused
         Fay goes on — ok
         Fay enters Story — ok
         Ana lays out — refused: NotInThisPhase
         Sam lays out — refused: LooksOn
         Pia lays out — refused: LooksOn
         Fay lays out — ok
         Fay enters Review — ok
         Ana moves 11 to 400,400 — ok
         Ana lays out — ok
         Fay enters Story — ok
         Ana undoes — refused: NotInThisPhase",
    );
    minutes("Fay lays out — refused: AlreadySo");
}
