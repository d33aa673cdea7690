//! The faulty store's links, accounts, register and retention: the real ones, faithfully.

use super::Faulty;
use app::api::{OrganiserId, VisitorId};
use async_trait::async_trait;
use board::{Millis, WorkshopId};
use server::store::*;

#[async_trait]
impl Shares for Faulty {
    async fn share(&self, share: &Share, hash: [u8; 32]) -> Result<bool, Failure> {
        Shares::share(&*self.real, share, hash).await
    }
    async fn shared(&self, hash: [u8; 32]) -> Result<Option<Share>, Failure> {
        Shares::shared(&*self.real, hash).await
    }
    async fn shares(&self, mark: i64) -> Result<Vec<Share>, Failure> {
        Shares::shares(&*self.real, mark).await
    }
    async fn opened(&self, share: i64) -> Result<(), Failure> {
        Shares::opened(&*self.real, share).await
    }
    async fn unshare(&self, mark: i64, share: i64) -> Result<bool, Failure> {
        Shares::unshare(&*self.real, mark, share).await
    }
}

#[async_trait]
impl Organisation for Faulty {
    async fn account(&self, visitor: VisitorId) -> Result<Option<Account>, Failure> {
        Organisation::account(&*self.real, visitor).await
    }
    async fn accounts(&self) -> Result<Vec<Account>, Failure> {
        Organisation::accounts(&*self.real).await
    }
    async fn invite(&self, invited: &Invited, hash: [u8; 32]) -> Result<(), Failure> {
        Organisation::invite(&*self.real, invited, hash).await
    }
    async fn invited(&self, hash: [u8; 32]) -> Result<Option<Invited>, Failure> {
        Organisation::invited(&*self.real, hash).await
    }
    async fn invitations(&self) -> Result<Vec<Invited>, Failure> {
        Organisation::invitations(&*self.real).await
    }
    async fn uninvite(&self, invitation: i64) -> Result<bool, Failure> {
        Organisation::uninvite(&*self.real, invitation).await
    }
    async fn accept(&self, invitation: i64, login: &str, password_hash: &str) -> Result<Accepted, Failure> {
        Organisation::accept(&*self.real, invitation, login, password_hash).await
    }
    async fn remove_account(&self, id: OrganiserId) -> Result<Removed, Failure> {
        Organisation::remove_account(&*self.real, id).await
    }
}

#[async_trait]
impl Register for Faulty {
    async fn write_down(&self, line: &Line) -> Result<(), Failure> {
        Register::write_down(&*self.real, line).await
    }
    async fn register(&self, window: (u32, u32)) -> Result<(Vec<Line>, u32), Failure> {
        Register::register(&*self.real, window).await
    }
}

#[async_trait]
impl Keeping for Faulty {
    async fn retention(&self) -> Result<Retention, Failure> {
        Keeping::retention(&*self.real).await
    }
    async fn set_retention(&self, retention: Retention) -> Result<(), Failure> {
        Keeping::set_retention(&*self.real, retention).await
    }
    async fn kept(&self) -> Result<Vec<Kept>, Failure> {
        Keeping::kept(&*self.real).await
    }
    async fn quiet_since(&self, moment: Millis) -> Result<Vec<Kept>, Failure> {
        Keeping::quiet_since(&*self.real, moment).await
    }
    async fn kept_of(&self, workshop: WorkshopId) -> Result<Option<Kept>, Failure> {
        Keeping::kept_of(&*self.real, workshop).await
    }
    async fn wake(&self, now: Millis, sleep: u64) -> Result<(), Failure> {
        Keeping::wake(&*self.real, now, sleep).await
    }
    async fn erase_names(&self, workshop: WorkshopId, line: Line) -> Result<(), Failure> {
        Keeping::erase_names(&*self.real, workshop, line).await
    }
    async fn erase(&self, workshop: WorkshopId, line: Line) -> Result<bool, Failure> {
        Keeping::erase(&*self.real, workshop, line).await
    }
    async fn forget_copies(&self, before: Millis) -> Result<(), Failure> {
        Keeping::forget_copies(&*self.real, before).await
    }
}
