//! What must hold between the things of a deck: everything named exists, everything that exists has its texts, nothing
//! is said twice or contradicts itself, and each format hangs together.

mod scripts;

use super::fields::{At, Page};
use super::scripts::ScriptPlan;
use super::structure::Structure;
use super::texts::Texts;
use super::{Problem, Thing};
use std::collections::{BTreeMap, BTreeSet};

/// The pages of a deck, to note on.
pub struct Pages<'p, 't> {
    pub deck: &'p Page<'t>,
    pub scripts: &'p Page<'t>,
    pub fr: &'p Page<'t>,
    pub en: &'p Page<'t>,
}

/// Notes on each page what does not hold.
pub fn check(pages: &Pages, structure: &Structure, scripts: &[ScriptPlan], french: &Texts, english: &Texts) {
    numbers(pages.deck, structure);
    names(pages.deck, structure, french);
    links(pages.deck, structure);
    formats(pages.deck, structure);
    scripts::check(pages.scripts, structure, scripts);
    everything_has_a_text(pages.deck, structure, french);
    scripts::everything_has_a_text(pages.scripts, scripts, french);
    for (page, texts) in [(pages.fr, french), (pages.en, english)] {
        every_text_has_a_thing(page, structure, texts, french);
        scripts::every_text_has_a_thing(page, scripts, texts);
    }
}

/// No two lots, and no two cards of either kind, share a number.
fn numbers(page: &Page, structure: &Structure) {
    let lots = structure.lots.iter().map(|lot| (&lot.number, Thing::Lot(lot.slug.clone())));
    let cards = structure.cards.iter().map(|card| (&card.number, Thing::Card(card.slug.clone())));
    let actions = structure.actions.iter().map(|action| (&action.number, Thing::Action(action.slug.clone())));
    distinct(page, lots);
    distinct(page, cards.chain(actions));
}

fn distinct<'s>(page: &Page, numbered: impl Iterator<Item = (&'s At<i64>, Thing)>) {
    let mut numbered: Vec<_> = numbered.filter(|(number, _)| number.line > 0).collect();
    numbered.sort_by_key(|(number, _)| number.line);
    let mut holders = BTreeMap::new();
    for (number, thing) in numbered {
        if let Some(holder) = holders.insert(number.value, thing.clone()) {
            let problem = Problem::SharedNumber { thing, number: number.value.try_into().unwrap_or_default(), holder };
            page.report(number.line, problem);
        }
    }
}

/// Every lot, card, profile and trade that is named exists, and no list names one twice.
fn names(page: &Page, structure: &Structure, french: &Texts) {
    let lots: BTreeSet<_> = structure.lots.iter().map(|lot| lot.slug.as_str()).collect();
    for card in &structure.cards {
        let thing = || Thing::Card(card.slug.clone());
        if !card.lot.value.is_empty() && !lots.contains(card.lot.value.as_str()) {
            page.report(card.lot.line, Problem::UnknownLot { thing: thing(), slug: card.lot.value.clone() });
        }
        labels(page, &thing(), &card.profiles, &french.profiles, "profiles");
    }
    let cards = card_names(structure);
    for action in &structure.actions {
        let thing = Thing::Action(action.slug.clone());
        labels(page, &thing, &action.trades, &french.trades, "trades");
        once_each(page, &thing, &action.targets);
        known(page, &cards, &thing, &action.targets);
    }
}

fn card_names(structure: &Structure) -> BTreeSet<&str> {
    structure.cards.iter().map(|card| card.slug.as_str()).collect()
}

fn labels(
    page: &Page,
    thing: &Thing,
    named: &[At<String>],
    labels: &BTreeMap<String, At<String>>,
    section: &'static str,
) {
    once_each(page, thing, named);
    for At { line, value } in named.iter().filter(|name| !name.value.is_empty() && !labels.contains_key(&name.value)) {
        page.report(*line, Problem::UnknownLabel { thing: thing.clone(), slug: value.clone(), section });
    }
}

fn once_each<'s>(page: &Page, thing: &Thing, named: impl IntoIterator<Item = &'s At<String>>) {
    let mut seen = BTreeSet::new();
    for At { line, value } in named.into_iter().filter(|name| !name.value.is_empty()) {
        if !seen.insert(value) {
            page.report(*line, Problem::ListedTwice { thing: thing.clone(), slug: value.clone() });
        }
    }
}

fn known<'s>(page: &Page, cards: &BTreeSet<&str>, thing: &Thing, named: impl IntoIterator<Item = &'s At<String>>) {
    for At { line, value } in named.into_iter().filter(|name| !name.value.is_empty()) {
        if !cards.contains(value.as_str()) {
            page.report(*line, Problem::UnknownCard { thing: thing.clone(), slug: value.clone() });
        }
    }
}

