//! The cards of its own that an imported board brings along.

use crate::decks::{MAX_FACT, MAX_TITLE, MOST_LOCAL};
use crate::export::BoardFile;
use crate::store::LocalCard;
use crate::typed;
use app::api::NotImported;
use board::deck::Deck;
use board::{CardId, LotId};
use std::collections::BTreeSet;

/// The local cards of this file, each one that a server like this one could have made.
///
/// # Errors
/// [`NotImported::Altered`] when one is not.
pub fn local(file: &BoardFile, deck: &Deck) -> Result<Vec<LocalCard>, NotImported> {
    let line = |text: &str, most: usize| {
        let line = typed::line(text, u16::try_from(most).unwrap_or(u16::MAX)).map_err(|_| NotImported::Altered)?;
        if line == text && !line.is_empty() { Ok(line) } else { Err(NotImported::Altered) }
    };
    let (mut cards, mut seen) = (Vec::new(), BTreeSet::new());
    for local in &file.local {
        let card = CardId(local.card);
        let lies = file.cards.iter().any(|known| known.card == local.card && known.lot == local.lot);
        let known = deck.cards.contains_key(&card) || deck.actions.contains_key(&card);
        if !lies || known || local.card == 0 || local.lot == 0 || !seen.insert(card) {
            return Err(NotImported::Altered);
        }
        let (title, fact) = (line(&local.title, MAX_TITLE)?, line(&local.fact, MAX_FACT)?);
        cards.push(LocalCard { card, lot: LotId(local.lot), title, fact, away: false });
    }
    if cards.len() <= MOST_LOCAL { Ok(cards) } else { Err(NotImported::Altered) }
}
