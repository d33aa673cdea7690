//! Who may do what, when. The room's word counts; a browser asks the same function only to be polite.

use crate::rights::{Asker, Role, rights};
use crate::{
    Action, ActorId, CARD, Clock, Day, Document, LinkId, MAX_ACTIONS, MAX_CARDS, MAX_HINTS, MAX_LINKS, MAX_NAME,
    MAX_NOTES, MAX_POINTS, MAX_STARS, MAX_STORY, MAX_STROKES, MAX_TEXT, MAX_TITLE, Millis, Op, PENS, Point, Rejection,
    Shape, Spot, TABLE, deck::Grade, reduce::next_undo,
};

/// For how long participants may take away a link or a note of theirs, in milliseconds: ten minutes.
pub const OWN_FOR: u64 = 10 * 60 * 1000;

/// Whether this op, asked by this person, may go into the log after this document.
///
/// # Errors
/// The first reason against it, rights before meaning.
pub fn check(document: &Document, asker: Asker, op: &Op, now: Millis) -> Result<(), Rejection> {
    rights(document, asker, op)?;
    meaning(document, asker, op, now)
}

fn meaning(document: &Document, asker: Asker, op: &Op, now: Millis) -> Result<(), Rejection> {
    match op {
        Op::Deal { .. } | Op::Turn { .. } | Op::Give { .. } | Op::Arrange { .. } => Err(Rejection::RoomOnly),
        Op::Place { card, at } => {
            on_table(*at)?;
            match document.cards.get(card).ok_or(Rejection::NotDealt)?.spot {
                Spot::Table(_) => Err(Rejection::AlreadyPlaced),
                Spot::Hand(owner) if owner != asker.actor && asker.role != Role::Facilitator => {
                    Err(Rejection::InAnotherHand)
                }
                Spot::Hand(_) | Spot::Reserve => Ok(()),
            }
        }
        Op::Move { card, at } => {
            on_table(*at)?;
            document.on_table(*card).map(drop).ok_or(Rejection::NotOnTable)
        }
        Op::Return { card } => {
            document.on_table(*card).ok_or(Rejection::NotOnTable)?;
            if document.is_linked(*card) { Err(Rejection::StillLinked) } else { Ok(()) }
        }
        Op::Link { link, because, .. } => {
            text(because, MAX_TEXT)?;
            new_link(document, *link)
        }
        Op::Change { link, because, .. } => {
            text(because, MAX_TEXT)?;
            document.links.get(link).map(drop).ok_or(Rejection::NoSuchLink)
        }
        Op::Unlink { link } => {
            let known = document.links.get(link).ok_or(Rejection::NoSuchLink)?;
            own(asker, known.author, known.at, now)
        }
        Op::Ink { link, ink } => {
            let known = document.links.get(link).ok_or(Rejection::NoSuchLink)?;
            news(known.ink != *ink)
        }
        Op::Judge { link, stance } => {
            document.links.get(link).ok_or(Rejection::NoSuchLink)?;
            news(document.stance(*link, asker.actor) != *stance)
        }
        Op::Star { link, starred } => {
            document.links.get(link).ok_or(Rejection::NoSuchLink)?;
            news(document.stars.contains(link) != *starred)?;
            if *starred && document.stars.len() >= MAX_STARS { Err(Rejection::ThreeStars) } else { Ok(()) }
        }
        Op::Reverse { link } => {
            document.links.get(link).ok_or(Rejection::NoSuchLink)?;
            if document.links.contains_key(&link.reversed()) { Err(Rejection::AlreadyLinked) } else { Ok(()) }
        }
        Op::Note { note, at, text: says, .. } => {
            on_table(*at)?;
            filled(says, MAX_TEXT)?;
            let known = document.notes.contains_key(note);
            if !known && document.notes.len() >= MAX_NOTES { Err(Rejection::Full) } else { Ok(()) }
        }
        Op::Erase { note } => {
            let known = document.notes.get(note).ok_or(Rejection::NoSuchNote)?;
            own(asker, known.author, known.at, now)
        }
        Op::Title { text: says } => text(says, MAX_TITLE),
        Op::Story { text: says } => text(says, MAX_STORY),
        Op::Draw { stroke, shape } => new_stroke(document, document.strokes.contains_key(stroke), shape),
        Op::Rub { stroke } => {
            let known = document.strokes.get(stroke).ok_or(Rejection::NoSuchStroke)?;
            let mine = known.author == asker.actor || asker.role == Role::Facilitator;
            if mine { Ok(()) } else { Err(Rejection::NotYours) }
        }
        Op::Act { action, what } => {
            decision(what, now)?;
            let known = document.actions.contains_key(action);
            if !known && document.actions.len() >= MAX_ACTIONS { Err(Rejection::Full) } else { Ok(()) }
        }
        Op::Drop { action } => document.actions.get(action).map(drop).ok_or(Rejection::NoSuchAction),
        Op::Undo => next_undo(document, asker.actor).map(drop).ok_or(Rejection::NothingToUndo),
        of_the_facilitator => leading(document, of_the_facilitator, now),
    }
}

