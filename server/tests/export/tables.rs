//! What other programs read: tables, diagrams, graphs. A reader of our own takes each apart; those of other people are
//! asked by `cargo xtask audit`.

use super::{random, sample};
use app::api::SavedOpening;
use app::routes::{Flavour, Subject};
use app::text::{Words, words};
use board::deck::Lang;
use roxmltree::Document as Xml;
use server::export::{csv, graphml, mermaid};

const FR: fn() -> Words = || words(Lang::Fr);

/// A table as RFC 4180 has it: every cell quoted, every row ended by CR LF.
fn read(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut inside) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if inside && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => inside = !inside,
            letter if inside => cell.push(letter),
            letter if letter == separator => row.push(std::mem::take(&mut cell)),
            '\r' => assert_eq!(letters.next(), Some('\n')),
            letter => panic!("{letter:?} outside of a cell"),
        }
        if !inside && letter == '\r' {
            row.push(std::mem::take(&mut cell));
            rows.push(std::mem::take(&mut row));
        }
    }
    assert!(!inside && row.is_empty(), "the last row is whole");
    rows
}

/// A cell as it was typed.
fn typed(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

fn boards() -> impl Iterator<Item = SavedOpening> {
    (0..100).map(random::board).chain([sample::saved(45, 60), sample::saved(0, 0)])
}

#[test]
fn both_flavours_say_every_link_and_every_action_as_it_was_typed() {
    for saved in boards() {
        let document = &saved.card.document;
        for (flavour, separator) in [(Flavour::Spreadsheet, ';'), (Flavour::OpenData, ',')] {
            let rows = read(&csv(&saved, FR(), Subject::Links, flavour), separator);
            let said: Vec<_> = rows[1..].iter().map(|row| typed(&row[5]).to_owned()).collect();
            let because: Vec<_> = document.links.values().map(|link| link.because.clone()).collect();
            assert_eq!(said, because);
            let rows = read(&csv(&saved, FR(), Subject::Actions, flavour), separator);
            let said: Vec<_> = rows[1..].iter().map(|row| [typed(&row[0]), typed(&row[6])]).collect();
            let actions: Vec<_> = document.actions.values().map(|one| [one.text.as_str(), &one.first_step]).collect();
            assert_eq!(said, actions);
            let cards = read(&csv(&saved, FR(), Subject::Cards, flavour), separator);
            assert_eq!(cards.len(), 1 + document.cards.len());
            assert!(cards.iter().all(|row| row.len() == cards[0].len()));
        }
    }
}

#[test]
fn no_cell_of_any_table_begins_like_a_formula() {
    for saved in boards() {
        for subject in [Subject::Cards, Subject::Links, Subject::Actions] {
            let rows = read(&csv(&saved, FR(), subject, Flavour::Spreadsheet), ';');
            let cells = rows.iter().flatten();
            let formula = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert_eq!(cells.filter(formula).collect::<Vec<_>>(), Vec::<&String>::new());
        }
    }
}

#[test]
fn a_french_spreadsheet_gets_its_mark_its_semicolons_and_its_commas_and_programs_get_none() {
    let saved = sample::saved(12, 12);
    let sheet = csv(&saved, FR(), Subject::Cards, Flavour::Spreadsheet);
    assert!(sheet.starts_with("\u{feff}\"N° de carte\";\"Titre\";"), "{sheet}");
    assert!(sheet.contains("\"5,62\""), "180 of 3200: {sheet}");
    let open = csv(&saved, FR(), Subject::Cards, Flavour::OpenData);
    assert!(open.starts_with("\"card\",\"title\",\"lot\","), "{open}");
    assert!(open.contains("\"5.62\""), "{open}");
}

#[test]
fn a_graph_has_a_node_for_each_card_and_an_edge_for_each_link() {
    for saved in boards() {
        let document = &saved.card.document;
        let text = graphml(&saved, FR());
        let xml = Xml::parse(&text).expect("it is XML");
        let count = |name: &str| {
            xml.descendants().filter(|node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", name))).count()
        };
        assert_eq!((count("node"), count("edge")), (document.cards.len(), document.links.len()));
    }
}

#[test]
fn a_diagram_has_a_line_for_each_card_on_the_table_and_each_link() {
    for saved in boards() {
        let document = &saved.card.document;
        let text = mermaid(&saved, FR());
        let lines: Vec<_> = text.lines().skip(2).collect();
        let cards = document.cards.keys().filter(|&&card| document.on_table(card).is_some()).count();
        assert_eq!(lines.len(), cards + document.links.len(), "{text}");
        assert!(lines.iter().all(|line| line.matches('"').count() == 2), "{text}");
    }
}

#[test]
fn two_thousand_cards_and_four_thousand_links_are_written_too() {
    let saved = random::crowded(2_000, 4_000);
    let rows = read(&csv(&saved, FR(), Subject::Links, Flavour::OpenData), ',');
    assert_eq!(rows.len(), 4_001);
    assert_eq!(mermaid(&saved, FR()).lines().count(), 2 + 2_000 + 4_000);
    assert_eq!(graphml(&saved, FR()).matches("<edge ").count(), 4_000);
    assert!(server::export::svg(&saved, &server::decks::embedded().deck, FR()).len() > 1_000_000);
}
