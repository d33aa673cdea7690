//! How somebody reads the Plan: what they chose, what they search, which lot. All of it is in the address, so that it
//! can be followed, kept and shared without a script.

use crate::components::desk::Chosen;
use crate::pages::RefusedForm;
use crate::routes::Route;
use board::{BoardId, LinkId, LotId, Op, Rejection};
use std::str::FromStr;

/// Where the panel of what was chosen begins.
pub const PANEL: &str = "choisi";

/// The field of an address that says that the chosen card was flagged just now.
pub const FLAGGED: &str = "signalee";

/// What one person asked of the Plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What they chose, to act on it.
    pub chosen: Chosen,
    /// What they search for; empty for everything.
    pub find: String,
    /// The lot they read; `None` for all.
    pub lot: Option<LotId>,
    /// Whether they flagged the card that is chosen.
    pub flagged: bool,
}

impl Reading {
    /// What the fields of an address ask for.
    #[must_use]
    pub fn of(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let fields: Vec<_> = fields.into_iter().collect();
        let said = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, said)| said.trim());
        let chosen = match (number(said("carte")), number(said("vers")), number(said("note"))) {
            (Some(cause), Some(consequence), _) => Chosen::Link(LinkId { cause, consequence }),
            (Some(card), None, _) => Chosen::Card(card),
            (None, _, Some(note)) => Chosen::Note(note),
            (None, ..) => Chosen::Nothing,
        };
        Self {
            chosen,
            find: said("q").unwrap_or_default().to_owned(),
            lot: number(said("lot")),
            flagged: said(FLAGGED).is_some(),
        }
    }

    /// The same, with what a refused form was about chosen: that is where it can be sent again.
    #[must_use]
    pub fn resumed(self, refused: Option<&RefusedForm>) -> Self {
        let chosen = refused.map(about).unwrap_or_default();
        if chosen == Chosen::Nothing { self } else { Self { chosen, ..self } }
    }
}

impl Chosen {
    /// What is chosen once this op is done.
    #[must_use]
    pub fn after(op: &Op) -> Self {
        match op {
            Op::Place { card, .. } | Op::Move { card, .. } | Op::Return { card } => Self::Card(*card),
            Op::Link { link, .. }
            | Op::Change { link, .. }
            | Op::Ink { link, .. }
            | Op::Judge { link, .. }
            | Op::Star { link, .. } => Self::Link(*link),
            Op::Reverse { link } => Self::Link(link.reversed()),
            Op::Unlink { link } => Self::Card(link.cause),
            Op::Note { note, .. } => Self::Note(*note),
            _ => Self::Nothing,
        }
    }

    /// The address of the Plan on which this is chosen.
    #[must_use]
    pub fn address(self, board: BoardId) -> String {
        let plan = Route::Plan(board);
        match self {
            Self::Nothing => plan.to_string(),
            Self::Card(card) => format!("{plan}?carte={card}#{PANEL}"),
            Self::Link(LinkId { cause, consequence }) => format!("{plan}?carte={cause}&vers={consequence}#{PANEL}"),
            Self::Note(note) => format!("{plan}?note={note}#{PANEL}"),
        }
    }
}

/// What a form that was refused is about.
fn about(refused: &RefusedForm) -> Chosen {
    let typed = |name: &str| refused.typed.get(name).map(String::as_str);
    let link = number(typed("cause")).zip(number(typed("consequence")));
    let link = link.map(|(cause, consequence)| LinkId { cause, consequence });
    let chosen = match (refused.form.as_str(), &refused.error) {
        // What is there already can be seen, and completed.
        ("link", error) if *error == Rejection::AlreadyLinked.into() => link.map(Chosen::Link),
        ("link", error) if *error == Rejection::ReverseLinked.into() => link.map(|link| Chosen::Link(link.reversed())),
        ("link", _) => number(typed("cause")).map(Chosen::Card),
        ("change" | "unlink" | "reverse" | "ink" | "judge" | "star", _) => link.map(Chosen::Link),
        ("place" | "move-card" | "put-back" | "flag-card", _) => number(typed("card")).map(Chosen::Card),
        ("note" | "erase", _) => number(typed("note")).map(Chosen::Note),
        _ => None,
    };
    chosen.unwrap_or_default()
}

fn number<T: FromStr>(said: Option<&str>) -> Option<T> {
    said?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{CardId, NoteId};
    use uuid::Uuid;

    fn reading(query: &[(&str, &str)]) -> Reading {
        Reading::of(query.iter().map(|&(name, said)| (name.to_owned(), said.to_owned())))
    }

    #[test]
    fn what_is_chosen_is_read_as_it_was_written() {
        let link = LinkId { cause: CardId(3), consequence: CardId(5) };
        for chosen in [Chosen::Card(CardId(12)), Chosen::Link(link), Chosen::Note(NoteId(7)), Chosen::Nothing] {
            let address = chosen.address(BoardId(Uuid::from_u128(2)));
            let query =
                address.split_once('?').and_then(|(_, query)| query.split_once('#')).map_or("", |(query, _)| query);
            let fields: Vec<_> = query.split('&').filter_map(|field| field.split_once('=')).collect();
            assert_eq!(reading(&fields).chosen, chosen, "{address}");
        }
    }

    #[test]
    fn an_address_that_says_nothing_sensible_chooses_nothing() {
        for query in [&[("carte", "douze")][..], &[("vers", "3")], &[("note", "-1")], &[("lot", "x"), ("carte", "")]] {
            assert_eq!(reading(query), Reading::default(), "{query:?}");
        }
    }
}
