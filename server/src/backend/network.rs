//! What organisations publish for others: who may, and what is shown today.

use super::{Machine, told};
use crate::typed::line;
use crate::{import, network};
use app::api::*;
use app::text::day_of;
use async_trait::async_trait;
use board::Rejection;

#[async_trait]
impl Network for Machine {
    async fn network(
        &self,
        who: Visitor,
        (matter, text): (Option<Matter>, String),
    ) -> Result<NetworkOpening, AppError> {
        let today = day_of(crate::now());
        let entries = self.store.published(today).await.map_err(told)?;
        let begun = || Begun {
            matter: matter.unwrap_or_default(),
            text,
            venue: self.operator.name.clone().unwrap_or_default(),
            contact: self.operator.contact.clone().unwrap_or_default(),
            until: today.after_months(6),
        };
        let organises = self.store.signed_in(who.id).await.map_err(told)?.is_some();
        Ok(NetworkOpening { entries, publishes: organises.then(begun) })
    }

    async fn publish(&self, who: Visitor, what: EntryWish) -> Result<(), AppError> {
        self.organiser(who).await?;
        let today = day_of(crate::now());
        let until = read_day(&what.until)?;
        if until < today {
            return Err(Rejection::InThePast.into());
        }
        if until.0 > today.0 + SHOWN_FOR {
            return Err(AppError::TooFar);
        }
        let entry = NetworkEntry {
            matter: Matter::named(&what.matter).ok_or(AppError::NotFound)?,
            text: line(&what.text, MAX_ENTRY)?,
            detail: line(&what.detail, MAX_DETAIL)?,
            venue: line(&what.venue, MAX_VENUE)?,
            contact: line(&what.contact, MAX_VENUE)?,
            until,
        };
        if entry.text.is_empty() || entry.venue.is_empty() {
            return Err(Rejection::Empty.into());
        }
        self.store.forget_past(today).await.map_err(told)?;
        self.store.publish(&entry).await.map_err(told)
    }

    async fn withdraw(&self, who: Visitor, entry: i64) -> Result<(), AppError> {
        self.organiser(who).await?;
        self.store.withdraw(entry).await.map_err(told)
    }
}

impl Machine {
    /// What this server publishes, as a file of this kind.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn network_file(&self, json: bool) -> Result<String, AppError> {
        let shown = self.store.published(day_of(crate::now())).await.map_err(told)?;
        Ok(if json { network::json(&shown, &self.public_url) } else { network::table(&shown) })
    }

    /// Gathers what the file of another server publishes, in the place of what it published before. `None` for a file
    /// that says to be something else.
    pub(super) async fn take_in(&self, bytes: &[u8]) -> Result<Option<Result<(), NotImported>>, AppError> {
        let Some(text) = import::text_of(bytes, network::SCHEMA) else { return Ok(None) };
        match network::read(text, &self.public_url, day_of(crate::now())) {
            Ok((server, entries)) => self.store.gather(&server, &entries).await.map(|()| Some(Ok(()))).map_err(told),
            Err(refused) => Ok(Some(Err(refused))),
        }
    }
}
