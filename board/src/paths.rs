//! What a board's links add up to: the **loops**, in which a consequence comes back to its cause, and the **chains**, which
//! lead furthest from one. They are questions for a debrief and no judgement: links say how a team sees things.

use crate::arrange::{causes, joins};
use crate::{CardId, Document, LinkId, LinkKind};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The most cards of a loop: nobody follows a longer one on a board.
pub const MOST_IN_LOOP: usize = 8;
/// The most loops that are told, the shortest first.
pub const MOST_LOOPS: usize = 12;
/// The most chains that are told, the longest first.
const MOST_CHAINS: usize = 3;
/// The fewest cards of a chain: three cards are what anybody sees at once.
const LEAST_IN_CHAIN: usize = 4;

/// Cards that lead from one to the next, and the last to the first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loop {
    /// Its cards along the links, from the lowest number on.
    pub cards: Vec<CardId>,
    /// Whether it strengthens itself, going by its links: an even number of them *reduce*. Otherwise it holds itself back.
    pub strengthens: bool,
}

/// The loops of the links whose two cards lie on the table: for each link the shortest way back to its cause, each loop
/// once, the shortest first, [`MOST_LOOPS`] at most.
#[must_use]
pub fn loops(document: &Document) -> Vec<Loop> {
    let onward = onward(&links(document));
    let mut found = BTreeSet::new();
    for (&cause, consequences) in &onward {
        for &consequence in consequences {
            if let Some(mut cards) = way(&onward, consequence, cause) {
                let lowest = (0..cards.len()).min_by_key(|&place| cards[place]).unwrap_or_default();
                cards.rotate_left(lowest);
                found.insert((cards.len(), cards));
            }
        }
    }
    let told = found.into_iter().take(MOST_LOOPS);
    told.map(|(_, cards)| Loop { strengthens: strengthens(document, &cards), cards }).collect()
}

/// The longest chains, from a cause along links that close no loop; no card is on two of them.
#[must_use]
pub fn chains(document: &Document) -> Vec<Vec<CardId>> {
    let mut links = links(document);
    let mut chains = Vec::new();
    while chains.len() < MOST_CHAINS {
        let chain = longest(&causes(&links));
        if chain.len() < LEAST_IN_CHAIN {
            break;
        }
        links.retain(|link| !chain.contains(&link.cause) && !chain.contains(&link.consequence));
        chains.push(chain);
    }
    chains
}

/// The links whose two cards lie on the table.
fn links(document: &Document) -> Vec<LinkId> {
    let lying = document.cards.keys().filter_map(|&card| Some((card, document.on_table(card)?))).collect();
    document.links.keys().copied().filter(|link| joins(link, &lying)).collect()
}

fn onward(links: &[LinkId]) -> BTreeMap<CardId, Vec<CardId>> {
    let mut onward: BTreeMap<CardId, Vec<CardId>> = BTreeMap::new();
    for link in links {
        onward.entry(link.cause).or_default().push(link.consequence);
    }
    onward
}

/// The shortest way along links, both ends included; `None` where there is none that a loop may have.
fn way(onward: &BTreeMap<CardId, Vec<CardId>>, from: CardId, to: CardId) -> Option<Vec<CardId>> {
    let mut before = BTreeMap::from([(from, from)]);
    let mut next = VecDeque::from([(from, 1)]);
    while let Some((card, length)) = next.pop_front() {
        if card == to {
            let mut way = vec![to];
            while let Some(&last) = way.last().filter(|&&last| last != from) {
                way.push(before[&last]);
            }
            way.reverse();
            return Some(way);
        }
        if length < MOST_IN_LOOP {
            for &further in onward.get(&card).into_iter().flatten() {
                before.entry(further).or_insert_with(|| {
                    next.push_back((further, length + 1));
                    card
                });
            }
        }
    }
    None
}

fn strengthens(document: &Document, cards: &[CardId]) -> bool {
    let ends = cards.iter().zip(cards.iter().cycle().skip(1));
    let reduces = |link: LinkId| document.links.get(&link).is_some_and(|link| link.kind == LinkKind::Reduces);
    let reduced = ends.filter(|&(&cause, &consequence)| reduces(LinkId { cause, consequence }));
    reduced.count().is_multiple_of(2)
}

/// The longest chain through the causes of each card, which have no loop.
fn longest(causes: &BTreeMap<CardId, Vec<CardId>>) -> Vec<CardId> {
    /// The longest chain that ends with a card: how many cards it has, and the one before.
    type Reached = BTreeMap<CardId, (usize, Option<CardId>)>;
    let mut reached = Reached::new();
    let mut waiting: Vec<CardId> = causes.keys().copied().collect();
    // Causes first: a card waits below those it needs.
    while let Some(card) = waiting.pop() {
        if reached.contains_key(&card) {
            continue;
        }
        let before = causes.get(&card).map(Vec::as_slice).unwrap_or_default();
        let unknown: Vec<_> = before.iter().copied().filter(|cause| !reached.contains_key(cause)).collect();
        if unknown.is_empty() {
            let deepest = before.iter().map(|cause| (reached[cause].0, *cause)).max_by_key(|&(length, _)| length);
            reached.insert(card, deepest.map_or((1, None), |(length, cause)| (length + 1, Some(cause))));
        } else {
            waiting.push(card);
            waiting.extend(unknown);
        }
    }
    let Some((&last, _)) = reached.iter().max_by_key(|(_, (length, _))| *length) else { return Vec::new() };
    let mut chain = vec![last];
    while let Some(cause) = chain.last().and_then(|card| reached[card].1) {
        chain.push(cause);
    }
    chain.reverse();
    chain
}