/// What only the person who facilitates asks.
fn leading(document: &Document, op: &Op, now: Millis) -> Result<(), Rejection> {
    match op {
        Op::Enter { minutes, .. } if !Clock::start(*minutes, now).is_sane(now) => Err(Rejection::BadTime),
        Op::Enter { step, phase, .. } => news(document.step != Some(*step) || document.phase != *phase),
        Op::Pause { paused } => news(document.paused != *paused),
        Op::Open { lot } => news(!document.lots.get(lot).ok_or(Rejection::NotDealt)?.open),
        Op::Withdraw { lot } => {
            let dealt = document.lots.get(lot).ok_or(Rejection::NotDealt)?;
            match (document.is_placed(*lot), dealt.open) {
                (true, _) => Err(Rejection::StillPlaced),
                (false, true) => Err(Rejection::AlreadyOpen),
                (false, false) => Ok(()),
            }
        }
        Op::Leave { actor } => news(document.hand(*actor).next().is_some()),
        Op::Time { clock } if !clock.is_sane(now) => Err(Rejection::BadTime),
        Op::Time { clock } => news(document.clock != *clock),
        Op::Frame { cards } => {
            dealt(document, cards)?;
            news(document.frame != *cards)
        }
        Op::Hint { cards, text: says } => {
            dealt(document, cards)?;
            filled(says, MAX_TEXT)?;
            if document.hints.len() >= MAX_HINTS { Err(Rejection::Full) } else { Ok(()) }
        }
        Op::Stage { on, link } => {
            if let Some(link) = link {
                document.links.get(link).ok_or(Rejection::NoSuchLink)?;
            }
            let now = document.stage.as_ref().map(|stage| stage.link);
            news(now != on.then_some(*link))
        }
        _ => Ok(()),
    }
}

/// Refuses what changes nothing.
fn news(changes: bool) -> Result<(), Rejection> {
    if changes { Ok(()) } else { Err(Rejection::AlreadySo) }
}

fn dealt(document: &Document, cards: &[crate::CardId]) -> Result<(), Rejection> {
    if cards.len() > MAX_CARDS {
        return Err(Rejection::Full);
    }
    if cards.iter().all(|card| document.cards.contains_key(card)) { Ok(()) } else { Err(Rejection::NotDealt) }
}

fn new_stroke(document: &Document, known: bool, shape: &Shape) -> Result<(), Rejection> {
    news(!known)?;
    if let Shape::Line { pen, steps, .. } = shape {
        if steps.len() > MAX_POINTS {
            return Err(Rejection::TooManyPoints);
        }
        if *pen >= PENS {
            return Err(Rejection::Unprintable);
        }
    }
    if !shape.is_on_table() {
        return Err(Rejection::OffTable);
    }
    if document.strokes.len() >= MAX_STROKES { Err(Rejection::Full) } else { Ok(()) }
}

fn decision(what: &Action, now: Millis) -> Result<(), Rejection> {
    filled(&what.text, MAX_TITLE)?;
    text(&what.owner, MAX_NAME)?;
    text(&what.with, MAX_NAME)?;
    text(&what.first_step, MAX_TEXT)?;
    let graded = |grade: Option<Grade>| grade.is_none_or(|grade| Grade::new(grade.get()).is_some());
    if !graded(what.effort) || !graded(what.impact) {
        return Err(Rejection::BadGrade);
    }
    // A day begins earlier in the east than at Greenwich, and ends later in the west: nobody's today has passed.
    let passed = what.due.is_some_and(|due| due.0.saturating_add(1) < Day::of(now).0);
    if passed { Err(Rejection::InThePast) } else { Ok(()) }
}

fn new_link(document: &Document, link: LinkId) -> Result<(), Rejection> {
    if link.cause == link.consequence {
        return Err(Rejection::SelfLink);
    }
    for end in [link.cause, link.consequence] {
        document.on_table(end).ok_or(Rejection::NotOnTable)?;
    }
    if document.links.contains_key(&link) {
        return Err(Rejection::AlreadyLinked);
    }
    if document.links.contains_key(&link.reversed()) {
        return Err(Rejection::ReverseLinked);
    }
    if document.links.len() >= MAX_LINKS { Err(Rejection::Full) } else { Ok(()) }
}

fn own(asker: Asker, author: ActorId, since: Millis, now: Millis) -> Result<(), Rejection> {
    if asker.role == Role::Facilitator {
        return Ok(());
    }
    if author != asker.actor {
        return Err(Rejection::NotYours);
    }
    if now.0.saturating_sub(since.0) > OWN_FOR { Err(Rejection::TooLate) } else { Ok(()) }
}

fn filled(says: &str, most: usize) -> Result<(), Rejection> {
    text(says, most)?;
    if says.trim().is_empty() { Err(Rejection::Empty) } else { Ok(()) }
}

fn text(says: &str, most: usize) -> Result<(), Rejection> {
    if says.chars().count() > most {
        return Err(Rejection::TooLong(u16::try_from(most).unwrap_or(u16::MAX)));
    }
    if says.chars().all(is_shown) { Ok(()) } else { Err(Rejection::Unprintable) }
}

/// Whether a character may stand in a text: none that does nothing but control, none that turns round what follows it.
/// Letters of every script may, and the joiners between them.
fn is_shown(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c == '\n' || !(c.is_control() || turns)
}

fn on_table(at: Point) -> Result<(), Rejection> {
    let inside =
        (CARD.x / 2..=TABLE.x - CARD.x / 2).contains(&at.x) && (CARD.y / 2..=TABLE.y - CARD.y / 2).contains(&at.y);
    if inside { Ok(()) } else { Err(Rejection::OffTable) }
}
