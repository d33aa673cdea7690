//! The board as text: a heading per lot, its cards on the table, and under each card where it leads and what it comes
//! from. It is what screen readers, old phones and paper use; nothing on the board is missing from it.

use super::{LotMark, drawing};
use crate::api::LotCard;
use crate::scene::{Look, lot_class, stamped};
use crate::text::{Words, certainty, kind, opinion, stamp};
use board::deck::{Back, Front, SheetId};
use board::protocol::Faces;
use board::{ActorId, CardId, Document, LinkId, Note, Seat};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What cards are called.
#[derive(Clone, Debug)]
pub struct Titles(BTreeMap<CardId, Front>);

impl Titles {
    /// The titles of these faces.
    #[must_use]
    pub fn of(faces: &Faces) -> Self {
        Self(faces.fronts.iter().map(|front| (front.card, front.clone())).collect())
    }

    /// A card's title; its number when its front did not come.
    #[must_use]
    pub fn title(&self, card: CardId) -> String {
        self.0.get(&card).map_or_else(|| card.to_string(), |front| front.title.clone())
    }

    /// The sheet of a card's drawing.
    #[must_use]
    pub fn sheet(&self, card: CardId) -> Option<SheetId> {
        self.0.get(&card).and_then(|front| front.sheet)
    }

    /// The class that gives a card its colours.
    #[must_use]
    pub fn lot_class(&self, card: CardId) -> &'static str {
        self.0.get(&card).map_or("", |front| lot_class(front.lot))
    }

    /// The language of a card's title, for those who speak it aloud.
    #[must_use]
    pub fn lang(&self, card: CardId) -> Option<&'static str> {
        self.0.get(&card).map(|front| front.lang.code())
    }
}

/// The cards on the table by lot, each with its links.
#[component]
pub fn BoardText(
    /// The texts in this device's language.
    words: Words,
    /// The board.
    document: Document,
    /// The card texts that may be read.
    faces: Faces,
    /// The lots, by name.
    lots: Vec<LotCard>,
) -> impl IntoView {
    let titles = Titles::of(&faces);
    let backs: BTreeMap<_, _> = faces.backs.iter().map(|back| (back.card, back)).collect();
    let lot = |lot: LotCard| {
        let cards = document.cards.iter().filter(|(id, card)| card.lot == lot.lot && document.on_table(**id).is_some());
        let cards: Vec<_> =
            cards.map(|(&id, _)| card(words, &document, &titles, backs.get(&id).copied(), id)).collect();
        (!cards.is_empty()).then(|| {
            view! {
                <section class="plan-lot">
                    <h2><LotMark lot=lot.lot words/>{lot.title}</h2>
                    <ul class="plan-cards">{cards}</ul>
                </section>
            }
        })
    };
    let lots: Vec<_> = lots.into_iter().filter_map(lot).collect();
    if lots.is_empty() {
        return view! { <p class="soft">{words.plan().table_empty}</p> }.into_any();
    }
    lots.into_any()
}

fn card(words: Words, document: &Document, titles: &Titles, back: Option<&Back>, id: CardId) -> impl IntoView + use<> {
    let back = back.map(|back| {
        let year = back.year.map(|year| format!(", {year}")).unwrap_or_default();
        let source = format!("{}{year}, {}", back.source, certainty(words, back.certainty));
        view! { <p lang=back.lang.code()>{back.fact.clone()}</p><p class="soft small">{source}</p> }
    });
    view! {
        <li class=["plan-card ", titles.lot_class(id)].concat() id=anchor(id)>
            {drawing(titles.sheet(id), id)}
            <h3 lang=titles.lang(id)>{titles.title(id)}</h3>
            {back}
            {ways(words.plan().leads, links(words, document, titles, |link| link.cause == id, |link| link.consequence))}
            {ways(words.plan().comes, links(words, document, titles, |link| link.consequence == id, |link| link.cause))}
        </li>
    }
}

/// The links of a card in one direction: the verb, the other card, and why.
fn links(
    words: Words,
    document: &Document,
    titles: &Titles,
    mine: impl Fn(LinkId) -> bool,
    other: impl Fn(LinkId) -> CardId,
) -> Vec<AnyView> {
    let mine = document.links.iter().filter(|(id, _)| mine(**id));
    let line = mine.map(|(&id, link)| {
        let card = other(id);
        let because = (!link.because.is_empty()).then(|| format!(" {} {}", words.plan().because, link.because));
        let thought = opinion(words, Look::of(document, id), document.opinions(id));
        let thought = view! { " "<span class="soft small">"("{thought}")"</span> };
        let verb = kind(words, link.kind);
        let name = view! { <a href=format!("#{}", anchor(card)) lang=titles.lang(card)>{titles.title(card)}</a> };
        // "entraîne B" leads there; "A entraîne" comes from there.
        if id.cause == card {
            view! { <li>{name}" "<em>{verb}</em>{because}{thought}</li> }.into_any()
        } else {
            view! { <li><em>{verb}</em>" "{name}{because}{thought}</li> }.into_any()
        }
    });
    line.collect()
}

fn ways(title: &'static str, links: Vec<AnyView>) -> Option<impl IntoView> {
    (!links.is_empty()).then(|| view! { <div class="plan-ways"><p class="plan-way">{title}</p><ul>{links}</ul></div> })
}

/// The notes or the open questions, each with the name of whoever wrote it, as far as names are still kept.
#[component]
pub fn NotesText(
    /// What they are called together.
    title: &'static str,
    /// What they say.
    notes: Vec<Note>,
    /// Who has a seat.
    seats: Vec<Seat>,
) -> impl IntoView {
    let name = |actor: ActorId| seats.iter().find(|seat| seat.actor == actor).map(|seat| seat.name.clone());
    let line = |note: Note| {
        let by = name(note.author).filter(|name| !name.is_empty());
        view! { <li>{note.text}{by.map(|by| view! { " "<span class="soft small">{by}</span> })}</li> }
    };
    let lines: Vec<_> = notes.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! { <section class="stack"><h2>{title}</h2><ul class="plan-notes">{lines}</ul></section> }
    })
}

/// What is drawn and stamped, in words; nothing when nothing is.
#[component]
pub fn DrawingsText(
    /// The texts in this device's language.
    words: Words,
    /// The board.
    document: Document,
    /// What its cards are called.
    titles: Titles,
) -> impl IntoView {
    let stamps = stamped(&document);
    let lines = document.strokes.len() - stamps.len();
    let line = move |(which, card): (board::Stamp, Option<CardId>)| {
        let name = stamp(words, which);
        card.map_or_else(|| name.to_owned(), |card| words.draw().stamped(name, &titles.title(card)))
    };
    (!document.strokes.is_empty()).then(|| {
        let stamps: Vec<_> = stamps.into_iter().map(|one| view! { <li>{line(one)}</li> }).collect();
        view! {
            <section class="stack">
                <h2>{words.draw().drawn}</h2>
                {(lines > 0).then(|| view! { <p>{words.draw().lines(lines)}</p> })}
                <ul class="plan-notes">{stamps}</ul>
            </section>
        }
    })
}

/// A board's own title and story; nothing before the team gave any.
#[component]
pub fn StoryText(
    /// The board.
    document: Document,
) -> impl IntoView {
    let Document { title, story, .. } = document;
    view! {
        {(!title.is_empty()).then(|| view! { <p><strong>{title}</strong></p> })}
        {(!story.is_empty()).then(|| view! { <p class="plan-story">{story}</p> })}
    }
}

fn anchor(card: CardId) -> String {
    format!("carte-{card}")
}
