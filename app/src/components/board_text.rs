//! The board as text: a heading per lot, its cards on the table, and under each card where it leads and what it comes
//! from. It is what screen readers, old phones and paper use; nothing on the board is missing from it.

use super::LotMark;
use super::desk::Chosen;
use crate::api::LotCard;
use crate::scene::{Look, stamped};
use crate::text::{Words, certainty, isolated, kind, opinion, stamp};
use board::deck::{Back, Front};
use board::protocol::Faces;
use board::{ActorId, BoardId, CardId, Document, Link, LinkId, Note, NoteId, Seat};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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

    /// The language of a card's title, for those who speak it aloud.
    #[must_use]
    pub fn lang(&self, card: CardId) -> Option<&'static str> {
        self.0.get(&card).map(|front| front.lang.code())
    }
}

/// The cards on the table by lot, each with its links.
///
/// A board may hold sixty cards and two hundred ends of links: each card and each link is as few elements as it can be.
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
    /// The board whose cards can be chosen here, to act on them.
    #[prop(optional)]
    choose: Option<BoardId>,
    /// The cards that are shown, where not all are.
    #[prop(optional)]
    only: Option<BTreeSet<CardId>>,
) -> impl IntoView {
    let backs: BTreeMap<_, _> = faces.backs.iter().map(|back| (back.card, back.clone())).collect();
    let text = Text { words, document, titles: Titles::of(&faces), backs, choose };
    let shown =
        |card: &CardId| text.document.on_table(*card).is_some() && only.as_ref().is_none_or(|only| only.contains(card));
    let lot = |lot: LotCard| {
        let cards = text.document.cards.iter().filter(|(id, card)| card.lot == lot.lot && shown(id));
        let cards: Vec<_> = cards.map(|(&id, _)| text.card(id)).collect();
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
    if lots.is_empty() && only.is_none() {
        return view! { <p class="soft">{words.plan().table_empty}</p> }.into_any();
    }
    lots.into_any()
}

/// A board, to be said card by card.
struct Text {
    words: Words,
    document: Document,
    titles: Titles,
    backs: BTreeMap<CardId, Back>,
    choose: Option<BoardId>,
}

impl Text {
    fn card(&self, id: CardId) -> AnyView {
        let (words, title) = (self.words, self.titles.title(id));
        let title = match self.choose {
            Some(board) => view! { <a href=Chosen::Card(id).address(board)>{title}</a> }.into_any(),
            None => title.into_any(),
        };
        view! {
            <li class="plan-card" id=anchor(id)>
                <h3 lang=self.titles.lang(id)>{title}</h3>
                {self.backs.get(&id).map(|back| back_text(words, back))}
                {self.leads(id)}
                {self.comes(id)}
            </li>
        }
        .into_any()
    }

    /// Where a card leads: "réduit B parce que …", each with the way to B where there is something to do about it.
    fn leads(&self, id: CardId) -> Option<AnyView> {
        let line = |(&link, drawn): (&LinkId, &Link)| {
            let to = link.consequence;
            let (title, lang) = (self.titles.title(to), self.other_lang(to));
            let name = match (self.choose, lang) {
                (Some(_), _) => view! { <a href=format!("#{}", anchor(to)) lang=lang>{title}</a> }.into_any(),
                (None, Some(lang)) => view! { <span lang=lang>{title}</span> }.into_any(),
                (None, None) => title.into_any(),
            };
            let after = self.after(link, drawn);
            let line = view! { {kind(self.words, drawn.kind)}" "{name}{after} };
            match self.choose {
                Some(_) => view! { <li>{line}</li> }.into_any(),
                None => view! { "\n→ "{line} }.into_any(),
            }
        };
        let lines: Vec<_> = self.document.links.iter().filter(|(link, _)| link.cause == id).map(line).collect();
        let leads = self.words.plan().leads;
        // The heading is drawn from the label: see style/components/plan.css. What is only read is lines of one paragraph.
        match self.choose {
            _ if lines.is_empty() => None,
            Some(_) => Some(view! { <ul class="plan-ways" aria-label=leads>{lines}</ul> }.into_any()),
            None => Some(view! { <p class="lines plan-lines">{leads}{lines}</p> }.into_any()),
        }
    }

    /// What a card comes from, in one line: each link is said in full where it begins.
    fn comes(&self, id: CardId) -> Option<AnyView> {
        let from = |(link, drawn): (&LinkId, &Link)| {
            format!("{} ({})", self.titles.title(link.cause), kind(self.words, drawn.kind))
        };
        let links = self.document.links.iter().filter(|(link, _)| link.consequence == id);
        let from = links.map(from).collect::<Vec<_>>().join(", ");
        (!from.is_empty()).then(|| view! { <p class="plan-way">{self.words.plan().comes_from(&from)}</p> }.into_any())
    }

    /// Why a link is there, and what the table thinks of it.
    fn after(&self, id: LinkId, link: &Link) -> String {
        let because = if link.because.is_empty() {
            String::new()
        } else {
            format!(" {} {}", self.words.plan().because, isolated(&link.because))
        };
        let thought = opinion(self.words, Look::of(&self.document, id), self.document.opinions(id));
        format!("{because} ({thought})")
    }

    /// The language of a title among words of ours, where it is another one.
    fn other_lang(&self, card: CardId) -> Option<&'static str> {
        self.titles.lang(card).filter(|lang| *lang != self.words.lang().code())
    }
}

/// What a back says, with its source.
pub fn back_text(words: Words, back: &Back) -> AnyView {
    let year = back.year.map(|year| format!(", {year}")).unwrap_or_default();
    let source = format!("{}{year}, {}", back.source, certainty(words, back.certainty));
    view! { <p lang=back.lang.code()>{back.fact.clone()}</p><p class="soft small">{source}</p> }.into_any()
}

/// The notes or the open questions, each with the name of whoever wrote it, as far as names are still kept.
#[component]
pub fn NotesText(
    /// What they are called together.
    title: &'static str,
    /// What they say, by name.
    notes: Vec<(NoteId, Note)>,
    /// Who has a seat.
    seats: Vec<Seat>,
    /// The board whose notes can be chosen here, and what the way to do it says.
    #[prop(optional)]
    choose: Option<(BoardId, &'static str)>,
) -> impl IntoView {
    let name = |actor: ActorId| seats.iter().find(|seat| seat.actor == actor).map(|seat| seat.name.clone());
    let line = |(id, note): (NoteId, Note)| {
        let by = name(note.author).filter(|name| !name.is_empty());
        let by = by.map(|by| view! { " "<bdi class="soft small">{by}</bdi> });
        let way =
            choose.map(|(board, says)| view! { " "<a class="small" href=Chosen::Note(id).address(board)>{says}</a> });
        view! { <li dir="auto">{note.text}{by}{way}</li> }
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
        {(!title.is_empty()).then(|| view! { <p dir="auto"><strong>{title}</strong></p> })}
        {(!story.is_empty()).then(|| view! { <p class="plan-story" dir="auto">{story}</p> })}
    }
}

/// The id of a card on its page.
#[must_use]
pub fn anchor(card: CardId) -> String {
    format!("carte-{card}")
}
