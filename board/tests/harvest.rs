//! What many boards add up to.

use board::key::{Expected, Key, Level, Misconception, Nature};
use board::{CardId, Harvest, LinkId, LinkKind, Often, Tally};

fn link(cause: u16, consequence: u16) -> LinkId {
    LinkId { cause: CardId(cause), consequence: CardId(consequence) }
}

fn key() -> Key {
    let expected = |level| Expected { kind: LinkKind::LeadsTo, level, why: String::new() };
    let belief = Misconception { belief: String::new(), nature: Nature::Shortcut, reason: String::new(), path: vec![] };
    Key {
        expected: [(link(1, 2), expected(Level::Essential)), (link(2, 9), expected(Level::Accepted))].into(),
        misconceptions: [(link(2, 1), belief)].into(),
    }
}

fn harvest(cards: &[u16], links: &[LinkId], kept: &[u16]) -> Harvest {
    let links: std::collections::BTreeSet<_> = links.iter().copied().collect();
    Harvest {
        cards: cards.iter().copied().map(CardId).collect(),
        drawn: links.clone(),
        links,
        kept: kept.iter().copied().map(CardId).collect(),
        decided: (kept.len(), 0),
    }
}

#[test]
fn a_link_counts_where_both_its_cards_lay() {
    let boards = [harvest(&[1, 2], &[link(1, 2)], &[80]), harvest(&[1, 2], &[], &[80, 81]), harvest(&[1, 3], &[], &[])];
    let tally = Tally::of(&boards, &key());
    assert_eq!(tally.boards, 3);
    assert_eq!(tally.links[&link(1, 2)], (Level::Essential, Often { times: 1, of: 2 }));
    assert!(!tally.links.contains_key(&link(2, 9)), "nobody could draw it");
    assert_eq!(tally.misconceptions[&link(2, 1)], Often { times: 0, of: 2 });
    assert_eq!(tally.kept, [(CardId(80), 2), (CardId(81), 1)].into());
    assert_eq!(tally.decided, (3, 0));
}

#[test]
fn a_misconception_that_the_table_put_right_was_met_all_the_same() {
    let mut one = harvest(&[1, 2], &[], &[]);
    one.drawn.insert(link(2, 1));
    assert_eq!(Tally::of(&[one], &key()).misconceptions[&link(2, 1)], Often { times: 1, of: 1 });
}

#[test]
fn percents_are_rounded_and_nothing_of_nothing_is_nothing() {
    let percent = |times, of| Often { times, of }.percent();
    assert_eq!([percent(0, 0), percent(1, 3), percent(2, 3), percent(5, 5)], [0, 33, 67, 100]);
}
