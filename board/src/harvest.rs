//! Many boards together. A **harvest** is what one board brings to it; a **tally** is what many of them add up to against
//! the deck's key. Neither names anybody, and neither holds a word that somebody wrote.

use crate::key::{Key, Level};
use crate::{CardId, LinkId, Retrospect};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Below this many workshops, a tally would tell what one of them did.
pub const FEWEST_WORKSHOPS: usize = 5;

/// What one board brings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Harvest {
    /// The cards that lie on it.
    pub cards: BTreeSet<CardId>,
    /// The links between them.
    pub links: BTreeSet<LinkId>,
    /// The links that were ever drawn, those too that the table took away again.
    pub drawn: BTreeSet<LinkId>,
    /// The action cards that the team kept.
    pub kept: BTreeSet<CardId>,
    /// How many decisions it took, and how many of them stop something.
    pub decided: (usize, usize),
}

/// How often something happened, of how often it could.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Often {
    /// On so many boards.
    pub times: usize,
    /// Of so many on which both cards lay.
    pub of: usize,
}

/// What many boards add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many boards.
    pub boards: usize,
    /// The links of the key that could be drawn, with what they are.
    pub links: BTreeMap<LinkId, (Level, Often)>,
    /// The misconceptions that could be met.
    pub misconceptions: BTreeMap<LinkId, Often>,
    /// How many boards kept each action card, those that none kept left out.
    pub kept: BTreeMap<CardId, usize>,
    /// How many decisions were taken, and how many of them stop something.
    pub decided: (usize, usize),
}

impl Harvest {
    /// What a board brought, as its log tells.
    #[must_use]
    pub fn of(retrospect: &Retrospect) -> Self {
        let document = &retrospect.document;
        let cards = document.lying();
        let lies = |link: &LinkId| cards.contains(&link.cause) && cards.contains(&link.consequence);
        let actions = document.actions.values();
        Self {
            links: document.links.keys().copied().filter(lies).collect(),
            drawn: retrospect.drawn.keys().copied().collect(),
            kept: actions.clone().filter_map(|action| action.card).collect(),
            decided: (actions.len(), actions.filter(|action| action.renounces).count()),
            cards,
        }
    }
}

impl Often {
    /// In percent, rounded; 0 of nothing.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.times * 200 + self.of).checked_div(2 * self.of).unwrap_or_default()
    }
}

impl Tally {
    /// The tally of these boards against a key.
    #[must_use]
    pub fn of(harvests: &[Harvest], key: &Key) -> Self {
        let often = |link: &LinkId, has: fn(&Harvest) -> &BTreeSet<LinkId>| {
            let could = |one: &&Harvest| one.cards.contains(&link.cause) && one.cards.contains(&link.consequence);
            let could = harvests.iter().filter(could);
            let often = Often { of: could.clone().count(), times: could.filter(|one| has(one).contains(link)).count() };
            (often.of > 0).then_some(often)
        };
        let expected = key.expected.iter();
        let mut kept = BTreeMap::new();
        for card in harvests.iter().flat_map(|one| &one.kept) {
            *kept.entry(*card).or_default() += 1;
        }
        Self {
            boards: harvests.len(),
            links: expected
                .filter_map(|(link, known)| Some((*link, (known.level, often(link, |one| &one.links)?))))
                .collect(),
            misconceptions: key
                .misconceptions
                .keys()
                .filter_map(|link| Some((*link, often(link, |one| &one.drawn)?)))
                .collect(),
            kept,
            decided: harvests.iter().fold((0, 0), |(all, stops), one| (all + one.decided.0, stops + one.decided.1)),
        }
    }
}
