//! Where the light falls on a board, and what part of the board the screen then shows.

use crate::scene::{Block, SLIP_SIZE, ViewBox, frame, frame_around, link_arrow, title};
use board::{CARD, CardId, Document, LinkId};
use std::collections::BTreeSet;

/// How much larger the whole screen is than the picture on it, in hundredths: margins, captions, the slate.
const AROUND: i32 = 150;
/// A title is read from the last row when it is this part of the screen's height.
const LEGIBLE: i32 = 30;
/// What people may come nearer to read is at least this part of it.
const READABLE: i32 = 60;
/// The most cards whose titles are written below the picture.
const TITLED: usize = 6;

/// What is lit; everything else is dimmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lit {
    cards: BTreeSet<CardId>,
    links: BTreeSet<LinkId>,
}

/// A board as the screen frames and lights it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Light {
    /// What is seen.
    pub view: ViewBox,
    /// What is lit; `None` when everything is.
    lit: Option<Lit>,
    /// The link that is lit alone: its sentence is written large.
    pub link: Option<LinkId>,
    /// The cards that everybody is led to, while they are few.
    pub framed: Vec<CardId>,
}

/// The light on a board: on the link that is `told`, on the cards that everybody is led to, or, with the `spot`, on the
/// last link.
pub(super) fn light(document: &Document, told: Option<LinkId>, spot: bool) -> Light {
    let framed: BTreeSet<CardId> =
        document.frame.iter().copied().filter(|&card| document.on_table(card).is_some()).collect();
    let led = framed.is_empty() && told.is_none();
    let last = || document.links.iter().max_by_key(|(id, link)| (link.at, **id)).map(|(&id, _)| id);
    let link = if led && spot { last() } else { told };
    if framed.is_empty() && link.is_none() {
        return Light { view: frame(document), lit: None, link, framed: Vec::new() };
    }
    let ends = link.iter().flat_map(|link| [link.cause, link.consequence]);
    let cards: BTreeSet<CardId> = framed.iter().copied().chain(ends).collect();
    let between = |link: &LinkId| framed.contains(&link.cause) && framed.contains(&link.consequence);
    let links = document.links.keys().copied().filter(|id| Some(*id) == link || between(id)).collect();
    // The spot leaves the board where it is: people have it in front of them.
    let view = if led { frame(document) } else { around(document, &cards, link) };
    let framed = if framed.len() <= TITLED { framed.into_iter().collect() } else { Vec::new() };
    Light { view, lit: Some(Lit { cards, links }), link, framed }
}

impl Light {
    /// Whether this card is in the light.
    pub fn on_card(&self, card: CardId) -> bool {
        self.lit.as_ref().is_none_or(|lit| lit.cards.contains(&card))
    }

    /// Whether this link is.
    pub fn on_link(&self, link: LinkId) -> bool {
        self.lit.as_ref().is_none_or(|lit| lit.links.contains(&link))
    }

    /// Whether this title can be read on the picture from the last row.
    pub fn reads(&self, name: &str) -> bool {
        title(name, true).size * LEGIBLE >= height(self.view)
    }

    /// Whether slips can be read. Those that cannot would only hide their arrows.
    pub fn reads_slips(&self) -> bool {
        SLIP_SIZE * READABLE >= height(self.view)
    }

    /// Whether everything is.
    pub fn on_all(&self) -> bool {
        self.lit.is_none()
    }
}

/// The frame of these cards and of the arrow of a link.
fn around(document: &Document, cards: &BTreeSet<CardId>, link: Option<LinkId>) -> ViewBox {
    let card = |&card: &CardId| document.on_table(card);
    let middle = link.and_then(|link| link_arrow(document, link)).map(|arrow| arrow.middle);
    let block = |at| Block { at, width: CARD.x.into(), height: CARD.y.into(), lines: Vec::new() };
    frame_around(cards.iter().filter_map(card).chain(middle).map(block))
}

/// The height of the whole screen on which this is seen, in table units.
fn height(view: ViewBox) -> i32 {
    // On a screen of 4:3 the width may be what limits.
    view.height.max(view.width * 3 / 5) * AROUND / 100
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, Card, Link, LotId, Millis, Point, Spot};

    const FIRST: LinkId = LinkId { cause: CardId(1), consequence: CardId(2) };
    const LAST: LinkId = LinkId { cause: CardId(2), consequence: CardId(3) };

    fn document() -> Document {
        let mut document = Document::default();
        for (number, x) in [(1, 300), (2, 700), (3, 2800)] {
            let spot = Spot::Table(Point { x, y: 900 });
            document.cards.insert(CardId(number), Card { lot: LotId(1), spot });
        }
        for (id, at) in [(FIRST, 5), (LAST, 9)] {
            let (kind, because, author) = (Default::default(), String::new(), ActorId(1));
            document.links.insert(id, Link { kind, because, author, at: Millis(at), ink: false });
        }
        document
    }

    #[test]
    fn without_a_reason_everything_is_lit() {
        let light = light(&document(), None, false);
        assert!(light.on_all() && light.on_card(CardId(1)) && light.view == frame(&document()));
    }

    #[test]
    fn the_told_link_is_framed_and_lit_alone() {
        let light = light(&document(), Some(FIRST), true);
        assert_eq!((light.link, light.on_link(FIRST), light.on_link(LAST)), (Some(FIRST), true, false));
        assert_eq!([1, 2, 3].map(|card| light.on_card(CardId(card))), [true, true, false]);
        assert!(light.view.width < frame(&document()).width && light.view.x + light.view.width < 2800);
    }

    #[test]
    fn framed_cards_are_lit_with_the_links_between_them() {
        let mut document = document();
        document.frame = vec![CardId(1), CardId(2), CardId(61)];
        let near = light(&document, None, true);
        assert_eq!((near.link, near.on_link(FIRST), near.on_link(LAST)), (None, true, false));
        assert_eq!(near.framed, [CardId(1), CardId(2)], "a card that is not on the table is nowhere");
        assert!(near.reads("Centres de données") && near.reads_slips(), "{:?}", near.view);
        document.frame = vec![CardId(1), CardId(3)];
        assert!(!light(&document, None, false).reads("Centres de données"));
    }

    #[test]
    fn the_spot_is_on_the_last_link_and_the_board_stays_where_it_is() {
        let light = light(&document(), None, true);
        assert_eq!((light.link, light.view), (Some(LAST), frame(&document())));
        assert!(!light.on_card(CardId(1)) && light.on_card(CardId(3)));
    }

    #[test]
    fn one_framed_card_is_large() {
        let mut document = document();
        document.frame = vec![CardId(3)];
        let light = light(&document, None, false);
        assert!(light.reads("Ordinateurs, smartphones, écrans") && light.view.height <= 400, "{:?}", light.view);
    }
}
