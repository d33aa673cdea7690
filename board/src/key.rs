//! The answer key: which links a deck expects, which it knows to be misconceptions, and what a board has of them.
//!
//! It is advice for the person who facilitates, folded on the server only: nothing here may reach a participant or
//! the projector. It refuses to give marks: a link the key does not know is *original*, not wrong.

use crate::{CardId, Document, LinkId, LinkKind, LotId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a deck knows about links between its topic cards, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// The links that hold, essential or accepted.
    pub expected: BTreeMap<LinkId, Expected>,
    /// The links people often draw that do not hold; never one of the expected.
    pub misconceptions: BTreeMap<LinkId, Misconception>,
}

/// A link that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// How the cause acts.
    pub kind: LinkKind,
    /// How much it matters.
    pub level: Level,
    /// Why it holds.
    pub why: String,
}

/// How much an expected link matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Expected on a complete board.
    Essential,
    /// Right if the team can explain it.
    Accepted,
}

/// A link people often draw that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misconception {
    /// What people believe.
    pub belief: String,
    /// What kind of slip it is.
    pub nature: Nature,
    /// Why it does not hold.
    pub reason: String,
    /// Expected links to propose in its place, as the cards they go through: two or more.
    pub path: Vec<CardId>,
}

/// What kind of slip a misconception is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Nature {
    /// *raccourci*: a step is missing.
    Shortcut,
    /// *sens inversé*: it goes the other way round.
    Reversed,
    /// *automatisme*: taken for granted, it depends.
    Automatic,
    /// *confusion*: two things taken for one.
    MixUp,
    /// *ordre de grandeur*: true, and much smaller than people think.
    Magnitude,
    /// *calcul incomplet*: part of the sum is left out.
    IncompleteSum,
    /// *lecture du droit*: the law does not say so.
    LegalReading,
}

/// What a board has of its key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The essential links between the cards on the table.
    pub essential: Share,
    /// The accepted links between the cards on the table.
    pub accepted: Share,
    /// Links drawn that are known misconceptions.
    pub traps: Vec<LinkId>,
    /// Links drawn that the key does not know.
    pub originals: Vec<LinkId>,
}

/// What a table has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// On the whole table.
    pub whole: Coverage,
    /// Between the cards of each dealt lot: essential links found, and to find.
    pub lots: Vec<(LotId, usize, usize)>,
}

/// The expected links of one level, each in one of two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Those that are drawn.
    pub found: Vec<LinkId>,
    /// Those that could be drawn, both cards being there.
    pub missing: Vec<LinkId>,
}

impl Share {
    /// How many links there are to find.
    #[must_use]
    pub fn expected(&self) -> usize {
        self.found.len() + self.missing.len()
    }
}

impl Key {
    /// What these links cover of the key, between these cards.
    ///
    /// Only links with both ends among `cards` count, drawn or expected: give the cards of the whole table, or of one
    /// lot. Lists are in the order of the cards' numbers; how a link acts is not compared.
    #[must_use]
    pub fn coverage(&self, cards: &BTreeSet<CardId>, links: impl IntoIterator<Item = LinkId>) -> Coverage {
        let here = |link: &LinkId| cards.contains(&link.cause) && cards.contains(&link.consequence);
        let drawn: BTreeSet<LinkId> = links.into_iter().filter(here).collect();
        let mut coverage = Coverage::default();
        for (&link, expected) in self.expected.iter().filter(|(link, _)| here(link)) {
            let share = match expected.level {
                Level::Essential => &mut coverage.essential,
                Level::Accepted => &mut coverage.accepted,
            };
            if drawn.contains(&link) { share.found.push(link) } else { share.missing.push(link) }
        }
        let unexpected = drawn.into_iter().filter(|link| !self.expected.contains_key(link));
        (coverage.traps, coverage.originals) = unexpected.partition(|link| self.misconceptions.contains_key(link));
        coverage
    }

