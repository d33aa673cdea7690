//! Several saved boards, side by side: each for whoever may read it.

use super::{Machine, deck_of, table_of, told};
use crate::store::{Mark, Workshop};
use crate::{decks, faces};
use app::api::{AppError, ComparedBoard, ComparisonOpening, Visitor};
use board::key::Level;
use board::{CardId, Comparison, Document, LinkId};
use std::collections::{BTreeMap, BTreeSet};

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
        let mut fronts = BTreeMap::new();
        for &mark in marks {
            let (mark, workshop) = self.may_read(who, mark).await?;
            let found = self.store.board_at(mark.board, Some(mark.seq)).await.map_err(told)?;
            let document = found.ok_or(AppError::NotFound)?.document;
            let cards = document.cards.keys().copied();
            fronts.extend(
                faces::fronts(deck_of(&workshop)?, cards, who.lang).into_iter().map(|front| (front.card, front)),
            );
            opening.boards.push(compared(&workshop, mark));
            boards.push(document);
        }
        opening.fronts = fronts.into_values().collect();
        opening.comparison = Comparison::of(&boards);
        let key = decks::embedded().key(who.lang);
        let drawn = &opening.comparison.links;
        let essential = key.expected.iter().filter(|(_, expected)| expected.level == Level::Essential);
        let tables: Vec<_> = boards.iter().map(lying).collect();
        let missed = |link: &LinkId| {
            !drawn.contains_key(link)
                && tables.iter().any(|cards| cards.contains(&link.cause) && cards.contains(&link.consequence))
        };
        opening.missed = essential.map(|(&link, _)| link).filter(missed).collect();
        let believed = key.misconceptions.iter().filter(|(link, _)| drawn.contains_key(link));
        opening.beliefs = believed.map(|(&link, known)| (link, known.belief.clone())).collect();
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

fn lying(document: &Document) -> BTreeSet<CardId> {
    document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect()
}
