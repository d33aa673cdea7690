//! Many saved boards together, for whoever may read them.

use super::library::asked;
use super::{Machine, told};
use crate::decks;
use app::api::{AppError, LibraryWish, OverviewOpening, Visitor, Which};
use board::{FEWEST_WORKSHOPS, Tally};
use std::collections::BTreeSet;

impl Machine {
    /// What the boards that the library would list add up to: the last board of each table. Boards of another deck than
    /// the one whose key this is do not count.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever neither organises nor facilitates.
    pub async fn overview(&self, who: Visitor, mut wish: LibraryWish) -> Result<OverviewOpening, AppError> {
        let (everything, facilitates) = self.reads(who).await?;
        wish.which = Which::Last;
        let mut ask = asked(&wish);
        ask.workshops = (!everything).then_some(facilitates);
        let (workshops, harvests): (Vec<_>, Vec<_>) =
            self.store.harvests(&ask).await.map_err(told)?.into_iter().filter(|(_, one)| !one.cards.is_empty()).unzip();
        let workshops = workshops.into_iter().collect::<BTreeSet<_>>().len();
        if workshops < FEWEST_WORKSHOPS {
            return Ok(OverviewOpening { wish, workshops, ..Default::default() });
        }
        let (deck, key) = (&decks::embedded().deck, decks::embedded().key(who.lang));
        let cards = deck.cards.iter().map(|(&card, topic)| (card, &topic.title));
        let actions = deck.actions.iter().map(|(&card, action)| (card, &action.title));
        let beliefs = key.misconceptions.iter().map(|(&link, known)| (link, known.belief.clone()));
        Ok(OverviewOpening {
            wish,
            workshops,
            tally: Some(Tally::of(&harvests, key)),
            titles: cards.chain(actions).map(|(card, title)| (card, title.read(who.lang).0.to_owned())).collect(),
            beliefs: beliefs.collect(),
        })
    }
}
