//! Keeping and erasing: by an organiser who confirms it in words, and by the sweep once the time has come.

use super::{Machine, told};
use crate::retention::{SLEEP, copies_until, due_from, reminded_from, reminder, term};
use crate::store::{Failure, Kept, Line, Retention};
use crate::typed::line;
use app::api::*;
use app::text::words;
use board::deck::Lang;
use board::{Millis, WorkshopId};

/// For how many days things may be kept: names and boards up to ten years, copies a month.
const MOST: [u16; 3] = [3650, 3650, 30];

impl Machine {
    /// Decides for how many days things are kept.
    pub(super) async fn decide(&self, who: Visitor, days: [u16; 3]) -> Result<(), AppError> {
        self.organiser(who).await?;
        if days.iter().zip(MOST).any(|(days, most)| !(1..=most).contains(days)) {
            return Err(AppError::BadRetention);
        }
        let [names, boards, copies] = days;
        let before = self.store.retention().await.map_err(told)?;
        let decided = Retention { names, boards, copies, since: crate::now(), ..before };
        self.store.set_retention(decided).await.map_err(told)?;
        self.write_down(who, Deed::Decided, None).await
    }

    /// A workshop that an organiser may erase.
    pub(super) async fn may_erase(&self, who: Visitor, workshop: WorkshopId) -> Result<ErasureOpening, AppError> {
        self.organiser(who).await?;
        let retention = self.store.retention().await.map_err(told)?;
        let kept = self.store.kept_of(workshop).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let Term { until, .. } = term(&kept, &retention);
        Ok(ErasureOpening { workshop, title: kept.title, saved: kept.saved.0, until })
    }

    /// Erases a workshop whose title was typed.
    pub(super) async fn erase(&self, who: Visitor, workshop: WorkshopId, typed: &str) -> Result<(), AppError> {
        let opening = self.may_erase(who, workshop).await?;
        if !same(typed, &opening.title) {
            return Err(AppError::NotConfirmed);
        }
        let line = self.line(who, Deed::Erased).await?;
        self.erase_now(workshop, line).await.map_err(told)?;
        // A copy that was made before would give it back.
        self.store.forget_copies(Millis(u64::MAX)).await.map_err(told)
    }

    /// Erases every workshop, once that was typed in words.
    pub(super) async fn erase_everything(&self, who: Visitor, typed: &str) -> Result<(), AppError> {
        self.organiser(who).await?;
        let confirmed = [Lang::Fr, Lang::En].into_iter().any(|lang| same(typed, words(lang).organisation().all_typed));
        if !confirmed {
            return Err(AppError::NotConfirmed);
        }
        for Kept { workshop, .. } in self.store.kept().await.map_err(told)? {
            let line = self.line(who, Deed::Erased).await?;
            self.erase_now(workshop, line).await.map_err(told)?;
        }
        self.store.forget_copies(Millis(u64::MAX)).await.map_err(told)
    }

    /// Until when the workshop of a board is kept.
    pub(super) async fn term_of(&self, workshop: WorkshopId) -> Result<Term, AppError> {
        let retention = self.store.retention().await.map_err(told)?;
        let kept = self.store.kept_of(workshop).await.map_err(told)?.ok_or(AppError::NotFound)?;
        Ok(term(&kept, &retention))
    }

    /// Until when each workshop is kept.
    pub(super) async fn terms(&self) -> Result<Vec<Term>, AppError> {
        let retention = self.store.retention().await.map_err(told)?;
        Ok(self.store.kept().await.map_err(told)?.iter().map(|kept| term(kept, &retention)).collect())
    }

    /// The workshops that will be erased soon.
    pub(super) async fn reminders(&self) -> Result<Vec<Reminder>, AppError> {
        let (retention, now) = (self.store.retention().await.map_err(told)?, crate::now());
        let kept = self.store.quiet_since(reminded_from(&retention, now)).await.map_err(told)?;
        Ok(kept.iter().filter_map(|kept| reminder(kept, &retention, now)).collect())
    }

    /// Erases what has been kept long enough at this moment: names, workshops, copies. Asked for at the start and once
    /// an hour; what fails is told of and tried again the next time.
    pub async fn keep_terms(&self, now: Millis) {
        if let Err(failure) = self.erase_what_is_due(now).await {
            tracing::error!(%failure, "what has been kept long enough could not be erased");
        }
    }

    async fn erase_what_is_due(&self, now: Millis) -> Result<(), Failure> {
        self.store.wake(now, SLEEP).await?;
        let retention = self.store.retention().await?;
        for kept in self.store.quiet_since(due_from(&retention, now)).await? {
            let Term { workshop, until, names } = term(&kept, &retention);
            let line = |act| Line { at: now, who: None, act, mark: None, workshop: None };
            if until <= now {
                self.erase_now(workshop, line(Deed::Erased)).await?;
            } else if names.is_some_and(|names| names <= now) {
                self.store.erase_names(workshop, line(Deed::NamesErased)).await?;
                self.rooms.seated(workshop).await?;
            }
        }
        match copies_until(&retention, now) {
            Some(until) => self.store.forget_copies(until).await,
            None => Ok(()),
        }
    }

    /// Erases a workshop; whoever still looks at it is shown out first.
    async fn erase_now(&self, workshop: WorkshopId, line: Line) -> Result<(), Failure> {
        let boards = self.store.workshop(workshop).await?.map(|workshop| workshop.boards).unwrap_or_default();
        self.rooms.gone(&boards);
        self.store.erase(workshop, line).await?;
        // Whoever came in between finds nothing any more.
        self.rooms.gone(&boards);
        Ok(())
    }
}

/// Whether somebody typed this, whatever the case and the spaces.
fn same(typed: &str, title: &str) -> bool {
    let plain = |text: &str| line(text, u16::MAX).map(|line| line.to_lowercase());
    plain(typed).is_ok_and(|typed| !typed.is_empty() && plain(title).is_ok_and(|title| title == typed))
}
