//! A saved board as tables: its cards, its links, its actions.
//!
//! Two flavours, since no file suits both: spreadsheets set up in French want semicolons, decimal commas and a mark that
//! says UTF-8; programs want commas and dots, and names of columns that never change. Every cell is quoted, so that line
//! ends and separators in what people typed are only text.
//!
//! What people typed may begin like a formula, and a spreadsheet would run it: such a cell begins with an apostrophe,
//! and so does one that began with an apostrophe anyway. Whoever reads the file back takes one away.

use super::Titles;
use super::file::words::kind;
use app::api::SavedOpening;
use app::routes::{Flavour, Subject};
use app::text::{Words, datetime};
use board::{Card, CardId, Link, LinkId, Spot, TABLE};

/// What a cell must not begin with: what spreadsheets take for a formula, wide forms too, and what they skip before one.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\''];

/// The table of a saved board.
#[must_use]
pub fn csv(saved: &SavedOpening, words: Words, subject: Subject, flavour: Flavour) -> String {
    let writer = Writer { saved, words, titles: Titles::of(saved, words), flavour };
    let rows = match subject {
        Subject::Cards => writer.cards(),
        Subject::Links => writer.links(),
        Subject::Actions => writer.actions(),
    };
    table(&rows, flavour)
}

/// Any table as a spreadsheet set up in French opens it; every cell is taken for something that somebody typed.
#[must_use]
pub fn rows(rows: &[Row]) -> String {
    let typed: Vec<Row> = rows.iter().map(|row| row.iter().map(|cell| self::typed(cell)).collect()).collect();
    table(&typed, Flavour::Spreadsheet)
}

fn table(rows: &[Row], flavour: Flavour) -> String {
    let (mark, separator) = match flavour {
        Flavour::Spreadsheet => ("\u{feff}", ";"),
        Flavour::OpenData => ("", ","),
    };
    let mut text = String::from(mark);
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(separator));
        text.push_str("\r\n");
    }
    text
}

type Row = Vec<String>;

struct Writer<'a> {
    saved: &'a SavedOpening,
    words: Words,
    titles: Titles<'a>,
    flavour: Flavour,
}

