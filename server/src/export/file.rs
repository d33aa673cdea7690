//! A board file: a saved board as data, as `docs/board.schema.json` says, and nothing else. What leaves this way
//! can come back ([`crate::import`]).
//!
//! It names nobody. Whoever drew a link is a number; what people think of links is counted, since who thinks what is
//! theirs. What only served while people played (the clock, who is led where, what can still be taken back) stays
//! behind. Titles of cards are in French whatever the reader's language, so that one board is one file.

mod moment;
mod seal;
pub(super) mod words;

pub(crate) use moment::Moment;

use super::Titles;
use app::api::SavedOpening;
use app::text::words;
use board::deck::{Deck, Lang};
use board::{CardId, Document, LinkId, LinkKind, Phase, Point, Shape, Spot, Stamp};
use serde::{Deserialize, Serialize};

/// The version of the schema that this server writes: it rises when an old reader would misread.
pub const VERSION: u32 = 2;
/// What says that a file is one of ours.
pub const SCHEMA: &str = "coulisses-board";

/// A saved board as data. What each field is, the schema says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardFile {
    pub(crate) schema: String,
    pub(crate) version: u32,
    pub(crate) saved: Saved,
    pub(crate) workshop: String,
    pub(crate) table: u8,
    /// In minutes. Version 1 did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) format: Option<u16>,
    pub(crate) deck: Origin,
    pub(crate) title: String,
    pub(crate) story: String,
    #[serde(with = "words::phase")]
    pub(crate) phase: Phase,
    #[serde(default)]
    pub(crate) visits: Vec<Step>,
    pub(crate) lots: Vec<Lot>,
    pub(crate) cards: Vec<Card>,
    /// What the workshop's own cards say, if it had any: no deck has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) local: Vec<Local>,
    pub(crate) links: Vec<Drawn>,
    pub(crate) notes: Vec<Written>,
    pub(crate) questions: Vec<Written>,
    #[serde(default)]
    pub(crate) hints: Vec<Asked>,
    pub(crate) drawings: Vec<Drawing>,
    pub(crate) actions: Vec<Decided>,
    /// The hash of all the rest. Version 1 had none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) checksum: String,
}

/// When and under what name it was saved. Version 1 also said where: that meant something on one server only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Saved {
    pub(crate) name: String,
    pub(crate) at: Moment,
    #[serde(default, skip_serializing)]
    pub(crate) mark: Option<i64>,
    #[serde(default, skip_serializing)]
    pub(crate) seq: Option<u64>,
}

/// The deck the cards come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Origin {
    pub(crate) slug: String,
    pub(crate) version: String,
    pub(crate) licence: String,
}

/// A step that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub(crate) step: u8,
    #[serde(with = "words::phase")]
    pub(crate) phase: Phase,
    pub(crate) since: Moment,
}

/// A lot of the format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lot {
    pub(crate) lot: u8,
    pub(crate) title: String,
    pub(crate) dealt: bool,
    pub(crate) open: bool,
    #[serde(default)]
    pub(crate) left: u8,
}

/// A dealt card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Card {
    pub(crate) card: u16,
    pub(crate) slug: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) lot: u8,
    pub(crate) place: Place,
    pub(crate) at: Option<At>,
    /// Whose hand it is in. Version 1 did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) holder: Option<u32>,
}

/// A card of the workshop's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Local {
    pub(crate) card: u16,
    pub(crate) lot: u8,
    pub(crate) title: String,
    pub(crate) fact: String,
}

/// Where a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Place {
    Table,
    Hand,
    Reserve,
}

/// A place on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct At {
    pub(crate) x: i16,
    pub(crate) y: i16,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Drawn {
    pub(crate) cause: u16,
    pub(crate) consequence: u16,
    #[serde(with = "words::kind")]
    pub(crate) kind: LinkKind,
    pub(crate) because: String,
    pub(crate) author: u32,
    pub(crate) at: Moment,
    pub(crate) ink: bool,
    pub(crate) agree: u32,
    pub(crate) disagree: u32,
    pub(crate) starred: bool,
}

