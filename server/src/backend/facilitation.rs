//! Facilitating: secrets that open a role, the tables, and saving boards.

use super::{Machine, told};
use crate::store::{Grant, SeatRow, Seating, Workshop};
use crate::{secret, shelf, typed};
use app::api::{AppError, BoardOpening, Deed, DoorOpening, Facilitation, ScriptOpening, StepWish, Visitor};
use async_trait::async_trait;
use board::{Asker, BoardId, Role, WorkshopId};

/// How many people may hold a role under one name.
const MOST_OF_A_NAME: usize = 200;

#[async_trait]
impl Facilitation for Machine {
    async fn door(&self, who: Visitor, secret: &str) -> Result<DoorOpening, AppError> {
        let (workshop, grant) = self.granted(who, secret).await?;
        Ok(DoorOpening { secret: secret.to_owned(), role: grant.role, title: workshop.title })
    }

    async fn enter(&self, who: Visitor, secret: &str) -> Result<(WorkshopId, Role, BoardId), AppError> {
        let (workshop, Grant { number, role, name, .. }) = self.granted(who, secret).await?;
        let name = if name.is_empty() { name_of(role) } else { &name };
        let seat = self.take_role(who, workshop.id, name, Some(number)).await?;
        let board = seat.board.or(workshop.boards.first().copied()).ok_or(AppError::NotFound)?;
        // Whoever plays at a table goes on playing there: a screen of the room is another browser.
        let role = if seat.role == Role::Participant { seat.role } else { role };
        Ok((workshop.id, role, board))
    }

    async fn table(&self, who: Visitor, workshop: WorkshopId, table: u8) -> Result<BoardOpening, AppError> {
        let (workshop, seat) = self.facilitated(who, workshop).await?;
        let at = usize::from(table).checked_sub(1).ok_or(AppError::NoSuchTable)?;
        let board = *workshop.boards.get(at).ok_or(AppError::NoSuchTable)?;
        self.opening(&workshop, board, Asker { actor: seat.actor, role: seat.role }, who.lang).await
    }

    async fn tables(&self, who: Visitor, workshop: WorkshopId) -> Result<Vec<BoardOpening>, AppError> {
        let (workshop, seat) = self.facilitated(who, workshop).await?;
        let me = Asker { actor: seat.actor, role: seat.role };
        self.openings(&workshop, workshop.boards.iter().copied(), me, who.lang).await
    }

    async fn save(&self, who: Visitor, board: BoardId, name: &str) -> Result<i64, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        if seat.role != Role::Facilitator {
            return Err(AppError::NotFound);
        }
        let name = typed::title(name)?;
        let (snapshot, _) = self.rooms.look(board).await?;
        let mark = shelf::save(&*self.store, &workshop, board, name, &snapshot).await.map_err(told)?;
        self.write_down(who, Deed::Saved, Some(mark)).await?;
        Ok(mark)
    }

    async fn set_open(&self, who: Visitor, workshop: WorkshopId, open: bool) -> Result<(), AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        if open {
            self.goes_on(workshop.id).await?;
        }
        self.store.set_open(workshop.id, open).await.map_err(told)?;
        self.rooms.door(&workshop.boards, open);
        Ok(())
    }

    async fn script(&self, who: Visitor, workshop: WorkshopId) -> Result<ScriptOpening, AppError> {
        self.run_sheet(who, workshop).await
    }

    async fn set_step(&self, who: Visitor, workshop: WorkshopId, step: u8, wish: StepWish) -> Result<(), AppError> {
        self.change_step(who, workshop, step, &wish).await
    }

    async fn restore_script(&self, who: Visitor, workshop: WorkshopId) -> Result<(), AppError> {
        self.take_deck_script(who, workshop).await
    }
}

impl Machine {
    /// Gives this browser a seat under this name, or under the name and the first number that is free: the seat that
    /// this secret opens, or without one an organiser's, from which to facilitate.
    pub(super) async fn take_role(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        name: &str,
        by: Option<i64>,
    ) -> Result<SeatRow, AppError> {
        for number in 1..=MOST_OF_A_NAME {
            let name = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
            let seating = match by {
                Some(grant) => self.store.enter(grant, who.id, &name).await,
                None => self.store.take_seat(workshop, who.id, None, Role::Facilitator, &name).await.map(Some),
            };
            match seating.map_err(told)? {
                Some(Seating::Seated(seat)) => {
                    self.rooms.seated(workshop).await.map_err(told)?;
                    return Ok(seat);
                }
                Some(Seating::NameTaken) => {}
                None => return Err(AppError::NotFound),
            }
        }
        Err(AppError::TooMany)
    }

    async fn granted(&self, who: Visitor, typed: &str) -> Result<(Workshop, Grant), AppError> {
        self.attempts.secret(who.address)?;
        let grant = self.store.granted(secret::hash(typed)).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let workshop = self.store.workshop(grant.workshop).await.map_err(told)?.ok_or(AppError::NotFound)?;
        Ok((workshop, grant))
    }
}

/// What somebody is called whom nobody named.
pub(super) fn name_of(role: Role) -> &'static str {
    match role {
        Role::Facilitator => "Animation",
        Role::Projector => "Projection",
        Role::Spectator | Role::Participant => "Balcon",
    }
}
