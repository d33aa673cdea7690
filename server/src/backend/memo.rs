//! The memo: what the deck knows about the cards of a format, for the person who facilitates and nobody else.

use crate::decks::Loaded;
use app::api::{Memo, MemoCard};
use board::LinkId;
use board::deck::{Format, Lang};
use board::key::Key;

/// The memo of a format.
pub(super) fn memo(loaded: &Loaded, format: Format, lang: Lang) -> Memo {
    let (deck, mut memo) = (&loaded.deck, Memo::default());
    for (lot, cards) in deck.lots_of(format) {
        for card in cards {
            if let Some(topic) = deck.cards.get(&card) {
                let text = |text: &board::deck::Text| text.read(lang).0.to_owned();
                let note = topic.note.as_ref().map(text).unwrap_or_default();
                memo.cards.insert(card, MemoCard { title: text(&topic.title), lot, hint: text(&topic.hint), note });
            }
        }
    }
    let Key { mut expected, mut misconceptions } = loaded.key(lang).clone();
    let here = |link: &LinkId| memo.cards.contains_key(&link.cause) && memo.cards.contains_key(&link.consequence);
    expected.retain(|link, _| here(link));
    misconceptions.retain(|link, _| here(link));
    memo.key = Key { expected, misconceptions };
    memo
}
