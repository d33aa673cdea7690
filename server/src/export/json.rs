//! A saved board as data: what is said in `docs/export-board.schema.json`, and nothing else.

use super::Titles;
use app::api::SavedOpening;
use app::text::{datetime, words};
use board::deck::{Deck, Lang};
use board::{Card, CardId, Document, Link, LinkId, LinkKind, Note, NoteId, Phase, Spot};
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
        "links": document.links.iter().map(|(&id, kept)| link(id, kept)).collect::<Vec<_>>(),
        "notes": notes(false),
        "questions": notes(true),
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

fn link(id: LinkId, link: &Link) -> Value {
    let kind = match link.kind {
        LinkKind::LeadsTo => "leads-to",
        LinkKind::Reduces => "reduces",
        LinkKind::Enables => "enables",
    };
    json!({
        "cause": id.cause.0,
        "consequence": id.consequence.0,
        "kind": kind,
        "because": link.because,
        "author": link.author.0,
        "at": datetime(link.at),
    })
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
