//! What became of the actions: who may state it, who may answer, and who gets a reminder.

use super::voices::heard;
use super::{Machine, told};
use crate::store::{AskerId, At, Question, Reminder, Workshop};
use crate::typed::line;
use crate::{calendar, follow_up, mail, reminders, secret};
use app::api::*;
use app::text::{day_of, words};
use async_trait::async_trait;
use board::{BoardId, Role, WorkshopId};
use std::collections::BTreeMap;
use uuid::Uuid;

#[async_trait]
impl FollowUp for Machine {
    async fn follow_ups(&self, who: Visitor) -> Result<FollowUpsOpening, AppError> {
        let (organiser, facilitates) = self.leads(who).await?;
        let mut workshops = Vec::new();
        for workshop in self.store.all().await.map_err(told)? {
            if organiser || facilitates.contains(&workshop.id) {
                let ended = self.store.ended(workshop.id).await.map_err(told)?;
                workshops.push((workshop.id, workshop.title, ended.map(day_of)));
            }
        }
        Ok(FollowUpsOpening { today: day_of(crate::now()), workshops })
    }

    async fn follow_up(&self, who: Visitor, workshop: WorkshopId) -> Result<FollowUpOpening, AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        self.followed(workshop).await
    }

    async fn state(&self, who: Visitor, workshop: WorkshopId, what: StatementWish) -> Result<String, AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        let decided = follow_up::decided(&*self.store, &workshop).await.map_err(told)?;
        let StatementWish { board, action, milestone, status, word } = what;
        let this = decided.iter().find(|it| (it.board, it.id) == (board, action)).ok_or(AppError::NotFound)?;
        let word = line(&word, MAX_WORD)?;
        let statement = status.map(|status| Statement { status, word, at: crate::now() });
        self.store.state(At { board, action, milestone }, statement.as_ref()).await.map_err(told)?;
        let statements = self.store.statements(workshop.id).await.map_err(told)?;
        if follow_up::remaining(&decided, &[], &statements).is_empty() {
            self.store.forget_addresses(workshop.id).await.map_err(told)?;
        }
        Ok(format!("action-{}", this.name()))
    }

    async fn remind(&self, who: Visitor, board: BoardId, address: &str) -> Result<(), AppError> {
        self.attempts.act(who.id)?;
        let (workshop, seat) = self.seat_at(who, board).await?;
        if let Turn::Shut(why) = self.turn(&workshop, &seat, board, Question::Feedback).await? {
            return Err(why);
        }
        if !self.mails {
            return Err(AppError::NotFound);
        }
        let address = mail::address(address).ok_or(AppError::BadAddress)?;
        let (since, asker) = (day_of(crate::now()), AskerId(Uuid::new_v4()));
        let due = reminders::due(since, Milestone::One);
        let (milestone, workshop, lang) = (Milestone::One, workshop.id, who.lang);
        let reminder = Reminder { asker, workshop, address, lang, since, milestone, due, tries: 0, again: false };
        heard(self.store.leave_address(seat.actor, &reminder).await.map_err(told)?)
    }

    async fn asked(
        &self,
        _: Visitor,
        typed: &str,
        proposed: Option<(&str, &str)>,
    ) -> Result<Option<AnswerOpening>, AppError> {
        let asked = self.store.asked(secret::hash(typed), crate::now()).await.map_err(told)?;
        let Some(asked) = asked else { return Ok(None) };
        let (workshop, decided) = self.decided_at(asked.workshop).await?;
        let answers = self.store.answers_of(asked.asker).await.map_err(told)?;
        let chosen = |it: &Decided| {
            let at = At { board: it.board, action: it.id, milestone: asked.milestone };
            answers.iter().find(|(answered, _)| *answered == at).map(|(_, status)| *status)
        };
        let proposed = proposed.and_then(|(action, status)| {
            Some((decided.iter().position(|it| it.name() == action)?, Status::named(status)?))
        });
        Ok(Some(AnswerOpening {
            secret: typed.to_owned(),
            title: workshop.title,
            milestone: asked.milestone,
            until: day_of(asked.until),
            actions: decided.into_iter().map(|it| (chosen(&it), it)).map(|(chosen, it)| (it, chosen)).collect(),
            proposed,
            awaited: asked.awaited,
        }))
    }

    async fn answer(&self, who: Visitor, typed: &str, action: &str, status: Status) -> Result<(), AppError> {
        self.attempts.act(who.id)?;
        let asked = self.store.asked(secret::hash(typed), crate::now()).await.map_err(told)?;
        let asked = asked.ok_or(AppError::NotFound)?;
        let (workshop, decided) = self.decided_at(asked.workshop).await?;
        let this = decided.iter().find(|it| it.name() == action).ok_or(AppError::NotFound)?;
        let at = At { board: this.board, action: this.id, milestone: asked.milestone };
        self.store.answer(asked.asker, at, status).await.map_err(told)?;
        let answers = self.store.answers_of(asked.asker).await.map_err(told)?;
        let statements = self.store.statements(workshop.id).await.map_err(told)?;
        if follow_up::remaining(&decided, &answers, &statements).is_empty() {
            self.store.forget_address(asked.asker).await.map_err(told)?;
        }
        Ok(())
    }

    async fn stop(&self, _: Visitor, typed: &str) -> Result<(), AppError> {
        let asked = self.store.asked(secret::hash(typed), crate::now()).await.map_err(told)?;
        let asked = asked.ok_or(AppError::NotFound)?;
        self.store.forget_address(asked.asker).await.map_err(told)
    }
}

