//! The retrospect: what a log says about how a board was played, for whoever comes back to it afterwards. A fold of the
//! log up to where the board was saved, then read with the deck's key.
//!
//! It names nobody: of the people, only how much each did, sorted, and not at all where that would tell who they are.

use crate::key::Key;
use crate::rights::is_for_facilitation;
use crate::saving::shows;
use crate::{ActorId, CardId, Document, Entry, LinkId, Millis, Op, apply};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Below this many people, a share tells whose it is.
pub const FEWEST: usize = 3;

/// What a log says about how its board was played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retrospect {
    /// The board where the log ends.
    pub document: Document,
    /// Every link that was ever on the board: true if a question about it had been sent before it was first drawn.
    pub drawn: BTreeMap<LinkId, bool>,
    /// The time that each step took, by its number.
    pub steps: BTreeMap<u8, Spent>,
    /// How many ops that show on the board each participant did.
    acts: BTreeMap<ActorId, u32>,
    /// Up to when time was counted.
    clock: Millis,
}

/// The time that a step took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// The minutes its clock was set to when it was first entered.
    pub planned: u16,
    /// How long the table was in it, in milliseconds, pauses included.
    pub real: u64,
    /// How long it was paused, in milliseconds.
    pub paused: u64,
}

/// What a board has of the deck's key, and how it came to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// Essential links that the team found by itself.
    pub alone: Vec<LinkId>,
    /// Essential links that the team found once it had been asked about them.
    pub hinted: Vec<LinkId>,
    /// Essential links that are not on the board, both cards being there.
    pub missing: Vec<LinkId>,
    /// Misconceptions that were drawn: true for those that are still there.
    pub misconceptions: Vec<(LinkId, bool)>,
    /// Accepted links, and links that the key does not know.
    pub others: (usize, usize),
    /// Cards that lie on the table without a link.
    pub unlinked: Vec<CardId>,
    /// Cards that were dealt and do not lie on the table.
    pub unplaced: Vec<CardId>,
}

impl Retrospect {
    /// The fold of a log; its last step lasts until `until`. `facilitators` are those whose seats are known: whoever did
    /// what only facilitation may do is one too.
    #[must_use]
    pub fn of(entries: &[Entry], until: Millis, facilitators: &BTreeSet<ActorId>) -> Self {
        let mut told = Self::default();
        let mut facilitators = facilitators.clone();
        let mut hints: Vec<&[CardId]> = Vec::new();
        for entry in entries {
            told.spend(entry.at);
            apply(&mut told.document, entry);
            if is_for_facilitation(&entry.op) {
                facilitators.insert(entry.actor);
            } else if shows(&entry.op) {
                *told.acts.entry(entry.actor).or_default() += 1;
            }
            match &entry.op {
                Op::Enter { step, minutes, .. } => {
                    told.steps.entry(*step).or_insert(Spent { planned: *minutes, ..Spent::default() });
                }
                Op::Hint { cards, .. } => hints.push(cards),
                Op::Link { link, .. } => told.draw([*link], &hints),
                Op::Reverse { link } => told.draw([link.reversed()], &hints),
                Op::Undo => {
                    let back: Vec<_> = told.document.links.keys().copied().collect();
                    told.draw(back, &hints);
                }
                _ => {}
            }
        }
        told.spend(until);
        told.acts.retain(|actor, _| !facilitators.contains(actor));
        told
    }

    /// What the board has of this key.
    #[must_use]
    pub fn findings(&self, key: &Key) -> Findings {
        let document = &self.document;
        let covered = key.coverage(&document.lying(), document.links.keys().copied());
        let hinted = |link: &LinkId| self.drawn.get(link).copied().unwrap_or_default();
        let (hinted, alone) = covered.essential.found.into_iter().partition(hinted);
        let met = self.drawn.keys().filter(|link| key.misconceptions.contains_key(link));
        let is_loose = |card: &CardId| !document.is_linked(*card);
        Findings {
            alone,
            hinted,
            missing: covered.essential.missing,
            misconceptions: met.map(|&link| (link, document.links.contains_key(&link))).collect(),
            others: (covered.accepted.found.len(), covered.originals.len()),
            unlinked: document.lying().into_iter().filter(is_loose).collect(),
            unplaced: document.cards.keys().copied().filter(|&card| document.on_table(card).is_none()).collect(),
        }
    }

    /// How the ops that show on the board are shared between the people who did any, in percent, the largest first.
    /// `None` where there are so few of them that each would be recognised.
    #[must_use]
    pub fn shares(&self) -> Option<Vec<u8>> {
        let total: u64 = self.acts.values().map(|&acts| u64::from(acts)).sum();
        let share = |&acts: &u32| {
            let rounded = (u64::from(acts) * 200 + total) / (2 * total.max(1));
            u8::try_from(rounded).unwrap_or(100)
        };
        let mut shares: Vec<_> = self.acts.values().map(share).collect();
        shares.sort_unstable_by(|a, b| b.cmp(a));
        (shares.len() >= FEWEST).then_some(shares)
    }

    /// The time up to here goes to the step that the table is in.
    fn spend(&mut self, until: Millis) {
        let since = self.clock;
        self.clock = until.max(since);
        if let Some(spent) = self.document.step.and_then(|step| self.steps.get_mut(&step)) {
            let time = until.0.saturating_sub(since.0);
            spent.real += time;
            spent.paused += if self.document.paused { time } else { 0 };
        }
    }

    /// Notes those of these links that are on the board for the first time.
    fn draw(&mut self, links: impl IntoIterator<Item = LinkId>, hints: &[&[CardId]]) {
        for link in links.into_iter().filter(|link| self.document.links.contains_key(link)) {
            self.drawn.entry(link).or_insert_with(|| hints.iter().any(|cards| is_about(cards, link)));
        }
    }
}

/// Whether a question about these cards is about this link: about its cause, or about both of its cards.
fn is_about(cards: &[CardId], link: LinkId) -> bool {
    cards.contains(&link.cause) && cards.iter().all(|&card| link.touches(card))
}
