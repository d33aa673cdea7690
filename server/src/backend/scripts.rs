//! The script of a workshop: the deck's until somebody changes it, and nobody's to change once a table has begun.

use super::{Machine, format_of, lots, told};
use crate::store::Workshop;
use crate::typed::line;
use crate::workshops;
use app::api::{AppError, ScriptOpening, StepCard, StepLine, StepWish, Visitor};
use board::deck::{Lang, Text};
use board::script::{MAX_MINUTES, MAX_TITLE, MAX_WORDS, Script, Step};
use board::{Document, Role, WorkshopId};

impl Machine {
    /// The script that a workshop plays.
    pub(super) async fn script_of(&self, workshop: &Workshop) -> Result<Script, AppError> {
        workshops::script_of(&*self.store, workshop).await.map_err(told)?.ok_or(AppError::NotFound)
    }

    pub(super) async fn run_sheet(&self, who: Visitor, id: WorkshopId) -> Result<ScriptOpening, AppError> {
        let (workshop, _) = self.facilitated(who, id).await?;
        let own = self.store.script(id).await.map_err(told)?;
        let changed = own.is_some();
        let script = match own {
            Some(own) => own,
            None => self.script_of_deck(&workshop).await?,
        };
        let line =
            |(number, step)| StepLine { step: card(number, step, Role::Facilitator, who.lang), skipped: step.skipped };
        Ok(ScriptOpening {
            steps: (0..).zip(&script.steps).map(line).collect(),
            lots: lots(&self.deck_of(&workshop).await?.deck, format_of(&workshop)?, who.lang),
            changed,
            begun: self.begun(&workshop).await?,
            workshop: self.card(&workshop).await?,
        })
    }

    pub(super) async fn change_step(
        &self,
        who: Visitor,
        id: WorkshopId,
        number: u8,
        wish: &StepWish,
    ) -> Result<(), AppError> {
        let (workshop, _) = self.facilitated(who, id).await?;
        loop {
            if self.begun(&workshop).await? {
                return Err(AppError::Begun);
            }
            let was = self.store.script(id).await.map_err(told)?;
            let deck = self.script_of_deck(&workshop).await?;
            let mut now = was.clone().unwrap_or_else(|| deck.clone());
            change(&mut now, number, wish, who.lang)?;
            // A script that is the deck's again follows the deck again.
            let now = (now != deck).then_some(now);
            if self.store.set_script(id, was.as_ref(), now.as_ref()).await.map_err(told)? {
                return Ok(());
            }
        }
    }

    pub(super) async fn take_deck_script(&self, who: Visitor, id: WorkshopId) -> Result<(), AppError> {
        let (workshop, _) = self.facilitated(who, id).await?;
        if self.begun(&workshop).await? {
            return Err(AppError::Begun);
        }
        while let Some(own) = self.store.script(id).await.map_err(told)? {
            if self.store.set_script(id, Some(&own), None).await.map_err(told)? {
                break;
            }
        }
        Ok(())
    }

    async fn script_of_deck(&self, workshop: &Workshop) -> Result<Script, AppError> {
        workshops::script_of_deck(&*self.store, workshop).await.map_err(told)?.ok_or(AppError::NotFound)
    }

    /// Whether a table has entered a step: its number must go on meaning the same step.
    async fn begun(&self, workshop: &Workshop) -> Result<bool, AppError> {
        for &board in &workshop.boards {
            if has_begun(&self.rooms.look(board).await?.0.document) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The steps that are played, for this role: only whoever facilitates reads what to do and to say.
pub(super) fn steps(script: &Script, role: Role, lang: Lang) -> Vec<StepCard> {
    (0..).zip(script.played()).map(|(number, step)| card(number, step, role, lang)).collect()
}

fn card(number: u8, step: &Step, role: Role, lang: Lang) -> StepCard {
    let for_facilitator =
        |text: &Text| if role == Role::Facilitator { text.read(lang).0.to_owned() } else { String::new() };
    StepCard {
        number,
        title: step.title.read(lang).0.to_owned(),
        minutes: step.minutes,
        phase: step.phase,
        lot: step.lot,
        does: for_facilitator(&step.does),
        says: for_facilitator(&step.says),
    }
}

fn has_begun(document: &Document) -> bool {
    document.step.is_some()
}

/// Makes a step what somebody typed.
fn change(script: &mut Script, number: u8, wish: &StepWish, lang: Lang) -> Result<(), AppError> {
    let step = script.steps.get_mut(usize::from(number)).ok_or(AppError::NotFound)?;
    let title = retyped(&step.title, &wish.title, MAX_TITLE, lang)?;
    if title.fr.is_empty() {
        return Err(AppError::TitleMissing);
    }
    let minutes = wish.minutes.trim().parse().ok().filter(|minutes| (1..=MAX_MINUTES).contains(minutes));
    step.minutes = minutes.ok_or(AppError::BadMinutes(MAX_MINUTES))?;
    step.says = retyped(&step.says, &wish.says, MAX_WORDS, lang)?;
    (step.title, step.skipped) = (title, wish.skipped);
    if script.played().next().is_none() { Err(AppError::NoStepLeft) } else { Ok(()) }
}

/// The text that was typed; the one that was there, with its translation and its hard spaces, if it is still that one.
fn retyped(was: &Text, typed: &str, most: usize, lang: Lang) -> Result<Text, AppError> {
    let typed = line(typed, u16::try_from(most).unwrap_or(u16::MAX))?;
    let same = line(was.read(lang).0, u16::MAX)? == typed;
    Ok(if same { was.clone() } else { Text { fr: typed, en: None } })
}