/// Links and misconceptions go from one card to another, never both for the same two ends, and what is proposed in
/// place of a misconception is itself expected. Two links that face each other could not both be drawn.
fn links(page: &Page, structure: &Structure) {
    let cards = card_names(structure);
    let mut lines = BTreeMap::new();
    for link in &structure.links {
        let thing = Thing::Link(link.from.value.clone(), link.to.clone());
        ends(page, &cards, thing.clone(), &link.from, link.line, &link.to);
        if let Some(&faced) = lines.get(&(&*link.to, &*link.from.value)) {
            page.report(link.line.max(faced), Problem::BothWays { thing });
        }
        lines.insert((&*link.from.value, &*link.to), link.line);
    }
    let expected: BTreeSet<_> = lines.into_keys().collect();
    for misconception in &structure.misconceptions {
        let thing = Thing::Misconception(misconception.from.value.clone(), misconception.to.clone());
        ends(page, &cards, thing.clone(), &misconception.from, misconception.line, &misconception.to);
        if expected.contains(&(&*misconception.from.value, &*misconception.to)) {
            page.report(misconception.line, Problem::Contradiction { thing: thing.clone() });
        }
        known(page, &cards, &thing, &misconception.path);
        if let [only] = misconception.path.as_slice() {
            page.report(only.line, Problem::ShortPath { thing: thing.clone() });
        }
        for step in misconception.path.windows(2) {
            let [from, to] = [&step[0].value, &step[1].value];
            let real = cards.contains(from.as_str()) && cards.contains(to.as_str());
            if real && !expected.contains(&(from.as_str(), to.as_str())) {
                let problem = Problem::BrokenPath { thing: thing.clone(), from: from.clone(), to: to.clone() };
                page.report(step[1].line, problem);
            }
        }
    }
}

fn ends(page: &Page, cards: &BTreeSet<&str>, thing: Thing, from: &At<String>, line: usize, to: &str) {
    if from.value == to {
        page.report(line, Problem::SelfLink { thing });
        return;
    }
    known(page, cards, &thing, [from, &At { line, value: to.to_owned() }]);
}

/// Each format names cards that exist, once each, and links lead from any of them to any other.
fn formats(page: &Page, structure: &Structure) {
    let cards = card_names(structure);
    for format in &structure.formats {
        let thing = Thing::Format(format.format.minutes().to_string());
        once_each(page, &thing, &format.cards);
        known(page, &cards, &thing, &format.cards);
        let here: BTreeSet<_> =
            format.cards.iter().map(|card| &*card.value).filter(|card| cards.contains(card)).collect();
        let apart = apart(&here, structure);
        if !apart.is_empty() {
            page.report(format.line, Problem::Disconnected { thing, apart });
        }
    }
}

/// The cards that no chain of links joins to the largest group, links being followed either way.
fn apart(cards: &BTreeSet<&str>, structure: &Structure) -> Vec<String> {
    let mut beside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for link in &structure.links {
        let (from, to) = (&*link.from.value, &*link.to);
        if cards.contains(from) && cards.contains(to) {
            beside.entry(from).or_default().push(to);
            beside.entry(to).or_default().push(from);
        }
    }
    let mut left = cards.clone();
    let mut groups = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut group = vec![first];
        let mut reached = 0;
        while let Some(card) = group.get(reached).copied() {
            let next = beside.get(card).into_iter().flatten();
            group.extend(next.filter(|card| left.remove(**card)));
            reached += 1;
        }
        groups.push(group);
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups.into_iter().skip(1).flatten().map(str::to_owned).collect()
}

/// Whatever `deck.toml` names has its French texts. The texts' own fields were checked as they were read.
fn everything_has_a_text(page: &Page, structure: &Structure, french: &Texts) {
    let missing = |line, thing, there: bool| {
        if !there {
            page.report(line, Problem::NoText { thing });
        }
    };
    for lot in &structure.lots {
        missing(lot.line, Thing::Lot(lot.slug.clone()), french.lots.contains_key(&lot.slug));
    }
    for card in &structure.cards {
        missing(card.line, Thing::Card(card.slug.clone()), french.cards.contains_key(&card.slug));
    }
    for action in &structure.actions {
        missing(action.line, Thing::Action(action.slug.clone()), french.actions.contains_key(&action.slug));
    }
    for link in &structure.links {
        let ends = (link.from.value.clone(), link.to.clone());
        let there = french.links.contains_key(&ends);
        missing(link.line, Thing::Link(ends.0, ends.1), there);
    }
    for misconception in &structure.misconceptions {
        let ends = (misconception.from.value.clone(), misconception.to.clone());
        let there = french.misconceptions.contains_key(&ends);
        missing(misconception.line, Thing::Misconception(ends.0, ends.1), there);
    }
}

/// No text is for something that does not exist. French has the last word on which profiles and trades there are.
fn every_text_has_a_thing(page: &Page, structure: &Structure, texts: &Texts, french: &Texts) {
    let check = |line, thing, there: bool| {
        if !there {
            page.report(line, Problem::TextForNothing { thing });
        }
    };
    for (slug, label) in &texts.profiles {
        check(label.line, Thing::Label(slug.clone()), french.profiles.contains_key(slug));
    }
    for (slug, label) in &texts.trades {
        check(label.line, Thing::Label(slug.clone()), french.trades.contains_key(slug));
    }
    for (slug, entry) in &texts.lots {
        check(entry.line, Thing::Lot(slug.clone()), structure.lots.iter().any(|lot| lot.slug == *slug));
    }
    let cards = card_names(structure);
    for (slug, entry) in &texts.cards {
        check(entry.line, Thing::Card(slug.clone()), cards.contains(slug.as_str()));
    }
    for (slug, entry) in &texts.actions {
        check(entry.line, Thing::Action(slug.clone()), structure.actions.iter().any(|action| action.slug == *slug));
    }
    let links: BTreeSet<_> = structure.links.iter().map(|link| (&link.from.value, &link.to)).collect();
    for ((from, to), why) in &texts.links {
        check(why.line, Thing::Link(from.clone(), to.clone()), links.contains(&(from, to)));
    }
    let misconceptions: BTreeSet<_> =
        structure.misconceptions.iter().map(|misconception| (&misconception.from.value, &misconception.to)).collect();
    for ((from, to), text) in &texts.misconceptions {
        let thing = Thing::Misconception(from.clone(), to.clone());
        check(text.line, thing, misconceptions.contains(&(from, to)));
    }
}
