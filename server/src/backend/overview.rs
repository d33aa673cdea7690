//! Many saved boards together, for whoever may read them.

use super::library::asked;
use super::{Machine, told};
use crate::decks;
use app::api::{AppError, LibraryWish, OverviewOpening, Visitor, Which};
use board::{FEWEST_WORKSHOPS, Tally, WorkshopId};
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
        let loaded = match &wish.deck {
            Some((slug, version)) => decks::played(&*self.store, slug, version).await.map_err(told)?,
            None => Some(decks::newest(&*self.store).await.map_err(told)?),
        };
        let loaded = loaded.ok_or(AppError::NotFound)?;
        let mut ours = self.store.harvests(&ask).await.map_err(told)?;
        ours.retain(|(_, one)| !one.cards.is_empty());
        let others =
            self.of_other_decks(ours.iter().map(|(workshop, _)| *workshop).collect(), &loaded.deck.slug).await?;
        let (workshops, harvests): (Vec<_>, Vec<_>) =
            ours.into_iter().filter(|(workshop, _)| !others.contains(workshop)).unzip();
        let workshops = workshops.into_iter().collect::<BTreeSet<_>>().len();
        if workshops < FEWEST_WORKSHOPS {
            return Ok(OverviewOpening { wish, workshops, ..Default::default() });
        }
        let (deck, key) = (&loaded.deck, loaded.key(who.lang));
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

    /// Those of these workshops whose cards come from another deck: a number is another card there.
    async fn of_other_decks(
        &self,
        workshops: BTreeSet<WorkshopId>,
        slug: &str,
    ) -> Result<BTreeSet<WorkshopId>, AppError> {
        let mut others = BTreeSet::new();
        for id in workshops {
            let workshop = self.store.workshop(id).await.map_err(told)?;
            if workshop.is_none_or(|workshop| workshop.deck != slug) {
                others.insert(id);
            }
        }
        Ok(others)
    }
}
