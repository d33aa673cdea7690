//! Debrief sheets: what people write on them, and those that were validated.

use super::Failure;
use app::api::{FieldId, KeptDebrief};
use async_trait::async_trait;
use board::{Millis, WorkshopId};

/// What people wrote on a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenField {
    /// Which field.
    pub field: FieldId,
    /// How often it was written.
    pub version: u32,
    /// What it says.
    pub text: String,
    /// What others wrote meanwhile, until people choose.
    pub rivals: Vec<String>,
}

/// A field as somebody sends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldEdit {
    /// Which field.
    pub field: FieldId,
    /// The version they saw; 0 for one that nobody had written.
    pub seen: u32,
    /// What it said then.
    pub was: String,
    /// What it shall say.
    pub text: String,
}

/// What became of a validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validation {
    /// The sheet is kept under this number.
    Kept(u32),
    /// Something was written since it was read.
    Changed,
    /// Some field says two things.
    Undecided,
}

/// A validated sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidDebrief {
    /// Its number, from 1.
    pub number: u32,
    /// When it was validated.
    pub at: Millis,
    /// What it says.
    pub content: KeptDebrief,
}

/// The debrief sheets of workshops.
#[async_trait]
pub trait Debriefs: Send + Sync {
    /// What people wrote on the sheet of this workshop.
    async fn written(&self, workshop: WorkshopId) -> Result<Vec<WrittenField>, Failure>;
    /// Writes these fields, all in one breath. What nobody changed is left as it is; what somebody else changed meanwhile
    /// stays too, and what is sent stands beside it until people choose. Writing the same again changes nothing.
    async fn write(&self, workshop: WorkshopId, edits: Vec<FieldEdit>) -> Result<(), Failure>;
    /// Chooses what a field says among its rivals. `Ok(false)` when it was written since its chooser saw it.
    async fn choose(&self, workshop: WorkshopId, field: FieldId, seen: u32, text: &str) -> Result<bool, Failure>;
    /// Keeps a sheet for ever, if what people wrote is still `seen`: how often, over all fields. The same sheet again is
    /// the one that is kept.
    async fn validate(
        &self,
        workshop: WorkshopId,
        seen: u64,
        at: Millis,
        content: &KeptDebrief,
    ) -> Result<Validation, Failure>;
    /// The validated sheets of a workshop, with their moments, the first one first.
    async fn validated(&self, workshop: WorkshopId) -> Result<Vec<(u32, Millis)>, Failure>;
    /// A validated sheet by its number; the last one for `None`.
    async fn debrief(&self, workshop: WorkshopId, number: Option<u32>) -> Result<Option<ValidDebrief>, Failure>;
}