impl Machine {
    /// The dates of a workshop's follow-up, as a file for calendars.
    ///
    /// # Errors
    /// Those of its page.
    pub async fn calendar(&self, who: Visitor, workshop: WorkshopId) -> Result<String, AppError> {
        let opening = self.follow_up(who, workshop).await?;
        Ok(calendar::calendar(&opening, words(who.lang), crate::now()))
    }

    /// Whether somebody at this seat may leave an address.
    pub(super) async fn may_leave_address(
        &self,
        workshop: WorkshopId,
        seat: &crate::store::SeatRow,
    ) -> Result<Reminders, AppError> {
        if !self.mails || seat.role != Role::Participant {
            return Ok(Reminders::Off);
        }
        let left = self.store.has_left_address(workshop, seat.actor).await.map_err(told)?;
        Ok(if left { Reminders::Left } else { Reminders::Offered })
    }

    async fn decided_at(&self, workshop: WorkshopId) -> Result<(Workshop, Vec<Decided>), AppError> {
        let workshop = self.store.workshop(workshop).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let decided = follow_up::decided(&*self.store, &workshop).await.map_err(told)?;
        Ok((workshop, decided))
    }

    async fn followed(&self, workshop: Workshop) -> Result<FollowUpOpening, AppError> {
        let decided = follow_up::decided(&*self.store, &workshop).await.map_err(told)?;
        let mut counts: BTreeMap<At, [u32; 4]> = BTreeMap::new();
        for (at, status, count) in self.store.counts(workshop.id).await.map_err(told)? {
            let place = Status::ALL.into_iter().position(|each| each == status).unwrap_or_default();
            counts.entry(at).or_default()[place] = count;
        }
        let mut stated: BTreeMap<At, Statement> =
            self.store.statements(workshop.id).await.map_err(told)?.into_iter().collect();
        let now = crate::now();
        let mut followed = |decided: Decided| {
            let milestones = Milestone::ALL.map(|milestone| {
                let at = At { board: decided.board, action: decided.id, milestone };
                (counts.get(&at).copied().map(Answers::of).unwrap_or_default(), stated.remove(&at))
            });
            Followed { decided, milestones }
        };
        // A workshop that nobody closed was over with the last thing that happened there.
        let ended = match self.store.ended(workshop.id).await.map_err(told)? {
            Some(ended) => Some(ended),
            None => self.store.kept_of(workshop.id).await.map_err(told)?.map(|kept| kept.last),
        };
        Ok(FollowUpOpening {
            workshop: workshop.id,
            day: day_of(ended.unwrap_or(now)),
            today: day_of(now),
            awaited: if self.mails { Some(self.store.awaited(workshop.id).await.map_err(told)?) } else { None },
            actions: decided.into_iter().map(&mut followed).collect(),
            title: workshop.title,
        })
    }
}
