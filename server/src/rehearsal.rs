//! The rehearsal of `--demo`: a workshop whose two tables are played by simulated people, at human pace, so that a new
//! facilitator can try the cockpit alone.
//!
//! They hold seats and live connections like anybody, and the rooms do not know them from others: what they do goes
//! through the same rules into the same logs. They play only while somebody facilitates: an idle demonstration costs
//! two quiet rooms. They see nothing that participants do not see, except that they peek at the deck's key to play as a
//! team would: mostly well.

mod cast;
mod mind;
mod person;
#[cfg(test)]
mod tests;
mod words;

use crate::rooms::Rooms;
use crate::store::{Failure, Seating, Store, Workshop};
use crate::workshops::{self, Wish};
use app::api::{Visitor, VisitorId};
use board::deck::{Format, Lang};
use board::{Phase, Role};
use cast::CAST;
use mind::Mind;
use person::Place;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tokio::task::JoinSet;
use uuid::Uuid;

/// How a rehearsal is recognised at the next start.
pub const TITLE: &str = "Répétition";

/// How the simulated people play.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// What their dice begin with: the same seed leads the same people to the same ideas.
    pub seed: u64,
    /// How many times faster than people they are: 1 but in tests.
    pub haste: u32,
}

impl Manner {
    /// At the pace of people, with ideas of their own.
    #[must_use]
    pub fn human() -> Self {
        Self { seed: crate::now().0, haste: 1 }
    }
}

/// Finds the rehearsal that goes on, or opens a new one once the last has come to its end.
///
/// # Errors
/// When the store fails.
pub async fn open(store: &(impl Store + ?Sized)) -> Result<Workshop, Failure> {
    for workshop in store.all().await?.into_iter().filter(|workshop| workshop.title == TITLE) {
        if !has_ended(store, &workshop).await? {
            return Ok(workshop);
        }
    }
    let wish = Wish { title: TITLE.into(), format: Format::FortyFive, tables: cast::TABLES, assigned: false };
    workshops::create(store, wish).await
}

/// Seats the people and lets them play, until the set is dropped or somebody shows them out.
///
/// # Errors
/// When the store fails.
pub async fn play(
    store: Arc<dyn Store>,
    rooms: Rooms,
    workshop: &Workshop,
    manner: Manner,
) -> Result<JoinSet<()>, Failure> {
    let known = store.seats(workshop.id).await?;
    let mut playing = JoinSet::new();
    for (number, part) in (0..).zip(&CAST) {
        let name = part.name();
        // After a restart they sit where they sat.
        let before = known.iter().find(|seat| seat.name == name).map(|seat| seat.visitor);
        let visitor = before.unwrap_or_else(|| VisitorId(Uuid::new_v4()));
        let board = workshop.boards.get(part.table).copied();
        let seating = store.take_seat(workshop.id, visitor, board, Role::Participant, &name).await?;
        if let Seating::Seated(seat) = seating {
            let who = Visitor { id: visitor, lang: Lang::Fr, address: Ipv4Addr::LOCALHOST.into() };
            let mind = Mind::new(seat.actor, part, manner.seed.wrapping_add(number));
            let place = Place { store: store.clone(), rooms: rooms.clone(), workshop: workshop.id };
            playing.spawn(person::live(place, who, mind, manner.haste));
        }
    }
    Ok(playing)
}

async fn has_ended(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<bool, Failure> {
    if store.is_closed(workshop.id).await? {
        return Ok(true);
    }
    for &board in &workshop.boards {
        let snapshot = store.board_at(board, None).await?;
        if snapshot.is_none_or(|snapshot| snapshot.document.phase != Phase::Closing) {
            return Ok(false);
        }
    }
    Ok(true)
}
