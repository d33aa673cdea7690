//! What a page may ask, answered: rights first, then the store and the rooms. Three readers, three files.

mod attempts;
mod facilitation;
mod organisers;
mod participants;
mod scripts;

use crate::decks;
use crate::invitation::invitation;
use crate::rooms::Rooms;
use crate::store::{Failure, SeatRow, Store, Workshop};
use crate::{faces, secret};
use app::api::*;
use async_trait::async_trait;
use attempts::Attempts;
use board::deck::{Deck, Format, Lang};
use board::{Asker, BoardId, CardId, Intent, LotId, OpId, Role, WorkshopId};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// The machine behind the pages.
pub struct Machine {
    store: Arc<dyn Store>,
    rooms: Rooms,
    public_url: String,
    /// The hash of the secret printed at this start, while nobody has been set up.
    set_up: Option<[u8; 32]>,
    attempts: Attempts,
    /// How many passwords may be hashed at once.
    hashing: Semaphore,
}

impl Machine {
    /// A machine that people reach at `public_url`.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, rooms: Rooms, public_url: String, set_up_secret: Option<&str>) -> Self {
        let set_up = set_up_secret.map(secret::hash);
        Self { store, rooms, public_url, set_up, attempts: Attempts::default(), hashing: Semaphore::new(2) }
    }

    /// Forgets the addresses that have been quiet.
    pub fn forget(&self) {
        self.attempts.forget();
    }

    /// The seat of this person at this board's workshop, if it lets them see this board.
    async fn seat_at(&self, who: Visitor, board: BoardId) -> Result<(Workshop, SeatRow), AppError> {
        let workshop = self.store.of_board(board).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let seat = self.store.seat_of(workshop.id, who.id).await.map_err(told)?.ok_or(AppError::NotFound)?;
        if seat.role == Role::Participant && seat.board != Some(board) {
            return Err(AppError::NotFound);
        }
        Ok((workshop, seat))
    }

    /// The workshop, for somebody who facilitates it. An organiser who is signed in takes the seat on the way.
    async fn facilitated(&self, who: Visitor, id: WorkshopId) -> Result<(Workshop, SeatRow), AppError> {
        let workshop = self.store.workshop(id).await.map_err(told)?.ok_or(AppError::NotFound)?;
        match self.store.seat_of(id, who.id).await.map_err(told)? {
            Some(seat) if seat.role == Role::Facilitator => Ok((workshop, seat)),
            _ if self.store.signed_in(who.id).await.map_err(told)?.is_some() => {
                let seat = self.take_role(who, &workshop, Role::Facilitator).await?;
                Ok((workshop, seat))
            }
            _ => Err(AppError::NotFound),
        }
    }

    /// A board as this person's page is rendered from, with the eyes of `me`.
    async fn opening(
        &self,
        workshop: Workshop,
        board: BoardId,
        me: Asker,
        lang: Lang,
    ) -> Result<BoardOpening, AppError> {
        let (snapshot, seats) = self.rooms.look(board).await?;
        let (deck, format) = (deck_of(&workshop)?, format_of(&workshop)?);
        let shown = matches!(me.role, Role::Facilitator | Role::Projector);
        Ok(BoardOpening {
            me,
            lang,
            now: crate::now(),
            board,
            table: table_of(&workshop, board),
            faces: faces::faces(deck, &snapshot.document, me.role, lang),
            lots: lots(deck, format, lang),
            script: scripts::steps(&self.script_of(&workshop).await?, me.role, lang),
            invitation: shown.then(|| invitation(&self.public_url, &workshop.code)).flatten(),
            workshop: self.card(&workshop).await?,
            snapshot,
            seats,
        })
    }

    /// A workshop, for people who are in it.
    async fn card(&self, workshop: &Workshop) -> Result<WorkshopCard, AppError> {
        let seats = self.store.seats(workshop.id).await.map_err(told)?;
        let people =
            |board| seats.iter().filter(|seat| seat.role == Role::Participant && seat.board == Some(board)).count();
        let table = |&board: &BoardId| TableCard { board, people: people(board).try_into().unwrap_or(u16::MAX) };
        Ok(WorkshopCard {
            id: workshop.id,
            title: workshop.title.clone(),
            code: workshop.code.clone(),
            format: workshop.format,
            open: workshop.open,
            tables: workshop.boards.iter().map(table).collect(),
        })
    }
}

