//! "Ranger": the board laid out from causes, on the left, to consequences, on the right.
//!
//! A card's column is its depth: one more than its deepest cause. Links that close a loop do not count. Within a column
//! cards keep to the height of their causes, and those without a cause to the order in which they lay, so that people
//! still find them and laying out twice is the same as once. Cards without a link wait in rows at the foot.
//! Deterministic and in integers; it never puts a card off the table or over another.

use crate::{CARD, CardId, Document, LinkId, Point, TABLE};
use std::collections::{BTreeMap, BTreeSet};

/// The least from one centre to the next.
const STEP: Point = Point { x: CARD.x + 3, y: CARD.y + 24 };
/// What is enough from one centre to the next: room for an arrow and its slip.
const WIDE: Point = Point { x: CARD.x + 190, y: CARD.y + 95 };
/// The most cards in a row and in a column.
const MOST: (usize, usize) = ((TABLE.x / STEP.x) as usize, (TABLE.y / STEP.y) as usize);

/// Where each card that should move goes; nothing when the board is laid out already, or has too many cards for it.
#[must_use]
pub fn arrange(document: &Document) -> Vec<(CardId, Point)> {
    let lying: BTreeMap<CardId, Point> =
        document.cards.keys().filter_map(|&card| Some((card, document.on_table(card)?))).collect();
    let links: Vec<LinkId> = document.links.keys().copied().filter(|link| joins(link, &lying)).collect();
    let linked: BTreeSet<CardId> = links.iter().flat_map(|link| [link.cause, link.consequence]).collect();
    let loose: Vec<CardId> = lying.keys().copied().filter(|card| !linked.contains(card)).collect();
    let foot = loose.len().div_ceil(MOST.0);
    let Some(height) = MOST.1.checked_sub(foot) else { return Vec::new() };
    if linked.len() > MOST.0 * height {
        return Vec::new();
    }
    let causes = causes(&links);
    let depths = depths(&linked, &causes);
    let columns = columns(&depths, height);
    let mut placed = BTreeMap::new();
    let floor = TABLE.y - STEP.y * i16::try_from(foot).unwrap_or_default();
    for (x, column) in across(columns.len(), TABLE.x, STEP.x, WIDE.x).zip(columns) {
        let mut rows = across(column.len(), floor, STEP.y, WIDE.y);
        // From the top down, causes before their consequences, whose heights then depend on them.
        for level in column.chunk_by(|one, other| depths[one] == depths[other]) {
            let ordered = by_height(level.to_vec(), &causes, &placed, &lying);
            placed.extend(ordered.into_iter().zip(&mut rows).map(|(card, y)| (card, Point { x, y })));
        }
    }
    for (row, cards) in loose.chunks(MOST.0).enumerate() {
        let y = floor + STEP.y / 2 + STEP.y * i16::try_from(row).unwrap_or_default();
        let columns = across(cards.len(), TABLE.x, STEP.x, WIDE.x);
        placed.extend(cards.iter().zip(columns).map(|(&card, x)| (card, Point { x, y })));
    }
    placed.into_iter().filter(|(card, at)| lying.get(card) != Some(at)).collect()
}

/// Whether a link joins two cards of the table.
pub(crate) fn joins(link: &LinkId, lying: &BTreeMap<CardId, Point>) -> bool {
    lying.contains_key(&link.cause) && lying.contains_key(&link.consequence)
}

