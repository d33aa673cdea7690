//! A saved board, seen again from the first entry of its log: for whoever may read the saved board.

use super::{Machine, table_of, told};
use crate::faces;
use app::api::{AppError, ReplayOpening, Visitor};
use board::{CardId, Entry, Op, Role, Tape};
use std::collections::BTreeSet;

impl Machine {
    /// The log of a saved board up to its mark. Where it cannot be read it ends, and the page says so: what is there of a
    /// workshop is not hidden because of one entry.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such saved board, [`AppError::SignedOut`] for whoever may not read it.
    pub async fn replay(&self, who: Visitor, mark: i64) -> Result<ReplayOpening, AppError> {
        let (mark, workshop) = self.may_read(who, mark).await?;
        let (entries, broken) = self.store.legible(mark.board, mark.seq).await.map_err(told)?;
        if let Some(failure) = broken {
            tracing::error!(%failure, "a saved board is seen again up to there only");
        }
        let deck = self.deck_of_mark(&mark, &workshop).await?;
        let steps = super::scripts::steps(&self.script_of(&workshop).await?, Role::Spectator, who.lang);
        Ok(ReplayOpening {
            lang: who.lang,
            mark: mark.id,
            name: mark.name,
            workshop: workshop.title.clone(),
            table: table_of(&workshop, mark.board),
            seq: mark.seq,
            fronts: faces::fronts(&deck.deck, dealt(&entries).into_iter(), who.lang),
            steps: steps.into_iter().map(|step| step.title).collect(),
            tape: Tape::of(entries),
        })
    }
}

/// Every card that was ever dealt, even if it was taken back.
fn dealt(entries: &[Entry]) -> BTreeSet<CardId> {
    let mut dealt = BTreeSet::new();
    for entry in entries {
        match &entry.op {
            Op::Deal { cards, .. } => dealt.extend(cards.iter().map(|&(card, _)| card)),
            Op::Turn { card, .. } => drop(dealt.insert(*card)),
            _ => {}
        }
    }
    dealt
}
