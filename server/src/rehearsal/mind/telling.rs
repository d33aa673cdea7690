//! The second half: the board's title and story, a stamp, and what the team decides.

use super::Mind;
use super::cards::lying;
use crate::rehearsal::words;
use board::deck::Grade;
use board::{Action, ActionId, CARD, Document, Op, Point, Shape, Stamp, StrokeId};

/// How many actions a table proposes, and how many of them each person at most.
const ACTIONS: (usize, usize) = (7, 2);
/// How many stamps each person puts on the board.
const STAMPS: usize = 3;

impl Mind {
    /// The title first, then the story, then stamps and stars.
    pub(super) fn tell(&mut self, document: &Document) -> Option<Op> {
        if document.title.is_empty() {
            return self.pick(&words::TITLES).map(|title| Op::Title { text: title.to_owned() });
        }
        if document.story.is_empty() {
            return self.story(document);
        }
        let stamps = document.strokes.values().filter(|stroke| stroke.author == self.me).count();
        if stamps >= STAMPS || self.chance(50) { self.star(document) } else { self.stamp(document) }
    }

    /// From a cause that has none to a consequence that leads nowhere.
    fn story(&mut self, document: &Document) -> Option<Op> {
        let links = || document.links.keys();
        let first = links().map(|link| link.cause).find(|&card| links().all(|link| link.consequence != card));
        let last = links().map(|link| link.consequence).rfind(|&card| links().all(|link| link.cause != card));
        let first = first.or_else(|| links().next().map(|link| link.cause))?;
        let last = last.or_else(|| links().next_back().map(|link| link.consequence))?;
        Some(Op::Story { text: words::story(self.title(first), self.title(last)) })
    }

    /// A stamp at the corner of a card.
    fn stamp(&mut self, document: &Document) -> Option<Op> {
        let cards: Vec<_> = lying(document).into_iter().collect();
        let card = document.on_table(self.pick(&cards)?)?;
        // A card lies whole on the table, and so does its corner.
        let at = Point { x: card.x + CARD.x / 2, y: card.y - CARD.y / 2 };
        let shape = Shape::Stamp { stamp: self.pick(&Stamp::ALL)?, at };
        Some(Op::Draw { stroke: StrokeId(self.dice.bits()), shape })
    }

    /// An action card that acts on a card of the table; among the first few, something to stop doing. Then what is
    /// there is weighed again.
    pub(super) fn propose(&mut self, document: &Document) -> Option<Op> {
        if document.actions.len() >= ACTIONS.0 || self.proposed >= ACTIONS.1 {
            return if self.chance(15) { self.weigh(document) } else { None };
        }
        let renounces = document.actions.values().any(|action| action.renounces);
        let what = if renounces || document.actions.is_empty() {
            self.chosen(document)?
        } else {
            Action { text: self.pick(&words::RENOUNCED)?.to_owned(), renounces: true, ..Action::default() }
        };
        self.proposed += 1;
        let what = Action { owner: self.part.first_name.to_owned(), ..what };
        Some(Op::Act { action: ActionId(self.dice.bits()), what })
    }

    /// Another grade for the impact of an action.
    fn weigh(&mut self, document: &Document) -> Option<Op> {
        let all: Vec<_> = document.actions.iter().collect();
        let (&action, what) = self.pick(&all)?;
        let impact = u8::try_from(1 + self.dice.below(5)).ok().and_then(Grade::new);
        Some(Op::Act { action, what: Action { impact, ..what.clone() } })
    }

    fn chosen(&mut self, document: &Document) -> Option<Action> {
        let lying = lying(document);
        let is_new = |card| document.actions.values().all(|action| action.card != Some(card));
        let known = self.deck.deck.actions.iter().filter(|(card, _)| is_new(**card));
        let fitting: Vec<_> =
            known.filter(|(_, action)| action.targets.iter().any(|card| lying.contains(card))).collect();
        let (&card, action) = self.pick(&fitting)?;
        Some(Action {
            card: Some(card),
            text: action.title.fr.clone(),
            effort: Some(action.effort),
            impact: Some(action.impact),
            first_step: action.first_step.fr.clone(),
            ..Action::default()
        })
    }
}
