//! What is asked of the organisation: accounts, invitations, keeping and erasing, and the register.

use crate::api::*;
use async_trait::async_trait;
use board::WorkshopId;

/// For organisers only, but for whoever has the secret of an invitation.
#[async_trait]
pub trait Organisation: Send + Sync {
    /// The accounts, the invitations and what was decided.
    async fn organisation(&self, who: Visitor) -> Result<OrganisationOpening, AppError>;
    /// Invites somebody to have an account.
    async fn invite(&self, who: Visitor, name: &str, standing: Standing) -> Result<(), AppError>;
    /// Takes an invitation back.
    async fn uninvite(&self, who: Visitor, invitation: i64) -> Result<(), AppError>;
    /// What the secret of an invitation opens.
    async fn invited(&self, who: Visitor, secret: &str) -> Result<InvitationOpening, AppError>;
    /// Makes the account that an invitation is for, and signs in.
    async fn accept(&self, who: Visitor, secret: &str, login: &str, password: &str) -> Result<(), AppError>;
    /// Takes an account away: its browsers are signed out and leave the seats it gave them. The last one stays.
    async fn remove_account(&self, who: Visitor, account: OrganiserId) -> Result<(), AppError>;
    /// Decides for how many days names, boards and copies are kept.
    async fn decide_retention(&self, who: Visitor, days: [u16; 3]) -> Result<(), AppError>;
    /// A workshop that may be erased.
    async fn erasure(&self, who: Visitor, workshop: WorkshopId) -> Result<ErasureOpening, AppError>;
    /// Erases a workshop, confirmed by its title.
    async fn erase_workshop(&self, who: Visitor, workshop: WorkshopId, typed: &str) -> Result<(), AppError>;
    /// Erases every workshop, confirmed in words.
    async fn erase_all(&self, who: Visitor, typed: &str) -> Result<(), AppError>;
    /// A page of the register, from 0.
    async fn register(&self, who: Visitor, page: u32) -> Result<RegisterOpening, AppError>;
}
