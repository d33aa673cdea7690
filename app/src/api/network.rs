//! What an organisation publishes for others by its own choice, entry by entry: what was decided, demands to carry, and
//! equipment offered or sought. What other servers published can be gathered beside it, from their file.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use board::Day;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest entry, in characters.
pub const MAX_ENTRY: u16 = 160;
/// The longest explanation of one.
pub const MAX_DETAIL: u16 = 500;
/// The longest name of a venue, and the longest way to reach it.
pub const MAX_VENUE: u16 = 120;
/// For how many days an entry may be shown at most.
pub const SHOWN_FOR: u32 = 366;

/// What an entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Matter {
    /// What a team decided.
    #[default]
    Decision,
    /// A demand to carry together (*plaidoyer*).
    Demand,
    /// Equipment that is offered (*ressourcerie*).
    Offer,
    /// Equipment that is sought.
    Seek,
}

impl Matter {
    /// All four, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Decision, Self::Demand, Self::Offer, Self::Seek];

    /// How files and addresses say it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Demand => "demand",
            Self::Offer => "offer",
            Self::Seek => "seek",
        }
    }

    /// The one that a file or an address says.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|matter| matter.name() == name)
    }
}

/// Something that an organisation publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkEntry {
    /// What it is.
    pub matter: Matter,
    /// In one sentence.
    pub text: String,
    /// More about it; may be empty.
    pub detail: String,
    /// Which venue says it.
    pub venue: String,
    /// How to reach it; may be empty.
    pub contact: String,
    /// The last day on which it is shown, in Paris.
    pub until: Day,
}

/// An entry as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its number, on this server.
    pub id: i64,
    /// The address of the server that it was gathered from; empty for one's own.
    pub from: String,
    /// The entry.
    pub entry: NetworkEntry,
}

/// The page of the network, for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkOpening {
    /// What is shown today: by what it is, then by the day on which it ends.
    pub entries: Vec<Shown>,
    /// What whoever organises needs to publish; `None` for everybody else.
    pub publishes: Option<Begun>,
}

/// What the form begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Begun {
    /// What it is.
    pub matter: Matter,
    /// In one sentence.
    pub text: String,
    /// The name of the venue.
    pub venue: String,
    /// How to reach it.
    pub contact: String,
    /// The last day.
    pub until: Day,
}

impl Begun {
    /// The fields of an address that begin the form with this.
    #[must_use]
    pub fn asked(fields: impl IntoIterator<Item = (String, String)>) -> (Option<Matter>, String) {
        let mut fields: BTreeMap<_, _> = fields.into_iter().collect();
        let matter = fields.get("genre").and_then(|name| Matter::named(name));
        (matter, fields.remove("texte").unwrap_or_default())
    }
}

/// An entry as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryWish {
    /// What it is, as [`Matter::name`] says it.
    pub matter: String,
    /// In one sentence.
    pub text: String,
    /// More about it.
    pub detail: String,
    /// Which venue says it.
    pub venue: String,
    /// How to reach it.
    pub contact: String,
    /// The last day: "2026-11-25", or as people write it.
    pub until: String,
}

/// Publishes an entry.
#[server(prefix = "/api", endpoint = "publish")]
pub async fn publish(what: EntryWish) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.publish(who, what).await?;
    super::ask::go(&super::ask::Route::Network)
}

/// Withdraws an entry at once.
#[server(prefix = "/api", endpoint = "withdraw")]
pub async fn withdraw(entry: i64) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.withdraw(who, entry).await?;
    super::ask::go(&super::ask::Route::Network)
}
