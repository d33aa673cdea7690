//! What became of what was decided: what the pages of the follow-up are rendered from, and the server functions of their
//! forms. Answers are counted by action and never shown by person.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use board::{Action, ActionId, BoardId, Day, Millis, WorkshopId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The longest word on a status, in characters.
pub const MAX_WORD: u16 = 300;
/// The longest address of a mailbox, in characters.
pub const MAX_ADDRESS: u16 = 254;
/// With fewer answers than this, shares would have names.
pub const FEWEST_ANSWERS: u32 = 3;

/// What became of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// It is done.
    Done,
    /// It goes on.
    Ongoing,
    /// It was given up.
    Dropped,
    /// It needs somebody's help.
    NeedsHelp,
}

impl Status {
    /// All four, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Done, Self::Ongoing, Self::Dropped, Self::NeedsHelp];

    /// How an address says it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "fait",
            Self::Ongoing => "en-cours",
            Self::Dropped => "abandonne",
            Self::NeedsHelp => "aide",
        }
    }

    /// The one that an address says.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// When the follow-up asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Milestone {
    /// One month after the workshop.
    One,
    /// Three months after.
    Three,
    /// Six months after.
    Six,
}

impl Milestone {
    /// All three.
    pub const ALL: [Self; 3] = [Self::One, Self::Three, Self::Six];

    /// How many months after the workshop.
    #[must_use]
    pub const fn months(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Three => 3,
            Self::Six => 6,
        }
    }

    /// Its day, for a workshop of this day.
    #[must_use]
    pub fn after(self, workshop: Day) -> Day {
        workshop.after_months(self.months())
    }

    /// The one that comes after.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|milestone| *milestone > self)
    }
}

/// An action of a workshop, by the table that decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The table, from 1.
    pub table: u8,
    /// Its board.
    pub board: BoardId,
    /// The action.
    pub id: ActionId,
    /// What was decided.
    pub action: Action,
}

impl Decided {
    /// How an address calls it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}-{}", self.table, self.id)
    }
}

/// The follow-up of one workshop, for those who organise and facilitate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpOpening {
    /// Which workshop.
    pub workshop: WorkshopId,
    /// Its title.
    pub title: String,
    /// Its day, in Paris: that of its end.
    pub day: Day,
    /// Today, in Paris.
    pub today: Day,
    /// How many addresses a reminder will still reach; `None` where no mail is sent.
    pub awaited: Option<u32>,
    /// Its actions, by table.
    pub actions: Vec<Followed>,
}

/// An action, and what is known of it at each milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// What was decided.
    pub decided: Decided,
    /// At 1, 3 and 6 months.
    pub milestones: [(Answers, Option<Statement>); 3],
}

/// What people answered about an action at a milestone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answers {
    /// Nobody answered.
    #[default]
    Nobody,
    /// Fewer than [`FEWEST_ANSWERS`] did.
    TooFew,
    /// How many said what, in the order of [`Status::ALL`].
    Counted([u32; 4]),
}

impl Answers {
    /// What these counts may show.
    #[must_use]
    pub fn of(counts: [u32; 4]) -> Self {
        match counts.iter().sum() {
            0 => Self::Nobody,
            few if few < FEWEST_ANSWERS => Self::TooFew,
            _ => Self::Counted(counts),
        }
    }
}

/// What the team itself says of an action at a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands.
    pub status: Status,
    /// A word on it; may be empty.
    pub word: String,
    /// When it was written.
    pub at: Millis,
}

/// A statement as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementWish {
    /// Of which board's action.
    pub board: BoardId,
    /// Of which action.
    pub action: ActionId,
    /// At which milestone.
    pub milestone: Milestone,
    /// Where it stands; `None` takes the statement back.
    #[serde(default)]
    pub status: Option<Status>,
    /// A word on it.
    #[serde(default)]
    pub word: String,
}

/// The workshops that can be followed up, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUpsOpening {
    /// Today, in Paris.
    pub today: Day,
    /// Each with its title, and its day once it is over.
    pub workshops: Vec<(WorkshopId, String, Option<Day>)>,
}

/// Whether a person may leave their address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reminders {
    /// No mail is sent from here.
    #[default]
    Off,
    /// They may.
    Offered,
    /// They have.
    Left,
}

/// The page that a reminder leads to: whoever has its secret answers there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOpening {
    /// The secret of the reminder.
    pub secret: String,
    /// The workshop's title.
    pub title: String,
    /// At which milestone it asks.
    pub milestone: Milestone,
    /// The last day on which it takes answers.
    pub until: Day,
    /// The actions, each with what this person answered so far.
    pub actions: Vec<(Decided, Option<Status>)>,
    /// The action and the status that the address proposes.
    pub proposed: Option<(usize, Status)>,
    /// Whether another reminder is to come.
    pub awaited: bool,
}

/// Leaves an address for reminders.
#[server(prefix = "/api", endpoint = "remind")]
pub async fn remind(board: BoardId, address: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.remind(who, board, &address).await?;
    super::ask::go(&super::ask::Route::Feedback(board))
}

/// States what became of an action.
#[server(prefix = "/api", endpoint = "state")]
pub async fn state(workshop: WorkshopId, what: StatementWish) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    let place = backend.state(who, workshop, what).await?;
    super::ask::go_to_place(&super::ask::Route::FollowUp(workshop), &place)
}

/// Answers a reminder.
#[server(prefix = "/api", endpoint = "answer")]
pub async fn answer(secret: String, action: String, status: Status) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.answer(who, &secret, &action, status).await?;
    super::ask::go_to_place(&super::ask::Route::Answer(secret), "reponses")
}

/// Stops the reminders and erases the address.
#[server(prefix = "/api", endpoint = "stop")]
pub async fn stop(secret: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.stop(who, &secret).await?;
    super::ask::go_to_place(&super::ask::Route::Answer(secret), "rappels")
}
