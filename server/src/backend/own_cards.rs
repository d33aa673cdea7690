//! A workshop's own choice of cards: its facilitation's to make until a table begins, and nobody's to change after.

use super::{Machine, format_of, told};
use crate::decks::{self, Loaded, MAX_FACT, MAX_TITLE, MOST_LOCAL};
use crate::store::{LocalCard, Workshop};
use crate::typed::line;
use app::api::{AppError, NewCard, OwnCard, OwnCards, OwnCardsOpening, OwnLot, Visitor};
use async_trait::async_trait;
use board::deck::Lang;
use board::{CardId, LotId, Rejection, WorkshopId};

/// Above this number are the cards of workshops, wherever the deck has no higher ones.
const FIRST_LOCAL: CardId = CardId(1_000);

#[async_trait]
impl OwnCards for Machine {
    async fn own_cards(&self, who: Visitor, workshop: WorkshopId) -> Result<OwnCardsOpening, AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        let lots = self.own_lots(&workshop, who.lang).await?;
        Ok(OwnCardsOpening {
            deck: (workshop.deck.clone(), workshop.deck_version.clone()),
            begun: self.dealt(&workshop).await?,
            full: local(&lots) >= MOST_LOCAL,
            workshop: self.card(&workshop).await?,
            lots,
        })
    }

    async fn add_card(&self, who: Visitor, workshop: WorkshopId, card: NewCard) -> Result<(), AppError> {
        let workshop = self.undealt(who, workshop).await?;
        let title = line(&card.title, u16::try_from(MAX_TITLE).unwrap_or(u16::MAX))?;
        let fact = line(&card.fact, u16::try_from(MAX_FACT).unwrap_or(u16::MAX))?;
        if title.is_empty() {
            return Err(AppError::TitleMissing);
        }
        if fact.is_empty() {
            return Err(Rejection::Empty.into());
        }
        let lots = self.own_lots(&workshop, who.lang).await?;
        let lot = lots.iter().find(|lot| lot.lot == LotId(card.lot)).ok_or(AppError::NotFound)?.lot;
        if local(&lots) >= MOST_LOCAL {
            return Err(Rejection::Full.into());
        }
        let loaded = self.deck_of(&workshop).await?;
        let numbers = loaded.deck.cards.keys().chain(loaded.deck.actions.keys());
        let above = numbers.filter(|card| !loaded.local.contains(card)).max().copied().unwrap_or(FIRST_LOCAL);
        let card = LocalCard { card: CardId(0), lot, title, fact, away: false };
        let added = self.store.add_card(workshop.id, above.max(FIRST_LOCAL), card).await.map_err(told)?;
        added.ok_or(Rejection::Full)?;
        self.recast(&workshop).await
    }

    async fn take_card_away(&self, who: Visitor, workshop: WorkshopId, card: CardId) -> Result<(), AppError> {
        let workshop = self.undealt(who, workshop).await?;
        if !self.store.take_card_away(workshop.id, card).await.map_err(told)? {
            return Err(AppError::NotFound);
        }
        self.recast(&workshop).await
    }

    async fn hide_card(&self, who: Visitor, workshop: WorkshopId, card: CardId, hidden: bool) -> Result<(), AppError> {
        let workshop = self.undealt(who, workshop).await?;
        let lots = self.own_lots(&workshop, who.lang).await?;
        let lot = lots.iter().find(|lot| lot.cards.iter().any(|known| known.card == card && !known.is_local()));
        let lot = lot.ok_or(AppError::NotFound)?;
        if hidden && !lot.may_hide() {
            return Err(Rejection::NoCardLeft.into());
        }
        self.store.hide_card(workshop.id, card, hidden).await.map_err(told)?;
        self.recast(&workshop).await
    }
}

impl Machine {
    /// The workshop, for somebody who facilitates it, while its cards may be changed.
    async fn undealt(&self, who: Visitor, workshop: WorkshopId) -> Result<Workshop, AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        if self.dealt(&workshop).await? { Err(AppError::Begun) } else { Ok(workshop) }
    }

    /// Whether a table has begun, or was dealt anything.
    async fn dealt(&self, workshop: &Workshop) -> Result<bool, AppError> {
        for &board in &workshop.boards {
            let document = self.rooms.look(board).await?.0.document;
            if document.step.is_some() || !document.cards.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Everything a workshop may deal, what it leaves out too.
    async fn own_lots(&self, workshop: &Workshop, lang: Lang) -> Result<Vec<OwnLot>, AppError> {
        let format = format_of(workshop)?;
        let mut own = self.store.own_cards(workshop.id).await.map_err(told)?;
        let hidden = std::mem::take(&mut own.hidden);
        let whole = decks::played(&*self.store, &workshop.deck, &workshop.deck_version).await.map_err(told)?;
        let whole: Loaded = decks::with_own(&*whole.ok_or(AppError::NotFound)?, format, &own);
        let card = |card: CardId| {
            let topic = whole.deck.cards.get(&card)?;
            let (title, lang) = topic.title.read(lang);
            let fact = whole.local.contains(&card).then(|| topic.fact.read(lang).0.to_owned());
            Some(OwnCard { card, title: title.to_owned(), fact, hidden: hidden.contains(&card), lang })
        };
        let lot = |(lot, cards): (LotId, Vec<CardId>)| {
            let title = whole.deck.lot_title(format, lot)?.read(lang).0.to_owned();
            Some(OwnLot { lot, title, cards: cards.into_iter().filter_map(card).collect() })
        };
        Ok(whole.deck.lots_of(format).into_iter().filter_map(lot).collect())
    }

    /// Lets the tables that are open deal what is kept now.
    async fn recast(&self, workshop: &Workshop) -> Result<(), AppError> {
        let loaded = self.deck_of(workshop).await?;
        self.rooms.recast(&workshop.boards, &loaded, &loaded.deck.lots_of(format_of(workshop)?));
        Ok(())
    }
}

fn local(lots: &[OwnLot]) -> usize {
    lots.iter().flat_map(|lot| &lot.cards).filter(|card| card.is_local()).count()
}
