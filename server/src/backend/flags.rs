//! Flags on cards: raised at a table, read by those who organise, as a page and as a table.

use super::{Machine, told};
use crate::decks;
use crate::export::rows;
use crate::store::Flag;
use crate::typed::line;
use app::api::{AppError, FlaggedCard, Flags, FlagsOpening, MAX_FLAG, Visitor};
use app::text::words;
use async_trait::async_trait;
use board::{BoardId, CardId, Rejection, Role};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How often one workshop may flag one card: more than sit at its tables have something to say.
const MOST: u32 = 50;

#[async_trait]
impl Flags for Machine {
    async fn flag(&self, who: Visitor, board: BoardId, card: CardId, text: &str) -> Result<(), AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        if matches!(seat.role, Role::Spectator | Role::Projector) {
            return Err(Rejection::LooksOn.into());
        }
        let text = line(text, MAX_FLAG)?;
        if text.is_empty() {
            return Err(Rejection::Empty.into());
        }
        // A card that was not dealt is nobody's to know of.
        let document = self.rooms.look(board).await?.0.document;
        if !document.cards.contains_key(&card) {
            return Err(AppError::NotFound);
        }
        let loaded = self.deck_of(&workshop).await?;
        let deck = (loaded.deck.slug.clone(), loaded.deck.version.clone());
        let kept = self.store.flag(workshop.id, &Flag { deck, card, text }, MOST).await.map_err(told)?;
        if kept { Ok(()) } else { Err(AppError::TooMany) }
    }

    async fn flags(&self, who: Visitor, slug: &str) -> Result<FlagsOpening, AppError> {
        self.organiser(who).await?;
        let mut versions = decks::versions(&*self.store).await.map_err(told)?;
        versions.retain(|deck| deck.slug == slug);
        let mut decks = Vec::new();
        for deck in &versions {
            decks.extend(decks::exact(&*self.store, slug, &deck.version).await.map_err(told)?);
        }
        let newest = decks.first().ok_or(AppError::NotFound)?;
        let title = |card: CardId| {
            let known = decks.iter().find_map(|loaded| loaded.deck.cards.get(&card));
            known.map(|topic| topic.title.read(who.lang).0.to_owned()).unwrap_or_default()
        };
        let mut said: BTreeMap<CardId, Vec<(String, String)>> = BTreeMap::new();
        for flag in self.store.flags(slug).await.map_err(told)? {
            said.entry(flag.card).or_default().push((flag.deck.1, flag.text));
        }
        let card = |(card, said): (CardId, Vec<(String, String)>)| FlaggedCard { card, title: title(card), said };
        let mut cards: Vec<_> = said.into_iter().map(card).collect();
        cards.sort_by_key(|card| Reverse(card.said.len()));
        let title = newest.deck.title.read(who.lang).0.to_owned();
        Ok(FlagsOpening { slug: slug.to_owned(), title, cards })
    }
}

impl Machine {
    /// The flags of a deck as a table that a spreadsheet opens.
    ///
    /// # Errors
    /// Those of the page.
    pub async fn flags_table(&self, who: Visitor, slug: &str) -> Result<String, AppError> {
        let (opening, say) = (self.flags(who, slug).await?, words(who.lang));
        let head = [say.export().card, say.export().title, say.decks().export_version, say.decks().export_said];
        let mut table = vec![head.map(str::to_owned).to_vec()];
        for card in opening.cards {
            for (version, text) in card.said {
                table.push(vec![card.card.to_string(), card.title.clone(), version, text]);
            }
        }
        Ok(rows(&table))
    }
}
