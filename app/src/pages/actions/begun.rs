//! What the one form of the actions page begins with: an idea of one's own, a proposal, or an action that is there. It is
//! in the address, so that it is chosen without a script, and a page of twenty proposals has one form and not twenty.

use crate::pages::RefusedForm;
use crate::routes::Route;
use board::{ActionId, BoardId, CardId};
use std::str::FromStr;

/// Where the form is on its page.
pub const FORM: &str = "idee";

/// What the form of the actions page begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Begun {
    /// Nothing: an idea of the team's own.
    #[default]
    Idea,
    /// A proposal of the deck, to be made one's own.
    Proposal(CardId),
    /// An action that is there, to be written again.
    Change(ActionId),
}

impl Begun {
    /// What the fields of an address ask for.
    #[must_use]
    pub fn of(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let fields: Vec<_> = fields.into_iter().collect();
        let said = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, said)| said.as_str());
        Self::read(said("action"), said("carte"))
    }

    /// The same, unless a form was refused: then it is that form again.
    #[must_use]
    pub fn resumed(self, refused: Option<&RefusedForm>) -> Self {
        let typed = |form: &RefusedForm, name: &str| form.typed.get(name).cloned();
        match refused.filter(|refused| refused.form == "act") {
            Some(form) => Self::read(typed(form, "action").as_deref(), typed(form, "what[card]").as_deref()),
            None => self,
        }
    }

    /// The address of the page with this form.
    #[must_use]
    pub fn address(self, board: BoardId) -> String {
        let page = Route::Actions(board);
        match self {
            Self::Idea => page.to_string(),
            Self::Proposal(card) => format!("{page}?carte={card}#{FORM}"),
            Self::Change(action) => format!("{page}?action={action}#{FORM}"),
        }
    }

    fn read(action: Option<&str>, card: Option<&str>) -> Self {
        match (number(action), number(card)) {
            (Some(action), _) => Self::Change(action),
            (None, Some(card)) => Self::Proposal(card),
            (None, None) => Self::Idea,
        }
    }
}

fn number<T: FromStr>(said: Option<&str>) -> Option<T> {
    said?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_begun_is_read_as_it_was_written() {
        for begun in [Begun::Idea, Begun::Proposal(CardId(72)), Begun::Change(ActionId(u64::MAX))] {
            let address = begun.address(BoardId(uuid::Uuid::nil()));
            let query = address.split_once('?').map_or("", |(_, query)| query.trim_end_matches("#idee"));
            let fields = query.split('&').filter_map(|field| field.split_once('='));
            let fields = fields.map(|(name, said)| (name.to_owned(), said.to_owned()));
            assert_eq!(Begun::of(fields), begun, "{address}");
        }
    }
}
