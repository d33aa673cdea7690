//! What many saved boards add up to, for whoever may read them.

use super::LibraryWish;
use board::key::Level;
use board::{CardId, LinkId, Often, Tally};
use std::collections::BTreeMap;

/// Many saved boards together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewOpening {
    /// Which boards: what the library was asked for.
    pub wish: LibraryWish,
    /// How many workshops they come from.
    pub workshops: usize,
    /// What they add up to; `None` where there are so few workshops that it would tell what one of them did.
    pub tally: Option<Tally>,
    /// The titles of the cards, actions too.
    pub titles: BTreeMap<CardId, String>,
    /// What people believe, for each misconception.
    pub beliefs: BTreeMap<LinkId, String>,
}

impl OverviewOpening {
    /// A card's title; its number where there is none.
    #[must_use]
    pub fn title(&self, card: CardId) -> String {
        self.titles.get(&card).cloned().unwrap_or_else(|| card.to_string())
    }

    /// The essential links, those that were found least often first.
    #[must_use]
    pub fn essential(&self) -> Vec<(LinkId, Often)> {
        let links = self.tally.iter().flat_map(|tally| &tally.links);
        let essential = links.filter(|(_, (level, _))| *level == Level::Essential);
        let mut essential: Vec<_> = essential.map(|(&link, &(_, often))| (link, often)).collect();
        essential.sort_by_key(|(link, often)| (often.percent(), *link));
        essential
    }
}
