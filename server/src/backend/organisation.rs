//! The accounts of an organisation: who organises, who reads, who is invited, and what was written down of it all.

use super::organisers::{hash_of, login_of};
use super::{Machine, told};
use crate::secret;
use crate::store::{Accepted, Account, Invited, Line, Removed};
use crate::typed::line;
use app::api::*;
use app::routes::Route;
use async_trait::async_trait;
use board::{Millis, WorkshopId};

#[async_trait]
impl Organisation for Machine {
    async fn organisation(&self, who: Visitor) -> Result<OrganisationOpening, AppError> {
        self.organiser(who).await?;
        let (own, now) = (self.account(who).await?.map(|own| own.id), crate::now());
        let accounts = self.store.accounts().await.map_err(told)?;
        let organise = accounts.iter().filter(|account| account.standing == Standing::Organises).count();
        let account = |Account { id, login, standing }: Account| AccountCard {
            mine: own == Some(id),
            last: standing == Standing::Organises && organise == 1,
            id,
            login,
            standing,
        };
        let invitation = |Invited { number, name, standing, expires, .. }: Invited| InvitationCard {
            number,
            name,
            standing,
            expires,
            over: expires <= now,
        };
        let retention = self.store.retention().await.map_err(told)?;
        Ok(OrganisationOpening {
            accounts: accounts.into_iter().map(account).collect(),
            invitations: self.store.invitations().await.map_err(told)?.into_iter().map(invitation).collect(),
            made: self.made_invitations.take(who.id, ()),
            kept_for: [retention.names, retention.boards, retention.copies],
            workshops: self.store.kept().await.map_err(told)?.len(),
        })
    }

    async fn invite(&self, who: Visitor, name: &str, standing: Standing) -> Result<(), AppError> {
        self.organiser(who).await?;
        let name = line(name, MAX_INVITED)?;
        if name.is_empty() {
            return Err(AppError::NameMissing);
        }
        let (secret, made) = (secret::draw(), crate::now());
        let expires = Millis(made.0 + u64::from(INVITED_FOR) * crate::retention::DAY);
        let invited = Invited { number: 0, name: name.clone(), standing, made, expires };
        self.store.invite(&invited, secret::hash(&secret)).await.map_err(told)?;
        self.write_down(who, Deed::Invited, None).await?;
        let address = format!("{}{}", self.public_url, Route::Invitation(secret));
        self.made_invitations.keep(who.id, (), MadeInvitation { name, address });
        Ok(())
    }

    async fn uninvite(&self, who: Visitor, invitation: i64) -> Result<(), AppError> {
        self.organiser(who).await?;
        if self.store.uninvite(invitation).await.map_err(told)? {
            self.write_down(who, Deed::Uninvited, None).await?;
        }
        Ok(())
    }

    async fn invited(&self, who: Visitor, secret: &str) -> Result<InvitationOpening, AppError> {
        let Invited { name, standing, .. } = self.invitation_of(who, secret).await?;
        Ok(InvitationOpening { secret: secret.to_owned(), name, standing })
    }

    async fn accept(&self, who: Visitor, secret: &str, login: &str, password: &str) -> Result<(), AppError> {
        let invited = self.invitation_of(who, secret).await?;
        let (login, hash) = (login_of(login)?, self.hashing(hash_of(password)?).await?);
        match self.store.accept(invited.number, &login, &hash).await.map_err(told)? {
            Accepted::Added(account) => self.store.sign_in(who.id, Some(account)).await.map_err(told)?,
            Accepted::LoginTaken => return Err(AppError::LoginTaken),
            Accepted::Gone => return Err(AppError::NotInvited),
        }
        self.write_down(who, Deed::Joined, None).await
    }

    async fn remove_account(&self, who: Visitor, account: OrganiserId) -> Result<(), AppError> {
        self.organiser(who).await?;
        let line = self.line(who, Deed::Removed).await?;
        match self.store.remove_account(account).await.map_err(told)? {
            Removed::Gone(workshops) => {
                for workshop in workshops {
                    self.rooms.seated(workshop).await.map_err(told)?;
                }
                self.store.write_down(&line).await.map_err(told)
            }
            Removed::Last => Err(AppError::LastOrganiser),
            Removed::Nobody => Ok(()),
        }
    }

    async fn decide_retention(&self, who: Visitor, days: [u16; 3]) -> Result<(), AppError> {
        self.decide(who, days).await
    }

    async fn erasure(&self, who: Visitor, workshop: WorkshopId) -> Result<ErasureOpening, AppError> {
        self.may_erase(who, workshop).await
    }

    async fn erase_workshop(&self, who: Visitor, workshop: WorkshopId, typed: &str) -> Result<(), AppError> {
        self.erase(who, workshop, typed).await
    }

    async fn erase_all(&self, who: Visitor, typed: &str) -> Result<(), AppError> {
        self.erase_everything(who, typed).await
    }

    async fn register(&self, who: Visitor, page: u32) -> Result<RegisterOpening, AppError> {
        self.organiser(who).await?;
        let window = |page: u32| (page.saturating_mul(LINES), LINES);
        let (lines, total) = self.store.register(window(page)).await.map_err(told)?;
        let line = |Line { at, who, act, mark, workshop }: Line| RegisterLine { at, who, act, mark, workshop };
        let pages = if lines.is_empty() { page } else { total.div_ceil(LINES) };
        Ok(RegisterOpening { lines: lines.into_iter().map(line).collect(), page: (page, pages) })
    }
}

impl Machine {
    /// The account that this browser is signed in with.
    pub(super) async fn account(&self, who: Visitor) -> Result<Option<Account>, AppError> {
        self.store.account(who.id).await.map_err(told)
    }

    /// Writes down what this person did.
    pub(super) async fn write_down(&self, who: Visitor, act: Deed, mark: Option<i64>) -> Result<(), AppError> {
        let line = self.line(who, act).await?;
        self.store.write_down(&Line { mark, ..line }).await.map_err(told)
    }

    /// The line of the register that says that this person does something now.
    pub(super) async fn line(&self, who: Visitor, act: Deed) -> Result<Line, AppError> {
        let login = self.account(who).await?.map(|account| account.login);
        Ok(Line { at: crate::now(), who: Some(login.unwrap_or_default()), act, mark: None, workshop: None })
    }

    async fn invitation_of(&self, who: Visitor, secret: &str) -> Result<Invited, AppError> {
        self.attempts.secret(who.address)?;
        let found = self.store.invited(secret::hash(secret)).await.map_err(told)?;
        found.filter(|invited| crate::now() < invited.expires).ok_or(AppError::NotInvited)
    }
}
