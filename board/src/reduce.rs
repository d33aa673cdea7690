//! The one way a board changes. Total and blind: it never fails, knows no rights and no clock, and an entry that
//! lost its meaning changes nothing.

mod undo;

use crate::{
    ActorId, Card, CardId, Clock, Dealt, Document, Entry, Hint, Link, LinkId, LotId, MAX_UNDO, MAX_VISITS, Millis,
    Note, NoteId, Op, Phase, Point, Spot, Stage, Stance, Stroke, Undo, Visit, Was,
};
use std::collections::BTreeMap;
pub use undo::next_undo;
use undo::take_back;

/// Folds one entry into a document.
pub fn apply(document: &mut Document, entry: &Entry) {
    let done = match &entry.op {
        Op::Undo => {
            take_back(document, entry.actor);
            None
        }
        op => change(document, entry, op),
    };
    take_part(document, entry, done.is_some());
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
        Op::Deal { lot, seed, cards, left } => deal(document, *lot, *seed, cards, *left),
        Op::Place { card, at } | Op::Move { card, at } => put(document, *card, Spot::Table(*at)),
        Op::Return { card } => put(document, *card, Spot::Hand(entry.actor)),
        Op::Link { link, kind, because } => {
            let author = entry.actor;
            let because = because.clone();
            draw(document, *link, Some(Link { kind: *kind, because, author, at: entry.at, ink: false }))
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
        Op::Story { text } => {
            let before = std::mem::replace(&mut document.story, text.clone());
            (before != *text).then(|| Undo::Story(Was { before, after: text.clone() }))
        }
        Op::Reverse { link } => reverse(document, *link),
        Op::Arrange { cards } => arrange(document, cards),
        Op::Draw { stroke, shape } => {
            let drawn = Some(Stroke { shape: shape.clone(), author: entry.actor });
            let before = replace(&mut document.strokes, *stroke, drawn.clone());
            (before != drawn).then_some(Undo::Stroke(*stroke, Was { before, after: drawn }))
        }
        Op::Rub { stroke } => {
            let before = Some(document.strokes.remove(stroke)?);
            Some(Undo::Stroke(*stroke, Was { before, after: None }))
        }
        Op::Act { action, what } => {
            let before = replace(&mut document.actions, *action, Some(what.clone()));
            let after = Some(what.clone());
            (before != after).then_some(Undo::Action(*action, Was { before, after }))
        }
        Op::Drop { action } => {
            let before = Some(document.actions.remove(action)?);
            Some(Undo::Action(*action, Was { before, after: None }))
        }
        Op::Undo => None,
        without_way_back => {
            set(document, entry, without_way_back);
            None
        }
    }
}

/// Changes that are taken back by asking for the opposite.
fn set(document: &mut Document, entry: &Entry, op: &Op) {
    match op {
        Op::Enter { step, phase, minutes } => enter(document, *step, *phase, *minutes, entry.at),
        Op::Pause { paused } => document.paused = *paused,
        Op::Open { lot } => {
            if let Some(lot) = document.lots.get_mut(lot) {
                lot.open = true;
            }
        }
        Op::Turn { lot, card, spot } => turn(document, *lot, *card, *spot),
        Op::Give { cards } => cards.iter().for_each(|&(card, actor)| hold(document, card, Spot::Hand(actor))),
        Op::Leave { actor } => {
            let held: Vec<_> = document.hand(*actor).map(|(card, _)| card).collect();
            held.into_iter().for_each(|card| hold(document, card, Spot::Reserve));
        }
        Op::Withdraw { lot } => withdraw(document, *lot),
        Op::Time { clock } => document.clock = *clock,
        Op::Ink { link, ink } => {
            if let Some(link) = document.links.get_mut(link) {
                link.ink = *ink;
            }
        }
        Op::Judge { link, stance } => judge(document, *link, entry.actor, *stance),
        Op::Star { link, starred: true } if document.links.contains_key(link) => drop(document.stars.insert(*link)),
        Op::Star { link, .. } => drop(document.stars.remove(link)),
        Op::Frame { cards } => document.frame = dealt(document, cards),
        Op::Hint { cards, text } => {
            let cards = dealt(document, cards);
            document.hints.push(Hint { at: entry.at, cards, text: text.clone() });
        }
        Op::Stage { on, link } => {
            let link = link.filter(|link| document.links.contains_key(link));
            document.stage = on.then_some(Stage { since: entry.at, link });
        }
        _ => {}
    }
}

