//! "Ranger", whatever lies on the table: boards of every size, with and without loops.

use board::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A board of so many cards, each lying somewhere, with these links.
fn board(cards: u16, links: impl IntoIterator<Item = (u16, u16)>, spots: &[(i16, i16)]) -> Document {
    let mut document = Document::default();
    for card in 1..=cards {
        let (x, y) = spots[usize::from(card) % spots.len()];
        let at = Point { x: 105 + x.rem_euclid(2_990), y: 75 + y.rem_euclid(1_650) };
        document.cards.insert(CardId(card), Card { lot: LotId(1), spot: Spot::Table(at) });
    }
    for (cause, consequence) in links {
        let link =
            Link { kind: LinkKind::LeadsTo, because: String::new(), author: ActorId(1), at: Millis(0), ink: false };
        let id = LinkId { cause: CardId(cause), consequence: CardId(consequence) };
        if cause != consequence && !document.links.contains_key(&id.reversed()) {
            document.links.insert(id, link);
        }
    }
    document
}

/// The board once it is laid out, by the op that the room writes.
fn laid_out(document: &Document) -> Document {
    let mut after = document.clone();
    let op = Op::Arrange { cards: arrange(document) };
    apply(&mut after, &Entry { seq: Seq(1), actor: ActorId(1), at: Millis(0), op });
    after
}

fn places(document: &Document) -> BTreeMap<CardId, Point> {
    document.cards.keys().filter_map(|&card| Some((card, document.on_table(card)?))).collect()
}

/// No card lies over another or off the table, no other card has come, and doing it again changes nothing.
#[track_caller]
fn tidy(before: &Document) -> Document {
    let after = laid_out(before);
    assert_eq!(before.links, after.links);
    let places = places(&after);
    assert_eq!(places.keys().collect::<Vec<_>>(), self::places(before).keys().collect::<Vec<_>>());
    for (card, at) in &places {
        assert!((CARD.x / 2..=TABLE.x - CARD.x / 2).contains(&at.x), "{card} at {at:?} is off the table");
        assert!((CARD.y / 2..=TABLE.y - CARD.y / 2).contains(&at.y), "{card} at {at:?} is off the table");
        for (other, there) in places.range(CardId(card.0 + 1)..) {
            let apart = (at.x - there.x).abs() >= CARD.x || (at.y - there.y).abs() >= CARD.y;
            assert!(apart, "{card} at {at:?} lies over {other} at {there:?}");
        }
    }
    assert_eq!(arrange(&after), [], "laying out twice is once");
    after
}

/// The links whose consequence does not lie to the right of its cause.
fn backwards(document: &Document, allow_below: bool) -> Vec<LinkId> {
    let places = places(document);
    let onward = |link: &LinkId| {
        let (cause, consequence) = (places[&link.cause], places[&link.consequence]);
        cause.x < consequence.x || (allow_below && cause.x == consequence.x && cause.y < consequence.y)
    };
    document.links.keys().copied().filter(|link| !onward(link)).collect()
}

const PILE: [(i16, i16); 1] = [(1_500, 800)];
const SPREAD: [(i16, i16); 7] =
    [(10, 1_500), (400, 900), (800, 20), (1_200, 700), (1_900, 1_300), (2_400, 300), (30, 30)];

#[test]
fn an_empty_table_is_laid_out_already() {
    assert_eq!(arrange(&Document::default()), []);
}

#[test]
fn one_card_lies_at_the_foot() {
    let after = tidy(&board(1, [], &PILE));
    assert_eq!(after.on_table(CardId(1)), Some(Point { x: 1_600, y: 1_713 }));
}

#[test]
fn two_causes_lie_left_of_what_they_cause() {
    let after = tidy(&board(4, [(2, 1), (3, 1), (1, 4)], &SPREAD));
    assert_eq!(backwards(&after, false), []);
    let at = places(&after);
    assert_eq!(at[&CardId(2)].x, at[&CardId(3)].x, "both are first");
    assert!(at[&CardId(2)].y < at[&CardId(3)].y, "and keep the order in which they lay");
}

#[test]
fn cards_without_a_link_wait_in_rows_at_the_foot() {
    for cards in [10, 45, 60, 120, 150] {
        let after = tidy(&board(cards, [], &PILE));
        let rows: BTreeSet<_> = places(&after).values().map(|at| at.y).collect();
        assert_eq!(rows.len(), usize::from(cards).div_ceil(15), "{cards} cards");
        assert_eq!(rows.last(), Some(&1_713), "{cards} cards");
    }
}

