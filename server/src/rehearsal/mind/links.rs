//! What a table says about causes and consequences: mostly what the deck expects, sometimes what many people believe,
//! sometimes something of their own. They leave some of it to be found, for hints to lead to.

use super::Mind;
use super::cards::lying;
use crate::rehearsal::words;
use board::deck::Lang;
use board::key::Coverage;
use board::{Act, CardId, Document, LinkId, LinkKind, MAX_STARS, NoteId, Op, Stance, free_spot};
use std::collections::BTreeSet;

/// How much of what is expected a table finds without a hint, in percent.
const FOUND: usize = 70;
/// How many misconceptions a table falls into.
const TRAPS: usize = 2;

impl Mind {
    /// Draws a link, or thinks about one that is there.
    pub(super) fn talk(&mut self, document: &Document) -> Option<Op> {
        if document.phase.allows(Act::Star) && self.chance(25) {
            return self.star(document);
        }
        let op = match self.dice.below(100) {
            0..55 => self.draw(document),
            55..75 => self.judge(document),
            75..95 => self.ink(document),
            _ => self.ask(document),
        };
        if op.is_none() && self.chance(8) { self.tidy(document) } else { op }
    }

    /// A starred link for the table, while it may still have one.
    pub(super) fn star(&mut self, document: &Document) -> Option<Op> {
        if document.stars.len() >= MAX_STARS {
            return None;
        }
        let free: Vec<_> = document.links.keys().copied().filter(|link| !document.stars.contains(link)).collect();
        self.pick(&free).map(|link| Op::Star { link, starred: true })
    }

    fn draw(&mut self, document: &Document) -> Option<Op> {
        let cards = lying(document);
        let coverage = self.deck.key(Lang::Fr).coverage(&cards, document.links.keys().copied());
        let (links, sure) = match self.dice.below(100) {
            0..70 => (missing(document, &coverage), true),
            70..85 if coverage.traps.len() < TRAPS => (
                self.deck.key(Lang::Fr).misconceptions.keys().copied().filter(|link| joins(&cards, link)).collect(),
                false,
            ),
            85.. if coverage.originals.len() < cards.len() / 4 => (self.strangers(&cards), false),
            _ => return None,
        };
        let free: Vec<_> = links.into_iter().filter(|link| is_free(document, *link)).collect();
        let link = self.pick(&free)?;
        let kind = self.deck.key(Lang::Fr).expected.get(&link).map_or(LinkKind::LeadsTo, |expected| expected.kind);
        let said = if sure { words::BECAUSE.as_slice() } else { words::PERHAPS.as_slice() };
        let because = if self.chance(75) { self.pick(said).unwrap_or_default().to_owned() } else { String::new() };
        Some(Op::Link { link, kind, because })
    }

    /// Two cards that the deck has nothing to say about.
    fn strangers(&mut self, cards: &BTreeSet<CardId>) -> Vec<LinkId> {
        let cards: Vec<_> = cards.iter().copied().collect();
        let (Some(cause), Some(consequence)) = (self.pick(&cards), self.pick(&cards)) else { return Vec::new() };
        let (link, key) = (LinkId { cause, consequence }, self.deck.key(Lang::Fr));
        let known = |link| key.expected.contains_key(&link) || key.misconceptions.contains_key(&link);
        let strange = cause != consequence && !known(link) && !known(link.reversed());
        if strange { vec![link] } else { Vec::new() }
    }

    /// An opinion on somebody else's link.
    fn judge(&mut self, document: &Document) -> Option<Op> {
        let others = document.links.iter().filter(|(_, link)| link.author != self.me).map(|(&link, _)| link);
        let new: Vec<_> = others.filter(|&link| document.stance(link, self.me).is_none()).collect();
        let link = self.pick(&new)?;
        let doubted = if self.deck.key(Lang::Fr).misconceptions.contains_key(&link) { 60 } else { 10 };
        let stance = if self.chance(doubted) { Stance::Disagree } else { Stance::Agree };
        Some(Op::Judge { link, stance: Some(stance) })
    }

    /// A link that somebody agrees with, and nobody disagrees with, is written in ink.
    fn ink(&mut self, document: &Document) -> Option<Op> {
        let agreed = |link: LinkId| matches!(document.opinions(link), (1.., 0));
        let pencil = document.links.iter().filter(|&(&link, known)| !known.ink && agreed(link));
        let pencil: Vec<_> = pencil.map(|(&link, _)| link).collect();
        self.pick(&pencil).map(|link| Op::Ink { link, ink: true })
    }

    /// An open question about a card, one for the table.
    fn ask(&mut self, document: &Document) -> Option<Op> {
        if document.notes.values().any(|note| note.question) {
            return None;
        }
        let cards: Vec<_> = lying(document).into_iter().collect();
        let card = self.pick(&cards)?;
        let (title, question) = (self.title(card), self.pick(&words::QUESTIONS)?);
        let at = free_spot(document, document.on_table(card)?);
        Some(Op::Note { note: NoteId(self.dice.bits()), at, text: format!("{title}, {question}"), question: true })
    }

    /// What a card is called.
    pub(super) fn title(&self, card: CardId) -> &'static str {
        self.deck.deck.cards.get(&card).map_or("", |topic| &topic.title.fr)
    }
}

/// The expected links to draw next: those about the cards that the table was asked about, or else any, up to what a
/// table finds by itself.
fn missing(document: &Document, coverage: &Coverage) -> Vec<LinkId> {
    let shares = [&coverage.essential, &coverage.accepted];
    let all: Vec<_> = shares.iter().flat_map(|share| &share.missing).copied().collect();
    let asked: BTreeSet<_> = document.hint().into_iter().flat_map(|hint| &hint.cards).copied().collect();
    let hinted: Vec<_> = all
        .iter()
        .copied()
        .filter(|link| is_free(document, *link) && (asked.contains(&link.cause) || asked.contains(&link.consequence)))
        .collect();
    if !hinted.is_empty() {
        return hinted;
    }
    let (found, expected) = (shares.map(|share| share.found.len()), shares.map(|share| share.expected()));
    let enough = found.iter().sum::<usize>() * 100 >= expected.iter().sum::<usize>() * FOUND;
    if enough { Vec::new() } else { all }
}

fn joins(cards: &BTreeSet<CardId>, link: &LinkId) -> bool {
    cards.contains(&link.cause) && cards.contains(&link.consequence)
}

fn is_free(document: &Document, link: LinkId) -> bool {
    !document.links.contains_key(&link) && !document.links.contains_key(&link.reversed())
}
