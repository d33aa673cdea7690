//! Which card texts a person may read: the one place that answers it, for pages, sockets and exports alike.
//!
//! A front may be read by everybody once its card is dealt; a back once the backs of its lot are open, or at once by
//! whoever facilitates. The answer key is not a text of a card and never comes through here.

use board::deck::{Deck, Lang};
use board::protocol::Faces;
use board::{CardId, Document, Entry, Op, Role};

/// The texts of this board's cards that this role may read.
#[must_use]
pub fn faces(deck: &Deck, document: &Document, role: Role, lang: Lang) -> Faces {
    let dealt = document.cards.keys().copied();
    let readable = dealt.clone().filter(|&card| document.is_open(card) || reads_closed_backs(role));
    Faces { fronts: fronts(deck, dealt, lang), backs: backs(deck, readable, lang) }
}

/// The texts that these entries, the last of this document, let this role read for the first time; `None` if none.
#[must_use]
pub fn revealed(deck: &Deck, document: &Document, entries: &[Entry], role: Role, lang: Lang) -> Option<Faces> {
    let mut faces = Faces::default();
    for entry in entries {
        match &entry.op {
            Op::Deal { cards, .. } => {
                let dealt = cards.iter().map(|&(card, _)| card);
                faces.fronts.extend(fronts(deck, dealt.clone(), lang));
                if reads_closed_backs(role) {
                    faces.backs.extend(backs(deck, dealt, lang));
                }
            }
            Op::Turn { card, .. } => {
                let card = [*card].into_iter();
                faces.fronts.extend(fronts(deck, card.clone(), lang));
                let readable = card.filter(|&card| document.is_open(card) || reads_closed_backs(role));
                faces.backs.extend(backs(deck, readable, lang));
            }
            Op::Open { lot } if !reads_closed_backs(role) => {
                let opened = document.cards.iter().filter(|(_, card)| card.lot == *lot).map(|(&card, _)| card);
                // Of a deal that was taken back in the same breath nothing may be read any more.
                faces.backs.extend(backs(deck, opened.filter(|&card| document.is_open(card)), lang));
            }
            _ => {}
        }
    }
    (faces != Faces::default()).then_some(faces)
}

/// Whether this role reads the backs of a lot that is still closed.
#[must_use]
pub fn reads_closed_backs(role: Role) -> bool {
    role == Role::Facilitator
}

/// The fronts of these cards.
pub fn fronts(deck: &Deck, cards: impl Iterator<Item = CardId>, lang: Lang) -> Vec<board::deck::Front> {
    cards.filter_map(|card| deck.front(card, lang)).collect()
}

fn backs(deck: &Deck, cards: impl Iterator<Item = CardId>, lang: Lang) -> Vec<board::deck::Back> {
    cards.filter_map(|card| deck.back(card, lang)).collect()
}
