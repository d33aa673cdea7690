//! A deck as one workshop plays it: with cards of its own, and without those that it leaves out. The texts of the deck
//! stay as they are: adding is not changing, and leaving out is choosing, which every licence allows.

use super::Loaded;
use crate::store::{LocalCard, OwnCards};
use board::deck::{Certainty, Deck, Format, Source, Text, TopicCard};
use board::{CardId, LotId};

/// The most cards that a workshop has of its own.
pub const MOST_LOCAL: usize = 20;

/// The deck with these changes, for this format. Whoever was dealt a card that is left out, or taken away, reads it still.
#[must_use]
pub fn with_own(loaded: &Loaded, format: Format, own: &OwnCards) -> Loaded {
    let mut loaded = loaded.clone();
    let deck = &mut loaded.deck;
    let stays = |card: &CardId| !own.hidden.contains(card);
    deck.formats.entry(format).or_default().retain(stays);
    deck.waves.entry(format).and_modify(|waves| waves.iter_mut().for_each(|wave| wave.cards.retain(stays)));
    for card in &own.local {
        loaded.local.insert(card.card);
        let topic = topic(deck, card);
        deck.cards.insert(card.card, topic);
        if !card.away {
            deal(deck, format, card);
        }
    }
    loaded
}

/// Puts a card into what this format deals as its lot.
fn deal(deck: &mut Deck, format: Format, card: &LocalCard) {
    deck.formats.entry(format).or_default().push(card.card);
    if let Some(wave) = deck.waves.get_mut(&format).and_then(|waves| waves.iter_mut().find(|wave| wave.id == card.lot))
    {
        wave.cards.push(card.card);
    }
}

/// A local card, as a card of the deck. In a format with waves its lot is a wave: it is printed in the colour of the
/// lot that has this number, if there is one.
fn topic(deck: &Deck, card: &LocalCard) -> TopicCard {
    let known = deck.lots.iter().any(|lot| lot.id == card.lot);
    let lot = if known { card.lot } else { deck.lots.first().map_or(LotId(1), |lot| lot.id) };
    let text = |text: &str| Text { fr: text.to_owned(), en: None };
    TopicCard {
        slug: format!("locale-{}", card.card),
        lot,
        title: text(&card.title),
        fact: text(&card.fact),
        source: Source {
            title: "ajoutée pour cet atelier".to_owned(),
            organisation: "Carte locale".to_owned(),
            year: None,
            url: String::new(),
        },
        other_sources: Vec::new(),
        certainty: Certainty::Definition,
        hint: text(""),
        note: None,
        profiles: Vec::new(),
        illustration: String::new(),
        drawing: None,
    }
}
