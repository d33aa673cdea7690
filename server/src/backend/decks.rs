//! Which deck is meant: that of a workshop, that of a saved board, the versions there are. Importing and retiring are for
//! organisers only.

use super::{Machine, told};
use crate::decks::{self, Loaded, Sources};
use crate::store::{KeptDeck, Mark, Workshop};
use app::api::{AppError, BadArchive, DeckLine, DeckName, DecksOpening, NotTaken, Visitor};
use async_trait::async_trait;
use board::deck::{Format, SheetId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many problems of a deck are told at once: the rest follows when these are put right.
const MOST_TOLD: usize = 100;

#[async_trait]
impl app::api::Decks for Machine {
    async fn decks(&self, who: Visitor) -> Result<DecksOpening, AppError> {
        self.organiser(who).await?;
        let mut opening = DecksOpening::default();
        let flags: BTreeMap<_, _> = self.store.flag_counts().await.map_err(told)?.into_iter().collect();
        for deck in decks::versions(&*self.store).await.map_err(told)? {
            let flags = flags.get(&deck.slug).map_or(0, |&count| usize::try_from(count).unwrap_or(usize::MAX));
            opening.decks.push(DeckLine { flags, ..self.deck_line(who, &deck).await? });
        }
        Ok(opening)
    }

    async fn retire_deck(&self, who: Visitor, slug: &str, version: &str, retired: bool) -> Result<(), AppError> {
        self.organiser(who).await?;
        decks::keep_embedded(&*self.store).await.map_err(told)?;
        let there = self.store.retire_deck(slug, version, retired).await.map_err(told)?;
        if there { Ok(()) } else { Err(AppError::NotFound) }
    }
}

impl Machine {
    /// Keeps the deck of this archive and tells its name; or tells what is wrong with it.
    ///
    /// # Errors
    /// [`AppError::TryAgain`] when the store fails.
    pub async fn take_deck(&self, archive: Vec<u8>) -> Result<Result<DeckName, NotTaken>, AppError> {
        let read = move || {
            let sources = decks::unpack(&archive).map_err(NotTaken::Archive)?;
            let loaded = decks::check_sources(&sources).map_err(|found| {
                let told = found.iter().take(MOST_TOLD).map(ToString::to_string).collect();
                NotTaken::Problems(told, found.len())
            })?;
            Ok((loaded, sources))
        };
        match self.at_leisure(read).await? {
            Ok((loaded, sources)) => decks::keep(&*self.store, &loaded, &sources).await.map_err(told),
            Err(NotTaken::Archive(BadArchive::TooLarge(most))) => Ok(Err(NotTaken::TooLarge(most))),
            Err(refused) => Ok(Err(refused)),
        }
    }

    /// A version of a deck as an archive to pass on, for an organiser.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever organises nothing, [`AppError::NotFound`] when there is no such version.
    pub async fn deck_archive(&self, who: Visitor, slug: &str, version: &str) -> Result<Vec<u8>, AppError> {
        self.organiser(who).await?;
        let there = decks::versions(&*self.store).await.map_err(told)?;
        let deck = there.into_iter().find(|deck| deck.slug == slug && deck.version == version);
        let deck = deck.ok_or(AppError::NotFound)?;
        let sources: Sources = decks::sources(&*self.store, &deck).await.map_err(told)?.ok_or(AppError::TryAgain)?;
        let folder = format!("{slug}-{version}");
        self.at_leisure(move || sources.archive(&folder)).await?.map_err(|error| {
            tracing::error!(%error, "a deck could not be packed");
            AppError::TryAgain
        })
    }

    /// A sheet of drawings, for whoever knows its name.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is none of this name.
    pub async fn drawings(&self, id: SheetId) -> Result<String, AppError> {
        decks::sheet(&*self.store, id).await.map_err(told)?.ok_or(AppError::NotFound)
    }

    /// The deck that a workshop plays.
    pub(super) async fn deck_of(&self, workshop: &Workshop) -> Result<Arc<Loaded>, AppError> {
        decks::of_workshop(&*self.store, workshop).await.map_err(told)?.ok_or(AppError::NotFound)
    }

    /// The deck that a saved board of this workshop was played with.
    pub(super) async fn deck_of_mark(&self, mark: &Mark, workshop: &Workshop) -> Result<Arc<Loaded>, AppError> {
        let (slug, version) = &mark.deck;
        decks::of_board(&*self.store, workshop, (slug, version)).await.map_err(told)?.ok_or(AppError::NotFound)
    }

    /// The deck of a new workshop: the one that was chosen if it plays new ones and has this format; this program's own
    /// when none was.
    pub(super) async fn deck_for(&self, chosen: &str, format: Format) -> Result<Arc<Loaded>, AppError> {
        if chosen.is_empty() {
            return decks::newest(&*self.store).await.map_err(told);
        }
        let (slug, version) = chosen.rsplit_once(' ').ok_or(AppError::NotFound)?;
        let there = decks::versions(&*self.store).await.map_err(told)?;
        let there = there.iter().any(|deck| deck.slug == slug && deck.version == version && !deck.retired);
        let deck = decks::exact(&*self.store, slug, version).await.map_err(told)?;
        let deck = deck.filter(|_| there).ok_or(AppError::NotFound)?;
        if deck.deck.formats.contains_key(&format) { Ok(deck) } else { Err(AppError::NotFound) }
    }

    pub(super) async fn deck_line(&self, who: Visitor, kept: &KeptDeck) -> Result<DeckLine, AppError> {
        let loaded = decks::exact(&*self.store, &kept.slug, &kept.version).await.map_err(told)?;
        let loaded = loaded.ok_or(AppError::NotFound)?;
        let deck = &loaded.deck;
        Ok(DeckLine {
            slug: kept.slug.clone(),
            version: kept.version.clone(),
            title: deck.title.read(who.lang).0.to_owned(),
            licence: deck.licence.clone(),
            authors: deck.authors.clone(),
            date: deck.date.clone(),
            cards: (deck.cards.len(), deck.actions.len()),
            formats: deck.formats.keys().map(|format| format.minutes()).collect(),
            kept: kept.kept,
            retired: kept.retired,
            flags: 0,
            digest: crate::site::hex(&kept.digest[..6]),
        })
    }
}
