//! Loops and chains: what a debrief asks about.

use LinkKind::{Enables, LeadsTo, Reduces};
use board::{
    ActorId, Card, CardId, Document, Link, LinkId, LinkKind, Loop, LotId, MOST_IN_LOOP, MOST_LOOPS, Millis, Point,
    Spot, chains, loops,
};
use proptest::prelude::*;

/// A board with these links, and the cards they join on the table.
fn board(links: &[(u16, u16, LinkKind)]) -> Document {
    let mut document = Document::default();
    for &(cause, consequence, kind) in links {
        let link = LinkId { cause: CardId(cause), consequence: CardId(consequence) };
        for card in [link.cause, link.consequence] {
            document.cards.insert(card, Card { lot: LotId(1), spot: Spot::Table(Point { x: 500, y: 500 }) });
        }
        let drawn = Link { kind, because: String::new(), author: ActorId(1), at: Millis(0), ink: true };
        document.links.insert(link, drawn);
    }
    document
}

fn cards(numbers: &[u16]) -> Vec<CardId> {
    numbers.iter().copied().map(CardId).collect()
}

#[test]
fn a_consequence_that_comes_back_to_its_cause_is_a_loop_and_is_told_once() {
    let document = board(&[(3, 7, LeadsTo), (7, 5, LeadsTo), (5, 3, Enables), (7, 9, LeadsTo)]);
    assert_eq!(loops(&document), [Loop { cards: cards(&[3, 7, 5]), strengthens: true }]);
}

#[test]
fn a_loop_with_one_reduction_holds_itself_back_and_with_two_strengthens_itself() {
    let one = board(&[(1, 2, LeadsTo), (2, 1, Reduces)]);
    assert!(!loops(&one)[0].strengthens);
    let two = board(&[(1, 2, Reduces), (2, 1, Reduces)]);
    assert!(loops(&two)[0].strengthens);
}

#[test]
fn the_shortest_loops_come_first_and_a_crowd_of_them_is_cut() {
    let pairs = (1..=20).flat_map(|n| [(n, n + 20, LeadsTo), (n + 20, n, LeadsTo)]);
    let long = [(50, 51, LeadsTo), (51, 52, LeadsTo), (52, 50, LeadsTo)];
    let found = loops(&board(&long.into_iter().chain(pairs).collect::<Vec<_>>()));
    assert_eq!(found.len(), MOST_LOOPS);
    assert!(found.iter().all(|one| one.cards.len() == 2), "those of two cards are told, not that of three");
}

#[test]
fn a_link_whose_card_is_not_on_the_table_is_on_no_way() {
    let mut document = board(&[(1, 2, LeadsTo), (2, 1, LeadsTo)]);
    document.cards.get_mut(&CardId(2)).expect("it was laid down").spot = Spot::Reserve;
    assert_eq!(loops(&document), []);
    assert_eq!(chains(&document), Vec::<Vec<CardId>>::new());
}

#[test]
fn the_longest_chain_is_told_and_then_what_it_does_not_touch() {
    let long = [(1, 2, LeadsTo), (2, 3, LeadsTo), (3, 4, LeadsTo), (4, 5, LeadsTo), (1, 5, LeadsTo)];
    let other = [(10, 11, LeadsTo), (11, 12, LeadsTo), (12, 13, LeadsTo)];
    let short = [(20, 21, LeadsTo), (21, 22, LeadsTo)];
    let document = board(&[&long[..], &other, &short].concat());
    assert_eq!(chains(&document), [cards(&[1, 2, 3, 4, 5]), cards(&[10, 11, 12, 13])]);
}

#[test]
fn a_board_of_four_thousand_links_is_read_through() {
    let links: Vec<_> = (0..4_000_u16).map(|n| (n % 1_000 + 1, (n * 7 + n / 1_000) % 1_000 + 1, LeadsTo)).collect();
    let links: Vec<_> = links.into_iter().filter(|(cause, consequence, _)| cause != consequence).collect();
    let document = board(&links);
    assert!(loops(&document).len() <= MOST_LOOPS);
    assert!(chains(&document)[0].len() > 4);
}

proptest! {
    #[test]
    fn every_loop_and_every_chain_follows_links(links in links()) {
        let document = board(&links);
        let joined = |cause: &CardId, consequence: &CardId| {
            document.links.contains_key(&LinkId { cause: *cause, consequence: *consequence })
        };
        for Loop { cards, .. } in loops(&document) {
            prop_assert!(cards.len() <= MOST_IN_LOOP);
            prop_assert!(cards.iter().zip(cards.iter().cycle().skip(1)).all(|(one, next)| joined(one, next)));
        }
        for chain in chains(&document) {
            prop_assert!(chain.windows(2).all(|two| joined(&two[0], &two[1])));
        }
    }

    /// Whoever may be reached from itself is on a loop: taking away cards that nothing causes, until none is left, leaves
    /// a card exactly where there is a loop.
    #[test]
    fn a_board_has_a_loop_to_tell_exactly_when_it_has_one(links in links()) {
        let mut rest = links.clone();
        loop {
            let before = rest.len();
            let caused: Vec<u16> = rest.iter().map(|&(_, consequence, _)| consequence).collect();
            rest.retain(|(cause, ..)| caused.contains(cause));
            if rest.len() == before {
                break;
            }
        }
        prop_assert_eq!(loops(&board(&links)).is_empty(), rest.is_empty());
    }
}

fn links() -> impl Strategy<Value = Vec<(u16, u16, LinkKind)>> {
    let kind = prop_oneof![Just(LeadsTo), Just(Reduces), Just(Enables)];
    // Among eight cards no loop is too long to be told.
    let link = (1..=8_u16, 1..=8_u16, kind).prop_filter("a card is no cause of itself", |(a, b, _)| a != b);
    prop::collection::vec(link, 0..24)
}
