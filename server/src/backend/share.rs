//! Read-only links: made and revoked by organisers, opened by whoever has the secret.
//!
//! A revoked link is no row any more, so it takes the same steps as one that never was, and is answered the same. Only
//! failed tries are limited by address: a class that opens one link behind one wifi is not a burglar.

use super::{Machine, told};
use crate::retention::DAY;
use crate::store::{Mark, Share};
use crate::typed::{line, origins};
use crate::{faces, secret};
use app::api::*;
use app::routes::Route;
use app::text::words;
use async_trait::async_trait;
use board::{Millis, Role};

#[async_trait]
impl Shares for Machine {
    async fn shares(&self, who: Visitor, mark: i64) -> Result<SharesOpening, AppError> {
        self.organiser(who).await?;
        let Mark { id, name, .. } = self.store.mark(mark).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let now = crate::now();
        let card = |share: Share| ShareCard {
            number: share.number,
            note: share.note,
            expires: share.expires,
            over: share.expires <= now,
            opened: share.opened,
            origins: share.origins,
        };
        let links = self.store.shares(id).await.map_err(told)?.into_iter().map(card).collect();
        Ok(SharesOpening { mark, name, links, made: self.made_shares.take(who.id, mark) })
    }

    async fn share(&self, who: Visitor, mark: i64, note: &str, days: u16, origins: &str) -> Result<(), AppError> {
        self.organiser(who).await?;
        if !SHARED_FOR.contains(&days) {
            return Err(AppError::NotFound);
        }
        let (note, origins) = (line(note, MAX_NOTE)?, self::origins(origins)?);
        let (secret, made) = (secret::draw(), crate::now());
        let expires = Millis(made.0 + u64::from(days) * DAY);
        let frame = (!origins.is_empty()).then(|| format!("{}{}", self.public_url, Route::Embed(secret.clone())));
        let address = format!("{}{}", self.public_url, Route::Share(secret.clone()));
        let share = Share { number: 0, mark, note: note.clone(), made, expires, opened: 0, origins };
        if !self.store.share(&share, secret::hash(&secret)).await.map_err(told)? {
            return Err(AppError::NotFound);
        }
        self.write_down(who, Deed::Shared, Some(mark)).await?;
        self.made_shares.keep(who.id, mark, MadeShare { note, address, frame });
        Ok(())
    }

    async fn unshare(&self, who: Visitor, mark: i64, share: i64) -> Result<(), AppError> {
        self.organiser(who).await?;
        if self.store.unshare(mark, share).await.map_err(told)? {
            self.write_down(who, Deed::Unshared, Some(mark)).await?;
        }
        Ok(())
    }

    async fn shared(&self, who: Visitor, secret: &str) -> Result<SharedOpening, AppError> {
        let share = self.opens(who, secret, |_| true).await?;
        // A number to look at, and no reason to keep a disk busy: beyond a few a second they are not counted.
        if self.attempts.opening(share.number) {
            self.store.opened(share.number).await.map_err(told)?;
        }
        self.shared_opening(who, share, secret).await
    }

    async fn framed(&self, who: Visitor, secret: &str) -> Result<(SharedOpening, Vec<String>), AppError> {
        let share = self.opens(who, secret, |share| !share.origins.is_empty()).await?;
        let origins = share.origins.clone();
        Ok((self.shared_opening(who, share, secret).await?, origins))
    }
}

impl Machine {
    /// The link that this secret opens now, if it opens what is asked.
    async fn opens(&self, who: Visitor, secret: &str, also: fn(&Share) -> bool) -> Result<Share, AppError> {
        let found = self.store.shared(secret::hash(secret)).await.map_err(told)?.filter(also);
        match found {
            Some(share) if crate::now() < share.expires => Ok(share),
            found => {
                self.attempts.secret(who.address)?;
                Err(if found.is_some() { AppError::ShareOver } else { AppError::NoShare })
            }
        }
    }

    async fn shared_opening(&self, who: Visitor, share: Share, secret: &str) -> Result<SharedOpening, AppError> {
        let mut mark = self.store.mark(share.mark).await.map_err(told)?.ok_or(AppError::NoShare)?;
        let workshop = self.store.of_board(mark.board).await.map_err(told)?.ok_or(AppError::NoShare)?;
        let kept = mark.clone();
        let (retrospect, findings, cut) = self.retrospect_of(&mark, &workshop, who.lang).await?;
        if let Some(cut) = cut {
            mark.name = words(who.lang).saved().readable_up_to(&mark.name, &cut.read.to_string(), &cut.of.to_string());
        }
        let mut saved = self.saved_opening(who, &mark, &workshop, retrospect.document).await?;
        saved.seats.clear();
        for action in saved.card.document.actions.values_mut() {
            // Who does it, and with whom, is between those who were there.
            action.owner.clear();
            action.with.clear();
        }
        // Backs that the table never turned stay closed to whoever plays with these cards later.
        saved.faces = faces::faces(
            &self.deck_of_mark(&kept, &workshop).await?.deck,
            &saved.card.document,
            Role::Spectator,
            who.lang,
        );
        let counts = [findings.alone.len(), findings.hinted.len(), findings.missing.len()];
        let Mark { deck: (deck, _), .. } = kept;
        Ok(SharedOpening { saved, deck, counts, expires: share.expires, secret: secret.to_owned() })
    }
}
