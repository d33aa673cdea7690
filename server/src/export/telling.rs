//! A saved board in words, from its title to its actions: what the report and the page without a server both say.
//!
//! Open questions and what the table disagrees on come first: they are the agenda of whoever takes it up again.

use super::Titles;
use app::api::SavedOpening;
use app::components::picture;
use app::scene::{Look, stamped};
use app::text::{Words, moment, opinion, stamp};
use board::deck::{Deck, Grade};
use board::{Action, CardId, Document, LinkId, LotId};

/// A piece of what is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// What it is all about.
    Title(String),
    /// A heading.
    Heading(String),
    /// A heading under that.
    Card(String),
    /// A paragraph.
    Text(String),
    /// An item of a list; those that follow each other are one list.
    Item(String),
}

/// The whole board. The first piece is its title.
pub(super) fn telling(saved: &SavedOpening, deck: &Deck, words: Words) -> Vec<Said> {
    let teller = Teller { saved, deck, document: &saved.card.document, words, titles: Titles::of(saved, words) };
    let mut told = teller.opening();
    told.extend(teller.notes(words.plan().questions, true));
    told.extend(teller.contested());
    told.extend(teller.lots());
    told.extend(teller.notes(words.plan().notes, false));
    told.extend(teller.drawings());
    told.extend(teller.actions());
    told.push(Said::Text(teller.origin()));
    told
}

struct Teller<'a> {
    saved: &'a SavedOpening,
    deck: &'a Deck,
    document: &'a Document,
    words: Words,
    titles: Titles<'a>,
}

impl Teller<'_> {
    fn opening(&self) -> Vec<Said> {
        let (card, words) = (&self.saved.card, self.words);
        let place = words.library().place(&card.table.to_string(), &card.workshop);
        let saved = words.picture().saved(&moment(words, card.at));
        let title = (!self.document.title.is_empty()).then(|| words.saved().team_title(&self.document.title));
        let story = (!self.document.story.is_empty()).then(|| self.document.story.clone());
        let summary = format!("{}.", picture::summary(words, self.document));
        let texts = [title, story, Some(place), Some(saved), Some(summary)];
        let texts = texts.into_iter().flatten().map(Said::Text);
        std::iter::once(Said::Title(card.name.clone())).chain(texts).collect()
    }

    fn notes(&self, heading: &str, question: bool) -> Vec<Said> {
        let notes = self.document.notes.values().filter(|note| note.question == question);
        under(heading, notes.map(|note| note.text.clone()))
    }

    fn contested(&self) -> Vec<Said> {
        let contested = self.document.links.keys().filter(|&&link| Look::of(self.document, link).contested);
        under(self.words.export().contested, contested.map(|&link| self.sentence(link)))
    }

    /// Each card on the table under its lot, with where it leads and what it comes from.
    fn lots(&self) -> Vec<Said> {
        let mut told = Vec::new();
        for lot in &self.saved.lots {
            told.extend(self.lot(lot.lot, &lot.title));
        }
        let known = |lot: LotId| self.saved.lots.iter().any(|known| known.lot == lot);
        let others: std::collections::BTreeSet<_> = self.document.cards.values().map(|card| card.lot).collect();
        for lot in others.into_iter().filter(|&lot| !known(lot)) {
            told.extend(self.lot(lot, ""));
        }
        told
    }

    fn lot(&self, lot: LotId, title: &str) -> Vec<Said> {
        let cards =
            self.document.cards.iter().filter(|(id, card)| card.lot == lot && self.document.on_table(**id).is_some());
        let cards: Vec<_> = cards.flat_map(|(&id, _)| self.card(id)).collect();
        if cards.is_empty() {
            return cards;
        }
        let heading = self.words.picture().lot(&lot.to_string(), title);
        std::iter::once(Said::Heading(heading)).chain(cards).collect()
    }

    fn card(&self, id: CardId) -> Vec<Said> {
        let mut told = vec![Said::Card(self.words.picture().card(&id.to_string(), &self.titles.said(id)))];
        let leads = self.document.links.keys().filter(|link| link.cause == id);
        told.extend(leads.map(|&link| Said::Item(self.sentence(link))));
        let from = self.document.links.iter().filter(|(link, _)| link.consequence == id);
        let from = from.map(|(link, drawn)| {
            format!("{} ({})", self.titles.said(link.cause), picture::verb(self.words, drawn.kind))
        });
        let from = from.collect::<Vec<_>>().join(", ");
        told.extend((!from.is_empty()).then(|| Said::Text(self.words.plan().comes_from(&from))));
        told
    }

    fn sentence(&self, id: LinkId) -> String {
        let said = self
            .document
            .links
            .get(&id)
            .map(|link| picture::sentence(self.words, id, link, |card| self.titles.said(card)));
        let thought = opinion(self.words, Look::of(self.document, id), self.document.opinions(id));
        format!("{} ({thought})", said.unwrap_or_default())
    }

    fn drawings(&self) -> Vec<Said> {
        let stamps = stamped(self.document);
        let lines = self.document.strokes.len() - stamps.len();
        let lines = (lines > 0).then(|| self.words.draw().lines(lines));
        let stamps = stamps.into_iter().map(|(which, card)| {
            let name = stamp(self.words, which);
            card.map_or_else(|| name.to_owned(), |card| self.words.draw().stamped(name, &self.titles.said(card)))
        });
        under(self.words.draw().drawn, lines.into_iter().chain(stamps))
    }

    fn actions(&self) -> Vec<Said> {
        under(self.words.actions().kept, self.document.actions.values().map(|action| self.action(action)))
    }

    fn action(&self, action: &Action) -> String {
        let say = self.words.actions();
        let grade = |grade: Option<Grade>| grade.map_or(say.to_discuss.to_owned(), |grade| grade.get().to_string());
        let parts = [
            Some(say.grades(&grade(action.effort), &grade(action.impact))),
            (!action.owner.is_empty()).then(|| say.owner_is(&action.owner)),
            (!action.with.is_empty()).then(|| say.with_is(&action.with)),
            (!action.first_step.is_empty()).then(|| say.first_is(&action.first_step)),
            action.due.map(|due| say.due_is(&app::text::day(self.words, &due.to_string()))),
        ];
        let kind = if action.renounces { format!(" ({})", say.renouncement) } else { String::new() };
        format!("{}{kind}. {}.", action.text, parts.into_iter().flatten().collect::<Vec<_>>().join(". "))
    }

    /// Where the words of the cards come from: their licence asks to be told.
    fn origin(&self) -> String {
        let title = self.deck.title.read(self.words.lang()).0;
        self.words.export().origin(title, &self.deck.licence, &self.saved.deck_version)
    }
}

/// A list under its heading; nothing when there is nothing in it.
fn under(heading: &str, items: impl Iterator<Item = String>) -> Vec<Said> {
    let items: Vec<_> = items.map(Said::Item).collect();
    if items.is_empty() { items } else { std::iter::once(Said::Heading(heading.to_owned())).chain(items).collect() }
}
