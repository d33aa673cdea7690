//! The links of many boards as a table: how often each link of the key was drawn, where it could be.

use super::Sent;
use super::csv::{quoted, typed};
use app::api::OverviewOpening;
use app::routes::Flavour;
use app::text::Words;
use board::LinkId;
use board::key::Level;

/// The table, in one flavour: in the order of the cards.
#[must_use]
pub fn overview(opening: &OverviewOpening, words: Words, flavour: Flavour) -> Sent {
    let say = words.export();
    let word = |fixed: &'static str, said: &'static str| match flavour {
        Flavour::Spreadsheet => said.to_owned(),
        Flavour::OpenData => fixed.to_owned(),
    };
    let (mark, separator) = match flavour {
        Flavour::Spreadsheet => ("\u{feff}", ";"),
        Flavour::OpenData => ("", ","),
    };
    let head = [
        word("cause", say.cause),
        word("cause_title", say.cause_title),
        word("consequence", say.consequence),
        word("consequence_title", say.consequence_title),
        word("known_as", words.overview().known_as),
        word("boards", words.overview().boards_with),
        word("boards_with_both_cards", words.overview().boards_that_could),
    ];
    let row = |link: LinkId, known: String, often: board::Often| {
        [
            link.cause.to_string(),
            typed(&opening.title(link.cause)),
            link.consequence.to_string(),
            typed(&opening.title(link.consequence)),
            known,
            often.times.to_string(),
            often.of.to_string(),
        ]
    };
    let tally = opening.tally.clone().unwrap_or_default();
    let level = |level| match level {
        Level::Essential => word("essential", words.memo().is_essential),
        Level::Accepted => word("accepted", words.memo().is_accepted),
    };
    let links = tally.links.iter().map(|(&link, &(known, often))| row(link, level(known), often));
    let beliefs = tally
        .misconceptions
        .iter()
        .map(|(&link, &often)| row(link, word("misconception", words.overview().misconception), often));
    let mut text = String::from(mark);
    for cells in std::iter::once(head).chain(links).chain(beliefs) {
        text.push_str(&cells.map(|cell| quoted(&cell)).join(separator));
        text.push_str("\r\n");
    }
    Sent { kind: "text/csv; charset=utf-8", content: text.into_bytes() }
}
