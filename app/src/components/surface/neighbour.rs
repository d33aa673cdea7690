//! Which card lies where, for whoever goes over the board with arrows, or hears where a card is being put.

use crate::components::board_keys::Way;
use board::{CardId, Document, Point};

/// The nearest card that way; if there is none, the next by number, so that every card can be reached.
pub fn neighbour(document: &Document, from: CardId, way: Way) -> Option<CardId> {
    let here = document.on_table(from)?;
    let others: Vec<_> = lying(document).filter(|&(card, _)| card != from).collect();
    if let Some(card) = nearest(here, way, others.iter().copied()) {
        return Some(card);
    }
    let onward = way.0 + way.1 > 0;
    let next = others.iter().map(|(card, _)| *card);
    let wanted = |card: &CardId| if onward { *card > from } else { *card < from };
    if onward { next.clone().find(wanted) } else { next.clone().rfind(wanted) }
}

/// The nearest card that way among those that a link joins to this one, whichever way the link goes.
pub fn along(document: &Document, from: CardId, way: Way) -> Option<CardId> {
    let here = document.on_table(from)?;
    let other = |link: &board::LinkId| match (link.cause == from, link.consequence == from) {
        (true, _) => Some(link.consequence),
        (_, true) => Some(link.cause),
        _ => None,
    };
    let linked = document.links.keys().filter_map(other);
    nearest(here, way, linked.filter_map(|card| Some((card, document.on_table(card)?))))
}

/// The card that lies nearest to a place where another one is held, and on which side of it that place is.
pub fn beside(document: &Document, held: CardId, at: Point) -> Option<(CardId, Way)> {
    let away = |lies: Point| (i32::from(at.x) - i32::from(lies.x), i32::from(at.y) - i32::from(lies.y));
    let square = |(x, y): (i32, i32)| x * x + y * y;
    let others = lying(document).filter(|&(card, _)| card != held);
    let (card, lies) = others.min_by_key(|&(_, lies)| square(away(lies)))?;
    let (x, y) = away(lies);
    // A card is wider than it is high: what overlaps it by as much on both sides is above or below.
    let side = if x.abs() * 5 > y.abs() * 7 { Way(x.signum() as i8, 0) } else { Way(0, if y < 0 { -1 } else { 1 }) };
    Some((card, side))
}

fn lying(document: &Document) -> impl Iterator<Item = (CardId, Point)> {
    document.cards.keys().filter_map(|&card| document.on_table(card).map(|at| (card, at)))
}

fn nearest(here: Point, way: Way, others: impl Iterator<Item = (CardId, Point)>) -> Option<CardId> {
    let way = (i32::from(way.0), i32::from(way.1));
    let cost = |at: Point| {
        let (x, y) = (i32::from(at.x) - i32::from(here.x), i32::from(at.y) - i32::from(here.y));
        let (ahead, aside) = (x * way.0 + y * way.1, (x * way.1 + y * way.0).abs());
        (ahead > 0 && aside <= ahead * 2).then_some(ahead + aside * 2)
    };
    others.filter_map(|(card, at)| Some((cost(at)?, card))).min().map(|(_, card)| card)
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, Card, Link, LinkId, LinkKind, LotId, Millis, Spot};

    const RIGHT: Way = Way(1, 0);
    const LEFT: Way = Way(-1, 0);
    const UP: Way = Way(0, -1);

    fn table(cards: &[(u16, i16, i16)]) -> Document {
        let mut document = Document::default();
        for &(number, x, y) in cards {
            document.cards.insert(CardId(number), Card { lot: LotId(1), spot: Spot::Table(Point { x, y }) });
        }
        document
    }

    fn linked(mut document: Document, cause: u16, consequence: u16) -> Document {
        let link = LinkId { cause: CardId(cause), consequence: CardId(consequence) };
        let (kind, because, author) = (LinkKind::LeadsTo, String::new(), ActorId(1));
        document.links.insert(link, Link { kind, because, author, at: Millis(0), ink: false });
        document
    }

    #[test]
    fn an_arrow_goes_to_the_card_that_lies_that_way() {
        let document = table(&[(1, 500, 500), (2, 900, 520), (3, 1400, 500), (4, 500, 100)]);
        assert_eq!(neighbour(&document, CardId(1), RIGHT), Some(CardId(2)));
        assert_eq!(neighbour(&document, CardId(1), UP), Some(CardId(4)));
    }

    #[test]
    fn where_no_card_lies_that_way_the_next_number_is_reached() {
        let document = table(&[(1, 500, 500), (2, 500, 900), (3, 500, 1300)]);
        assert_eq!(neighbour(&document, CardId(2), RIGHT), Some(CardId(3)));
        assert_eq!(neighbour(&document, CardId(3), RIGHT), None);
    }

    #[test]
    fn a_link_is_followed_over_a_card_that_lies_nearer_and_both_ways() {
        let document = linked(table(&[(1, 500, 500), (2, 900, 500), (3, 1400, 520)]), 3, 1);
        assert_eq!(along(&document, CardId(1), RIGHT), Some(CardId(3)));
        assert_eq!(along(&document, CardId(3), LEFT), Some(CardId(1)));
        assert_eq!(along(&document, CardId(1), UP), None, "no link goes that way");
        assert_eq!(along(&document, CardId(2), RIGHT), None, "a card without a link");
    }

    #[test]
    fn a_card_that_is_held_is_said_to_be_beside_the_nearest_one() {
        let document = table(&[(1, 500, 500), (2, 1500, 500), (3, 40, 40)]);
        let beside = |x, y| beside(&document, CardId(3), Point { x, y });
        assert_eq!(beside(720, 520), Some((CardId(1), RIGHT)));
        assert_eq!(beside(1290, 500), Some((CardId(2), LEFT)));
        assert_eq!(beside(1520, 340), Some((CardId(2), UP)));
        assert_eq!(super::beside(&table(&[(3, 40, 40)]), CardId(3), Point { x: 0, y: 0 }), None);
    }
}
