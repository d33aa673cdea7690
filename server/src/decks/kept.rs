//! Which decks there are: every version that was ever kept, side by side, and the one in the binary.
//!
//! A version says the same for ever. What a board was played with is read again from exactly those files, known by their
//! hash; so what was read once is remembered by that hash, whatever store it came from.

use super::sources::{Digest, Sources};
use super::{File, Loaded, embedded_whole, read_files, with_own};
use crate::store::{Failure, KeptDeck, OwnCards, Store, Workshop};
use app::api::{DeckName, NotTaken, version_order};
use board::deck::{Format, SheetId};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use tokio::task::spawn_blocking;

/// The most versions that are kept: several of each deck that an organisation may ever play.
const MOST_VERSIONS: usize = 100;
/// How many decks stay in memory after they were read, those at open tables apart.
const MOST_READ: usize = 12;

/// What was read since the program started.
#[derive(Default)]
struct Read {
    /// The last read comes last.
    decks: Vec<(Digest, Arc<Loaded>)>,
    /// In which deck each sheet of drawings is.
    sheets: HashMap<SheetId, Digest>,
    /// Whose sheets these are.
    known: HashSet<Digest>,
}

fn memory() -> MutexGuard<'static, Read> {
    static READ: LazyLock<Mutex<Read>> = LazyLock::new(Mutex::default);
    READ.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps a version of a deck. The very same again is no harm.
///
/// # Errors
/// When the store fails. What is refused is told in the result.
pub async fn keep(
    store: &(impl Store + ?Sized),
    loaded: &Loaded,
    sources: &Sources,
) -> Result<Result<DeckName, NotTaken>, Failure> {
    let name = (loaded.deck.slug.clone(), loaded.deck.version.clone());
    let (slug, version) = name.clone();
    if store.kept_deck(&slug, &version).await?.is_none() && store.kept_decks().await?.len() >= MOST_VERSIONS {
        return Ok(Err(NotTaken::Full(MOST_VERSIONS)));
    }
    let (embedded, ours) = embedded_whole();
    if is(ours, &slug, &version) {
        keep_embedded(store).await?;
    }
    let deck = KeptDeck { slug, version, digest: sources.digest(), kept: crate::now(), retired: false };
    if store.keep_deck(&deck, sources.to_disk()).await? {
        return Ok(Ok(name));
    }
    let there = store.kept_deck(&deck.slug, &deck.version).await?.map(|there| there.digest);
    if there == Some(deck.digest) {
        return Ok(Ok(name));
    }
    let files = store.deck_files(there.unwrap_or_default()).await?;
    let there = files.and_then(|files| Sources::from_disk(&files)).unwrap_or_else(|| embedded.clone());
    Ok(Err(NotTaken::OtherContent(name, sources.differing(&there))))
}

/// Keeps the deck in the binary, so that it is still there when a later program brings another.
///
/// # Errors
/// When the store fails.
pub async fn keep_embedded(store: &(impl Store + ?Sized)) -> Result<(), Failure> {
    let (sources, loaded) = embedded_whole();
    let (slug, version) = (loaded.deck.slug.clone(), loaded.deck.version.clone());
    let digest = sources.digest();
    match store.kept_deck(&slug, &version).await? {
        None => {
            let deck = KeptDeck { slug, version, digest, kept: crate::now(), retired: false };
            store.keep_deck(&deck, sources.to_disk()).await?;
        }
        Some(there) if there.digest != digest => {
            tracing::warn!(
                slug,
                version,
                "this program's deck differs from the one kept under its version, which is played"
            );
        }
        Some(_) => {}
    }
    Ok(())
}

/// A deck in exactly this version, if it is here.
///
/// # Errors
/// When the store fails, or what it kept is not what it kept.
pub async fn exact(store: &(impl Store + ?Sized), slug: &str, version: &str) -> Result<Option<Arc<Loaded>>, Failure> {
    match store.kept_deck(slug, version).await? {
        Some(deck) => read(store, &deck).await.map(Some),
        None => Ok(Some(embedded_whole().1.clone()).filter(|ours| is(ours, slug, version))),
    }
}

/// A deck in this version. Where that one is not here, as on a server that is older than versions side by side, the one
/// after it, or else the newest: texts are put right over time, numbers stay. Its own version says which it is.
///
/// # Errors
/// The same as [`exact`].
pub async fn played(store: &(impl Store + ?Sized), slug: &str, version: &str) -> Result<Option<Arc<Loaded>>, Failure> {
    if let Some(deck) = exact(store, slug, version).await? {
        return Ok(Some(deck));
    }
    let mut there = versions(store).await?;
    there.retain(|deck| deck.slug == slug);
    // Newest first: the last that is newer than what is wanted is the nearest.
    let newer = there.iter().take_while(|deck| version_order(&deck.version) < version_order(version));
    match newer.last().or(there.first()) {
        Some(deck) => exact(store, slug, &deck.version).await,
        None => Ok(None),
    }
}

