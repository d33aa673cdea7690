//! Creating workshops, from a page or from the command line.

use crate::decks;
use crate::secret;
use crate::store::{Failure, Store, Workshop};
use board::deck::Format;
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

/// Creates a workshop under a code that nobody else has.
///
/// # Errors
/// When the store fails.
pub async fn create(store: &(impl Store + ?Sized), wish: Wish) -> Result<Workshop, Failure> {
    let deck = &decks::embedded().deck;
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

/// The script that a workshop plays: its own, or the deck's; `None` when this program does not have its deck.
///
/// # Errors
/// When the store fails.
pub async fn script_of(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<Option<Script>, Failure> {
    Ok(store.script(workshop.id).await?.or_else(|| script_of_deck(workshop)))
}

/// The script that the deck has for a workshop's format.
#[must_use]
pub fn script_of_deck(workshop: &Workshop) -> Option<Script> {
    let deck = &decks::embedded().deck;
    let format = Format::of_minutes(workshop.format).filter(|_| deck.slug == workshop.deck)?;
    deck.scripts.get(&format).cloned()
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