/// A note or an open question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Written {
    /// A text: it may be larger than what JavaScript counts exactly. The same for drawings and actions.
    #[serde(with = "words::number")]
    pub(crate) note: u64,
    pub(crate) text: String,
    pub(crate) at: At,
    pub(crate) author: u32,
    pub(crate) written: Moment,
}

/// A question that the table was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    pub(crate) at: Moment,
    pub(crate) cards: Vec<u16>,
    pub(crate) text: String,
}

/// A line of a pen, or a stamp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Drawing {
    #[serde(with = "words::number")]
    pub(crate) drawing: u64,
    pub(crate) pen: Option<u8>,
    #[serde(with = "words::perhaps")]
    pub(crate) stamp: Option<Stamp>,
    pub(crate) points: Vec<At>,
    pub(crate) author: u32,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Decided {
    #[serde(with = "words::number")]
    pub(crate) action: u64,
    pub(crate) card: Option<u16>,
    pub(crate) slug: Option<String>,
    pub(crate) text: String,
    pub(crate) renounces: bool,
    pub(crate) effort: Option<u8>,
    pub(crate) impact: Option<u8>,
    pub(crate) owner: String,
    pub(crate) with: String,
    pub(crate) first_step: String,
    pub(crate) due: Option<String>,
}

impl BoardFile {
    /// The saved board as data. `deck` is the one its cards come from.
    #[must_use]
    pub fn of(saved: &SavedOpening, deck: &Deck) -> Self {
        let (card, document) = (&saved.card, &saved.card.document);
        let titles = Titles::of(saved, words(Lang::Fr));
        let notes = |question: bool| {
            let these = document.notes.iter().filter(|(_, note)| note.question == question);
            these.map(|(&id, kept)| note(id.0, kept)).collect()
        };
        let file = Self {
            schema: SCHEMA.to_owned(),
            version: VERSION,
            saved: Saved { name: card.name.clone(), at: Moment(card.at), mark: None, seq: None },
            workshop: card.workshop.clone(),
            table: card.table,
            format: Some(saved.format),
            deck: Origin {
                slug: deck.slug.clone(),
                version: saved.deck_version.clone(),
                licence: deck.licence.clone(),
            },
            title: document.title.clone(),
            story: document.story.clone(),
            phase: document.phase,
            visits: document.visits.iter().map(visit).collect(),
            lots: lots(saved, deck),
            cards: document.cards.iter().map(|(&id, kept)| self::card(id, kept, &titles, deck)).collect(),
            local: saved.local.iter().filter_map(|&id| local(id, document, deck)).collect(),
            links: document.links.iter().map(|(&id, link)| self::link(document, id, link)).collect(),
            notes: notes(false),
            questions: notes(true),
            hints: document.hints.iter().map(hint).collect(),
            drawings: document.strokes.iter().map(|(&id, stroke)| drawing(id.0, stroke)).collect(),
            actions: document.actions.iter().map(|(&id, kept)| action(id.0, kept, deck)).collect(),
            checksum: String::new(),
        };
        file.sealed()
    }

    /// The same without what the deck says, and without what a file of this version does not tell: what the table did.
    pub(crate) fn said_by_the_table(&self, version: u32) -> Self {
        let mut bare = Self { version, format: None, checksum: String::new(), ..self.clone() };
        (bare.saved.mark, bare.saved.seq, bare.deck.licence) = (None, None, String::new());
        bare.lots.iter_mut().for_each(|lot| lot.title.clear());
        for card in &mut bare.cards {
            (card.slug, card.title) = (None, None);
        }
        bare.actions.iter_mut().for_each(|action| action.slug = None);
        if version == 1 {
            bare.visits.clear();
            bare.lots.retain(|lot| lot.dealt);
            bare.cards.iter_mut().for_each(|card| card.holder = None);
        }
        bare
    }

    /// The file's text: JSON that people can read too.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("our types always serialise");
        text.push('\n');
        text
    }
}

fn visit(visit: &board::Visit) -> Step {
    Step { step: visit.step, phase: visit.phase, since: Moment(visit.since) }
}

