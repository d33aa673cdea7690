//! The accounts of an organisation, and the invitations to have one.

use super::Failure;
use app::api::{OrganiserId, Standing, VisitorId};
use async_trait::async_trait;
use board::{Millis, WorkshopId};

/// Somebody who has an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: OrganiserId,
    /// Its login, as typed.
    pub login: String,
    /// What it may do.
    pub standing: Standing,
}

/// An invitation to have an account, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Its number.
    pub number: i64,
    /// Whom it is for, as typed.
    pub name: String,
    /// What the account may do.
    pub standing: Standing,
    /// When it was made.
    pub made: Millis,
    /// From when on it opens nothing.
    pub expires: Millis,
}

/// What accepting an invitation led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// There is an account, and the invitation is gone.
    Added(OrganiserId),
    /// Somebody has this login: the invitation is still there.
    LoginTaken,
    /// It was used or taken back meanwhile.
    Gone,
}

/// What taking an account away led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is gone with its sessions, and has left its seats at these workshops.
    Gone(Vec<WorkshopId>),
    /// It is the last one that organises.
    Last,
    /// There is no such account.
    Nobody,
}

/// The accounts and the invitations.
#[async_trait]
pub trait Organisation: Send + Sync {
    /// The account that this browser is signed in with, whatever it may do.
    async fn account(&self, visitor: VisitorId) -> Result<Option<Account>, Failure>;
    /// Every account, in the order in which they were made.
    async fn accounts(&self) -> Result<Vec<Account>, Failure>;
    /// Keeps an invitation under the hash of its secret (its number is not read).
    async fn invite(&self, invited: &Invited, hash: [u8; 32]) -> Result<(), Failure>;
    /// The invitation with this hash, expired or not.
    async fn invited(&self, hash: [u8; 32]) -> Result<Option<Invited>, Failure>;
    /// Every invitation that was not used, in the order in which they were made.
    async fn invitations(&self) -> Result<Vec<Invited>, Failure>;
    /// Takes an invitation back; `Ok(false)` when it was gone already.
    async fn uninvite(&self, invitation: i64) -> Result<bool, Failure>;
    /// Makes the account that an invitation is for. Of two that use one invitation, one is too late.
    async fn accept(&self, invitation: i64, login: &str, password_hash: &str) -> Result<Accepted, Failure>;
    /// Takes an account away, in one breath with everything that its browsers were allowed by it.
    async fn remove_account(&self, id: OrganiserId) -> Result<Removed, Failure>;
}
