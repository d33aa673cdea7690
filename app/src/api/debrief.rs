//! The debrief sheet of a workshop: what it asks, what its pages are rendered from, what is kept of it, and the server
//! functions of its forms.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

mod ask;
mod kept;
mod opening;

pub use ask::{About, Ask, Block, FieldId, Kind, MAX_LINE, MAX_SAID, NoField};
pub use kept::{DecidedAction, KeptDebrief, KeptTable};
pub use opening::{DebriefField, DebriefOpening, DebriefTable, DebriefWish, Validity};

use super::AppError;
use crate::debrief::ToldBlock;
use board::{BoardId, WorkshopId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{GetUrl, Json};
use std::collections::BTreeMap;

/// A field as a form sends it: what it says now, what it said when the form was made, and how often it had been written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedField {
    /// How often it had been written.
    pub seen: u32,
    /// What it said.
    pub was: String,
    /// What it says now.
    pub text: String,
}

/// Writes a block of the sheet, and shows it again.
#[server(prefix = "/api", endpoint = "write-debrief")]
pub async fn write_debrief(
    workshop: WorkshopId,
    block: Block,
    #[server(default)] fields: BTreeMap<FieldId, TypedField>,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.write_debrief(who, workshop, fields).await?;
    super::ask::go_to_draft(workshop, &block.anchor())
}

/// Chooses what a field says that two people wrote at once.
#[server(prefix = "/api", endpoint = "choose-debrief")]
pub async fn choose_debrief(
    workshop: WorkshopId,
    field: FieldId,
    seen: u32,
    #[server(default)] text: String,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.choose_debrief(who, workshop, field, seen, &text).await?;
    super::ask::go_to_draft(workshop, &field.ask.block().anchor())
}

/// Validates the sheet as it was `seen` and `told` when it was read, once the person has said that they are `sure`; `ends` the workshop too.
#[server(prefix = "/api", endpoint = "validate-debrief")]
pub async fn validate_debrief(
    workshop: WorkshopId,
    seen: u64,
    told: u64,
    #[server(default)] sure: bool,
    #[server(default)] ends: bool,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    super::ask::confirmed(sure)?;
    backend.validate_debrief(who, workshop, (seen, told), ends).await?;
    super::ask::go(&super::ask::Route::Debrief(workshop))
}

/// The sheet as the room reads it, for a screen that shows it while it is written; nothing once it is validated.
#[server(prefix = "/api", endpoint = "debrief", input = GetUrl, output = Json)]
pub async fn debrief(board: BoardId) -> Result<Vec<ToldBlock>, AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.debrief_on_screen(who, board).await
}
