//! What people receive, taken down as it comes and judged at once against what they may read at that moment.

use crate::secrets::{Kind, Secrets, plain};
use board::{Act, CardId, Document};
use std::collections::BTreeSet;

/// What somebody may read at one moment.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    pub fronts: BTreeSet<CardId>,
    pub backs: BTreeSet<CardId>,
    /// Whether the deck proposes what could be done.
    pub actions: bool,
    /// Texts of people, among them the questions that the table was asked, and texts that are for everybody.
    pub said: Vec<String>,
}

/// Everything that was received, and what of it should not have been.
pub struct Recorder {
    pub secrets: Secrets,
    /// What nobody should have received, told once each.
    pub leaks: BTreeSet<String>,
    /// Whatever was received: by whom and where, how many bytes, and of which texts there was a passage.
    record: Vec<(String, usize, BTreeSet<Kind>)>,
}

impl Allowed {
    /// What somebody at this board may read.
    pub fn at(document: &Document) -> Self {
        let fronts: BTreeSet<_> = document.cards.keys().copied().collect();
        let backs = fronts.iter().copied().filter(|&card| document.is_open(card)).collect();
        let mut said = vec![document.title.clone(), document.story.clone()];
        said.extend(document.hints.iter().map(|hint| hint.text.clone()));
        said.extend(document.notes.values().map(|note| note.text.clone()));
        said.extend(document.links.values().map(|link| link.because.clone()));
        said.extend(document.actions.values().flat_map(|action| [action.text.clone(), action.first_step.clone()]));
        Self { fronts, backs, actions: document.phase.allows(Act::Act), said }
    }

    /// What one may read who reads both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.fronts.extend(other.fronts);
        self.backs.extend(other.backs);
        self.actions |= other.actions;
        self.said.extend(other.said);
        self
    }

    /// The same without any back.
    #[must_use]
    pub fn fronts_only(mut self) -> Self {
        self.backs.clear();
        self
    }

    fn reads(&self, kind: Kind) -> bool {
        match kind {
            Kind::Front(card) => self.fronts.contains(&card),
            Kind::Back(card) => self.backs.contains(&card),
            Kind::Action(_) => self.actions,
            Kind::Advice(_) | Kind::Key(_) | Kind::Script(_) => false,
        }
    }
}

impl Recorder {
    pub fn of(secrets: Secrets) -> Self {
        Self { secrets, leaks: BTreeSet::new(), record: Vec::new() }
    }

    /// Takes down what somebody received, who may read this much.
    pub fn hear(&mut self, who: &str, bytes: &[u8], may: &Allowed) {
        let found = self.secrets.found(bytes);
        let secret = found.iter().filter(|(kind, _)| !may.reads(*kind));
        let leaks = secret.filter(|(_, passage)| !self.is_open(passage, may));
        let leaks: Vec<_> = leaks.map(|(kind, passage)| format!("{who} reads of {kind:?}: « {passage} »")).collect();
        let kinds = found.iter().map(|(kind, _)| *kind).collect();
        self.leaks.extend(leaks);
        self.record.push((who.to_owned(), bytes.len(), kinds));
    }

    /// The texts of which somebody received a passage, by the beginning of who and where.
    pub fn heard_by(&self, who: &str) -> BTreeSet<Kind> {
        let theirs = self.record.iter().filter(|(name, ..)| name.starts_with(who));
        theirs.flat_map(|(.., kinds)| kinds).copied().collect()
    }

    /// How much was received, in things and in bytes.
    pub fn size(&self) -> (usize, usize) {
        (self.record.len(), self.record.iter().map(|(_, bytes, _)| bytes).sum())
    }

    /// Whether the same words stand in a text that they may read.
    fn is_open(&self, passage: &str, may: &Allowed) -> bool {
        let (passage, texts) = (passage.trim(), &self.secrets.texts);
        let open = texts.iter().filter(|(kind, _)| may.reads(*kind)).any(|(_, text)| text.contains(passage));
        open || may.said.iter().any(|text| plain(text).contains(passage))
    }
}
