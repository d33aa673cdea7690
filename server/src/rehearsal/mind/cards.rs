//! Where the cards go.

use super::Mind;
use board::deck::Lang;
use board::{CardId, Document, LinkId, MIDDLE, Op, Point, Spot, free_spot};
use std::collections::BTreeSet;

impl Mind {
    /// A card of their own, or else one that lies beside the board, goes near a card it has to do with.
    pub(super) fn place(&mut self, document: &Document) -> Option<Op> {
        let mine = at(document, Spot::Hand(self.me));
        let card = match self.pick(&mine) {
            Some(card) => card,
            None => self.pick(&at(document, Spot::Reserve))?,
        };
        let at = free_spot(document, self.near(document, card));
        Some(Op::Place { card, at })
    }

    /// A card goes nearer to one that it is linked with: what people do who have nothing to add for now.
    pub(super) fn tidy(&mut self, document: &Document) -> Option<Op> {
        let links: Vec<_> = document.links.keys().copied().collect();
        let LinkId { cause, consequence } = self.pick(&links)?;
        let at = free_spot(document, document.on_table(cause)?);
        document.on_table(consequence).map(|_| Op::Move { card: consequence, at })
    }

    fn near(&self, document: &Document, card: CardId) -> Point {
        let other = |link: &LinkId| match *link {
            LinkId { cause, consequence } if cause == card => Some(consequence),
            LinkId { cause, consequence } if consequence == card => Some(cause),
            _ => None,
        };
        self.deck
            .key(Lang::Fr)
            .expected
            .keys()
            .filter_map(other)
            .find_map(|card| document.on_table(card))
            .unwrap_or(MIDDLE)
    }
}

/// The cards that lie on the table.
pub(super) fn lying(document: &Document) -> BTreeSet<CardId> {
    document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect()
}

fn at(document: &Document, spot: Spot) -> Vec<CardId> {
    document.cards.iter().filter(|(_, card)| card.spot == spot).map(|(&card, _)| card).collect()
}
