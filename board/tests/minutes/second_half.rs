//! The second half: the board's story, what is drawn on it, and what the team decides.

use crate::table::{Table, minutes};
use board::*;

fn table_in(phase: &str) -> Table {
    minutes(&format!("Fay enters {phase} — ok"))
}

#[test]
fn a_board_has_one_story_that_anybody_tells_better() {
    table_in("Story").minutes(
        "the story — “”
         Ana tells We buy less — ok
         Ben tells We buy less and keep it — ok
         the story — “We buy less and keep it”
         Ana undoes — refused: NothingToUndo
         Ben undoes — ok
         the story — “We buy less”
         Ana undoes — ok
         the story — “”",
    );
}

#[test]
fn a_story_has_a_length() {
    table_in("Story").minutes(
        "Ana tells é*601 — refused: TooLong(600)
         Ana tells é*600 — ok
         Ana tells one\\ntwo — ok
         Ana tells \u{1b} — refused: Unprintable
         Ana tells — ok
         the story — “”",
    );
}

#[test]
fn drawings_are_rubbed_out_by_their_author_and_by_the_person_who_facilitates() {
    table_in("Story").minutes(
        "Ana draws 1 through 400,300 500,400 450,420 — ok
         Ana stamps 2 at 900,900 — ok
         Ben stamps 3 at 900,900 — ok
         the drawings — 1 of Ana 2 of Ana 3 of Ben
         Ben rubs 1 — refused: NotYours
         60 minutes pass
         Ana rubs 1 — ok
         Ana rubs 1 — refused: NoSuchStroke
         Fay rubs 3 — ok
         the drawings — 2 of Ana
         Fay undoes — ok
         the drawings — 2 of Ana 3 of Ben
         Ana undoes — ok
         the drawings — 1 of Ana 2 of Ana 3 of Ben",
    );
}

#[test]
fn what_is_drawn_is_taken_back_unless_it_was_rubbed_out_since() {
    table_in("Story").minutes(
        "Ana stamps 1 at 400,300 — ok
         Ana stamps 2 at 500,300 — ok
         Fay rubs 2 — ok
         Ana undoes — ok
         the drawings — nothing
         Ana undoes — refused: NothingToUndo
         Fay undoes — ok
         the drawings — 2 of Ana",
    );
}

#[test]
fn a_line_has_so_many_points_and_no_more() {
    table_in("Story").minutes(
        "Ana scribbles 1 of 128 points — ok
         Ana scribbles 2 of 129 points — refused: TooManyPoints
         Ana scribbles 3 of 30000 points — refused: TooManyPoints
         the drawings — 1 of Ana",
    );
}

#[test]
fn a_drawing_lies_on_the_table() {
    table_in("Story").minutes(
        "Ana draws 1 through 0,0 3200,1800 — ok
         Ana draws 2 through 0,0 3201,1800 — refused: OffTable
         Ana draws 3 through -1,0 10,10 — refused: OffTable
         Ana draws 4 through 10,10 10,1801 10,20 — refused: OffTable
         Ana stamps 5 at 3201,10 — refused: OffTable
         Ana stamps 6 at 3200,0 — ok
         the drawings — 1 of Ana 6 of Ana",
    );
}

#[test]
fn there_are_three_pens() {
    table_in("Story").minutes(
        "Ana draws 1 with pen 2 through 10,10 20,20 — ok
         Ana draws 2 with pen 3 through 10,10 20,20 — refused: Unprintable",
    );
}

#[test]
fn a_drawing_is_never_drawn_over_by_another_of_its_name() {
    table_in("Story").minutes(
        "Ana stamps 1 at 400,300 — ok
         Ben stamps 1 at 500,300 — refused: AlreadySo
         the drawings — 1 of Ana",
    );
}

#[test]
fn a_full_board_takes_no_more_drawings() {
    let mut document = table_in("Story").room.document().clone();
    let shape = Shape::Stamp { stamp: Stamp::Heart, at: MIDDLE };
    let stroke = |number| (StrokeId(1_000 + number), Stroke { shape: shape.clone(), author: ActorId(1) });
    document.strokes.extend((1..MAX_STROKES as u64).map(stroke));
    Table::with(document).minutes(
        "Ana stamps 1 at 400,300 — ok
         Ben stamps 2 at 400,300 — refused: Full
         Ana rubs 1 — ok
         Ben stamps 2 at 400,300 — ok
         Ana undoes — refused: NothingToUndo
         Ben rubs 2 — ok
         Ana undoes — ok",
    );
}

