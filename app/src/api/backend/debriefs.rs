//! What is asked about the debrief sheet of a workshop.

use crate::api::{AppError, DebriefOpening, DebriefWish, FieldId, TypedField, Visitor};
use crate::debrief::ToldBlock;
use async_trait::async_trait;
use board::{BoardId, WorkshopId};
use std::collections::BTreeMap;

/// What may be asked about a debrief sheet: all of it by those who organise and those who facilitate the workshop, to
/// read it by the people of the room, from the closing on.
#[async_trait]
pub trait Debriefs: Send + Sync {
    /// The sheet of a workshop.
    async fn debrief(&self, who: Visitor, workshop: WorkshopId, wish: DebriefWish) -> Result<DebriefOpening, AppError>;
    /// Writes some of its fields. What two people wrote at once stands there twice until somebody chooses.
    async fn write_debrief(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        fields: BTreeMap<FieldId, TypedField>,
    ) -> Result<(), AppError>;
    /// Chooses what a field says that two people wrote at once.
    async fn choose_debrief(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        field: FieldId,
        seen: u32,
        text: &str,
    ) -> Result<(), AppError>;
    /// Validates the sheet as it was read (how often written, and the sum of what it told), and ends the workshop if that
    /// is wanted.
    async fn validate_debrief(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        read: (u64, u64),
        ends: bool,
    ) -> Result<(), AppError>;

    // the room
    /// The sheet as the people at this board read it: nothing of the key, and no answer about the workshop. `Ok(None)`
    /// before the closing.
    async fn debrief_in_the_room(&self, who: Visitor, board: BoardId) -> Result<Option<DebriefOpening>, AppError>;
    /// The same in words, for a screen; nothing once it is validated.
    async fn debrief_on_screen(&self, who: Visitor, board: BoardId) -> Result<Vec<ToldBlock>, AppError>;
}
