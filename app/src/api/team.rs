//! The server functions of the team page: who may do what, and who sits where. They lead back to the page.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use board::{ActorId, Role, WorkshopId};
use leptos::prelude::*;

/// Makes a link that gives a role.
#[server(prefix = "/api", endpoint = "grant")]
pub async fn grant_role(workshop: WorkshopId, role: Role, name: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.grant(who, workshop, role, &name).await?;
    super::ask::go(&super::ask::Route::Team(workshop))
}

/// Takes such a link back.
#[server(prefix = "/api", endpoint = "revoke")]
pub async fn revoke_grant(workshop: WorkshopId, grant: i64) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.revoke(who, workshop, grant).await?;
    super::ask::go(&super::ask::Route::Team(workshop))
}

/// Takes somebody off their table.
#[server(prefix = "/api", endpoint = "remove")]
pub async fn remove_person(workshop: WorkshopId, person: ActorId) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.remove(who, workshop, person).await?;
    super::ask::go(&super::ask::Route::Team(workshop))
}

/// Seats somebody at another table.
#[server(prefix = "/api", endpoint = "move")]
pub async fn move_person(workshop: WorkshopId, person: ActorId, table: u8) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.move_to(who, workshop, person, table).await?;
    super::ask::go(&super::ask::Route::Team(workshop))
}