#[test]
fn a_board_with_more_cards_than_the_table_has_places_stays_as_it_is() {
    assert_eq!(arrange(&board(151, [], &PILE)), []);
    assert_eq!(arrange(&board(151, (1..151).map(|card| (card, card + 1)), &PILE)), []);
    assert_eq!(
        arrange(&board(137, (1..76).map(|card| (card, card + 1)), &PILE)),
        [],
        "rows and columns share the table"
    );
}

#[test]
fn one_long_chain_goes_from_left_to_right() {
    for cards in [10, 15] {
        let after = tidy(&board(cards, (1..cards).map(|card| (card, card + 1)), &SPREAD));
        assert_eq!(backwards(&after, false), [], "{cards} cards");
    }
}

#[test]
fn a_chain_longer_than_the_table_goes_down_before_it_goes_right() {
    for cards in [16, 45, 60, 120, 150] {
        let after = tidy(&board(cards, (1..cards).map(|card| (card, card + 1)), &SPREAD));
        assert_eq!(backwards(&after, true), [], "{cards} cards");
    }
}

#[test]
fn a_loop_is_cut_where_it_closes() {
    let after = tidy(&board(4, [(1, 2), (2, 3), (3, 4), (4, 2)], &SPREAD));
    assert_eq!(backwards(&after, false), [LinkId { cause: CardId(4), consequence: CardId(2) }]);
    for cards in [10, 45, 120] {
        let round = (1..=cards).map(|card| (card, card % cards + 1));
        let after = tidy(&board(cards, round, &SPREAD));
        assert_eq!(backwards(&after, true), [LinkId { cause: CardId(cards), consequence: CardId(1) }], "{cards} cards");
    }
}

#[test]
fn a_crowd_with_one_cause_takes_several_columns() {
    for cards in [10, 45, 60, 120] {
        let after = tidy(&board(cards, (2..=cards).map(|card| (1, card)), &SPREAD));
        assert_eq!(backwards(&after, false), [], "{cards} cards");
    }
}

#[test]
fn cards_in_a_hand_or_in_the_reserve_stay_there() {
    let mut document = board(4, [(1, 2)], &PILE);
    for (card, spot) in [(3, Spot::Reserve), (4, Spot::Hand(ActorId(2)))] {
        document.cards.insert(CardId(card), Card { lot: LotId(1), spot });
    }
    let after = tidy(&document);
    assert_eq!(after.cards[&CardId(3)].spot, Spot::Reserve);
    assert_eq!(after.cards[&CardId(4)].spot, Spot::Hand(ActorId(2)));
}

#[test]
fn a_link_that_hangs_in_the_air_moves_no_card_that_is_not_there() {
    let document = board(2, [(1, 2), (2, 9), (8, 9)], &PILE);
    assert_eq!(arrange(&document).iter().map(|(card, _)| card.0).collect::<Vec<_>>(), [1, 2]);
}

fn cards() -> impl Strategy<Value = u16> {
    prop_oneof![1 => Just(1_u16), 4 => 2..20_u16, 4 => 20..60_u16, 1 => Just(120_u16)]
}

fn spots() -> impl Strategy<Value = Vec<(i16, i16)>> {
    prop::collection::vec(any::<(i16, i16)>(), 1..130)
}

/// How many cards, and links between them.
fn linked() -> impl Strategy<Value = (u16, Vec<(u16, u16)>)> {
    cards().prop_flat_map(|cards| {
        let link = (1..=cards, 1..=cards);
        (Just(cards), prop::collection::vec(link, 0..usize::from(cards) * 3))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_board_is_tidy_once_it_is_laid_out((cards, links) in linked(), spots in spots()) {
        let document = board(cards, links, &spots);
        tidy(&document);
        prop_assert_eq!(arrange(&document), arrange(&document.clone()));
    }

    #[test]
    fn without_a_loop_no_consequence_lies_left_of_its_cause((cards, links) in linked(), spots in spots()) {
        let onward = links.into_iter().map(|(one, other)| (one.min(other), one.max(other)));
        let after = tidy(&board(cards, onward, &spots));
        prop_assert_eq!(backwards(&after, true), []);
    }

    #[test]
    fn where_the_cards_lay_changes_their_order_and_nothing_else((cards, links) in linked(), spots in spots()) {
        let (one, other) = (board(cards, links.clone(), &spots), board(cards, links, &PILE));
        let columns = |board: &Document| places(&laid_out(board)).into_iter().map(|(card, at)| (card, at.x)).collect::<Vec<_>>();
        prop_assert_eq!(columns(&one), columns(&other));
    }
}
