//! The cards of a format, to print: both sides of every card, so for those who lead workshops only.

use super::Machine;
use crate::decks;
use app::api::{AppError, CardsOpening, PrintedCard, Visitor};
use board::CardId;
use board::deck::{ActionCard, Deck, Format, Lang, SheetId, Source};

impl Machine {
    /// The cards of a format, in minutes.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever leads no workshop, [`AppError::NotFound`] for a format that there is not.
    pub async fn cards(&self, who: Visitor, minutes: u16) -> Result<CardsOpening, AppError> {
        self.leads(who).await?;
        let format = Format::of_minutes(minutes).ok_or(AppError::NotFound)?;
        let deck = &decks::embedded().deck;
        let topics = deck.lots_of(format).into_values().flatten();
        Ok(CardsOpening {
            minutes,
            formats: Format::ALL.map(Format::minutes).to_vec(),
            topics: topics.filter_map(|card| topic(deck, card, who.lang)).collect(),
            actions: deck
                .actions
                .iter()
                .map(|(&card, known)| action(card, known, deck.action_sheet, who.lang))
                .collect(),
        })
    }
}

fn topic(deck: &Deck, card: CardId, lang: Lang) -> Option<PrintedCard> {
    let (front, back) = (deck.front(card, lang)?, deck.back(card, lang)?);
    let year = back.year.map(|year| format!(", {year}")).unwrap_or_default();
    Some(PrintedCard {
        card,
        lot: Some(front.lot),
        title: front.title,
        sheet: front.sheet,
        text: back.fact,
        first_step: String::new(),
        source: back.source + &year,
        certainty: Some(back.certainty),
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
        lang,
    }
}
