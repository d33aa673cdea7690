//! Several saved boards, side by side: each for whoever may read it.

use super::library::mark_local;
use super::{Machine, table_of, told};
use crate::decks::Loaded;
use crate::faces;
use crate::store::{Mark, Workshop};
use app::api::{AppError, ComparedBoard, ComparisonOpening, Visitor};
use board::deck::Front;
use board::key::Level;
use board::{CardId, Comparison, Document, LinkId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many saved boards are offered: the newest.
const OFFERED: usize = 100;

impl Machine {
    /// These saved boards, compared; what may be chosen, while there are fewer than two.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever neither organises nor facilitates, [`AppError::NotFound`] when one of the
    /// boards is not there.
    pub async fn comparison(&self, who: Visitor, marks: &[i64]) -> Result<ComparisonOpening, AppError> {
        let mut opening = ComparisonOpening { choice: self.comparable(who).await?, ..Default::default() };
        let mut boards = Vec::new();
        let (mut fronts, mut decks) = (BTreeMap::new(), Vec::new());
        for &mark in marks {
            let (mark, workshop) = self.may_read(who, mark).await?;
            let found = self.store.board_at(mark.board, Some(mark.seq)).await.map_err(told)?;
            let mut document = found.ok_or(AppError::NotFound)?.document;
            let loaded = self.deck_of_mark(&mark, &workshop).await?;
            // A number is another card in another deck.
            if decks.first().is_some_and(|first: &Arc<Loaded>| first.deck.slug != loaded.deck.slug) {
                opening.left_out.push(compared(&workshop, mark));
                continue;
            }
            let cards = document.cards.keys().copied();
            let mut of_board = faces::fronts(&loaded.deck, cards, who.lang);
            mark_local(&mut of_board, &loaded, who.lang);
            for front in of_board.iter_mut().filter(|front| loaded.local.contains(&front.card)) {
                tell_apart(&mut document, front, &fronts);
            }
            fronts.extend(of_board.into_iter().map(|front| (front.card, front)));
            opening.boards.push(compared(&workshop, mark));
            boards.push(document);
            decks.push(loaded);
        }
        opening.fronts = fronts.into_values().collect();
        opening.comparison = Comparison::of(&boards);
        let drawn = &opening.comparison.links;
        let (mut missed, mut beliefs) = (BTreeSet::new(), BTreeMap::new());
        // What a board could have drawn is what the version it was played with knows.
        for (board, loaded) in boards.iter().zip(&decks) {
            let (cards, key) = (lying(board), loaded.key(who.lang));
            let essential = key.expected.iter().filter(|(_, expected)| expected.level == Level::Essential);
            let here = |link: &LinkId| cards.contains(&link.cause) && cards.contains(&link.consequence);
            missed.extend(essential.map(|(&link, _)| link).filter(|link| here(link) && !drawn.contains_key(link)));
            let believed = key.misconceptions.iter().filter(|(link, _)| drawn.contains_key(link));
            beliefs.extend(believed.map(|(&link, known)| (link, known.belief.clone())));
        }
        opening.missed = missed.into_iter().collect();
        opening.beliefs = beliefs.into_iter().collect();
        Ok(opening)
    }

    /// The newest saved boards that this person may read.
    async fn comparable(&self, who: Visitor) -> Result<Vec<ComparedBoard>, AppError> {
        let (everything, facilitates) = self.reads(who).await?;
        let mut choice = Vec::new();
        for mark in self.store.marks().await.map_err(told)? {
            let workshop = self.store.of_board(mark.board).await.map_err(told)?.ok_or(AppError::NotFound)?;
            if everything || facilitates.contains(&workshop.id) {
                choice.push(compared(&workshop, mark));
            }
            if choice.len() == OFFERED {
                break;
            }
        }
        Ok(choice)
    }
}

fn compared(workshop: &Workshop, mark: Mark) -> ComparedBoard {
    let table = table_of(workshop, mark.board);
    ComparedBoard { mark: mark.id, name: mark.name, workshop: workshop.title.clone(), table, at: mark.at }
}

/// Two servers give the same number to two local cards: one of them takes another here, so that they are not taken for
/// one card.
fn tell_apart(document: &mut Document, front: &mut Front, known: &BTreeMap<CardId, Front>) {
    if known.get(&front.card).is_none_or(|other| other.title == front.title) {
        return;
    }
    let free = |card: &CardId| !known.contains_key(card) && !document.cards.contains_key(card);
    let Some(other) = (1..=u16::MAX).rev().map(CardId).find(free) else { return };
    let was = std::mem::replace(&mut front.card, other);
    let renamed = |card: CardId| if card == was { other } else { card };
    document.cards =
        std::mem::take(&mut document.cards).into_iter().map(|(card, kept)| (renamed(card), kept)).collect();
    document.links = std::mem::take(&mut document.links)
        .into_iter()
        .map(|(LinkId { cause, consequence }, link)| {
            (LinkId { cause: renamed(cause), consequence: renamed(consequence) }, link)
        })
        .collect();
}

fn lying(document: &Document) -> BTreeSet<CardId> {
    document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect()
}
