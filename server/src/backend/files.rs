//! Boards that become files, and files that become boards. Importing is for organisers only: an imported board belongs
//! to no workshop that somebody facilitates.

use super::{Machine, told};
use crate::decks::Loaded;
use crate::export::{self, BoardFile, Origin, Sent};
use crate::store::{Import, OwnCards, Record, Workshop};
use crate::{decks, import, secret, typed, workshops};
use app::api::{AppError, Deed, Library as _, NotImported, Visitor};
use app::routes::Export;
use app::text::words;
use board::deck::Format;
use board::{BoardId, Entry, OpId, WorkshopId};
use tokio::task::spawn_blocking;
use uuid::Uuid;

impl Machine {
    /// Whether this person may import boards.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever organises nothing.
    pub async fn may_import(&self, who: Visitor) -> Result<(), AppError> {
        self.organiser(who).await
    }

    /// Keeps the board of this file and tells its number, or gathers what it publishes, which has none; or tells what is
    /// wrong with the file.
    ///
    /// # Errors
    /// [`AppError::TryAgain`] when the store fails.
    pub async fn import(&self, who: Visitor, file: Vec<u8>) -> Result<Result<Option<i64>, NotImported>, AppError> {
        if let Some(gathered) = self.take_in(&file).await? {
            return Ok(gathered.map(|()| None));
        }
        let file = match self.at_leisure(move || import::read(&file)).await? {
            Ok(file) => file,
            Err(refused) => return Ok(Err(refused)),
        };
        let Origin { slug, version, .. } = &file.deck;
        let Some(deck) = decks::played(&*self.store, slug, version).await.map_err(told)? else {
            return Ok(Err(NotImported::OtherDeck(slug.chars().take(40).collect())));
        };
        let read = self.at_leisure(move || kept(&file, &deck)).await?;
        let mut import = match read {
            Ok(import) => import,
            Err(refused) => return Ok(Err(refused)),
        };
        loop {
            if let Some(mark) = self.store.import(import.clone()).await.map_err(told)? {
                self.write_down(who, Deed::Imported, Some(mark)).await?;
                return Ok(Ok(Some(mark)));
            }
            import.workshop.code = secret::draw_code();
        }
    }

    /// A saved board as a file, for whoever may read its page.
    ///
    /// # Errors
    /// Those of the page; [`AppError::TryAgain`] when the file cannot be made.
    pub async fn export(&self, who: Visitor, mark: i64, export: Export) -> Result<Sent, AppError> {
        let saved = self.saved(who, mark).await?;
        let (kept, workshop) = self.may_read(who, mark).await?;
        let loaded = self.deck_of_mark(&kept, &workshop).await?;
        let made = move || export::export(&saved, &loaded.deck, words(who.lang), export);
        let made = self.at_leisure(made).await?.map_err(|error| {
            tracing::error!(%error, mark, "a board could not be exported");
            AppError::TryAgain
        })?;
        self.write_down(who, Deed::Exported, Some(mark)).await?;
        Ok(made)
    }

    /// Does heavy work beside the pages, one at a time: a live workshop on the same laptop must not feel it.
    pub(super) async fn at_leisure<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let _turn = self.leisure.acquire().await.map_err(|_| AppError::TryAgain)?;
        spawn_blocking(work).await.map_err(|_| AppError::TryAgain)
    }
}

/// What a file is kept as.
fn kept(file: &BoardFile, loaded: &Loaded) -> Result<Import, NotImported> {
    let own = OwnCards { local: import::local(file, &loaded.deck)?, ..OwnCards::default() };
    let format = file.format.and_then(Format::of_minutes).unwrap_or(Format::ThreeHours);
    let with_local = decks::with_own(loaded, format, &own);
    let (log, format) = import::entries(file, if own.local.is_empty() { &loaded.deck } else { &with_local.deck })?;
    let record = |entry: Entry| Record { op_id: OpId(Uuid::new_v4()), entry };
    Ok(Import {
        workshop: workshop(file, format)?,
        local: own.local,
        records: log.into_iter().map(record).collect(),
        name: line(&file.saved.name)?,
        at: file.saved.at.0,
        came: crate::now(),
        checksum: file.clone().sealed().checksum,
    })
}

/// The workshop that stands for the one the board was played at.
fn workshop(file: &BoardFile, format: Format) -> Result<Workshop, NotImported> {
    if !(1..=workshops::MAX_TABLES).contains(&file.table) {
        return Err(NotImported::Altered);
    }
    Ok(Workshop {
        id: WorkshopId(Uuid::new_v4()),
        title: line(&file.workshop)?,
        code: secret::draw_code(),
        deck: file.deck.slug.clone(),
        deck_version: line(&file.deck.version)?,
        format: format.minutes(),
        open: false,
        assigned: false,
        created: file.saved.at.0,
        boards: (0..file.table).map(|_| BoardId(Uuid::new_v4())).collect(),
    })
}

/// A line that somebody typed on a server like this one: a file brings no other.
fn line(text: &str) -> Result<String, NotImported> {
    let line = typed::line(text, 200).map_err(|_| NotImported::Altered)?;
    if line == text { Ok(line) } else { Err(NotImported::Altered) }
}
