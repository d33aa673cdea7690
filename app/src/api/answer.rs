//! What can be answered instead of what was asked. Codes, never free text: a page says them in its own language, and
//! an address bar cannot put words into our mouth.

use board::Rejection;
use serde::{Deserialize, Serialize};
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

/// A refusal or a failure, as a page is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppError {
    /// The room refused the op.
    Rejected(Rejection),
    /// No open workshop has this code.
    UnknownCode,
    /// The workshop's door is closed.
    DoorClosed,
    /// A first name or a pseudonym is needed.
    NameMissing,
    /// Longer than this many characters.
    TooLong(u16),
    /// Somebody at this workshop already has this name.
    NameTaken,
    /// This browser facilitates that workshop: its person has no hand there.
    Facilitates,
    /// There is no such table.
    NoSuchTable,
    /// Only a signed-in organiser may.
    SignedOut,
    /// Login or password do not match.
    WrongPassword,
    /// The password is too short.
    WeakPassword,
    /// The login is taken, or is empty.
    LoginTaken,
    /// The set-up link has been used, or is not the one that was printed.
    SetUpDone,
    /// A title is needed.
    TitleMissing,
    /// Not a person's workshop, board or page; or there is none.
    NotFound,
    /// Too many attempts: wait a little.
    TooMany,
    /// This is no day.
    BadDay,
    /// This day is more than a year ahead.
    TooFar,
    /// Something did not work here: nothing is lost, try again.
    TryAgain,
    /// The socket was closed.
    Closed(Close),
    /// A table of this workshop has begun: its script stays as it is.
    Begun,
    /// A step lasts from 1 to this many minutes.
    BadMinutes(u16),
    /// A script has at least one step.
    NoStepLeft,
    /// Only people who play at a table may.
    ParticipantsOnly,
    /// Nobody votes for their own table.
    OwnTable,
    /// The vote is closed.
    VoteClosed,
    /// This person has answered already.
    Answered,
    /// Nothing was answered.
    NothingAnswered,
    /// A grade goes from 1 to 5.
    OffScale,
    /// What cannot be undone must be confirmed.
    Unconfirmed,
    /// The workshop is over.
    WorkshopClosed,
    /// Somebody else wrote there since this person read it.
    Overtaken,
    /// What was typed before a place at a table was lost is here again, to be sent.
    Resumed,
    /// No read-only link is here: it was revoked, or never was.
    NoShare,
    /// The read-only link has expired.
    ShareOver,
    /// This is not the address of a site.
    NotAnOrigin,
    /// No invitation is here: it was used, taken back, has expired, or never was.
    NotInvited,
    /// The last account that organises stays.
    LastOrganiser,
    /// Things are kept from one day to ten years, copies for a month at most.
    BadRetention,
    /// What cannot be undone must be confirmed in words.
    NotConfirmed,
    /// This account reads saved boards and nothing else.
    ReadsOnly,
    /// This is no address of a mailbox.
    BadAddress,
}

/// How a socket was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Close {
    /// The websocket close code.
    pub code: u16,
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::TryAgain
    }
}

impl From<Close> for AppError {
    fn from(close: Close) -> Self {
        Self::Closed(close)
    }
}

impl From<Rejection> for AppError {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for AppError {}
