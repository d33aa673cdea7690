//! Facilitating: secrets that open a role, the tables, and saving boards.

use super::{Machine, told};
use crate::secret;
use crate::store::{Mark, SeatRow, Seating, Workshop};
use crate::typed;
use app::api::{AppError, BoardOpening, DoorOpening, Facilitation, Visitor};
use async_trait::async_trait;
use board::{Asker, BoardId, Role, WorkshopId};

/// How many people may hold one role under its own name.
const MOST_OF_A_ROLE: usize = 200;

#[async_trait]
impl Facilitation for Machine {
    async fn door(&self, who: Visitor, secret: &str) -> Result<DoorOpening, AppError> {
        let (workshop, role) = self.granted(who, secret).await?;
        Ok(DoorOpening { secret: secret.to_owned(), role, title: workshop.title })
    }

    async fn enter(&self, who: Visitor, secret: &str) -> Result<(WorkshopId, Role, BoardId), AppError> {
        let (workshop, role) = self.granted(who, secret).await?;
        let seat = self.take_role(who, &workshop, role).await?;
        let board = seat.board.or(workshop.boards.first().copied()).ok_or(AppError::NotFound)?;
        // Whoever plays at a table goes on playing there: a screen of the room is another browser.
        let role = if seat.role == Role::Participant { seat.role } else { role };
        Ok((workshop.id, role, board))
    }

    async fn table(&self, who: Visitor, workshop: WorkshopId, table: u8) -> Result<BoardOpening, AppError> {
        let (workshop, seat) = self.facilitated(who, workshop).await?;
        let at = usize::from(table).checked_sub(1).ok_or(AppError::NoSuchTable)?;
        let board = *workshop.boards.get(at).ok_or(AppError::NoSuchTable)?;
        self.opening(workshop, board, Asker { actor: seat.actor, role: seat.role }, who.lang).await
    }

    async fn save(&self, who: Visitor, board: BoardId, name: &str) -> Result<i64, AppError> {
        let (_, seat) = self.seat_at(who, board).await?;
        if seat.role != Role::Facilitator {
            return Err(AppError::NotFound);
        }
        let name = typed::title(name)?;
        let (snapshot, _) = self.rooms.look(board).await?;
        let mark = Mark { id: 0, board, seq: snapshot.seq, name, at: crate::now() };
        self.store.save(&mark).await.map_err(told)
    }

    async fn set_open(&self, who: Visitor, workshop: WorkshopId, open: bool) -> Result<(), AppError> {
        self.facilitated(who, workshop).await?;
        if open {
            self.goes_on(workshop).await?;
        }
        self.store.set_open(workshop, open).await.map_err(told)
    }
}

impl Machine {
    /// Gives this browser a seat of this role, under the role's own name.
    pub(super) async fn take_role(&self, who: Visitor, workshop: &Workshop, role: Role) -> Result<SeatRow, AppError> {
        let name = match role {
            Role::Facilitator => "Animation",
            Role::Projector => "Projection",
            Role::Spectator => "Balcon",
            Role::Participant => return Err(AppError::NotFound),
        };
        for number in 1..=MOST_OF_A_ROLE {
            let name = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
            let seating = self.store.take_seat(workshop.id, who.id, None, role, &name);
            if let Seating::Seated(seat) = seating.await.map_err(told)? {
                self.rooms.seated(workshop.id).await;
                return Ok(seat);
            }
        }
        Err(AppError::TooMany)
    }

    async fn granted(&self, who: Visitor, typed: &str) -> Result<(Workshop, Role), AppError> {
        self.attempts.secret(who.address)?;
        let (id, role) = self.store.granted(secret::hash(typed)).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let workshop = self.store.workshop(id).await.map_err(told)?.ok_or(AppError::NotFound)?;
        Ok((workshop, role))
    }
}
