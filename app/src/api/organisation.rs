//! The organisation: who has an account, invitations, for how long things are kept, the register, and erasing.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::{AppError, OrganiserId};
use board::{BoardId, Millis, WorkshopId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// For how many days an invitation opens.
pub const INVITED_FOR: u16 = 7;
/// The longest name of somebody who is invited, in characters.
pub const MAX_INVITED: u16 = 60;
/// How many lines a page of the register has.
pub const LINES: u32 = 50;

/// What an account may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Everything.
    #[default]
    Organises,
    /// Read saved boards: neither write beside them, nor erase, nor invite.
    Reads,
}

/// What was done to what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A board was saved under a name.
    Saved,
    /// A read-only link was made.
    Shared,
    /// A read-only link was revoked.
    Unshared,
    /// A board was taken away as a file.
    Exported,
    /// Everything was taken away.
    ExportedAll,
    /// A board came from a file.
    Imported,
    /// A workshop was erased.
    Erased,
    /// The names of a workshop were erased.
    NamesErased,
    /// Somebody was invited.
    Invited,
    /// An invitation was taken back.
    Uninvited,
    /// Somebody used an invitation.
    Joined,
    /// An account was taken away.
    Removed,
    /// For how long things are kept was decided.
    Decided,
}

impl Deed {
    /// All of them, with the word that stands for each where it is kept.
    const ALL: [(Self, &'static str); 13] = [
        (Self::Saved, "saved"),
        (Self::Shared, "shared"),
        (Self::Unshared, "revoked"),
        (Self::Exported, "exported"),
        (Self::ExportedAll, "exported all"),
        (Self::Imported, "imported"),
        (Self::Erased, "erased"),
        (Self::NamesErased, "names erased"),
        (Self::Invited, "invited"),
        (Self::Uninvited, "invitation revoked"),
        (Self::Joined, "joined"),
        (Self::Removed, "removed"),
        (Self::Decided, "retention"),
    ];

    /// The word that stands for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(act, _)| *act == self).map_or("", |(_, name)| name)
    }

    /// The act of this word.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(act, _)| *act)
    }
}

/// The accounts and what the organisation decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationOpening {
    /// The accounts, in the order in which they were made.
    pub accounts: Vec<AccountCard>,
    /// The invitations that were not used.
    pub invitations: Vec<InvitationCard>,
    /// The invitation that was just made, for the one time it is shown.
    pub made: Option<MadeInvitation>,
    /// For how many days names, boards and copies of the database are kept.
    pub kept_for: [u16; 3],
    /// How many workshops there are, those of imported boards too.
    pub workshops: usize,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountCard {
    /// Its number.
    pub id: OrganiserId,
    /// Its login.
    pub login: String,
    /// What it may do.
    pub standing: Standing,
    /// Whether it is the reader's own.
    pub mine: bool,
    /// Whether it is the last one that organises, which stays.
    pub last: bool,
}

/// An invitation, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationCard {
    /// Its number.
    pub number: i64,
    /// Whom it is for.
    pub name: String,
    /// What the account may do.
    pub standing: Standing,
    /// Until when it opens.
    pub expires: Millis,
    /// Whether that is over.
    pub over: bool,
}

/// An invitation with its secret: said once, to whoever made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeInvitation {
    /// Whom it is for.
    pub name: String,
    /// The full address.
    pub address: String,
}

/// What an invitation opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationOpening {
    /// The secret.
    pub secret: String,
    /// Whom it is for.
    pub name: String,
    /// What the account may do.
    pub standing: Standing,
}

/// A page of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterOpening {
    /// The lines, the newest first.
    pub lines: Vec<RegisterLine>,
    /// Which page this is, from 0, and how many there are.
    pub page: (u32, u32),
}

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    /// When.
    pub at: Millis,
    /// The login of whoever did it; empty for somebody who facilitates without an account, `None` for the server.
    pub who: Option<String>,
    /// What was done.
    pub act: Deed,
    /// To which saved board.
    pub mark: Option<i64>,
    /// To which workshop, by number.
    pub workshop: Option<i64>,
}

/// A workshop that is about to be erased, or may be now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureOpening {
    /// Which one.
    pub workshop: WorkshopId,
    /// Its title, which confirms.
    pub title: String,
    /// How many saved boards go with it.
    pub saved: u32,
    /// When it is erased by itself.
    pub until: Millis,
}

/// Until when a workshop is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which one.
    pub workshop: WorkshopId,
    /// Until when it is kept.
    pub until: Millis,
    /// Until when its names are; `None` when it knows none.
    pub names: Option<Millis>,
}

/// A workshop that will be erased soon, as the library reminds of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its title.
    pub title: String,
    /// Until when it is kept.
    pub term: Term,
    /// One of its boards that was saved, if one was.
    pub board: Option<BoardId>,
    /// Whether this is the second reminder, a week before.
    pub last: bool,
}

/// Invites somebody to have an account.
#[server(prefix = "/api", endpoint = "invite")]
pub async fn invite(name: String, standing: Standing) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.invite(who, &name, standing).await?;
    super::ask::go(&super::ask::Route::Organisation)
}

/// Takes an invitation back.
#[server(prefix = "/api", endpoint = "uninvite")]
pub async fn uninvite(invitation: i64) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.uninvite(who, invitation).await?;
    super::ask::go(&super::ask::Route::Organisation)
}

/// Makes the account that an invitation is for, and signs in.
#[server(prefix = "/api", endpoint = "accept")]
pub async fn accept_invitation(secret: String, login: String, password: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.accept(who, &secret, &login, &password).await?;
    super::ask::go(&super::ask::Route::Library)
}

/// Takes an account away.
#[server(prefix = "/api", endpoint = "remove-account")]
pub async fn remove_account(account: i64) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.remove_account(who, OrganiserId(account)).await?;
    super::ask::go(&super::ask::Route::Organisation)
}

/// Decides for how many days things are kept.
#[server(prefix = "/api", endpoint = "retention")]
pub async fn decide_retention(names: u16, boards: u16, copies: u16) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.decide_retention(who, [names, boards, copies]).await?;
    super::ask::go(&super::ask::Route::Organisation)
}

/// Erases a workshop, confirmed by its title.
#[server(prefix = "/api", endpoint = "erase-workshop")]
pub async fn erase_workshop(workshop: WorkshopId, typed: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.erase_workshop(who, workshop, &typed).await?;
    super::ask::go(&super::ask::Route::Library)
}

/// Erases every workshop, confirmed in words.
#[server(prefix = "/api", endpoint = "erase-all")]
pub async fn erase_all(typed: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.erase_all(who, &typed).await?;
    super::ask::go(&super::ask::Route::Organisation)
}