#[test]
fn drawing_is_closed_outside_its_phase() {
    table_in("Review").minutes(
        "Ana stamps 1 at 400,300 — refused: NotInThisPhase
         Fay enters Story — ok
         Ana stamps 1 at 400,300 — ok
         Fay enters Restitution — ok
         Ana rubs 1 — refused: NotInThisPhase
         Ana undoes — refused: NotInThisPhase
         Fay rubs 1 — ok",
    );
}

#[test]
fn the_team_decides_writes_again_and_drops() {
    table_in("Actions").minutes(
        "Ana decides 1 Repair — ok
         Ben decides 2 Share — ok
         Ben decides 1 Repair first — ok
         the actions — 1 “Repair first” 2 “Share”
         Ana drops 2 — ok
         Ben drops 2 — refused: NoSuchAction
         the actions — 1 “Repair first”
         Ana undoes — ok
         the actions — 1 “Repair first” 2 “Share”
         Ben undoes — ok
         the actions — 1 “Repair” 2 “Share”
         Ana undoes — ok
         the actions — 2 “Share”",
    );
}

#[test]
fn a_decision_says_something_in_so_many_characters() {
    table_in("Actions").minutes(
        "Ana decides 1 — refused: Empty
         Ana decides 1 é*121 — refused: TooLong(120)
         Ana decides 1 \u{7} — refused: Unprintable
         Ana owes 1 to é*61 — refused: TooLong(60)
         Ana owes 1 to é*60 — ok
         the actions — 1 “Repair”",
    );
    let mut table = table_in("Actions");
    let ask = |table: &mut Table, number: u128, what| {
        let id = OpId(uuid::Uuid::from_u128(1_000 + number));
        table.ask(crate::reading::person("Ana"), Intent::Do(Op::Act { action: ActionId(1), what }), id)
    };
    let repair = || Action { text: "Repair".into(), ..Action::default() };
    let long = |most: usize| "é".repeat(most + 1);
    assert_eq!(ask(&mut table, 1, Action { with: long(60), ..repair() }), "refused: TooLong(60)");
    assert_eq!(ask(&mut table, 2, Action { first_step: long(280), ..repair() }), "refused: TooLong(280)");
}

#[test]
fn effort_and_impact_go_from_one_to_five_whatever_bytes_come() {
    table_in("Actions").minutes(
        "Ana grades 1 effort 1 impact 5 — ok
         Ana grades 2 effort 0 impact 5 — refused: BadGrade
         Ana grades 2 effort 6 impact 5 — refused: BadGrade
         Ana grades 2 effort 1 impact 6 — refused: BadGrade
         Ana grades 2 effort 1 impact 127 — refused: BadGrade
         the actions — 1 “Repair”",
    );
}

#[test]
fn a_decision_is_due_on_a_day_that_has_not_passed() {
    let mut table = Table::new();
    // Noon at Greenwich on 25 November 2026.
    table.now = Millis(1_795_608_000_000);
    table.minutes(
        "Fay enters Actions — ok
         Ana decides 1 by 2026-11-25 Today — ok
         Ana decides 2 by 2026-11-24 Still today in the west — ok
         Ana decides 3 by 2026-11-23 Long ago — refused: InThePast
         Ana decides 4 by 1970-01-01 Very long ago — refused: InThePast
         Ana decides 5 by 9999-12-31 One day — ok
         the actions — 1 “Today” 2 “Still today in the west” 5 “One day”",
    );
}

#[test]
fn a_team_decides_so_many_things_and_no_more() {
    let mut document = table_in("Actions").room.document().clone();
    let what = Action { text: "Repair".into(), ..Action::default() };
    document.actions.extend((1..MAX_ACTIONS as u64).map(|number| (ActionId(1_000 + number), what.clone())));
    Table::with(document).minutes(
        "Ana decides 1 The last — ok
         Ben decides 2 One too many — refused: Full
         Ben decides 1 Said better — ok
         Ana drops 1 — ok
         Ben decides 2 The last — ok
         Ana undoes — refused: NothingToUndo
         Ben drops 2 — ok
         Ana undoes — ok",
    );
}
