//! What happens, in a line of text: the same sentences as at the table, for somebody who was not there, and without a
//! name: of a person the log has the number of their seat.

use super::player::Player;
use crate::live::{Ear, News};
use crate::text::{Teller, words};
use board::{ActorId, Asker, Role};
use leptos::prelude::*;

/// Whoever looks back: they sit on no seat.
const READER: Asker = Asker { actor: ActorId(u32::MAX), role: Role::Spectator };

/// The ear of whoever looks back.
pub fn ear() -> Ear {
    Ear::new(READER, [])
}

/// This news in words.
pub fn told(player: Player, news: &[News]) -> String {
    player.opening.with_value(|opening| {
        let words = words(opening.lang);
        let title = |card| {
            let front = opening.fronts.iter().find(|front| front.card == card);
            front.map_or_else(|| words.picture().unread(&card.to_string()), |front| front.title.clone())
        };
        let teller = Teller {
            words,
            me: READER.actor,
            name: &|actor| words.replay().somebody(&actor.to_string()),
            title: &title,
            step: &|step| opening.steps.get(usize::from(step)).cloned().unwrap_or_default(),
            // What there was to do then is nothing to do now.
            hint: &|_| "",
            summary: &String::new,
        };
        teller.tell(news).trim().to_owned()
    })
}
