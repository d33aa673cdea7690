//! Afterwards: what a log says about how its board was played.

use crate::table::minutes;
use board::key::{Expected, Key, Level, Misconception, Nature};
use board::*;
use std::collections::BTreeSet;

/// 11>12 and 12>13 are essential, 13>14 is accepted, 14>11 is a misconception.
fn key() -> Key {
    let link = |cause, consequence| LinkId { cause: CardId(cause), consequence: CardId(consequence) };
    let expected = |level| Expected { kind: LinkKind::LeadsTo, level, why: "parce que".into() };
    let trap =
        Misconception { belief: "?".into(), nature: Nature::Reversed, reason: "!".into(), path: vec![CardId(11)] };
    Key {
        expected: [
            (link(11, 12), expected(Level::Essential)),
            (link(12, 13), expected(Level::Essential)),
            (link(13, 14), expected(Level::Accepted)),
        ]
        .into(),
        misconceptions: [(link(14, 11), trap)].into(),
    }
}

fn list(links: &[LinkId]) -> String {
    let told: Vec<_> = links.iter().map(|link| format!("{}>{}", link.cause, link.consequence)).collect();
    told.join(" ")
}

/// Four cards lie on the table, and Ana has placed them.
const TABLE: &str = "Fay deals lot 1 to table — ok
    Fay enters Links for 10 minutes — ok
    Ana places 11 at 400,300 — ok
    Ana places 12 at 800,300 — ok
    Ana places 13 at 1200,300 — ok
    Ana places 14 at 1600,300 — ok
    ";

/// What somebody reads afterwards of a table at which this happened.
#[track_caller]
fn read(text: &str) -> Retrospect {
    let table = minutes(&format!("{TABLE}{text}"));
    let told = Retrospect::of(&table.log, table.now, &BTreeSet::new());
    assert_eq!(&told.document, table.room.document(), "it is the board");
    told
}

/// What the board has of the key, in one line.
#[track_caller]
fn found(text: &str) -> String {
    let found = read(text).findings(&key());
    let traps = found.misconceptions.iter().map(|(link, stays)| (*link, if *stays { " stays" } else { " went" }));
    let traps: Vec<_> = traps.map(|(link, after)| list(&[link]) + after).collect();
    let (alone, hinted, missing) = (list(&found.alone), list(&found.hinted), list(&found.missing));
    format!(
        "alone [{alone}] hinted [{hinted}] missing [{missing}] traps [{}] others {:?}",
        traps.join(", "),
        found.others
    )
}

#[test]
fn a_link_found_before_anybody_asked_is_found_alone() {
    let said = found(
        "Ana links 11>12 — ok
         Fay hints at 11 What follows? — ok
         Fay hints at 12 and 13 Look at both — ok
         Ben links 12>13 — ok",
    );
    assert_eq!(said, "alone [11>12] hinted [12>13] missing [] traps [] others (0, 0)");
}

#[test]
fn a_question_about_other_cards_is_no_help() {
    let said = found(
        "Fay hints at 13 What follows? — ok
         Fay hints at 12 What follows? — ok
         Ana links 11>12 — ok",
    );
    assert_eq!(said, "alone [11>12] hinted [] missing [12>13] traps [] others (0, 0)", "12 is its consequence");
}

#[test]
fn a_link_that_was_found_alone_and_drawn_again_after_a_question_was_found_alone() {
    let said = found(
        "Ana links 11>12 — ok
         Ana undoes — ok
         Fay hints at 11 What follows? — ok
         Ben links 11>12 — ok",
    );
    assert_eq!(said, "alone [11>12] hinted [] missing [12>13] traps [] others (0, 0)");
}

#[test]
fn a_link_that_was_turned_round_is_found_then() {
    let said = found(
        "Ana links 12>11 — ok
         Fay hints at 11 and 12 Which comes first? — ok
         Ana turns 12>11 round — ok",
    );
    assert_eq!(said, "alone [] hinted [11>12] missing [12>13] traps [] others (0, 0)");
}

#[test]
fn a_misconception_that_the_team_put_right_was_met() {
    let said = found(
        "Ana links 14>11 — ok
         Ben links 13>14 — ok
         Ben links 11>13 — ok
         Fay unlinks 14>11 — ok",
    );
    assert_eq!(said, "alone [] hinted [] missing [11>12 12>13] traps [14>11 went] others (1, 1)");
    assert!(found("Ana links 14>11 — ok").contains("[14>11 stays]"));
}

#[test]
fn cards_without_a_link_and_cards_beside_the_table_are_told_apart() {
    let found = read("Ana links 11>12 — ok").findings(&key());
    let numbers = |cards: &[CardId]| cards.iter().map(|card| card.0).collect::<Vec<_>>();
    assert_eq!(numbers(&found.unlinked), [13, 14]);
    assert_eq!(numbers(&found.unplaced), [15, 16, 17, 18, 19]);
}

#[test]
fn an_empty_log_tells_nothing() {
    let told = Retrospect::of(&[], Millis(5), &BTreeSet::new());
    assert_eq!((told.findings(&key()), told.shares(), told.steps.len()), (Findings::default(), None, 0));
}

#[test]
fn a_step_lasts_until_the_next_and_its_pauses_are_counted_apart() {
    let told = read(
        "5 minutes pass
         Fay pauses — ok
         3 minutes pass
         Fay goes on — ok
         4 minutes pass
         Fay enters Review for 15 minutes — ok
         2 minutes pass
         Fay enters Links for 5 minutes — ok
         1 minutes pass",
    );
    let steps: Vec<_> = told.steps.values().map(|it| (it.planned, it.real / 60_000, it.paused / 60_000)).collect();
    assert_eq!(steps, [(10, 13, 3), (15, 2, 0)], "a step that is entered again goes on");
}

#[test]
fn shares_are_told_from_three_people_on_and_whoever_facilitates_is_none() {
    let two = "Ben links 11>12 — ok
         Fay links 12>13 — ok";
    assert_eq!(read(two).shares(), None, "each of two would know the other");
    let three = format!("{two}\n Cléo agrees with 11>12 — ok\n Cléo links 11>13 — ok\n Ben links 11>14 — ok");
    assert_eq!(read(&three).shares(), Some(vec![50, 25, 25]), "Ana four, Ben two, Cléo two");
}

#[test]
fn whoever_is_known_to_facilitate_is_left_out_even_if_they_only_play() {
    let table = minutes(&format!("{TABLE}Gil links 11>12 — ok\n Ben links 12>13 — ok\n Eve links 13>14 — ok"));
    let of = |known: &[ActorId]| Retrospect::of(&table.log, table.now, &known.iter().copied().collect()).shares();
    assert_eq!(of(&[ActorId(9)]), Some(vec![67, 17, 17]));
    assert_eq!(of(&[]).map(|shares| shares.len()), Some(4));
}