    /// What a board covers of the key, as a whole and lot by lot.
    #[must_use]
    pub fn covered(&self, document: &Document) -> Covered {
        let lying = document.lying();
        let drawn = || document.links.keys().copied();
        let lot = |&lot: &LotId| {
            let of_lot = |card: &CardId| document.cards.get(card).is_some_and(|card| card.lot == lot);
            let own = self.coverage(&lying.iter().copied().filter(of_lot).collect(), drawn());
            (lot, own.essential.found.len(), own.essential.expected())
        };
        Covered { lots: document.lots.keys().map(lot).collect(), whole: self.coverage(&lying, drawn()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "1>2 3>4" as links.
    fn links(text: &str) -> Vec<LinkId> {
        let ends = text.split_whitespace().map(|link| link.split_once('>').expect("a link reads 1>2"));
        let card = |text: &str| text.parse().expect("a card is a number");
        ends.map(|(cause, consequence)| LinkId { cause: card(cause), consequence: card(consequence) }).collect()
    }

    /// Smartphones (1) are manufactured (2) from mined metals (3), and emit (4); two steps make a shortcut of 1>3.
    fn key() -> Key {
        let expected = |level| Expected { kind: LinkKind::LeadsTo, level, why: "parce que".into() };
        let path = vec![CardId(1), CardId(2), CardId(3)];
        let trap = Misconception { belief: "?".into(), nature: Nature::Shortcut, reason: "!".into(), path };
        let levels = [("1>2 2>3", Level::Essential), ("2>4 3>4", Level::Accepted)];
        Key {
            expected: levels
                .iter()
                .flat_map(|&(text, level)| links(text).into_iter().map(move |l| (l, expected(level))))
                .collect(),
            misconceptions: links("1>3 4>2").into_iter().map(|link| (link, trap.clone())).collect(),
        }
    }

    /// What the person who facilitates reads, given the cards on the table and the links drawn.
    fn minutes(cards: &[u16], drawn: &str) -> String {
        let cards = cards.iter().copied().map(CardId).collect();
        let Coverage { essential, accepted, traps, originals } = key().coverage(&cards, links(drawn));
        let list = |links: &[LinkId]| {
            links.iter().map(|link| format!("{}>{}", link.cause, link.consequence)).collect::<Vec<_>>().join(" ")
        };
        let share = |share: &Share| format!("{}/{} [{}]", share.found.len(), share.expected(), list(&share.missing));
        let (essential, accepted) = (share(&essential), share(&accepted));
        format!("essential {essential} accepted {accepted} traps [{}] originals [{}]", list(&traps), list(&originals))
    }

    #[test]
    fn an_empty_table_expects_nothing() {
        assert_eq!(minutes(&[], ""), "essential 0/0 [] accepted 0/0 [] traps [] originals []");
    }

    #[test]
    fn only_links_between_cards_on_the_table_are_missing() {
        assert_eq!(minutes(&[1, 2], ""), "essential 0/1 [1>2] accepted 0/0 [] traps [] originals []");
        assert_eq!(minutes(&[1, 2, 3, 4], ""), "essential 0/2 [1>2 2>3] accepted 0/2 [2>4 3>4] traps [] originals []");
    }

    #[test]
    fn a_team_finds_links_falls_into_a_trap_and_invents_one() {
        let said = minutes(&[1, 2, 3, 4], "2>3 3>4 1>3 1>4");
        assert_eq!(said, "essential 1/2 [1>2] accepted 1/2 [2>4] traps [1>3] originals [1>4]");
    }

    #[test]
    fn a_link_the_other_way_round_is_original_unless_it_is_a_known_trap() {
        assert_eq!(minutes(&[2, 4], "4>2"), "essential 0/0 [] accepted 0/1 [2>4] traps [4>2] originals []");
        assert_eq!(minutes(&[1, 2], "2>1"), "essential 0/1 [1>2] accepted 0/0 [] traps [] originals [2>1]");
    }

    #[test]
    fn a_link_to_a_card_that_left_the_table_does_not_count() {
        assert_eq!(minutes(&[1, 2], "1>2 2>3"), "essential 1/1 [] accepted 0/0 [] traps [] originals []");
    }

    #[test]
    fn a_link_told_twice_counts_once() {
        assert_eq!(minutes(&[1, 2], "2>1 2>1 1>2 1>2"), "essential 1/1 [] accepted 0/0 [] traps [] originals [2>1]");
    }
}
