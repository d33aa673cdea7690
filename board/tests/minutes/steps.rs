//! Steps of the script, and the clock.

use crate::table::minutes;
use board::{MAX_VISITS, Phase};

#[test]
fn a_step_sets_the_phase_and_the_clock() {
    minutes(
        "the time — not kept
         Fay enters Cards for 15 minutes — ok
         the time — 15:00 left
         8 minutes pass
         the time — 7:00 left
         Fay enters Links for 10 minutes — ok
         the time — 10:00 left
         the steps — Cards at 0:01 Links at 8:01
         Fay enters Break — ok
         the time — not kept",
    );
}

#[test]
fn a_step_is_entered_once_whoever_presses() {
    minutes(
        "Fay enters Cards for 15 minutes — ok
         2 minutes pass
         Fay enters Cards for 15 minutes — refused: AlreadySo
         Gil enters Cards for 15 minutes — refused: AlreadySo
         the time — 13:00 left
         the steps — Cards at 0:01",
    );
}

#[test]
fn a_step_can_be_entered_again_after_another() {
    minutes(
        "Fay enters Cards for 15 minutes — ok
         Gil enters Links for 15 minutes — ok
         1 minutes pass
         Fay enters Cards for 5 minutes — ok
         the time — 5:00 left
         the steps — Cards at 0:01 Links at 0:01 Cards at 1:01",
    );
}

#[test]
fn two_people_who_add_five_minutes_at_once_add_five_minutes() {
    minutes(
        "Fay enters Cards for 15 minutes — ok
         5 minutes pass
         Fay and Gil add 5 minutes at once — ok, then refused: AlreadySo
         the time — 15:00 left
         Gil adds 5 minutes — ok
         the time — 20:00 left",
    );
}

#[test]
fn a_minute_more_counts_from_now_once_time_is_up() {
    minutes(
        "Fay enters Cards for 2 minutes — ok
         5 minutes pass
         the time — 3:00 over
         Fay adds 1 minutes — ok
         the time — 1:00 left",
    );
}

#[test]
fn time_that_is_held_stands_still() {
    minutes(
        "Fay enters Cards for 15 minutes — ok
         5 minutes pass
         Fay holds the time — ok
         Gil holds the time — refused: AlreadySo
         the time — 10:00 left, held
         4 minutes pass
         the time — 10:00 left, held
         Fay adds 1 minutes — ok
         the time — 11:00 left, held
         Gil lets the time go — ok
         Fay lets the time go — refused: AlreadySo
         1 minutes pass
         the time — 10:00 left
         Fay sets no time — ok
         the time — not kept
         Gil sets no time — refused: AlreadySo",
    );
}

#[test]
fn somebody_who_looks_late_sees_what_is_left() {
    let mut table = minutes("Fay enters Cards for 15 minutes — ok");
    for left in (1..=15).rev() {
        table.minutes(&format!("the time — {left}:00 left\n1 minutes pass"));
    }
    table.minutes(
        "the time — 0:00 left
         1 minutes pass
         the time — 1:00 over",
    );
}

#[test]
fn a_clock_runs_for_a_day_at_most() {
    minutes(
        "Fay enters Cards for 1441 minutes — refused: BadTime
         Fay enters Cards for 65535 minutes — refused: BadTime
         Fay enters Cards for 1440 minutes — ok
         Fay adds 1 minutes — refused: BadTime
         Fay holds the time at 86400001 — refused: BadTime
         Fay holds the time at 86400000 — ok
         Fay sets the time to 86401001 — refused: BadTime
         Fay sets the time to 86401000 — ok
         the time — 1440:00 left",
    );
}

#[test]
fn time_is_not_set_to_an_end_long_past() {
    let mut table = minutes("Fay enters Cards — ok");
    for _ in 0..2 {
        table.minutes("1000 minutes pass");
    }
    table.minutes(
        "Fay sets the time to 1000 — refused: BadTime
         Fay sets the time to 119000000 — ok
         the time — 16:41 over",
    );
}

#[test]
fn a_pause_holds_people_and_not_the_time() {
    minutes(
        "Fay enters Links for 15 minutes — ok
         Fay pauses — ok
         Gil pauses — refused: AlreadySo
         5 minutes pass
         the time — 10:00 left
         Gil goes on — ok
         Fay goes on — refused: AlreadySo",
    );
}

#[test]
fn a_board_remembers_its_last_steps() {
    let mut table = minutes("");
    for turn in 0..=MAX_VISITS {
        let phase = [Phase::Cards, Phase::Links][turn % 2];
        table.minutes(&format!("Fay enters {phase:?} — ok\n1 minutes pass"));
    }
    let visits = &table.room.document().visits;
    assert_eq!((visits.len(), visits[0].phase), (MAX_VISITS, Phase::Links), "the first one is forgotten");
}

#[test]
fn a_step_is_not_taken_back_by_whoever_entered_it() {
    minutes(
        "Fay enters Cards for 15 minutes — ok
         Fay adds 5 minutes — ok
         Fay undoes — refused: NothingToUndo",
    );
}
