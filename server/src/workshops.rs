//! Creating workshops, from a page or from the command line.

use crate::decks;
use crate::secret;
use crate::store::{Failure, Store, Workshop};
use board::deck::{Deck, Format};
use board::script::Script;
use board::{BoardId, Role, WorkshopId};
use uuid::Uuid;

/// The most tables of one workshop.
pub const MAX_TABLES: u8 = 12;

/// What a workshop is to be.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Its title, not empty.
    pub title: String,
    /// How long it lasts.
    pub format: Format,
    /// How many tables: 1 to [`MAX_TABLES`].
    pub tables: u8,
    /// Whether people are given the table with the fewest people, instead of choosing one.
    pub assigned: bool,
}

/// Creates a workshop under a code that nobody else has, with the newest version of this program's deck.
///
/// # Errors
/// When the store fails.
pub async fn create(store: &(impl Store + ?Sized), wish: Wish) -> Result<Workshop, Failure> {
    let newest = decks::newest(store).await?;
    create_with(store, wish, &newest.deck).await
}

/// The same with this deck.
///
/// # Errors
/// When the store fails.
pub async fn create_with(store: &(impl Store + ?Sized), wish: Wish, deck: &Deck) -> Result<Workshop, Failure> {
    let mut workshop = Workshop {
        id: WorkshopId(Uuid::new_v4()),
        title: wish.title,
        code: secret::draw_code(),
        deck: deck.slug.clone(),
        deck_version: deck.version.clone(),
        format: wish.format.minutes(),
        open: true,
        assigned: wish.assigned,
        created: crate::now(),
        boards: (0..wish.tables).map(|_| BoardId(Uuid::new_v4())).collect(),
    };
    while !store.create(&workshop).await? {
        workshop.code = secret::draw_code();
    }
    Ok(workshop)
}

/// The script that a workshop plays: its own, or the deck's; `None` when its deck is not here.
///
/// # Errors
/// When the store fails.
pub async fn script_of(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<Option<Script>, Failure> {
    match store.script(workshop.id).await? {
        Some(own) => Ok(Some(own)),
        None => script_of_deck(store, workshop).await,
    }
}

/// The script that its deck has for a workshop's format.
///
/// # Errors
/// When the store fails.
pub async fn script_of_deck(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<Option<Script>, Failure> {
    let deck = decks::of_workshop(store, workshop).await?;
    let format = Format::of_minutes(workshop.format);
    Ok(deck.zip(format).and_then(|(loaded, format)| loaded.deck.scripts.get(&format).cloned()))
}

/// A fresh secret that gives this role at this workshop to the person of this name, or to whoever has it.
///
/// # Errors
/// When the store fails.
pub async fn grant(
    store: &(impl Store + ?Sized),
    workshop: WorkshopId,
    role: Role,
    name: &str,
) -> Result<String, Failure> {
    let drawn = secret::draw();
    store.grant(workshop, role, name, secret::hash(&drawn)).await?;
    Ok(drawn)
}
