//! Organising: accounts and workshops.

use super::facilitation::name_of;
use super::{Machine, told};
use crate::decks;
use crate::secret;
use crate::typed::{self, line};
use crate::workshops::{self, Wish};
use app::api::{AppError, NewWorkshop, Organisers, Standing, Visitor, WorkshopsOpening};
use async_trait::async_trait;
use board::deck::Format;
use board::{Role, WorkshopId};
use std::sync::LazyLock;
use tokio::task::spawn_blocking;

/// The shortest password, in characters: long ones are strong and can be remembered.
const MIN_PASSWORD: usize = 12;
/// The longest: hashing it must stay cheap.
const MAX_PASSWORD: usize = 200;
/// The longest login, in characters.
const MAX_LOGIN: u16 = 80;

#[async_trait]
impl Organisers for Machine {
    async fn workshops(&self, who: Visitor) -> Result<WorkshopsOpening, AppError> {
        self.organiser(who).await?;
        let mut opening = WorkshopsOpening::default();
        for deck in decks::versions(&*self.store).await.map_err(told)?.iter().filter(|deck| !deck.retired) {
            opening.decks.push(self.deck_line(who, deck).await?);
        }
        for workshop in self.store.all().await.map_err(told)? {
            opening.played.push((workshop.deck.clone(), workshop.deck_version.clone()));
            opening.workshops.push(self.card(&workshop).await?);
        }
        opening.terms = self.terms().await?;
        Ok(opening)
    }

    async fn create(&self, who: Visitor, wish: NewWorkshop) -> Result<WorkshopId, AppError> {
        self.organiser(who).await?;
        let NewWorkshop { title, format, tables, assigned, deck } = wish;
        let title = typed::title(&title)?;
        let format = Format::of_minutes(format).ok_or(AppError::NotFound)?;
        if !(1..=workshops::MAX_TABLES).contains(&tables) {
            return Err(AppError::NoSuchTable);
        }
        let loaded = self.deck_for(&deck, format).await?;
        let wish = Wish { title, format, tables, assigned };
        let workshop = workshops::create_with(&*self.store, wish, &loaded.deck).await.map_err(told)?;
        self.take_role(who, workshop.id, name_of(Role::Facilitator), None).await?;
        Ok(workshop.id)
    }

    async fn may_set_up(&self, typed: &str) -> Result<(), AppError> {
        let expected = self.set_up == Some(secret::hash(typed));
        if expected && self.store.nobody_yet().await.map_err(told)? { Ok(()) } else { Err(AppError::SetUpDone) }
    }

    async fn set_up(&self, who: Visitor, typed: &str, login: &str, password: &str) -> Result<(), AppError> {
        self.attempts.secret(who.address)?;
        self.may_set_up(typed).await?;
        let (login, hash) = (login_of(login)?, self.hashing(hash_of(password)?).await?);
        let organiser = self.store.add(&login, &hash).await.map_err(told)?.ok_or(AppError::LoginTaken)?;
        self.store.sign_in(who.id, Some(organiser)).await.map_err(told)
    }

    async fn sign_in(&self, who: Visitor, login: &str, password: &str) -> Result<(), AppError> {
        /// What an unknown login is compared with, so that it takes as long as a known one.
        static NOBODY: LazyLock<String> = LazyLock::new(|| password_auth::generate_hash(secret::draw()));
        self.attempts.secret(who.address)?;
        let login = line(login, MAX_LOGIN).map_err(|_| AppError::WrongPassword)?;
        let (organiser, hash) = self.store.by_login(&login).await.map_err(told)?.unzip();
        let password: String = password.chars().take(MAX_PASSWORD + 1).collect();
        let compare = move || password_auth::verify_password(password, hash.as_ref().unwrap_or(&NOBODY)).is_ok();
        let right = self.hashing(compare).await?;
        let organiser = organiser.filter(|_| right).ok_or(AppError::WrongPassword)?;
        self.store.sign_in(who.id, Some(organiser)).await.map_err(told)
    }

    async fn sign_out(&self, who: Visitor) -> Result<(), AppError> {
        self.store.sign_in(who.id, None).await.map_err(told)
    }
}

impl Machine {
    /// Whether somebody organises, and the workshops that they facilitate.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever does neither.
    pub(super) async fn leads(&self, who: Visitor) -> Result<(bool, Vec<WorkshopId>), AppError> {
        let organiser = self.store.signed_in(who.id).await.map_err(told)?.is_some();
        let facilitates = self.store.facilitated_by(who.id).await.map_err(told)?;
        if organiser || !facilitates.is_empty() { Ok((organiser, facilitates)) } else { Err(AppError::SignedOut) }
    }

    /// Argon2 takes its time and 19 MiB: two at once, the others wait.
    pub(super) async fn hashing<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let _place = self.hashing.acquire().await.map_err(|_| AppError::TryAgain)?;
        spawn_blocking(work).await.map_err(|_| AppError::TryAgain)
    }

    /// Goes on only for somebody who organises.
    pub(super) async fn organiser(&self, who: Visitor) -> Result<(), AppError> {
        match self.account(who).await? {
            Some(account) if account.standing == Standing::Organises => Ok(()),
            Some(_) => Err(AppError::ReadsOnly),
            None => Err(AppError::SignedOut),
        }
    }

    /// Whether somebody may read every saved board, and the workshops that they facilitate.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] for whoever may read none.
    pub(super) async fn reads(&self, who: Visitor) -> Result<(bool, Vec<WorkshopId>), AppError> {
        if self.account(who).await?.is_some() { Ok((true, Vec::new())) } else { self.leads(who).await }
    }
}

/// A login as it is kept.
pub(super) fn login_of(typed: &str) -> Result<String, AppError> {
    let login = line(typed, MAX_LOGIN)?;
    if login.is_empty() { Err(AppError::LoginTaken) } else { Ok(login) }
}

/// The work of hashing a password that is long enough.
pub(super) fn hash_of(typed: &str) -> Result<impl FnOnce() -> String + Send + use<>, AppError> {
    if !(MIN_PASSWORD..=MAX_PASSWORD).contains(&typed.chars().count()) {
        return Err(AppError::WeakPassword);
    }
    let password = typed.to_owned();
    Ok(move || password_auth::generate_hash(password))
}
