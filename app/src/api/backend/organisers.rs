//! What is asked by organisers: accounts and workshops.

use crate::api::{AppError, NewWorkshop, Visitor, WorkshopsOpening};
use async_trait::async_trait;
use board::WorkshopId;

/// What an organiser may ask.
#[async_trait]
pub trait Organisers: Send + Sync {
    /// The workshops of this server.
    async fn workshops(&self, who: Visitor) -> Result<WorkshopsOpening, AppError>;
    /// Creates a workshop; whoever does facilitates it.
    async fn create(&self, who: Visitor, wish: NewWorkshop) -> Result<WorkshopId, AppError>;
    /// Whether this secret may set the server up.
    async fn may_set_up(&self, secret: &str) -> Result<(), AppError>;
    /// Creates the first organiser and signs them in.
    async fn set_up(&self, who: Visitor, secret: &str, login: &str, password: &str) -> Result<(), AppError>;
    /// Signs in.
    async fn sign_in(&self, who: Visitor, login: &str, password: &str) -> Result<(), AppError>;
    /// Signs out.
    async fn sign_out(&self, who: Visitor) -> Result<(), AppError>;
}
