//! The one way a board changes. Total and blind: it never fails, knows no rights and no clock, and an entry that
//! lost its meaning changes nothing.

use crate::{
    ActorId, Card, CardId, Dealt, Document, Entry, Link, LinkId, LotId, MAX_LINKS, MAX_NOTES, MAX_UNDO, Note, NoteId,
    Op, Spot, Undo, Was,
};

/// Folds one entry into a document.
pub fn apply(document: &mut Document, entry: &Entry) {
    let done = match &entry.op {
        Op::Undo => return take_back(document, entry.actor),
        op => change(document, entry, op),
    };
    if let Some(undo) = done {
        let own = document.undo.entry(entry.actor).or_default();
        own.push(undo);
        if own.len() > MAX_UNDO {
            own.remove(0);
        }
    }
}

/// Changes the document and says how to take it back, if there is a way and something changed.
fn change(document: &mut Document, entry: &Entry, op: &Op) -> Option<Undo> {
    match op {
        Op::Deal { lot, cards, .. } => deal(document, *lot, cards),
        Op::Place { card, at } | Op::Move { card, at } => put(document, *card, Spot::Table(*at)),
        Op::Return { card } => put(document, *card, Spot::Hand(entry.actor)),
        Op::Link { link, kind, because } => {
            let author = entry.actor;
            draw(document, *link, Some(Link { kind: *kind, because: because.clone(), author, at: entry.at }))
        }
        Op::Change { link, kind, because } => {
            let known = document.links.get(link)?;
            let changed = Link { kind: *kind, because: because.clone(), ..known.clone() };
            draw(document, *link, Some(changed))
        }
        Op::Unlink { link } => draw(document, *link, None),
        Op::Note { note, at, text, question } => {
            let (author, since) = document.notes.get(note).map_or((entry.actor, entry.at), |old| (old.author, old.at));
            let written = Note { spot: *at, text: text.clone(), question: *question, author, at: since };
            write(document, *note, Some(written))
        }
        Op::Erase { note } => write(document, *note, None),
        Op::Title { text } => {
            let before = std::mem::replace(&mut document.title, text.clone());
            (before != *text).then(|| Undo::Title(Was { before, after: text.clone() }))
        }
        Op::Enter { phase } => {
            document.phase = *phase;
            None
        }
        Op::Pause { paused } => {
            document.paused = *paused;
            None
        }
        Op::Open { lot } => {
            document.lots.get_mut(lot)?.open = true;
            None
        }
        Op::Undo => None,
    }
}

fn deal(document: &mut Document, lot: LotId, cards: &[(CardId, Spot)]) -> Option<Undo> {
    if document.lots.contains_key(&lot) {
        return None;
    }
    document.lots.insert(lot, Dealt { open: false });
    for &(card, spot) in cards {
        document.cards.entry(card).or_insert(Card { lot, spot });
    }
    Some(Undo::Deal(lot))
}

fn put(document: &mut Document, id: CardId, after: Spot) -> Option<Undo> {
    let card = document.cards.get_mut(&id)?;
    let before = std::mem::replace(&mut card.spot, after);
    (before != after).then_some(Undo::Card(id, Was { before, after }))
}

fn draw(document: &mut Document, id: LinkId, after: Option<Link>) -> Option<Undo> {
    let before = replace(&mut document.links, id, after.clone());
    (before != after).then_some(Undo::Link(id, Was { before, after }))
}

fn write(document: &mut Document, id: NoteId, after: Option<Note>) -> Option<Undo> {
    let before = replace(&mut document.notes, id, after.clone());
    (before != after).then_some(Undo::Note(id, Was { before, after }))
}

fn take_back(document: &mut Document, actor: ActorId) {
    let Some(own) = document.undo.get(&actor) else { return };
    let Some(last) = own.iter().rposition(|undo| makes_sense(document, undo)) else { return };
    let undo = own[last].clone();
    if let Some(own) = document.undo.get_mut(&actor) {
        own.truncate(last);
    }
    match undo {
        Undo::Card(card, Was { before, .. }) => {
            if let Some(card) = document.cards.get_mut(&card) {
                card.spot = before;
            }
        }
        Undo::Link(link, Was { before, .. }) => {
            replace(&mut document.links, link, before);
        }
        Undo::Note(note, Was { before, .. }) => {
            replace(&mut document.notes, note, before);
        }
        Undo::Title(Was { before, .. }) => document.title = before,
        Undo::Deal(lot) => {
            document.lots.remove(&lot);
            document.cards.retain(|_, card| card.lot != lot);
        }
    }
}

/// What this person would take back next: their last op that can still be taken back.
#[must_use]
pub fn next_undo(document: &Document, actor: ActorId) -> Option<&Undo> {
    document.undo.get(&actor)?.iter().rev().find(|undo| makes_sense(document, undo))
}

/// Whether the board still shows what the op left, so that taking it back surprises nobody.
fn makes_sense(document: &Document, undo: &Undo) -> bool {
    match undo {
        Undo::Card(id, Was { before, after }) => {
            let leaves_table = !matches!(before, Spot::Table(_));
            document.cards.get(id).is_some_and(|card| card.spot == *after) && !(leaves_table && document.is_linked(*id))
        }
        Undo::Link(id, Was { before, after }) => {
            let ends_lie = [id.cause, id.consequence].iter().all(|&card| document.on_table(card).is_some());
            let one_way = !document.links.contains_key(&id.reversed());
            let fits = after.is_some() || document.links.len() < MAX_LINKS;
            document.links.get(id) == after.as_ref() && (before.is_none() || (ends_lie && one_way && fits))
        }
        Undo::Note(id, Was { before, after }) => {
            let fits = before.is_none() || after.is_some() || document.notes.len() < MAX_NOTES;
            document.notes.get(id) == after.as_ref() && fits
        }
        Undo::Title(Was { after, .. }) => document.title == *after,
        Undo::Deal(lot) => {
            let mut cards = document.cards.values().filter(|card| card.lot == *lot);
            document.lots.get(lot).is_some_and(|dealt| !dealt.open)
                && cards.all(|card| !matches!(card.spot, Spot::Table(_)))
        }
    }
}

fn replace<K: Ord, V>(map: &mut std::collections::BTreeMap<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}