fn take_part(document: &mut Document, entry: &Entry, changed: bool) {
    let part = document.parts.entry(entry.actor).or_default();
    part.last = part.last.max(entry.at);
    match &entry.op {
        Op::Place { .. } if changed => part.placed += 1,
        Op::Link { .. } if changed => part.linked += 1,
        _ => {}
    }
}

fn enter(document: &mut Document, step: u8, phase: Phase, minutes: u16, at: Millis) {
    document.step = Some(step);
    document.phase = phase;
    document.clock = Clock::start(minutes, at);
    document.frame.clear();
    if document.visits.len() == MAX_VISITS {
        document.visits.remove(0);
    }
    document.visits.push(Visit { step, phase, since: at });
}

fn deal(document: &mut Document, lot: LotId, seed: u64, cards: &[(CardId, Spot)], left: u8) -> Option<Undo> {
    if document.lots.contains_key(&lot) {
        return None;
    }
    document.lots.insert(lot, Dealt { open: false, seed, left });
    for &(card, spot) in cards {
        document.cards.entry(card).or_insert(Card { lot, spot });
    }
    Some(Undo::Deal(lot, seed))
}

fn put(document: &mut Document, id: CardId, after: Spot) -> Option<Undo> {
    let card = document.cards.get_mut(&id)?;
    let before = std::mem::replace(&mut card.spot, after);
    (before != after).then_some(Undo::Card(id, Was { before, after }))
}

/// A card that does not lie on the table changes hands.
fn hold(document: &mut Document, id: CardId, spot: Spot) {
    if let Some(card) = document.cards.get_mut(&id)
        && !matches!(card.spot, Spot::Table(_))
    {
        card.spot = spot;
    }
}

fn turn(document: &mut Document, lot: LotId, card: CardId, spot: Spot) {
    if let Some(dealt) = document.lots.get_mut(&lot)
        && dealt.left > 0
        && !document.cards.contains_key(&card)
    {
        dealt.left -= 1;
        document.cards.insert(card, Card { lot, spot });
    }
}

/// Those of these cards that are dealt.
fn dealt(document: &Document, cards: &[CardId]) -> Vec<CardId> {
    cards.iter().copied().filter(|card| document.cards.contains_key(card)).collect()
}

fn withdraw(document: &mut Document, lot: LotId) {
    if document.is_placed(lot) {
        return;
    }
    document.lots.remove(&lot);
    document.cards.retain(|_, card| card.lot != lot);
    let cards = &document.cards;
    for shown in document.hints.iter_mut().map(|hint| &mut hint.cards).chain([&mut document.frame]) {
        shown.retain(|card| cards.contains_key(card));
    }
}

fn judge(document: &mut Document, link: LinkId, actor: ActorId, stance: Option<Stance>) {
    if !document.links.contains_key(&link) {
        return;
    }
    let stances = document.stances.entry(link).or_default();
    replace(stances, actor, stance);
    if stances.is_empty() {
        document.stances.remove(&link);
    }
}

fn reverse(document: &mut Document, id: LinkId) -> Option<Undo> {
    let turned = id.reversed();
    if document.links.contains_key(&turned) {
        return None;
    }
    let link = document.links.get(&id)?.clone();
    set_link(document, id, None);
    set_link(document, turned, Some(link.clone()));
    Some(Undo::Reverse(turned, link))
}

fn arrange(document: &mut Document, cards: &[(CardId, Point)]) -> Option<Undo> {
    let mut moved = Vec::new();
    for &(id, after) in cards {
        if let Some(before) = document.on_table(id).filter(|&before| before != after) {
            put(document, id, Spot::Table(after));
            moved.push((id, Was { before, after }));
        }
    }
    (!moved.is_empty()).then_some(Undo::Arrange(moved))
}

fn draw(document: &mut Document, id: LinkId, after: Option<Link>) -> Option<Undo> {
    let before = set_link(document, id, after.clone());
    (before != after).then_some(Undo::Link(id, Was { before, after }))
}

/// Puts a link, or takes it away with what people thought of it.
fn set_link(document: &mut Document, id: LinkId, link: Option<Link>) -> Option<Link> {
    if link.is_none() {
        document.stances.remove(&id);
        document.stars.remove(&id);
        if let Some(stage) = &mut document.stage {
            stage.link = stage.link.filter(|told| *told != id);
        }
    }
    replace(&mut document.links, id, link)
}

fn write(document: &mut Document, id: NoteId, after: Option<Note>) -> Option<Undo> {
    let before = replace(&mut document.notes, id, after.clone());
    (before != after).then_some(Undo::Note(id, Was { before, after }))
}

fn replace<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}
