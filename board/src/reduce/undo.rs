//! Taking back: each person their own last op, as long as the board still shows what it left.

use super::{put, replace, reverse, set_link, withdraw};
use crate::{ActorId, Document, MAX_ACTIONS, MAX_LINKS, MAX_NOTES, MAX_STROKES, Spot, Undo, Was};

pub(super) fn take_back(document: &mut Document, actor: ActorId) {
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
            set_link(document, link, before);
        }
        Undo::Note(note, Was { before, .. }) => {
            replace(&mut document.notes, note, before);
        }
        Undo::Title(Was { before, .. }) => document.title = before,
        Undo::Story(Was { before, .. }) => document.story = before,
        Undo::Reverse(link, _) => drop(reverse(document, link)),
        Undo::Arrange(moved) => moved.into_iter().for_each(|(card, Was { before, after })| {
            if document.on_table(card) == Some(after) {
                put(document, card, Spot::Table(before));
            }
        }),
        Undo::Stroke(stroke, Was { before, .. }) => drop(replace(&mut document.strokes, stroke, before)),
        Undo::Action(action, Was { before, .. }) => drop(replace(&mut document.actions, action, before)),
        Undo::Deal(lot, _) => withdraw(document, lot),
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
        Undo::Story(Was { after, .. }) => document.story == *after,
        Undo::Reverse(id, left) => document.links.get(id) == Some(left) && !document.links.contains_key(&id.reversed()),
        Undo::Arrange(moved) => moved.iter().any(|(card, Was { after, .. })| document.on_table(*card) == Some(*after)),
        Undo::Stroke(id, Was { before, after }) => {
            let fits = before.is_none() || document.strokes.len() < MAX_STROKES;
            document.strokes.get(id) == after.as_ref() && fits
        }
        Undo::Action(id, Was { before, after }) => {
            let fits = before.is_none() || after.is_some() || document.actions.len() < MAX_ACTIONS;
            document.actions.get(id) == after.as_ref() && fits
        }
        Undo::Deal(lot, seed) => {
            let known = document.lots.get(lot);
            known.is_some_and(|dealt| dealt.seed == *seed && !dealt.open) && !document.is_placed(*lot)
        }
    }
}