/// A failure, logged once; people are told to try again.
fn told(failure: Failure) -> AppError {
    tracing::error!(%failure, "the store failed");
    AppError::TryAgain
}

/// The deck that a workshop plays: the one in the binary, whatever its version, since texts are put right over time and
/// numbers stay.
fn deck_of(workshop: &Workshop) -> Result<&'static Deck, AppError> {
    let deck = &decks::embedded().deck;
    if deck.slug == workshop.deck { Ok(deck) } else { Err(AppError::NotFound) }
}

fn format_of(workshop: &Workshop) -> Result<Format, AppError> {
    Format::of_minutes(workshop.format).ok_or(AppError::NotFound)
}

/// What a format deals, by name.
fn lots(deck: &Deck, format: Format, lang: Lang) -> Vec<LotCard> {
    let card = |(lot, cards): (LotId, Vec<CardId>)| {
        let title = deck.lot_title(format, lot)?.read(lang).0.to_owned();
        Some(LotCard { lot, title, cards: cards.len().try_into().unwrap_or(u8::MAX) })
    };
    deck.lots_of(format).into_iter().filter_map(card).collect()
}

/// The number of a board's table, from 1.
fn table_of(workshop: &Workshop, board: BoardId) -> u8 {
    let at = workshop.boards.iter().position(|known| *known == board).unwrap_or_default();
    u8::try_from(at + 1).unwrap_or(u8::MAX)
}

#[async_trait]
impl Backend for Machine {
    async fn invitation(&self, who: Visitor, code: &str) -> Result<JoinOpening, AppError> {
        self.invited(who, code).await
    }

    async fn join(&self, who: Visitor, code: &str, name: &str, table: u8) -> Result<BoardId, AppError> {
        self.sit(who, code, name, table).await
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

    async fn door(&self, who: Visitor, secret: &str) -> Result<DoorOpening, AppError> {
        self.behind(who, secret).await
    }

    async fn enter(&self, who: Visitor, secret: &str) -> Result<(WorkshopId, Role, BoardId), AppError> {
        self.go_through(who, secret).await
    }

    async fn table(&self, who: Visitor, workshop: WorkshopId, table: u8) -> Result<BoardOpening, AppError> {
        let (workshop, seat) = self.facilitated(who, workshop).await?;
        let at = usize::from(table).checked_sub(1).ok_or(AppError::NoSuchTable)?;
        let board = *workshop.boards.get(at).ok_or(AppError::NoSuchTable)?;
        self.opening(workshop, board, Asker { actor: seat.actor, role: seat.role }, who.lang).await
    }

    async fn save(&self, who: Visitor, board: BoardId, name: &str) -> Result<i64, AppError> {
        self.keep(who, board, name).await
    }

    async fn set_open(&self, who: Visitor, workshop: WorkshopId, open: bool) -> Result<(), AppError> {
        self.facilitated(who, workshop).await?;
        self.store.set_open(workshop, open).await.map_err(told)
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

    async fn workshops(&self, who: Visitor) -> Result<WorkshopsOpening, AppError> {
        self.agenda(who).await
    }

    async fn create(&self, who: Visitor, title: &str, format: u16, tables: u8) -> Result<WorkshopId, AppError> {
        self.found(who, title, format, tables).await
    }

    async fn library(&self, who: Visitor) -> Result<LibraryOpening, AppError> {
        self.shelf(who).await
    }

    async fn saved(&self, who: Visitor, mark: i64) -> Result<SavedOpening, AppError> {
        self.kept(who, mark).await
    }

    async fn may_set_up(&self, secret: &str) -> Result<(), AppError> {
        self.set_up_allowed(secret).await
    }

    async fn set_up(&self, who: Visitor, secret: &str, login: &str, password: &str) -> Result<(), AppError> {
        self.first_organiser(who, secret, login, password).await
    }

    async fn sign_in(&self, who: Visitor, login: &str, password: &str) -> Result<(), AppError> {
        self.recognise(who, login, password).await
    }

    async fn sign_out(&self, who: Visitor) -> Result<(), AppError> {
        self.store.sign_in(who.id, None).await.map_err(told)
    }
}
