//! The file for calendars, line by line as RFC 5545 wants it: Python's icalendar reads it too (`cargo xtask readers`).

use app::api::{Decided, FollowUpOpening, Followed};
use app::text::words;
use board::deck::Lang;
use board::{Action, ActionId, BoardId, Day, Millis, WorkshopId};
use server::calendar::calendar;
use uuid::Uuid;

fn opening(text: &str) -> FollowUpOpening {
    let action = Action {
        text: text.into(),
        owner: "Régie; son, lumière".into(),
        due: Day::read("2027-02-03"),
        ..Action::default()
    };
    let undated = Action { text: "Sans date".into(), ..Action::default() };
    let decided = |id, action| Decided { table: 1, board: BoardId(Uuid::from_u128(3)), id: ActionId(id), action };
    let followed = |(id, action)| Followed { decided: decided(id, action), milestones: Default::default() };
    FollowUpOpening {
        workshop: WorkshopId(Uuid::from_u128(7)),
        title: "Équipe, janvier".into(),
        day: Day::read("2026-11-30").expect("a day"),
        today: Day(0),
        awaited: None,
        actions: [(5, action), (6, undated)].map(followed).into(),
    }
}

/// The lines of a file, unfolded.
fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn every_date_is_a_whole_day_with_a_name_that_stays() {
    let now = Millis(1_795_613_400_000);
    let file = calendar(&opening("Éteindre la nuit"), words(Lang::Fr), now);
    let all = lines(&file);
    let of = |name: &str| all.iter().filter_map(|line| line.strip_prefix(name)).collect::<Vec<_>>();
    assert_eq!(of("DTSTART;VALUE=DATE:"), ["20270203", "20261230", "20270228", "20270530"]);
    assert_eq!(of("DTSTAMP:"), ["20261125T133000Z"; 4]);
    let board = BoardId(Uuid::from_u128(3));
    assert_eq!(of("UID:")[0], format!("action-{board}-5@coulisses"));
    assert_eq!(of("SUMMARY:")[0], "Éteindre la nuit");
    assert_eq!((of("BEGIN:")[0], of("VERSION:"), of("BEGIN:VEVENT").len()), ("VCALENDAR", vec!["2.0"], 4));
    let later = calendar(&opening("Éteindre le jour"), words(Lang::En), Millis(now.0 + 1));
    let names = |file: &str| lines(file).into_iter().filter(|line| line.starts_with("UID:")).collect::<Vec<_>>();
    assert_eq!(names(&file), names(&later), "a calendar that takes it again moves what it has");
}

#[test]
fn no_line_is_longer_than_75_octets_and_no_text_breaks_out() {
    let text = format!("Éteindre, la nuit; \\ et\r\nEND:VEVENT\nBEGIN:VALARM {}", "éà👩‍👩‍👧".repeat(40));
    let file = calendar(&opening(&text), words(Lang::Fr), Millis(0));
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "every line ends with CRLF");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let all = lines(&file);
    assert_eq!(all.iter().filter(|line| *line == "END:VEVENT").count(), 4);
    assert!(!all.iter().any(|line| line.starts_with("BEGIN:VALARM")));
    let summary = all.iter().find(|line| line.starts_with("SUMMARY:")).expect("a title");
    assert!(summary.starts_with("SUMMARY:Éteindre\\, la nuit\\; \\\\ et"), "{summary}");
}