/// The lots of the format, and whatever else was dealt.
fn lots(saved: &SavedOpening, deck: &Deck) -> Vec<Lot> {
    let document = &saved.card.document;
    let known = |lot: &board::LotId| saved.lots.iter().any(|known| known.lot == *lot);
    let others = document.lots.keys().filter(|lot| !known(lot));
    let lot = |id: board::LotId| {
        let dealt = document.lots.get(&id);
        let titled = deck.lot_title(board::deck::Format::of_minutes(saved.format)?, id);
        Some(Lot {
            lot: id.0,
            title: titled.map(|title| title.fr.clone()).unwrap_or_default(),
            dealt: dealt.is_some(),
            open: dealt.is_some_and(|dealt| dealt.open),
            left: dealt.map_or(0, |dealt| dealt.left),
        })
    };
    saved.lots.iter().map(|lot| lot.lot).chain(others.copied()).filter_map(lot).collect()
}

fn local(id: CardId, document: &Document, deck: &Deck) -> Option<Local> {
    let (topic, kept) = (deck.cards.get(&id)?, document.cards.get(&id)?);
    Some(Local { card: id.0, lot: kept.lot.0, title: topic.title.fr.clone(), fact: topic.fact.fr.clone() })
}

fn card(id: CardId, card: &board::Card, titles: &Titles<'_>, deck: &Deck) -> Card {
    let (place, at, holder) = match card.spot {
        Spot::Reserve => (Place::Reserve, None, None),
        Spot::Hand(actor) => (Place::Hand, None, Some(actor.0)),
        Spot::Table(at) => (Place::Table, Some(at.into()), None),
    };
    let title = deck.front(id, Lang::Fr).map(|front| front.title).or_else(|| titles.known(id).map(str::to_owned));
    let slug = deck.cards.get(&id).map(|topic| topic.slug.clone());
    Card { card: id.0, slug, title, lot: card.lot.0, place, at, holder }
}

fn link(document: &Document, id: LinkId, link: &board::Link) -> Drawn {
    let (agree, disagree) = document.opinions(id);
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    Drawn {
        cause: id.cause.0,
        consequence: id.consequence.0,
        kind: link.kind,
        because: link.because.clone(),
        author: link.author.0,
        at: Moment(link.at),
        ink: link.ink,
        agree: count(agree),
        disagree: count(disagree),
        starred: document.stars.contains(&id),
    }
}

fn note(id: u64, note: &board::Note) -> Written {
    let written = Moment(note.at);
    Written { note: id, text: note.text.clone(), at: note.spot.into(), author: note.author.0, written }
}

fn hint(hint: &board::Hint) -> Asked {
    Asked { at: Moment(hint.at), cards: hint.cards.iter().map(|card| card.0).collect(), text: hint.text.clone() }
}

fn drawing(id: u64, stroke: &board::Stroke) -> Drawing {
    let (pen, stamp) = match stroke.shape {
        Shape::Line { pen, .. } => (Some(pen), None),
        Shape::Stamp { stamp, .. } => (None, Some(stamp)),
    };
    let points = stroke.shape.points().into_iter().map(At::from).collect();
    Drawing { drawing: id, pen, stamp, points, author: stroke.author.0 }
}

fn action(id: u64, action: &board::Action, deck: &Deck) -> Decided {
    let slug = action.card.and_then(|card| deck.actions.get(&card)).map(|card| card.slug.clone());
    Decided {
        action: id,
        card: action.card.map(|card| card.0),
        slug,
        text: action.text.clone(),
        renounces: action.renounces,
        effort: action.effort.map(board::deck::Grade::get),
        impact: action.impact.map(board::deck::Grade::get),
        owner: action.owner.clone(),
        with: action.with.clone(),
        first_step: action.first_step.clone(),
        due: action.due.map(|day| day.to_string()),
    }
}

impl From<Point> for At {
    fn from(point: Point) -> Self {
        Self { x: point.x, y: point.y }
    }
}

impl From<At> for Point {
    fn from(at: At) -> Self {
        Self { x: at.x, y: at.y }
    }
}
