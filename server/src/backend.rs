//! What a page may ask, answered: rights first, then the store and the rooms. One file for each part of the port.

mod attempts;
mod cards;
mod comparison;
mod debriefs;
mod decks;
mod everything;
mod facilitation;
mod files;
mod flags;
mod follow_up;
mod keeping;
mod library;
mod made;
mod memo;
mod network;
mod organisation;
mod organisers;
mod overview;
mod own_cards;
mod participants;
mod replay;
mod scripts;
mod share;
mod team;
mod voices;

use crate::invitation::invitation;
use crate::rooms::Rooms;
use crate::store::{Failure, SeatRow, Store, Workshop};
use crate::traffic::Traffic;
use crate::{faces, measures, secret};
use app::api::{
    AppError, BoardOpening, LotCard, MadeGrant, MadeInvitation, MadeShare, Operator, PublishedOpening, TableCard,
    Visitor, WorkshopCard,
};
use attempts::Attempts;
use board::deck::{Deck, Format, Lang};
use board::{Asker, BoardId, CardId, LotId, Rejection, Role, WorkshopId};
use facilitation::name_of;
use made::Made;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// The machine behind the pages.
pub struct Machine {
    store: Arc<dyn Store>,
    rooms: Rooms,
    public_url: String,
    /// The wifi from which people reach it.
    wifi: Option<String>,
    /// Who runs it.
    operator: Operator,
    /// Whether mail is sent from here.
    mails: bool,
    /// The hash of the secret printed at this start, while nobody has been set up.
    set_up: Option<[u8; 32]>,
    attempts: Attempts,
    made: Made<WorkshopId, MadeGrant>,
    made_shares: Made<i64, MadeShare>,
    made_invitations: Made<(), MadeInvitation>,
    /// How many passwords may be hashed at once.
    hashing: Semaphore,
    /// How much heavy work may be done at once for files.
    leisure: Semaphore,
}

impl Machine {
    /// A machine that people reach at `public_url`.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, rooms: Rooms, public_url: String, set_up_secret: Option<&str>) -> Self {
        let set_up = set_up_secret.map(secret::hash);
        let (attempts, made) = (Attempts::default(), Made::default());
        let (made_shares, made_invitations) = (Made::default(), Made::default());
        let (hashing, leisure) = (Semaphore::new(2), Semaphore::new(1));
        let (wifi, operator) = (None, Operator::default());
        Self {
            store,
            rooms,
            public_url,
            wifi,
            operator,
            mails: false,
            set_up,
            attempts,
            made,
            made_shares,
            made_invitations,
            hashing,
            leisure,
        }
    }

    /// The same machine, which people reach from the wifi of this name: the screen of the room says so.
    #[must_use]
    pub fn on_wifi(self, wifi: Option<String>) -> Self {
        Self { wifi, ..self }
    }

    /// The same machine, run by this organisation: the pages that it must publish say so.
    #[must_use]
    pub fn run_by(self, operator: Operator) -> Self {
        Self { operator, ..self }
    }

    /// The same machine, from which mail is sent or not: where it is, people may leave an address.
    #[must_use]
    pub fn mailing(self, mails: bool) -> Self {
        Self { mails, ..self }
    }

    /// What the workshops exchange.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        self.rooms.traffic()
    }

    /// What the pages that an organisation must publish are made from.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn published(&self) -> Result<PublishedOpening, AppError> {
        let (operator, address) = (self.operator.clone(), self.public_url.clone());
        let retention = self.store.retention().await.map_err(told)?;
        let kept_for = [retention.names, retention.boards, retention.copies];
        Ok(PublishedOpening { operator, address, measures: measures::of_this_build().clone(), kept_for })
    }

    /// Forgets the addresses that have been quiet, and the links that nobody came to see.
    pub fn forget(&self) {
        self.attempts.forget();
        self.made.forget();
        self.made_shares.forget();
        self.made_invitations.forget();
    }

    /// The seat of this person at this board's workshop, if it lets them see this board. An organiser who is signed in
    /// takes one on the way.
    async fn seat_at(&self, who: Visitor, board: BoardId) -> Result<(Workshop, SeatRow), AppError> {
        let workshop = self.store.of_board(board).await.map_err(told)?.ok_or(AppError::NotFound)?;
        match self.store.seat_of(workshop.id, who.id).await.map_err(told)? {
            Some(seat) if seat.role == Role::Participant && seat.board != Some(board) => {
                Err(Rejection::NotYourTable.into())
            }
            Some(seat) => Ok((workshop, seat)),
            None => self.facilitated(who, workshop.id).await,
        }
    }

    /// The workshop, for somebody who facilitates it. An organiser who is signed in takes the seat on the way.
    async fn facilitated(&self, who: Visitor, id: WorkshopId) -> Result<(Workshop, SeatRow), AppError> {
        let workshop = self.store.workshop(id).await.map_err(told)?.ok_or(AppError::NotFound)?;
        match self.store.seat_of(id, who.id).await.map_err(told)? {
            Some(seat) if seat.role == Role::Facilitator => Ok((workshop, seat)),
            _ if self.store.signed_in(who.id).await.map_err(told)?.is_some() => {
                let seat = self.take_role(who, id, name_of(Role::Facilitator), None).await?;
                Ok((workshop, seat))
            }
            _ => Err(AppError::NotFound),
        }
    }

    /// A board as this person's page is rendered from, with the eyes of `me`.
    async fn opening(
        &self,
        workshop: &Workshop,
        board: BoardId,
        me: Asker,
        lang: Lang,
    ) -> Result<BoardOpening, AppError> {
        let (snapshot, seats) = self.rooms.visit(board, me.actor).await?;
        let (loaded, format) = (self.deck_of(workshop).await?, format_of(workshop)?);
        let deck = &loaded.deck;
        let shown = matches!(me.role, Role::Facilitator | Role::Projector);
        Ok(BoardOpening {
            me,
            lang,
            now: crate::now(),
            board,
            table: table_of(workshop, board),
            faces: faces::faces(deck, &snapshot.document, me.role, lang),
            lots: lots(deck, format, lang),
            memo: (me.role == Role::Facilitator).then(|| Box::new(memo::memo(&loaded, format, lang))),
            script: scripts::steps(&self.script_of(workshop).await?, me.role, lang),
            invitation: shown.then(|| invitation(&self.public_url, self.wifi.as_deref(), &workshop.code)).flatten(),
            workshop: self.card(workshop).await?,
            snapshot,
            seats,
        })
    }

    /// Several boards of a workshop, in this order.
    async fn openings(
        &self,
        workshop: &Workshop,
        boards: impl Iterator<Item = BoardId> + Send,
        me: Asker,
        lang: Lang,
    ) -> Result<Vec<BoardOpening>, AppError> {
        let mut openings = Vec::new();
        for board in boards {
            let opening = self.opening(workshop, board, me, lang).await?;
            let memo = if openings.is_empty() { opening.memo } else { None };
            openings.push(BoardOpening { memo, ..opening });
        }
        Ok(openings)
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
            assigned: workshop.assigned,
            tables: workshop.boards.iter().map(table).collect(),
        })
    }
}

/// A failure, logged once; people are told to try again.
fn told(failure: Failure) -> AppError {
    tracing::error!(%failure, "the store failed");
    AppError::TryAgain
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
