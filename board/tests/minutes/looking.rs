//! What minutes say of a board that somebody looks at.

use crate::reading::PEOPLE;
use board::*;

/// What can be looked at.
pub enum Look {
    Table,
    Reserve,
    Hand(ActorId),
    Links,
    Notes,
    Title,
    Opinions,
    Stars,
    Time,
    Actions,
    Drawings,
    Gate,
    Steps,
    Frame,
    Question,
    Stage,
    Story,
    Parts,
}

/// What is there to be seen.
pub fn look(document: &Document, what: Look, now: Millis) -> String {
    let name = |actor: ActorId| PEOPLE[actor.0 as usize - 1];
    let cards = |place: &dyn Fn(&Spot) -> Option<String>| {
        list(document.cards.iter().filter_map(|(id, card)| Some(format!("{id}{}", place(&card.spot)?))))
    };
    match what {
        Look::Table => cards(&|spot| match spot {
            Spot::Table(at) => Some(format!("@{},{}", at.x, at.y)),
            Spot::Reserve | Spot::Hand(_) => None,
        }),
        Look::Reserve => cards(&|spot| (*spot == Spot::Reserve).then(String::new)),
        Look::Hand(actor) => list(document.hand(actor).map(|(id, _)| id.to_string())),
        Look::Links => list(document.links.iter().map(|(id, link)| {
            let Link { kind, because, author, ink, .. } = link;
            let ink = if *ink { " in ink" } else { "" };
            format!("{}>{} {kind:?} “{because}” of {}{ink}", id.cause, id.consequence, name(*author))
        })),
        Look::Notes => list(document.notes.iter().map(|(id, note)| {
            let mark = if note.question { "?" } else { "" };
            format!("{id}@{},{} “{}”{mark} of {}", note.spot.x, note.spot.y, note.text, name(note.author))
        })),
        Look::Title => format!("“{}”", document.title),
        Look::Opinions => list(document.links.keys().map(|&id| {
            let (agree, disagree) = document.opinions(id);
            format!("{}>{} +{agree} -{disagree}", id.cause, id.consequence)
        })),
        Look::Stars => list(document.stars.iter().map(|id| format!("{}>{}", id.cause, id.consequence))),
        Look::Time => time(document.clock, now),
        Look::Actions => list(document.actions.iter().map(|(id, action)| format!("{id} “{}”", action.text))),
        Look::Gate => match unplaced(document) {
            0 => "open".into(),
            waiting => format!("shut: {waiting} left"),
        },
        Look::Steps => {
            list(document.visits.iter().map(|visit| format!("{:?} at {}", visit.phase, minutes(visit.since.0))))
        }
        Look::Frame => list(document.frame.iter().map(ToString::to_string)),
        Look::Question => document.hint().map_or("nothing".into(), |hint| {
            format!("“{}” about {}", hint.text, list(hint.cards.iter().map(ToString::to_string)))
        }),
        Look::Stage => match &document.stage {
            None => "nothing".into(),
            Some(Stage { since, link: None }) => format!("since {}", minutes(since.0)),
            Some(Stage { since, link: Some(id) }) => {
                format!("{}>{} since {}", id.cause, id.consequence, minutes(since.0))
            }
        },
        Look::Story => format!("“{}”", document.story),
        Look::Parts => list(document.parts.iter().map(|(actor, part)| {
            let Part { placed, linked, last } = part;
            format!("{} placed {placed} linked {linked} last at {}", name(*actor), minutes(last.0))
        })),
        Look::Drawings => list(document.strokes.iter().map(|(id, stroke)| format!("{id} of {}", name(stroke.author)))),
    }
}

fn time(clock: Clock, now: Millis) -> String {
    let held = if matches!(clock, Clock::Held { .. }) { ", held" } else { "" };
    match clock.left(now) {
        None => "not kept".into(),
        Some(left) if left < 0 => format!("{} over", minutes(left.unsigned_abs())),
        Some(left) => format!("{} left{held}", minutes(left.unsigned_abs())),
    }
}

/// Milliseconds as minutes and seconds.
fn minutes(millis: u64) -> String {
    format!("{}:{:02}", millis / 60_000, millis / 1_000 % 60)
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    if items.is_empty() { "nothing".into() } else { items.join(" ") }
}
