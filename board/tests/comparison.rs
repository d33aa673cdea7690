//! Several boards, side by side.

use board::{
    ActorId, Card, CardId, Comparison, Document, Drawn, Link, LinkId, LinkKind, LotId, Millis, Point, Spot, TABLE,
};

fn link(cause: u16, consequence: u16) -> LinkId {
    LinkId { cause: CardId(cause), consequence: CardId(consequence) }
}

/// A board with these cards on the table, all in a heap, and these links.
fn board(cards: &[u16], links: &[(u16, u16, LinkKind)]) -> Document {
    let at = Point { x: 500, y: 500 };
    let card = |&card: &u16| (CardId(card), Card { lot: LotId(1), spot: Spot::Table(at) });
    let drawn = |&(cause, consequence, kind): &(u16, u16, LinkKind)| {
        let link = Link { kind, because: String::new(), author: ActorId(1), at: Millis(0), ink: true };
        (self::link(cause, consequence), link)
    };
    Document {
        cards: cards.iter().map(card).collect(),
        links: links.iter().map(drawn).collect(),
        ..Document::default()
    }
}

#[test]
fn a_link_is_shared_by_the_boards_that_drew_it_or_is_one_boards_alone() {
    use LinkKind::{LeadsTo, Reduces};
    let boards = [
        board(&[1, 2, 3], &[(1, 2, LeadsTo), (2, 3, LeadsTo)]),
        board(&[1, 2, 4], &[(1, 2, Reduces), (2, 4, LeadsTo)]),
        board(&[1, 2, 3], &[(1, 2, LeadsTo), (2, 3, LeadsTo), (3, 1, LeadsTo)]),
    ];
    let found = Comparison::of(&boards);
    assert_eq!(found.shared(), [link(1, 2), link(2, 3)], "what most drew comes first");
    assert_eq!(found.links[&link(1, 2)][1], Drawn { board: 1, kind: Reduces });
    assert_eq!((found.alone(0), found.alone(1), found.alone(2)), (vec![], vec![link(2, 4)], vec![link(3, 1)]));
}

#[test]
fn a_link_to_a_card_that_is_not_on_the_table_was_not_drawn() {
    let mut one = board(&[1, 2], &[(1, 2, LinkKind::LeadsTo)]);
    one.cards.insert(CardId(2), Card { lot: LotId(1), spot: Spot::Hand(ActorId(3)) });
    let found = Comparison::of(&[one]);
    assert!(found.links.is_empty() && found.document.links.is_empty());
    assert_eq!(found.document.cards.len(), 1, "a card in a hand is on no table");
}

#[test]
fn the_boards_are_laid_out_anew_so_that_no_card_hides_another() {
    let chain = [(1, 2, LinkKind::LeadsTo), (3, 2, LinkKind::LeadsTo), (2, 4, LinkKind::LeadsTo)];
    let found = Comparison::of(&[board(&[1, 2, 4], &chain[..1]), board(&[1, 2, 3, 4, 5], &chain)]);
    let places: Vec<_> = (1..=5).map(|card| found.document.on_table(CardId(card)).expect("it lies there")).collect();
    for (at, one) in places.iter().enumerate() {
        assert!((0..=TABLE.x).contains(&one.x) && (0..=TABLE.y).contains(&one.y));
        assert!(places[at + 1..].iter().all(|other| (one.x - other.x).abs() >= 210 || (one.y - other.y).abs() >= 150));
    }
    assert!(places[0].x < places[1].x && places[1].x < places[3].x, "causes before consequences");
}

#[test]
fn nothing_is_compared_with_nothing() {
    assert_eq!(Comparison::of(&[]), Comparison::default());
}
