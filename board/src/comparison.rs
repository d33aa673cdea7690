//! Several boards, side by side: which of them drew which link, and one board of them all to draw it on.

use crate::{Card, Document, LinkId, LinkKind, Spot, arrange};
use std::collections::BTreeMap;

/// The most boards that are compared: beyond, nobody sees which is which.
pub const MOST_COMPARED: usize = 12;

/// What several boards have in common, and apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Each link that one of them drew, with those that did, by their places in the list.
    pub links: BTreeMap<LinkId, Vec<Drawn>>,
    /// The cards that lie on one of them and the links, laid out from causes to consequences.
    pub document: Document,
}

/// One board's link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The board's place in the list.
    pub board: usize,
    /// How the cause acts, there.
    pub kind: LinkKind,
}

impl Comparison {
    /// The comparison of these boards. A link in the air, whose card does not lie on its board, was not drawn.
    #[must_use]
    pub fn of(boards: &[Document]) -> Self {
        let mut comparison = Self::default();
        let Self { links, document } = &mut comparison;
        for (place, board) in boards.iter().enumerate() {
            for (&id, card) in &board.cards {
                if matches!(card.spot, Spot::Table(_)) {
                    document.cards.entry(id).or_insert_with(|| Card { lot: card.lot, spot: card.spot });
                }
            }
            let lies = |id: &LinkId| board.on_table(id.cause).is_some() && board.on_table(id.consequence).is_some();
            for (&id, link) in board.links.iter().filter(|(id, _)| lies(id)) {
                links.entry(id).or_default().push(Drawn { board: place, kind: link.kind });
                document.links.entry(id).or_insert_with(|| link.clone());
            }
        }
        for (card, at) in arrange(document) {
            if let Some(card) = document.cards.get_mut(&card) {
                card.spot = Spot::Table(at);
            }
        }
        comparison
    }

    /// The links that several boards drew, those that most did first.
    #[must_use]
    pub fn shared(&self) -> Vec<LinkId> {
        let mut shared: Vec<_> = self.links.iter().filter(|(_, drawn)| drawn.len() > 1).collect();
        shared.sort_by_key(|(_, drawn)| std::cmp::Reverse(drawn.len()));
        shared.into_iter().map(|(&link, _)| link).collect()
    }

    /// The links that this board alone drew.
    #[must_use]
    pub fn alone(&self, board: usize) -> Vec<LinkId> {
        let alone = |drawn: &[Drawn]| matches!(drawn, [one] if one.board == board);
        self.links.iter().filter(|(_, drawn)| alone(drawn)).map(|(&link, _)| link).collect()
    }
}
