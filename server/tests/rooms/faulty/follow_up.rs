//! What becomes of actions, and the network: as the real store has it.

use super::Faulty;
use app::api::{Milestone, NetworkEntry, Shown, Statement, Status};
use async_trait::async_trait;
use board::{ActorId, Day, Millis, WorkshopId};
use server::store::*;

#[async_trait]
impl FollowUp for Faulty {
    async fn leave_address(&self, actor: ActorId, reminder: &Reminder) -> Result<Heard, Failure> {
        FollowUp::leave_address(&*self.real, actor, reminder).await
    }
    async fn has_left_address(&self, workshop: WorkshopId, actor: ActorId) -> Result<bool, Failure> {
        FollowUp::has_left_address(&*self.real, workshop, actor).await
    }
    async fn awaited(&self, workshop: WorkshopId) -> Result<u32, Failure> {
        FollowUp::awaited(&*self.real, workshop).await
    }
    async fn due(&self, now: Millis, most: u32) -> Result<Vec<Reminder>, Failure> {
        FollowUp::due(&*self.real, now, most).await
    }
    async fn begin_sending(
        &self,
        asker: AskerId,
        hash: [u8; 32],
        milestone: Milestone,
        until: Millis,
    ) -> Result<bool, Failure> {
        FollowUp::begin_sending(&*self.real, asker, hash, milestone, until).await
    }
    async fn sent(&self, asker: AskerId, next: Option<(Milestone, Millis)>) -> Result<(), Failure> {
        FollowUp::sent(&*self.real, asker, next).await
    }
    async fn put_off(&self, asker: AskerId, due: Millis, sure: bool) -> Result<(), Failure> {
        FollowUp::put_off(&*self.real, asker, due, sure).await
    }
    async fn forget_address(&self, asker: AskerId) -> Result<(), Failure> {
        FollowUp::forget_address(&*self.real, asker).await
    }
    async fn forget_addresses(&self, workshop: WorkshopId) -> Result<(), Failure> {
        FollowUp::forget_addresses(&*self.real, workshop).await
    }
    async fn interrupted(&self) -> Result<Vec<Reminder>, Failure> {
        FollowUp::interrupted(&*self.real).await
    }
    async fn forget_over(&self, now: Millis, before: Day) -> Result<(), Failure> {
        FollowUp::forget_over(&*self.real, now, before).await
    }
    async fn asked(&self, hash: [u8; 32], now: Millis) -> Result<Option<Asked>, Failure> {
        FollowUp::asked(&*self.real, hash, now).await
    }
    async fn answer(&self, asker: AskerId, at: At, status: Status) -> Result<(), Failure> {
        FollowUp::answer(&*self.real, asker, at, status).await
    }
    async fn answers_of(&self, asker: AskerId) -> Result<Vec<(At, Status)>, Failure> {
        FollowUp::answers_of(&*self.real, asker).await
    }
    async fn counts(&self, workshop: WorkshopId) -> Result<Vec<(At, Status, u32)>, Failure> {
        FollowUp::counts(&*self.real, workshop).await
    }
    async fn state(&self, at: At, statement: Option<&Statement>) -> Result<(), Failure> {
        FollowUp::state(&*self.real, at, statement).await
    }
    async fn statements(&self, workshop: WorkshopId) -> Result<Vec<(At, Statement)>, Failure> {
        FollowUp::statements(&*self.real, workshop).await
    }
    async fn ended(&self, workshop: WorkshopId) -> Result<Option<Millis>, Failure> {
        FollowUp::ended(&*self.real, workshop).await
    }
}

#[async_trait]
impl Network for Faulty {
    async fn publish(&self, entry: &NetworkEntry) -> Result<(), Failure> {
        Network::publish(&*self.real, entry).await
    }
    async fn withdraw(&self, entry: i64) -> Result<(), Failure> {
        Network::withdraw(&*self.real, entry).await
    }
    async fn published(&self, today: Day) -> Result<Vec<Shown>, Failure> {
        Network::published(&*self.real, today).await
    }
    async fn gather(&self, source: &str, entries: &[NetworkEntry]) -> Result<(), Failure> {
        Network::gather(&*self.real, source, entries).await
    }
    async fn forget_past(&self, today: Day) -> Result<(), Failure> {
        Network::forget_past(&*self.real, today).await
    }
}
