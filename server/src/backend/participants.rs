//! Playing: from a code as it was typed to a seat at a table, and what is done there.

use super::{Machine, told};
use crate::secret;
use crate::store::{SeatRow, Seating, Workshop};
use crate::typed::line;
use app::api::{
    ActionProposal, ActionsOpening, AppError, BoardOpening, Downstream, JoinOpening, Participants, Upstream, Visitor,
};
use async_trait::async_trait;
use board::deck::{ActionCard, Deck, Lang};
use board::{Act, Asker, BoardId, CardId, Document, Intent, OpId, Role};

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
            Some(SeatRow { board: Some(board), .. }) => {
                // Had the tables not been told the first time, they are now.
                self.rooms.seated(workshop.id).await.map_err(told)?;
                return Ok(board);
            }
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
        let board = chosen(&workshop, table)?;
        let seating = self.store.take_seat(workshop.id, who.id, board, Role::Participant, &name);
        match seating.await.map_err(told)? {
            Seating::Seated(seat) => {
                self.rooms.seated(workshop.id).await.map_err(told)?;
                seat.board.ok_or(AppError::TryAgain)
            }
            Seating::NameTaken => Err(AppError::NameTaken),
        }
    }

    async fn board(&self, who: Visitor, board: BoardId) -> Result<BoardOpening, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        self.opening(&workshop, board, Asker { actor: seat.actor, role: seat.role }, who.lang).await
    }

    async fn actions(&self, who: Visitor, board: BoardId) -> Result<ActionsOpening, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        let me = Asker { actor: seat.actor, role: seat.role };
        let opening = self.opening(&workshop, board, me, who.lang).await?;
        let loaded = self.deck_of(&workshop).await?;
        let proposed = proposed(&loaded.deck, &opening.snapshot.document, seat.role, who.lang);
        Ok(ActionsOpening { board: opening, proposed })
    }

    async fn screen(&self, who: Visitor, board: BoardId) -> Result<Vec<BoardOpening>, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        if seat.role == Role::Participant {
            return Err(AppError::NotFound);
        }
        let me = Asker { actor: seat.actor, role: Role::Projector };
        let others = workshop.boards.iter().copied().filter(|&other| other != board);
        self.openings(&workshop, std::iter::once(board).chain(others), me, who.lang).await
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
    /// Where somebody who asks for a table's board plays instead: after they were moved, their old page leads there.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn plays_elsewhere(&self, who: Visitor, board: BoardId) -> Result<Option<BoardId>, AppError> {
        let Some(workshop) = self.store.of_board(board).await.map_err(told)? else { return Ok(None) };
        let seat = self.store.seat_of(workshop.id, who.id).await.map_err(told)?;
        Ok(seat.filter(|seat| seat.role == Role::Participant).and_then(|seat| seat.board).filter(|own| *own != board))
    }

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
}

/// The board of the table that somebody asks for (from 1); `None` where the store gives one.
fn chosen(workshop: &Workshop, table: u8) -> Result<Option<BoardId>, AppError> {
    match usize::from(table).checked_sub(1) {
        Some(at) if !workshop.assigned => workshop.boards.get(at).copied().map(Some).ok_or(AppError::NoSuchTable),
        _ => Ok(None),
    }
}

/// The action cards that act on cards linked on this board, the most linked first. Before their phase they are nobody's
/// to read but of the person who facilitates.
fn proposed(deck: &Deck, document: &Document, role: Role, lang: Lang) -> Vec<ActionProposal> {
    if role != Role::Facilitator && !document.phase.allows(Act::Act) {
        return Vec::new();
    }
    let taken = |card: &CardId| document.actions.values().any(|action| action.card == Some(*card));
    let links = |action: &ActionCard| {
        let acts_on = |card: CardId| action.targets.contains(&card);
        document.links.keys().filter(|link| acts_on(link.cause) || acts_on(link.consequence)).count()
    };
    let mut fitting: Vec<_> = deck
        .actions
        .iter()
        .map(|(&id, card)| (links(card), id, card))
        .filter(|(links, id, _)| *links > 0 && !taken(id))
        .collect();
    fitting.sort_by_key(|(links, id, _)| (std::cmp::Reverse(*links), *id));
    fitting.into_iter().map(|(_, id, card)| proposal(id, card, lang)).collect()
}

fn proposal(card: CardId, action: &ActionCard, lang: Lang) -> ActionProposal {
    let text = |text: &board::deck::Text| text.read(lang).0.to_owned();
    ActionProposal {
        card,
        title: text(&action.title),
        description: text(&action.description),
        first_step: text(&action.first_step),
        effort: action.effort,
        impact: action.impact,
        lang: action.title.read(lang).1,
    }
}