/// The deck that a workshop plays, with its own choice of cards.
///
/// # Errors
/// The same as [`exact`].
pub async fn of_workshop(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<Option<Arc<Loaded>>, Failure> {
    of_board(store, workshop, (&workshop.deck, &workshop.deck_version)).await
}

/// The deck that one of a workshop's boards was played with: this one, with the workshop's own choice of cards.
///
/// # Errors
/// The same as [`exact`].
pub async fn of_board(
    store: &(impl Store + ?Sized),
    workshop: &Workshop,
    (slug, version): (&str, &str),
) -> Result<Option<Arc<Loaded>>, Failure> {
    let (played, own) = (played(store, slug, version).await?, store.own_cards(workshop.id).await?);
    let format = Format::of_minutes(workshop.format).filter(|_| own != OwnCards::default());
    Ok(match (played, format) {
        (Some(loaded), Some(format)) => Some(Arc::new(with_own(&loaded, format, &own))),
        (played, _) => played,
    })
}

/// The newest version of this program's deck that plays new workshops.
///
/// # Errors
/// The same as [`exact`].
pub async fn newest(store: &(impl Store + ?Sized)) -> Result<Arc<Loaded>, Failure> {
    let (_, ours) = embedded_whole();
    let there = versions(store).await?;
    let newest = there.iter().find(|deck| deck.slug == ours.deck.slug && !deck.retired);
    let found = match newest {
        Some(deck) => exact(store, &deck.slug, &deck.version).await?,
        None => None,
    };
    Ok(found.unwrap_or_else(|| ours.clone()))
}

/// Every version there is, by deck, the newest of each first; this program's is there even if nobody kept it yet.
///
/// # Errors
/// When the store fails.
pub async fn versions(store: &(impl Store + ?Sized)) -> Result<Vec<KeptDeck>, Failure> {
    let mut there = store.kept_decks().await?;
    let (sources, ours) = embedded_whole();
    if !there.iter().any(|deck| is(ours, &deck.slug, &deck.version)) {
        let (slug, version) = (ours.deck.slug.clone(), ours.deck.version.clone());
        let (digest, kept) = (sources.digest(), crate::now());
        there.push(KeptDeck { slug, version, digest, kept, retired: false });
    }
    there.sort_by_cached_key(|deck| (deck.slug.clone(), version_order(&deck.version)));
    Ok(there)
}

/// The files of a version, as they were kept.
///
/// # Errors
/// When the store fails.
pub async fn sources(store: &(impl Store + ?Sized), deck: &KeptDeck) -> Result<Option<Sources>, Failure> {
    let (ours, _) = embedded_whole();
    match store.deck_files(deck.digest).await? {
        Some(files) => Ok(Sources::from_disk(&files).filter(|sources| sources.digest() == deck.digest)),
        None => Ok(Some(ours.clone()).filter(|ours| ours.digest() == deck.digest)),
    }
}

/// A sheet of drawings, whichever deck it is in. Asking for one that is nowhere reads each deck once, and never again.
///
/// # Errors
/// When the store fails.
pub async fn sheet(store: &(impl Store + ?Sized), id: SheetId) -> Result<Option<String>, Failure> {
    let (_, ours) = embedded_whole();
    if let Some(svg) = ours.sheet(id) {
        return Ok(Some(svg.to_owned()));
    }
    let there = store.kept_decks().await?;
    if !memory().sheets.contains_key(&id) {
        for deck in &there {
            let known = memory().known.contains(&deck.digest);
            if !known {
                read(store, deck).await?;
            }
        }
    }
    let digest = memory().sheets.get(&id).copied();
    match there.iter().find(|deck| Some(deck.digest) == digest) {
        Some(deck) => Ok(read(store, deck).await?.sheet(id).map(str::to_owned)),
        None => Ok(None),
    }
}

/// A version as it is kept. Rules that came after it was checked do not count: it must open for ever.
async fn read(store: &(impl Store + ?Sized), deck: &KeptDeck) -> Result<Arc<Loaded>, Failure> {
    let (ours, embedded) = embedded_whole();
    if let Some(known) = memory().recall(deck.digest) {
        return Ok(known);
    }
    let bad = || Failure::BadDeck { slug: deck.slug.clone(), version: deck.version.clone() };
    let sources = sources(store, deck).await?.ok_or_else(bad)?;
    let loaded = if sources == *ours {
        embedded.clone()
    } else {
        let parsed = spawn_blocking(move || {
            let text = |file: File| sources.get(file.name()).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            let [deck, scripts, fr, en] = File::ALL.map(|file| text(file).unwrap_or_default());
            read_files([&deck, &scripts, &fr, &en], &sources.drawings()).0
        });
        Arc::new(parsed.await.ok().flatten().ok_or_else(bad)?)
    };
    memory().remember(deck.digest, &loaded);
    Ok(loaded)
}

impl Read {
    fn recall(&mut self, digest: Digest) -> Option<Arc<Loaded>> {
        let at = self.decks.iter().position(|(known, _)| *known == digest)?;
        let found = self.decks.remove(at);
        self.decks.push(found.clone());
        Some(found.1)
    }

    fn remember(&mut self, digest: Digest, loaded: &Arc<Loaded>) {
        if self.recall(digest).is_none() {
            self.sheets.extend(loaded.sheets.keys().map(|&sheet| (sheet, digest)));
            self.known.insert(digest);
            self.decks.push((digest, loaded.clone()));
            if self.decks.len() > MOST_READ {
                self.decks.remove(0);
            }
        }
    }
}

fn is(loaded: &Loaded, slug: &str, version: &str) -> bool {
    loaded.deck.slug == slug && loaded.deck.version == version
}
