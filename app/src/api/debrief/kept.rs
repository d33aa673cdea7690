//! A validated sheet: what is kept of it, for ever as it was. Everything that could change later is written out in it:
//! texts that came from the log, what was found, what people answered. The picture is a place of the log, which never
//! changes.

use super::ask::{About, Ask, FieldId};
use crate::api::Feedback;
use board::{ActionId, BoardId, Day, Findings, Seq};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sheet as it was validated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDebrief {
    /// Its tables, table 1 first.
    pub tables: Vec<KeptTable>,
    /// What people answered about the workshop.
    pub feedback: Vec<Feedback>,
    /// What every field says, be it from the log or written; fields that say nothing are left out.
    pub fields: BTreeMap<FieldId, String>,
}

/// A table as it was when the sheet was validated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptTable {
    /// Its board.
    pub board: BoardId,
    /// Up to which entry of its log.
    pub seq: Seq,
    /// How many people played there.
    pub people: u16,
    /// What it had of the deck's key.
    pub findings: Findings,
}

/// Something that a validated sheet says is decided: what a follow-up follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedAction {
    /// Its lasting name in the sheet.
    pub field: FieldId,
    /// The table that decided it, from 1, and the action of its log; `None` for what was added at the closing.
    pub of_table: Option<(u8, ActionId)>,
    /// Whether something stops.
    pub renounces: bool,
    /// What it is, as the sheet says: never empty.
    pub text: String,
    /// Who takes care of it, by the label that the sheet kept; may be empty.
    pub owner: String,
    /// With whom; may be empty.
    pub with: String,
    /// What comes first; may be empty.
    pub first_step: String,
    /// By when the first step is made, or from when something stops.
    pub due: Option<Day>,
    /// How one will know; may be empty.
    pub indicator: String,
}

impl KeptDebrief {
    /// What this field says; nothing if it says nothing.
    #[must_use]
    pub fn said(&self, about: About, ask: Ask) -> &str {
        self.fields.get(&FieldId { about, ask }).map(String::as_str).unwrap_or_default()
    }

    /// What is decided: actions, then what is given up. Those whose text was emptied are not in the sheet.
    #[must_use]
    pub fn decided(&self) -> Vec<DecidedAction> {
        let of = |ask: Ask| self.fields.keys().filter(move |field| field.ask == ask);
        of(Ask::Does).chain(of(Ask::Stops)).filter_map(|&field| self.one(field)).collect()
    }

    fn one(&self, field: FieldId) -> Option<DecidedAction> {
        let renounces = field.ask == Ask::Stops;
        let said = |ask: Ask| self.said(field.about, ask).to_owned();
        let (owner, first, due) =
            if renounces { (Ask::Keeper, Ask::Begins, Ask::Since) } else { (Ask::Owner, Ask::FirstStep, Ask::Due) };
        let of_table = match field.about {
            About::Action(table, action) => Some((table, action)),
            _ => None,
        };
        let text = said(field.ask);
        (!text.is_empty()).then(|| DecidedAction {
            field,
            of_table,
            renounces,
            text,
            owner: said(owner),
            with: said(Ask::With),
            first_step: said(first),
            due: Day::read(&said(due)),
            indicator: said(Ask::Indicator),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_is_what_the_sheet_says_and_not_what_was_emptied() {
        let (light, night) = (About::Action(1, ActionId(5)), About::Action(2, ActionId(9)));
        let says = [
            (light, Ask::Does, "Mesurer la lumière"),
            (light, Ask::Owner, "Régie"),
            (light, Ask::FirstStep, "Relever le compteur"),
            (light, Ask::Due, "2026-12-15"),
            (About::Action(1, ActionId(6)), Ask::Does, ""),
            (About::More(1), Ask::Does, "Écrire au réseau"),
            (night, Ask::Stops, "L’écran du hall, la nuit"),
            (night, Ask::Since, "2027-01-01"),
        ];
        let fields = says.map(|(about, ask, text)| (FieldId { about, ask }, text.to_owned())).into();
        let decided = KeptDebrief { fields, ..KeptDebrief::default() }.decided();
        let told: Vec<_> = decided.iter().map(|one| (one.text.as_str(), one.renounces, one.of_table)).collect();
        assert_eq!(
            told,
            [
                ("Mesurer la lumière", false, Some((1, ActionId(5)))),
                ("Écrire au réseau", false, None),
                ("L’écran du hall, la nuit", true, Some((2, ActionId(9)))),
            ]
        );
        assert_eq!((decided[0].owner.as_str(), decided[0].due), ("Régie", Day::read("2026-12-15")));
        assert_eq!(decided[2].due, Day::read("2027-01-01"));
    }
}
