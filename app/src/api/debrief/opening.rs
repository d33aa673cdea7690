//! What the pages of a debrief sheet are rendered from.

use super::{FieldId, KeptDebrief};
use crate::api::Feedback;
use board::key::Misconception;
use board::protocol::Faces;
use board::{BoardId, Document, Findings, LinkId, Millis, WorkshopId};
use std::collections::BTreeMap;

/// Which sheet of a workshop is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DebriefWish {
    /// The last one that was validated; while there is none, the one that is being written.
    #[default]
    Last,
    /// The one that was validated under this number.
    Version(u32),
    /// The one that is being written.
    Draft,
}

impl DebriefWish {
    /// What the fields of an address ask for.
    #[must_use]
    pub fn of(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut wish = Self::Last;
        for (name, said) in fields {
            match (name.as_str(), said.parse()) {
                ("version", Ok(number)) => wish = Self::Version(number),
                ("corriger", _) => wish = Self::Draft,
                _ => {}
            }
        }
        wish
    }
}

/// A debrief sheet: as it is being written, or as it was validated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebriefOpening {
    /// Which workshop.
    pub workshop: WorkshopId,
    /// Its title.
    pub title: String,
    /// Its format, in minutes.
    pub format: u16,
    /// The deck it was played with: slug and version.
    pub deck: (String, String),
    /// Where this sheet stands.
    pub validity: Validity,
    /// Every validated sheet of the workshop, with its moment, the first one first.
    pub versions: Vec<(u32, Millis)>,
    /// Whether the workshop is over.
    pub closed: bool,
    /// The tables, table 1 first.
    pub tables: Vec<DebriefTable>,
    /// What people answered about the workshop; `None` for whoever may not read it.
    pub feedback: Option<Vec<Feedback>>,
    /// Whether it is for somebody who writes nothing on it.
    pub reads_only: bool,
    /// The fields, each with what it says.
    pub fields: BTreeMap<FieldId, DebriefField>,
}

/// Where a sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// It is being written.
    Draft {
        /// How often something was written on it.
        seen: u64,
        /// A sum of all that it says, of what comes from the boards and from answers too.
        told: u64,
    },
    /// It was validated.
    Valid {
        /// Its number, from 1.
        number: u32,
        /// When.
        at: Millis,
    },
}

/// A table on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebriefTable {
    /// Its number, from 1.
    pub table: u8,
    /// Its board's name.
    pub board: BoardId,
    /// How many people played there.
    pub people: u16,
    /// The board.
    pub document: Document,
    /// The fronts of its cards.
    pub faces: Faces,
    /// What the board has of the deck's key; `None` for whoever may not read it.
    pub findings: Option<Findings>,
    /// What the deck knows about the misconceptions that were met.
    pub misconceptions: BTreeMap<LinkId, Misconception>,
}

/// A field, and what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DebriefField {
    /// What it says: as written, or else as the log says.
    pub text: String,
    /// How often it was written; 0 while it follows the log.
    pub version: u32,
    /// What others wrote at the same time, until somebody chooses.
    pub rivals: Vec<String>,
}

impl DebriefTable {
    /// Whether anything lies on its board.
    #[must_use]
    pub fn has_played(&self) -> bool {
        !self.document.lying().is_empty()
    }
}

impl DebriefOpening {
    /// What this field says; nothing if it is not there.
    #[must_use]
    pub fn said(&self, field: FieldId) -> &str {
        self.fields.get(&field).map(|field| field.text.as_str()).unwrap_or_default()
    }

    /// The tables by number: a heading names them only where there are several.
    #[must_use]
    pub fn table(&self, number: u8) -> Option<&DebriefTable> {
        self.tables.iter().find(|table| table.table == number)
    }

    /// How many fields say two things.
    #[must_use]
    pub fn undecided(&self) -> usize {
        self.fields.values().filter(|field| !field.rivals.is_empty()).count()
    }
}

/// The fields of a validated sheet.
impl From<&KeptDebrief> for BTreeMap<FieldId, DebriefField> {
    fn from(kept: &KeptDebrief) -> Self {
        let field = |text: &String| DebriefField { text: text.clone(), ..DebriefField::default() };
        kept.fields.iter().map(|(&id, text)| (id, field(text))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_the_last_sheet_for_one_of_them_or_for_the_draft() {
        let of = |name: &str, said: &str| DebriefWish::of([(name.to_owned(), said.to_owned())]);
        assert_eq!(of("version", "2"), DebriefWish::Version(2));
        assert_eq!(of("version", "deux"), DebriefWish::Last);
        assert_eq!(of("corriger", ""), DebriefWish::Draft);
        assert_eq!(DebriefWish::of([]), DebriefWish::Last);
    }
}
