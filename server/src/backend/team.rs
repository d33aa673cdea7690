//! Looking after people: the links that give a role, and who sits where.
//!
//! Whoever leaves a seat leaves it for good: their pages are shown out first, so that nothing they do comes after, and
//! then their cards go back to the reserve. Each step may be asked again when the one after it failed.

use super::participants::MAX_NAME;
use super::{Machine, told};
use crate::store::{SeatRow, Workshop};
use crate::typed::line;
use crate::workshops;
use app::api::{AppError, GrantCard, MadeGrant, PersonCard, Team, TeamOpening, Visitor};
use app::routes::Route;
use async_trait::async_trait;
use board::{ActorId, Asker, BoardId, Intent, Op, OpId, Rejection, Role, Spot, WorkshopId};
use std::collections::BTreeSet;
use uuid::Uuid;

#[async_trait]
impl Team for Machine {
    async fn team(&self, who: Visitor, id: WorkshopId) -> Result<TeamOpening, AppError> {
        let (workshop, me) = self.facilitated(who, id).await?;
        let seats = self.store.seats(id).await.map_err(told)?;
        let at = |board: &BoardId| {
            let here = seats.iter().filter(|seat| seat.role == Role::Participant && seat.board == Some(*board));
            here.map(|seat| PersonCard { actor: seat.actor, name: seat.name.clone() }).collect()
        };
        let grants = self.store.grants(id).await.map_err(told)?.into_iter();
        Ok(TeamOpening {
            people: workshop.boards.iter().map(at).collect(),
            grants: grants
                .map(|(grant, seats)| GrantCard {
                    number: grant.number,
                    role: grant.role,
                    name: grant.name,
                    used: !seats.is_empty(),
                    mine: seats.contains(&me.actor),
                })
                .collect(),
            made: self.made.take(who.id, id),
            workshop: self.card(&workshop).await?,
        })
    }

    async fn grant(&self, who: Visitor, id: WorkshopId, role: Role, name: &str) -> Result<(), AppError> {
        self.facilitated(who, id).await?;
        if role == Role::Participant {
            return Err(AppError::NotFound);
        }
        // What is over keeps no name of anybody who comes later.
        self.goes_on(id).await?;
        let name = line(name, MAX_NAME)?;
        if name.is_empty() {
            return Err(AppError::NameMissing);
        }
        let secret = workshops::grant(&*self.store, id, role, &name).await.map_err(told)?;
        let address = format!("{}{}", self.public_url, Route::Door(secret));
        self.made.keep(who.id, id, MadeGrant { name, role, address });
        Ok(())
    }

    async fn revoke(&self, who: Visitor, id: WorkshopId, grant: i64) -> Result<(), AppError> {
        let (workshop, me) = self.facilitated(who, id).await?;
        let left = self.store.revoke(id, grant).await.map_err(told)?;
        self.rooms.seated(id).await.map_err(told)?;
        if left.contains(&me.actor) {
            // Whoever gives up their own role has none left to act with.
            return Ok(());
        }
        self.gather(&workshop, Asker { actor: me.actor, role: me.role }, &left).await
    }

    async fn remove(&self, who: Visitor, id: WorkshopId, person: ActorId) -> Result<(), AppError> {
        let (workshop, me) = self.facilitated(who, id).await?;
        let seats = self.store.seats(id).await.map_err(told)?;
        // Whoever came by a link leaves with it: without it being taken back they would be here again at once.
        if seats.iter().any(|seat| seat.actor == person && seat.role != Role::Participant) {
            return Err(AppError::NotFound);
        }
        self.store.leave(id, person).await.map_err(told)?;
        self.rooms.seated(id).await.map_err(told)?;
        self.gather(&workshop, Asker { actor: me.actor, role: me.role }, &[person]).await
    }

    async fn move_to(&self, who: Visitor, id: WorkshopId, person: ActorId, table: u8) -> Result<(), AppError> {
        let (workshop, me) = self.facilitated(who, id).await?;
        let at = usize::from(table).checked_sub(1).ok_or(AppError::NoSuchTable)?;
        let board = *workshop.boards.get(at).ok_or(AppError::NoSuchTable)?;
        self.store.move_to(id, person, board).await.map_err(told)?.ok_or(AppError::NotFound)?;
        self.rooms.seated(id).await.map_err(told)?;
        self.gather(&workshop, Asker { actor: me.actor, role: me.role }, &[person]).await
    }
}

impl Machine {
    /// Puts back into the reserve what is held at tables where its holder does not sit any more: by the people who just
    /// left, and by those of an earlier time when this could not be done.
    async fn gather(&self, workshop: &Workshop, by: Asker, left: &[ActorId]) -> Result<(), AppError> {
        let seats = self.store.seats(workshop.id).await.map_err(told)?;
        for &board in &workshop.boards {
            let (snapshot, _) = self.rooms.look(board).await?;
            let holders = snapshot.document.cards.values().filter_map(|card| match card.spot {
                Spot::Hand(actor) => Some(actor),
                Spot::Reserve | Spot::Table(_) => None,
            });
            let mut gone: BTreeSet<_> = holders.chain(left.iter().copied()).collect();
            // Whoever facilitates sits at every table.
            let here = |seat: &&SeatRow| seat.role != Role::Participant || seat.board == Some(board);
            for seat in seats.iter().filter(here) {
                gone.remove(&seat.actor);
            }
            for actor in gone {
                match self.rooms.submit(board, by, OpId(Uuid::new_v4()), Intent::Do(Op::Leave { actor })).await {
                    // They held nothing, or nothing moves any more.
                    Ok(_) | Err(AppError::Rejected(Rejection::AlreadySo | Rejection::WorkshopOver)) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }
}