impl Writer<'_> {
    fn cards(&self) -> Vec<Row> {
        let say = self.words.export();
        let head = self.head(&[
            ("card", say.card),
            ("title", say.title),
            ("lot", say.lot),
            ("lot_title", say.lot_title),
            ("place", say.place),
            ("x_percent", say.x),
            ("y_percent", say.y),
        ]);
        let cards = &self.saved.card.document.cards;
        std::iter::once(head).chain(cards.iter().map(|(&id, card)| self.card(id, card))).collect()
    }

    fn card(&self, id: CardId, card: &Card) -> Row {
        let say = self.words.export();
        let lot = self.saved.lots.iter().find(|lot| lot.lot == card.lot);
        let (place, spot) = match card.spot {
            Spot::Table(at) => (self.word("table", say.on_table), Some(at)),
            Spot::Hand(_) => (self.word("hand", say.in_hand), None),
            Spot::Reserve => (self.word("reserve", say.in_reserve), None),
        };
        let part = |at: i16, of: i16| self.decimal(i64::from(at) * 10_000 / i64::from(of));
        vec![
            id.to_string(),
            typed(&self.titles.said(id)),
            card.lot.to_string(),
            typed(lot.map(|lot| lot.title.as_str()).unwrap_or_default()),
            place,
            spot.map(|at| part(at.x, TABLE.x)).unwrap_or_default(),
            spot.map(|at| part(at.y, TABLE.y)).unwrap_or_default(),
        ]
    }

    fn links(&self) -> Vec<Row> {
        let say = self.words.export();
        let head = self.head(&[
            ("cause", say.cause),
            ("cause_title", say.cause_title),
            ("kind", say.kind),
            ("consequence", say.consequence),
            ("consequence_title", say.consequence_title),
            ("because", say.because),
            ("ink", say.ink),
            ("agree", say.agree),
            ("disagree", say.disagree),
            ("starred", say.starred),
            ("author", say.author),
            ("at", say.at),
        ]);
        let links = &self.saved.card.document.links;
        std::iter::once(head).chain(links.iter().map(|(&id, link)| self.link(id, link))).collect()
    }

    fn link(&self, id: LinkId, link: &Link) -> Row {
        let document = &self.saved.card.document;
        let (agree, disagree) = document.opinions(id);
        vec![
            id.cause.to_string(),
            typed(&self.titles.said(id.cause)),
            self.word(kind::word(link.kind), app::components::picture::verb(self.words, link.kind)),
            id.consequence.to_string(),
            typed(&self.titles.said(id.consequence)),
            typed(&link.because),
            self.yes(link.ink),
            agree.to_string(),
            disagree.to_string(),
            self.yes(document.stars.contains(&id)),
            link.author.to_string(),
            datetime(link.at),
        ]
    }

    fn actions(&self) -> Vec<Row> {
        let say = self.words.export();
        let head = self.head(&[
            ("action", say.action),
            ("renounces", say.renounces),
            ("effort", say.effort),
            ("impact", say.impact),
            ("owner", say.owner),
            ("with", say.with),
            ("first_step", say.first_step),
            ("due", say.due),
        ]);
        let grade = |grade: Option<board::deck::Grade>| grade.map(|grade| grade.get().to_string()).unwrap_or_default();
        let rows = self.saved.card.document.actions.values().map(|action| {
            vec![
                typed(&action.text),
                self.yes(action.renounces),
                grade(action.effort),
                grade(action.impact),
                typed(&action.owner),
                typed(&action.with),
                typed(&action.first_step),
                action.due.map(|day| day.to_string()).unwrap_or_default(),
            ]
        });
        std::iter::once(head).chain(rows).collect()
    }

    fn head(&self, names: &[(&str, &str)]) -> Row {
        names.iter().map(|(fixed, said)| self.word(fixed, said)).collect()
    }

    /// A word of ours: one that never changes for programs, one of the reader's language for people.
    fn word(&self, fixed: &str, said: &str) -> String {
        match self.flavour {
            Flavour::Spreadsheet => said.to_owned(),
            Flavour::OpenData => fixed.to_owned(),
        }
    }

    fn yes(&self, yes: bool) -> String {
        let say = self.words.export();
        if yes { self.word("true", say.yes) } else { self.word("false", say.no) }
    }

    /// Hundredths, with the decimal mark of the flavour.
    fn decimal(&self, hundredths: i64) -> String {
        let mark = if self.flavour == Flavour::Spreadsheet { ',' } else { '.' };
        let sign = if hundredths < 0 { "-" } else { "" };
        format!("{sign}{}{mark}{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
    }
}

/// What somebody typed, so that no spreadsheet takes it for a formula, and no program stumbles over it.
pub fn typed(text: &str) -> String {
    let clean = |letter: char| if letter.is_control() && !"\t\r\n".contains(letter) { '\u{fffd}' } else { letter };
    let text: String = text.chars().map(clean).collect();
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}

pub fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_what_was_typed_can_be_had_back() {
        for text in ["=cmd|' /C calc'!A0", "+1", "- une idée", "@ici", "\t=1", "\r=1", "\n=1", "＝1", "'tis", "''"] {
            let cell = typed(text);
            assert!(cell.starts_with('\''), "{text}");
            assert_eq!(&cell[1..], text);
        }
        assert_eq!(typed("l’effet = la cause"), "l’effet = la cause");
        assert_eq!(typed("a\u{0}b"), "a\u{fffd}b");
        assert_eq!(quoted("dit \"oui\"; puis\n"), "\"dit \"\"oui\"\"; puis\n\"");
    }
}
