//! Who may do what in which phase: roles, pauses, and the table phase × act.

use crate::table::{Table, minutes};
use board::Phase;

/// A table in this phase where every act would make sense.
fn table_in(phase: Phase) -> Table {
    let mut table = minutes(
        "Fay deals lot 1 to table — ok
         Fay enters Links — ok
         Ana places 11 at 400,300 — ok
         Ana places 12 at 700,300 — ok
         Ana places 13 at 1000,300 — ok
         Ana links 11>12 — ok
         Ana notes 1 at 400,900 Water? — ok",
    );
    if phase != Phase::Links {
        table.minutes(&format!("Fay enters {phase:?} — ok"));
    }
    table
}

/// What a participant does with one of each act.
const ACTS: [(&str, &str); 9] = [
    ("place", "Ana places 14 at 1300,300"),
    ("move", "Ana moves 11 to 400,400"),
    ("return", "Ana returns 13"),
    ("link", "Ana links 12>13"),
    ("change", "Ana changes 11>12 because it heats"),
    ("unlink", "Ana unlinks 11>12"),
    ("note", "Ana notes 2 at 700,900 Fire?"),
    ("erase", "Ana erases 1"),
    ("title", "Ana titles Our board"),
];

#[test]
fn each_phase_opens_and_closes_rights() {
    let table: Vec<_> = Phase::ALL.into_iter().map(|phase| (phase, open_acts(phase))).collect();
    let expected = [
        (Phase::Welcome, ""),
        (Phase::Icebreaker, "note erase"),
        (Phase::Cards, "place move return note erase"),
        (Phase::Links, "place move return link change unlink note erase"),
        (Phase::Review, "place move return link change unlink note erase"),
        (Phase::Break, ""),
        (Phase::Story, "note erase title"),
        (Phase::Restitution, ""),
        (Phase::Gallery, "note erase"),
        (Phase::Mood, ""),
        (Phase::Actions, ""),
        (Phase::Feedback, ""),
        (Phase::Closing, ""),
    ];
    assert_eq!(table, expected.map(|(phase, acts)| (phase, acts.to_owned())));
}

fn open_acts(phase: Phase) -> String {
    let open = |(_, line): &&(&str, &str)| match table_in(phase).say(line).as_str() {
        " — ok" => true,
        " — refused: NotInThisPhase" => false,
        other => panic!("{line}{other}"),
    };
    ACTS.iter().filter(open).map(|(act, _)| *act).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_person_who_facilitates_may_do_everything_in_every_phase() {
    for phase in Phase::ALL {
        for (_, line) in ACTS {
            table_in(phase).minutes(&format!("{} — ok", line.replace("Ana", "Fay")));
        }
    }
}

#[test]
fn a_pause_holds_participants_and_nobody_else() {
    for (_, line) in ACTS.iter().filter(|(act, _)| *act != "title") {
        let mut table = table_in(Phase::Links);
        table.minutes("Fay pauses — ok");
        table.minutes(&format!("{line} — refused: Paused"));
        table.minutes("Ana undoes — refused: Paused");
        table.minutes(&format!("{} — ok", line.replace("Ana", "Fay")));
        table.minutes("Fay goes on — ok\nAna undoes — ok");
    }
}

#[test]
fn the_script_belongs_to_the_person_who_facilitates() {
    let lines = [
        "enters Story for 10 minutes",
        "pauses",
        "opens lot 1",
        "sets the time to 60000",
        "frames 11",
        "hints at 11 Why?",
        "presents",
    ];
    for line in lines {
        let mut table = table_in(Phase::Links);
        table.minutes(&format!("Ana {line} — refused: FacilitatorOnly\nFay {line} — ok"));
    }
    table_in(Phase::Links).minutes(
        "Ana deals lot 2 to hands — refused: FacilitatorOnly
         Sam deals lot 2 to hands — refused: LooksOn",
    );
}

#[test]
fn spectators_and_projectors_never_change_anything() {
    let script = ["enters Story", "pauses", "goes on", "opens lot 1", "undoes", "writes a deal of lot 2"];
    for phase in Phase::ALL {
        let mut table = table_in(phase);
        for who in ["Sam", "Pia"] {
            for (_, line) in ACTS {
                table.minutes(&format!("{} — refused: LooksOn", line.replace("Ana", who)));
            }
            for line in script {
                table.minutes(&format!("{who} {line} — refused: LooksOn"));
            }
        }
    }
}
