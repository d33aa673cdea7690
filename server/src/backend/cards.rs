//! The cards of a format, to print: both sides of every card, so for those who lead workshops only.

use super::{Machine, format_of, told};
use crate::decks::{self, Loaded};
use app::api::{AppError, CardsOpening, DeckName, PrintedCard, Visitor};
use board::deck::{ActionCard, Format, Lang, SheetId, Source};
use board::{CardId, WorkshopId};

impl Machine {
    /// The cards of a format, in minutes: those of this deck, or of the newest version of the server's own.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever leads no workshop, [`AppError::NotFound`] for a deck or a format that there
    /// is not.
    pub async fn cards(&self, who: Visitor, deck: Option<DeckName>, minutes: u16) -> Result<CardsOpening, AppError> {
        self.leads(who).await?;
        let loaded = match &deck {
            Some((slug, version)) => decks::exact(&*self.store, slug, version).await.map_err(told)?,
            None => Some(decks::newest(&*self.store).await.map_err(told)?),
        };
        let loaded = loaded.ok_or(AppError::NotFound)?;
        let format = Format::of_minutes(minutes).filter(|format| loaded.deck.formats.contains_key(format));
        Ok(printed(&loaded, format.ok_or(AppError::NotFound)?, who.lang))
    }

    /// The cards that a workshop deals, its own among them, for whoever facilitates it.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for everybody else.
    pub async fn cards_of_workshop(&self, who: Visitor, workshop: WorkshopId) -> Result<CardsOpening, AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        let loaded = self.deck_of(&workshop).await?;
        let opening = printed(&loaded, format_of(&workshop)?, who.lang);
        Ok(CardsOpening { workshop: Some((workshop.id, workshop.title)), formats: Vec::new(), ..opening })
    }
}

/// Both sides of every card.
fn printed(loaded: &Loaded, format: Format, lang: Lang) -> CardsOpening {
    let deck = &loaded.deck;
    let topics = deck.lots_of(format).into_values().flatten();
    CardsOpening {
        minutes: format.minutes(),
        workshop: None,
        formats: deck.formats.keys().map(|format| format.minutes()).collect(),
        deck: (deck.slug.clone(), deck.version.clone()),
        deck_title: deck.title.read(lang).0.to_owned(),
        licence: deck.licence.clone(),
        topics: topics.filter_map(|card| topic(loaded, card, lang)).collect(),
        actions: deck.actions.iter().map(|(&card, known)| action(card, known, deck.action_sheet, lang)).collect(),
    }
}

fn topic(loaded: &Loaded, card: CardId, lang: Lang) -> Option<PrintedCard> {
    let (front, back) = (loaded.deck.front(card, lang)?, loaded.deck.back(card, lang)?);
    let year = back.year.map(|year| format!(", {year}")).unwrap_or_default();
    Some(PrintedCard {
        card,
        lot: Some(front.lot),
        title: front.title,
        sheet: front.sheet,
        text: back.fact,
        first_step: String::new(),
        source: back.source + &year,
        certainty: Some(back.certainty).filter(|_| !loaded.local.contains(&card)),
        local: loaded.local.contains(&card),
        lang: back.lang,
    })
}

fn action(card: CardId, known: &ActionCard, sheet: Option<SheetId>, lang: Lang) -> PrintedCard {
    let (title, lang) = known.title.read(lang);
    let source = |source: &Source| {
        let year = source.year.map(|year| format!(", {year}")).unwrap_or_default();
        format!("{}, {}{year}", source.organisation, source.title)
    };
    PrintedCard {
        card,
        lot: None,
        title: title.to_owned(),
        sheet,
        text: known.description.read(lang).0.to_owned(),
        first_step: known.first_step.read(lang).0.to_owned(),
        source: known.source.as_ref().map(source).unwrap_or_default(),
        certainty: None,
        local: false,
        lang,
    }
}
