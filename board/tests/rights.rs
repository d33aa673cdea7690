//! Who may do what, when, as one written table: `rights/table.txt` has a row for each op, each way to take back and
//! each request to the room, made from the code's own lists, and a column for each role and phase. The table is what
//! people read and agree on; the code must say the same in every cell.

#[path = "rights/acts.rs"]
mod acts;
#[path = "golden/names.rs"]
mod names;

use board::*;
use names::{Named, missing};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

const TABLE_FILE: &str = include_str!("rights/table.txt");
const ANA: ActorId = ActorId(1);

/// Every role, participants first.
const ROLES: [Role; 4] = [Role::Participant, Role::Facilitator, Role::Spectator, Role::Projector];

/// How a cell says what the room answers.
const WORDS: [(&str, &str); 6] = [
    ("ok", "it happens"),
    ("-", "NotInThisPhase"),
    ("paused", "Paused"),
    ("lead", "FacilitatorOnly"),
    ("room", "RoomOnly"),
    ("looks", "LooksOn"),
];

#[test]
fn the_room_answers_as_the_table_of_rights_says() {
    let written = written();
    if std::env::var_os("WRITE_RIGHTS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rights/table.txt");
        std::fs::write(path, &written).expect("the table is in this repository");
        return;
    }
    for (line, golden) in written.lines().zip(TABLE_FILE.lines()) {
        assert_eq!(line, golden, "on the left what the room answers, on the right the table.{HOW}");
    }
    assert_eq!(written.lines().count(), TABLE_FILE.lines().count(), "a row is new or gone.{HOW}");
}

/// What to do when the table and the code differ.
const HOW: &str = "\nIf the room is right: WRITE_RIGHTS=1 cargo test -p board --test rights, and read what changed";

#[test]
fn every_op_every_way_back_and_every_request_has_a_row() {
    let rows = acts::rows();
    let done: Vec<_> =
        rows.iter().filter_map(|row| if let Intent::Do(op) = &row.intent { Some(op) } else { None }).collect();
    assert_eq!(missing(done), [""; 0], "ops");
    assert_eq!(missing(rows.iter().filter_map(|row| row.undo.as_ref())), [""; 0], "ways to take back");
    assert_eq!(missing(rows.iter().map(|row| &row.intent)), [""; 0], "requests to the room");
    assert_eq!(missing(&ROLES), [""; 0], "roles");
    assert_eq!(missing(&Phase::ALL), [""; 0], "phases");
    let names: BTreeSet<_> = rows.iter().map(|row| &row.name).collect();
    assert_eq!(names.len(), rows.len(), "two rows of one name");
}

/// Every rejection that a room gives is told by a line of minutes; the other three are the server's.
#[test]
fn no_rejection_is_without_its_minutes() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/minutes");
    let files = std::fs::read_dir(folder).expect("the minutes are in this folder");
    let read = |file: std::io::Result<std::fs::DirEntry>| std::fs::read_to_string(file?.path());
    let told: String = files.map(|file| read(file).expect("minutes are text")).collect();
    let told = |name: &&str| told.contains(&format!("refused: {name}"));
    let silent: Vec<_> = Rejection::ALL.iter().copied().filter(|name| !told(name)).collect();
    assert_eq!(silent, ["TooFast", "NotYourTable", "WorkshopOver"]);
}

/// The table as the code has it.
fn written() -> String {
    let mut text = String::from(HEAD);
    for (word, meaning) in WORDS {
        text += &format!("# {word:<7} {meaning}\n");
    }
    let phases = Phase::ALL.iter().map(Named::name);
    let columns: Vec<_> = phases.chain(["(paused)"]).chain(ROLES[1..].iter().map(Named::name)).collect();
    text += &row("", columns.iter().copied(), &columns);
    for act in acts::rows() {
        let in_phase = |&phase: &Phase| answer(&act, Role::Participant, phase, false);
        let mut cells: Vec<_> = Phase::ALL.iter().map(in_phase).collect();
        cells.push(answers(&act, Role::Participant, &[true]));
        cells.extend(ROLES[1..].iter().map(|&role| answers(&act, role, &[false, true])));
        text += &row(&act.name, cells.iter().map(String::as_str), &columns);
    }
    for act in Act::ALL {
        let opens = |phase: &Phase| if phase.allows(act) { "ok" } else { "-" };
        text += &row(&format!("opens {act:?}"), Phase::ALL.iter().map(opens), &columns);
    }
    text
}

const HEAD: &str = "\
# Who may do what, when: made by board/tests/rights.rs from the code's own lists, and compared with it.
# First a participant in each phase, then in any phase while the table is paused; then the other roles, in any phase,
# paused or not. Whatever a row needs to make sense is on the board. The last rows are what each phase opens at all:
# votes, moods and feedback are no ops, because nobody may read who said what.
#
";

fn row<'a>(name: &str, cells: impl Iterator<Item = &'a str>, columns: &[&str]) -> String {
    let cells: String =
        cells.zip(columns).map(|(cell, column)| format!(" {cell:<width$}", width = column.len())).collect();
    format!("{}\n", format!("{name:<19}{cells}").trim_end())
}

/// The one answer in every phase, or all the different ones.
fn answers(act: &acts::Row, role: Role, paused: &[bool]) -> String {
    let every = Phase::ALL.iter().flat_map(|&phase| paused.iter().map(move |&paused| (phase, paused)));
    let answers: BTreeSet<_> = every.map(|(phase, paused)| answer(act, role, phase, paused)).collect();
    answers.into_iter().collect::<Vec<_>>().join("/")
}

/// What the room answers.
fn answer(act: &acts::Row, role: Role, phase: Phase, paused: bool) -> String {
    let mut document = act.board();
    (document.phase, document.paused) = (phase, paused);
    let snapshot = Snapshot { seq: Seq(0), document };
    let mut room = Room::open(snapshot, Vec::new(), HashMap::new(), acts::lots()).expect("no entry, no gap");
    let with = Circumstances { now: acts::NOW, seed: 1, seated: &[ANA, acts::BEN] };
    let intent = match &act.intent {
        // A pause is news to a table that goes on, and its end to one that is paused.
        Intent::Do(Op::Pause { .. }) => Intent::Do(Op::Pause { paused: !paused }),
        other => other.clone(),
    };
    let verdict = room.submit(OpId(Uuid::nil()), Asker { actor: ANA, role }, intent, with);
    let said = match verdict {
        Verdict::Accepted(_) => "it happens".to_owned(),
        Verdict::Refused(rejection) => format!("{rejection:?}"),
        Verdict::Known(seq) => panic!("known at {seq}"),
    };
    WORDS.iter().find(|(_, meaning)| *meaning == said).map_or(said, |(word, _)| (*word).to_owned())
}
