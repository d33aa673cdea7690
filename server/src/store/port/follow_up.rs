//! What became of the actions: what teams state, what people answer, and the addresses that reminders go to.

use super::{Failure, Heard};
use app::api::{Milestone, Statement, Status};
use async_trait::async_trait;
use board::deck::Lang;
use board::{ActionId, ActorId, BoardId, Day, Millis, WorkshopId};
use uuid::Uuid;

/// Whoever a reminder asks: a random number, and nothing else of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AskerId(pub Uuid);

/// An address that somebody left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Whom it reaches.
    pub asker: AskerId,
    /// Which workshop it is about.
    pub workshop: WorkshopId,
    /// Where to.
    pub address: String,
    /// In which language.
    pub lang: Lang,
    /// The day on which it was left, in Paris.
    pub since: Day,
    /// The next milestone of which it has not been reminded.
    pub milestone: Milestone,
    /// When that is due.
    pub due: Millis,
    /// How often sending it failed.
    pub tries: u32,
    /// Whether it may have been sent once already.
    pub again: bool,
}

/// What the secret of a reminder opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who is asked.
    pub asker: AskerId,
    /// About which workshop.
    pub workshop: WorkshopId,
    /// At which milestone.
    pub milestone: Milestone,
    /// Until when it takes answers.
    pub until: Millis,
    /// Whether another reminder is to come.
    pub awaited: bool,
}

/// An action at a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Its board.
    pub board: BoardId,
    /// The action.
    pub action: ActionId,
    /// The milestone.
    pub milestone: Milestone,
}

/// The follow-up.
///
/// A reminder is sent once even when the machine stops in between: that it is being sent is on disk before it is, and
/// what was found so at the next start is sent once more at most.
#[async_trait]
pub trait FollowUp: Send + Sync {
    /// Keeps an address that this person left: once a person, and once an address at a workshop, which is told to
    /// nobody. Closed once the workshop is over.
    async fn leave_address(&self, actor: ActorId, reminder: &Reminder) -> Result<Heard, Failure>;
    /// Whether this person has left an address; nobody has, once the workshop is over.
    async fn has_left_address(&self, workshop: WorkshopId, actor: ActorId) -> Result<bool, Failure>;
    /// How many addresses of a workshop will get another reminder.
    async fn awaited(&self, workshop: WorkshopId) -> Result<u32, Failure>;

    /// Reminders that are due and not being sent, the earliest first: this many at most.
    async fn due(&self, now: Millis, most: u32) -> Result<Vec<Reminder>, Failure>;
    /// Notes that this reminder is being sent, with the hash of its secret. `Ok(false)` when it is no more to be sent:
    /// stopped meanwhile, or being sent already.
    async fn begin_sending(
        &self,
        asker: AskerId,
        hash: [u8; 32],
        milestone: Milestone,
        until: Millis,
    ) -> Result<bool, Failure>;
    /// It was sent: the next one is due then; without a next one the address is erased.
    async fn sent(&self, asker: AskerId, next: Option<(Milestone, Millis)>) -> Result<(), Failure>;
    /// It was surely not sent: it is due again later. What is not sure counts as sent once already.
    async fn put_off(&self, asker: AskerId, due: Millis, sure: bool) -> Result<(), Failure>;
    /// Erases an address.
    async fn forget_address(&self, asker: AskerId) -> Result<(), Failure>;
    /// Erases the addresses left at a workshop.
    async fn forget_addresses(&self, workshop: WorkshopId) -> Result<(), Failure>;
    /// The reminders that were being sent when the machine stopped, as they were. Those that had been sent once at most
    /// are due again; the others stay as being sent, for whoever asks to count them as [`FollowUp::sent`].
    async fn interrupted(&self) -> Result<Vec<Reminder>, Failure>;
    /// Forgets the secrets that are over, and the addresses left before this day: they should have been erased.
    async fn forget_over(&self, now: Millis, before: Day) -> Result<(), Failure>;

    /// What a secret's hash opens; nothing once its time is over.
    async fn asked(&self, hash: [u8; 32], now: Millis) -> Result<Option<Asked>, Failure>;
    /// This is what became of an action, for this person; an earlier answer of theirs moves.
    async fn answer(&self, asker: AskerId, at: At, status: Status) -> Result<(), Failure>;
    /// What this person answered.
    async fn answers_of(&self, asker: AskerId) -> Result<Vec<(At, Status)>, Failure>;
    /// How many people of a workshop answered what.
    async fn counts(&self, workshop: WorkshopId) -> Result<Vec<(At, Status, u32)>, Failure>;
    /// What the team states, in place of what it stated before; `None` takes it back.
    async fn state(&self, at: At, statement: Option<&Statement>) -> Result<(), Failure>;
    /// What the team stated.
    async fn statements(&self, workshop: WorkshopId) -> Result<Vec<(At, Statement)>, Failure>;
    /// When a workshop ended.
    async fn ended(&self, workshop: WorkshopId) -> Result<Option<Millis>, Failure>;
}