/// The causes of each card, loops cut: walking from the lowest numbers on, a link back to where one comes from is left
/// out.
pub(crate) fn causes(links: &[LinkId]) -> BTreeMap<CardId, Vec<CardId>> {
    let mut onward: BTreeMap<CardId, Vec<CardId>> = BTreeMap::new();
    let mut pointed = BTreeSet::new();
    for link in links {
        onward.entry(link.cause).or_default().push(link.consequence);
        pointed.insert(link.consequence);
    }
    let mut causes: BTreeMap<CardId, Vec<CardId>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    // Cards that nothing causes first: a loop is then cut where it closes, not where it begins.
    let (inner, outer): (Vec<_>, Vec<_>) = onward.keys().copied().partition(|card| pointed.contains(card));
    for start in outer.into_iter().chain(inner) {
        let mut path = vec![(start, 0)];
        let mut on_path = BTreeSet::from([start]);
        if !seen.insert(start) {
            continue;
        }
        while let Some((card, turn)) = path.last_mut() {
            let (card, next) = (*card, onward.get(card).and_then(|cards| cards.get(*turn)).copied());
            *turn += 1;
            match next {
                None => {
                    on_path.remove(&card);
                    path.pop();
                }
                Some(next) if on_path.contains(&next) => {}
                Some(next) => {
                    causes.entry(next).or_default().push(card);
                    if seen.insert(next) {
                        on_path.insert(next);
                        path.push((next, 0));
                    }
                }
            }
        }
    }
    causes
}

/// Each card's depth: 0 without a cause.
fn depths(linked: &BTreeSet<CardId>, causes: &BTreeMap<CardId, Vec<CardId>>) -> BTreeMap<CardId, usize> {
    let mut depths: BTreeMap<CardId, usize> = linked.iter().map(|&card| (card, 0)).collect();
    // Without loops, no card is deeper than there are cards: this ends by itself, and the bound is only a belt.
    for _ in 0..linked.len() {
        let mut deeper = false;
        for (card, causes) in causes {
            let depth = causes.iter().filter_map(|cause| depths.get(cause)).max().map_or(0, |deepest| deepest + 1);
            deeper |= depths.insert(*card, depth) != Some(depth);
        }
        if !deeper {
            break;
        }
    }
    depths
}

/// The cards of each column, causes first: one column a depth, or as many as a crowd needs. When that is more columns
/// than the table is wide, depths share columns.
fn columns(depths: &BTreeMap<CardId, usize>, height: usize) -> Vec<Vec<CardId>> {
    let mut cards: Vec<CardId> = depths.keys().copied().collect();
    cards.sort_by_key(|card| depths[card]);
    let chunks = |cards: &[CardId], most: usize| cards.chunks(most).map(<[CardId]>::to_vec).collect::<Vec<_>>();
    let levels = cards.chunk_by(|one, other| depths[one] == depths[other]);
    let apart: Vec<_> = levels.flat_map(|level| chunks(level, height)).collect();
    if apart.len() <= MOST.0 { apart } else { chunks(&cards, cards.len().div_ceil(MOST.0)) }
}

/// So many places across this length, in its middle, no further apart than `wide`.
fn across(count: usize, length: i16, least: i16, wide: i16) -> impl Iterator<Item = i16> {
    let count = i16::try_from(count).unwrap_or(i16::MAX).max(1);
    let step = (length / count).clamp(least, wide);
    let first = (length - step * (count - 1)) / 2;
    (0..count).map(move |turn| first + step * turn)
}

/// Cards of one depth from top to bottom: at the mean height of their causes, or of where they lay without one.
fn by_height(
    mut level: Vec<CardId>,
    causes: &BTreeMap<CardId, Vec<CardId>>,
    placed: &BTreeMap<CardId, Point>,
    lying: &BTreeMap<CardId, Point>,
) -> Vec<CardId> {
    let lay = |card: &CardId| lying.get(card).map_or(0, |at| i32::from(at.y));
    let height = |card: &CardId| {
        let above = causes.get(card).into_iter().flatten().filter_map(|cause| placed.get(cause));
        let heights: Vec<i32> = above.map(|at| i32::from(at.y)).collect();
        let count = i32::try_from(heights.len()).unwrap_or(i32::MAX);
        heights.iter().sum::<i32>().checked_div(count).unwrap_or_else(|| lay(card))
    };
    level.sort_by_key(|card| (height(card), lay(card), *card));
    level
}
