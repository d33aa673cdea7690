//! What is asked by whoever looks after the people of a workshop: who may do what, and who sits where.

use crate::api::{AppError, TeamOpening, Visitor};
use async_trait::async_trait;
use board::{ActorId, Role, WorkshopId};

/// What is asked about the people of a workshop, by those who facilitate it.
#[async_trait]
pub trait Team: Send + Sync {
    /// Who may do what at a workshop, and who sits where. A link that was just made is shown to whoever made it, once.
    async fn team(&self, who: Visitor, workshop: WorkshopId) -> Result<TeamOpening, AppError>;
    /// Makes a link that gives this role to the person of this name: to facilitate, to project or to look on.
    async fn grant(&self, who: Visitor, workshop: WorkshopId, role: Role, name: &str) -> Result<(), AppError>;
    /// Takes a link back: it opens nothing any more, whoever came by it loses the role, and their pages close.
    async fn revoke(&self, who: Visitor, workshop: WorkshopId, grant: i64) -> Result<(), AppError>;
    /// Takes somebody off their table: their name is erased, their cards go back to the reserve, their pages close.
    /// They may join again while the door is open, as somebody new.
    async fn remove(&self, who: Visitor, workshop: WorkshopId, person: ActorId) -> Result<(), AppError>;
    /// Seats somebody at another table (from 1): their cards stay behind, in the reserve, and their pages go with them.
    async fn move_to(&self, who: Visitor, workshop: WorkshopId, person: ActorId, table: u8) -> Result<(), AppError>;
}
