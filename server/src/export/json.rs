//! A saved board as data: what is said in `docs/export-board.schema.json`, and nothing else.

use super::Titles;
use app::api::SavedOpening;
use app::text::{datetime, words};
use board::deck::{Deck, Lang};
use board::{
    Action, ActionId, Card, CardId, Document, LinkId, LinkKind, Note, NoteId, Phase, Shape, Spot, Stamp, Stroke,
    StrokeId,
};
use serde_json::{Value, json};

/// The version of the schema that this server writes: it rises when an old reader would misread.
pub const SCHEMA_VERSION: u32 = 1;

/// The saved board as data. `deck` is the one its cards come from.
#[must_use]
pub fn json(saved: &SavedOpening, deck: &Deck) -> Value {
    let (card, document) = (&saved.card, &saved.card.document);
    let titles = Titles::of(saved, words(Lang::Fr));
    let title = |id: CardId| titles.known(id).map(str::to_owned).or_else(|| Some(deck.front(id, Lang::Fr)?.title));
    let notes = |question: bool| -> Vec<Value> {
        document.notes.iter().filter(|(_, note)| note.question == question).map(|(&id, kept)| note(id, kept)).collect()
    };
    json!({
        "schema": "coulisses-board",
        "version": SCHEMA_VERSION,
        "saved": { "name": card.name, "at": datetime(card.at), "mark": card.mark, "seq": saved.seq.0 },
        "workshop": card.workshop,
        "table": card.table,
        "deck": { "slug": deck.slug, "version": deck.version, "licence": deck.licence },
        "title": document.title,
        "phase": phase(document.phase),
        "lots": lots(saved, document),
        "cards": document.cards.iter().map(|(&id, kept)| self::card(id, kept, title(id), deck)).collect::<Vec<_>>(),
        "links": document.links.keys().filter_map(|&id| link(document, id)).collect::<Vec<_>>(),
        "notes": notes(false),
        "questions": notes(true),
        "story": document.story,
        "drawings": document.strokes.iter().map(|(&id, kept)| drawing(id, kept)).collect::<Vec<_>>(),
        "actions": document.actions.iter().map(|(&id, kept)| action(id, kept, deck)).collect::<Vec<_>>(),
    })
}

fn lots(saved: &SavedOpening, document: &Document) -> Vec<Value> {
    let lot = |lot: &app::api::LotCard| {
        let dealt = document.lots.get(&lot.lot);
        let open = dealt.is_some_and(|dealt| dealt.open);
        json!({ "lot": lot.lot.0, "title": lot.title, "dealt": dealt.is_some(), "open": open })
    };
    saved.lots.iter().map(lot).collect()
}

fn card(id: CardId, card: &Card, title: Option<String>, deck: &Deck) -> Value {
    let (place, at) = match card.spot {
        Spot::Reserve => ("reserve", None),
        Spot::Hand(_) => ("hand", None),
        Spot::Table(at) => ("table", Some(json!({ "x": at.x, "y": at.y }))),
    };
    let slug = deck.cards.get(&id).map(|topic| topic.slug.as_str());
    json!({ "card": id.0, "slug": slug, "title": title, "lot": card.lot.0, "place": place, "at": at })
}

/// What people think of a link is counted: who thinks what is theirs.
fn link(document: &Document, id: LinkId) -> Option<Value> {
    let link = document.links.get(&id)?;
    let (agree, disagree) = document.opinions(id);
    let kind = match link.kind {
        LinkKind::LeadsTo => "leads-to",
        LinkKind::Reduces => "reduces",
        LinkKind::Enables => "enables",
    };
    Some(json!({
        "cause": id.cause.0,
        "consequence": id.consequence.0,
        "kind": kind,
        "because": link.because,
        "author": link.author.0,
        "at": datetime(link.at),
        "ink": link.ink,
        "agree": agree,
        "disagree": disagree,
        "starred": document.stars.contains(&id),
    }))
}

/// A note's id is a text: it may be larger than what JavaScript counts exactly.
fn note(id: NoteId, note: &Note) -> Value {
    json!({
        "note": id.to_string(),
        "text": note.text,
        "at": { "x": note.spot.x, "y": note.spot.y },
        "author": note.author.0,
        "written": datetime(note.at),
    })
}

fn drawing(id: StrokeId, stroke: &Stroke) -> Value {
    let (pen, stamp) = match stroke.shape {
        Shape::Line { pen, .. } => (Some(pen), None),
        Shape::Stamp { stamp, .. } => (None, Some(self::stamp(stamp))),
    };
    let points = stroke.shape.points().into_iter().map(|at| json!({ "x": at.x, "y": at.y }));
    let points: Vec<_> = points.collect();
    json!({ "drawing": id.to_string(), "pen": pen, "stamp": stamp, "points": points, "author": stroke.author.0 })
}

fn stamp(stamp: Stamp) -> &'static str {
    match stamp {
        Stamp::Heart => "heart",
        Stamp::Star => "star",
        Stamp::Bolt => "bolt",
        Stamp::Leaf => "leaf",
        Stamp::Question => "question",
        Stamp::Stop => "stop",
    }
}

fn action(id: ActionId, action: &Action, deck: &Deck) -> Value {
    let slug = action.card.and_then(|card| deck.actions.get(&card)).map(|card| card.slug.as_str());
    json!({
        "action": id.to_string(),
        "card": action.card.map(|card| card.0),
        "slug": slug,
        "text": action.text,
        "renounces": action.renounces,
        "effort": action.effort.map(|grade| grade.get()),
        "impact": action.impact.map(|grade| grade.get()),
        "owner": action.owner,
        "with": action.with,
        "first_step": action.first_step,
        "due": action.due.map(|day| day.to_string()),
    })
}

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Welcome => "welcome",
        Phase::Cards => "cards",
        Phase::Links => "links",
        Phase::Review => "review",
        Phase::Story => "story",
        Phase::Closing => "closing",
        Phase::Icebreaker => "icebreaker",
        Phase::Break => "break",
        Phase::Restitution => "restitution",
        Phase::Gallery => "gallery",
        Phase::Mood => "mood",
        Phase::Actions => "actions",
        Phase::Feedback => "feedback",
    }
}
