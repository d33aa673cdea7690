//! Read-only links to saved boards: what their pages are rendered from, and the server functions that make and revoke
//! them. The page that a link opens has no form and knows nobody.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::{AppError, SavedOpening};
use board::Millis;
use leptos::prelude::*;

/// For how many days a link may open its page; the first is what is proposed.
pub const SHARED_FOR: [u16; 4] = [30, 7, 90, 365];
/// The longest note to whom a link was given, in characters.
pub const MAX_NOTE: u16 = 120;
/// The longest list of sites, in characters, and how many there may be.
pub const MAX_ORIGINS: (u16, usize) = (500, 10);

/// A saved board, as a read-only link shows it: without names, remarks, or what the deck knows and the table does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedOpening {
    /// The board, without the people who were there.
    pub saved: SavedOpening,
    /// The slug of the deck that it was played with.
    pub deck: String,
    /// How many essential links were found alone, found after a hint, and not found.
    pub counts: [usize; 3],
    /// Until when the link opens.
    pub expires: Millis,
    /// The secret, for the way from the picture to the page and from one language to the other.
    pub secret: String,
}

/// A read-only link, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareCard {
    /// Its number.
    pub number: i64,
    /// To whom it was given; may be empty.
    pub note: String,
    /// Until when it opens.
    pub expires: Millis,
    /// Whether that is over.
    pub over: bool,
    /// How often it was opened.
    pub opened: u32,
    /// The sites that may frame the picture.
    pub origins: Vec<String>,
}

/// The read-only links to a saved board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharesOpening {
    /// The board's number.
    pub mark: i64,
    /// Its name.
    pub name: String,
    /// The links, in the order in which they were made.
    pub links: Vec<ShareCard>,
    /// The link that was just made, for the one time it is shown.
    pub made: Option<MadeShare>,
}

/// A read-only link with its secret: said once, to whoever made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeShare {
    /// To whom it is given; may be empty.
    pub note: String,
    /// The full address of the page.
    pub address: String,
    /// The full address of the picture alone, where sites may frame it.
    pub frame: Option<String>,
}

/// Makes a read-only link to a saved board.
#[server(prefix = "/api", endpoint = "share")]
pub async fn share_board(
    mark: i64,
    #[server(default)] note: String,
    days: u16,
    #[server(default)] origins: String,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.share(who, mark, &note, days, &origins).await?;
    super::ask::go(&super::ask::Route::Shares(mark))
}

/// Revokes a read-only link.
#[server(prefix = "/api", endpoint = "unshare")]
pub async fn unshare_board(mark: i64, share: i64) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.unshare(who, mark, share).await?;
    super::ask::go(&super::ask::Route::Shares(mark))
}
