//! What is asked about what became of the actions.

use crate::api::{AnswerOpening, AppError, FollowUpOpening, FollowUpsOpening, StatementWish, Status, Visitor};
use async_trait::async_trait;
use board::{BoardId, WorkshopId};

/// The follow-up: for those who organise and facilitate, for people at a table who leave an address, and for whoever
/// has the secret of a reminder.
#[async_trait]
pub trait FollowUp: Send + Sync {
    /// The workshops that this person may follow up.
    async fn follow_ups(&self, who: Visitor) -> Result<FollowUpsOpening, AppError>;
    /// The follow-up of one.
    async fn follow_up(&self, who: Visitor, workshop: WorkshopId) -> Result<FollowUpOpening, AppError>;
    /// States what became of an action, for the team. Returns the place of the action on the page.
    async fn state(&self, who: Visitor, workshop: WorkshopId, what: StatementWish) -> Result<String, AppError>;

    /// Leaves an address for reminders, from a seat at this board.
    async fn remind(&self, who: Visitor, board: BoardId, address: &str) -> Result<(), AppError>;

    /// What a reminder asks; `None` for one that is over, or never was. `proposed` names an action and a status.
    async fn asked(
        &self,
        who: Visitor,
        secret: &str,
        proposed: Option<(&str, &str)>,
    ) -> Result<Option<AnswerOpening>, AppError>;
    /// Answers it for one action; an earlier answer moves.
    async fn answer(&self, who: Visitor, secret: &str, action: &str, status: Status) -> Result<(), AppError>;
    /// Stops the reminders to whoever has this one, and erases their address. Stopping again is as good.
    async fn stop(&self, who: Visitor, secret: &str) -> Result<(), AppError>;
}
