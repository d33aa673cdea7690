//! Playing: from a code as it was typed to a seat at a table, and what is done there.

use super::{Machine, told};
use crate::secret;
use crate::store::{SeatRow, Seating, Workshop};
use crate::typed::line;
use app::api::{AppError, BoardOpening, Downstream, JoinOpening, Participants, Upstream, Visitor};
use async_trait::async_trait;
use board::{Asker, BoardId, Intent, OpId, Role};

/// The longest first name or pseudonym, in characters.
pub const MAX_NAME: u16 = 40;

#[async_trait]
impl Participants for Machine {
    async fn invitation(&self, who: Visitor, typed: &str) -> Result<JoinOpening, AppError> {
        if typed.trim().is_empty() {
            return Ok(JoinOpening::default());
        }
        let workshop = self.by_code(who, typed).await?;
        // Whoever has a seat may come back and read.
        if self.store.seat_of(workshop.id, who.id).await.map_err(told)?.is_none() {
            self.goes_on(workshop.id).await?;
        }
        Ok(JoinOpening { code: workshop.code.clone(), workshop: Some(self.card(&workshop).await?) })
    }

    async fn join(&self, who: Visitor, typed: &str, name: &str, table: u8) -> Result<BoardId, AppError> {
        let workshop = self.by_code(who, typed).await?;
        let known = self.store.seat_of(workshop.id, who.id).await.map_err(told)?;
        match known {
            Some(SeatRow { role: Role::Facilitator, .. }) => return Err(AppError::Facilitates),
            Some(SeatRow { board: Some(board), .. }) => return Ok(board),
            _ => {}
        }
        self.goes_on(workshop.id).await?;
        if !workshop.open {
            return Err(AppError::DoorClosed);
        }
        let name = line(name, MAX_NAME)?;
        if name.is_empty() {
            return Err(AppError::NameMissing);
        }
        let board = self.choose_table(&workshop, table).await?;
        let seating = self.store.take_seat(workshop.id, who.id, Some(board), Role::Participant, &name);
        match seating.await.map_err(told)? {
            Seating::Seated(seat) => {
                self.rooms.seated(workshop.id).await;
                Ok(seat.board.unwrap_or(board))
            }
            Seating::NameTaken => Err(AppError::NameTaken),
        }
    }

    async fn board(&self, who: Visitor, board: BoardId, as_projector: bool) -> Result<BoardOpening, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        let role = match seat.role {
            Role::Participant if as_projector => return Err(AppError::NotFound),
            _ if as_projector => Role::Projector,
            role => role,
        };
        self.opening(workshop, board, Asker { actor: seat.actor, role }, who.lang).await
    }

    fn live(&self, who: Visitor, up: Upstream) -> Downstream {
        self.rooms.live(who, up)
    }

    async fn submit(&self, who: Visitor, board: BoardId, op_id: OpId, intent: Intent) -> Result<(), AppError> {
        self.attempts.act(who.id)?;
        let (_, seat) = self.seat_at(who, board).await?;
        let asker = Asker { actor: seat.actor, role: seat.role };
        self.rooms.submit(board, asker, op_id, intent).await.map(drop)
    }
}

impl Machine {
    /// The board of the seat that this person has at the workshop with this code.
    ///
    /// # Errors
    /// As for a code that is tried.
    pub async fn seated_by_code(&self, who: Visitor, typed: &str) -> Result<Option<BoardId>, AppError> {
        let workshop = self.by_code(who, typed).await?;
        let seat = self.store.seat_of(workshop.id, who.id).await.map_err(told)?;
        Ok(seat.filter(|seat| seat.role == Role::Participant).and_then(|seat| seat.board))
    }

    async fn by_code(&self, who: Visitor, typed: &str) -> Result<Workshop, AppError> {
        self.attempts.code(who.address)?;
        let code = secret::read_code(typed).ok_or(AppError::UnknownCode)?;
        self.store.by_code(&code).await.map_err(told)?.ok_or(AppError::UnknownCode)
    }

    /// The board of this table, or for 0 the one with the fewest people.
    async fn choose_table(&self, workshop: &Workshop, table: u8) -> Result<BoardId, AppError> {
        if let Some(at) = usize::from(table).checked_sub(1) {
            return workshop.boards.get(at).copied().ok_or(AppError::NoSuchTable);
        }
        let tables = self.card(workshop).await?.tables;
        tables.into_iter().min_by_key(|table| table.people).map(|table| table.board).ok_or(AppError::NoSuchTable)
    }
}
