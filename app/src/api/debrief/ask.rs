//! What a debrief sheet asks: ten blocks, their fields, and what each field is about.
//!
//! A field has a name that lasts (`owner.t1.a5`): forms, the store and validated sheets know it by that.

use board::{ActionId, CardId, LinkId, NoteId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest short text, in characters.
pub const MAX_LINE: u16 = 120;
/// The longest text, in characters.
pub const MAX_SAID: u16 = 400;

/// A block of the sheet, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// When, where, with whom.
    Session,
    /// What was understood.
    Understanding,
    /// What people disagree on.
    Disagreements,
    /// What the board says.
    Reading,
    /// What is decided.
    Actions,
    /// What is given up.
    Renouncement,
    /// What is needed, and who could help.
    Needs,
    /// What people said of the workshop.
    Returns,
    /// What becomes of it.
    FollowUp,
    /// Who may read it, and for how long.
    Sharing,
}

impl Block {
    /// The ten blocks.
    pub const ALL: [Self; 10] = [
        Self::Session,
        Self::Understanding,
        Self::Disagreements,
        Self::Reading,
        Self::Actions,
        Self::Renouncement,
        Self::Needs,
        Self::Returns,
        Self::FollowUp,
        Self::Sharing,
    ];

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|block| *block == self).unwrap_or_default() + 1
    }

    /// Its place on the page.
    #[must_use]
    pub fn anchor(self) -> String {
        format!("bloc-{}", self.number())
    }
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text of this many characters at most.
    Text(u16),
    /// A day.
    Day,
    /// A grade from 1 to 5.
    Grade,
}

macro_rules! asks {
    ($($(#[$doc:meta])* $ask:ident = $name:literal, $block:ident, $kind:expr;)*) => {
        /// A question of the sheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Ask { $($(#[$doc])* $ask),* }

        impl Ask {
            /// All of them, in the order in which they are asked.
            pub const ALL: &'static [Self] = &[$(Self::$ask),*];

            /// Its lasting name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$ask => $name),* }
            }

            /// The block it stands in.
            #[must_use]
            pub const fn block(self) -> Block {
                match self { $(Self::$ask => Block::$block),* }
            }

            /// How it is filled in.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$ask => $kind),* }
            }
        }
    };
}

asks! {
    /// The day of the workshop.
    Held = "held", Session, Kind::Day;
    /// The organisation it was for.
    Structure = "structure", Session, Kind::Text(MAX_LINE);
    /// The kind of venue or team.
    Profile = "profile", Session, Kind::Text(MAX_LINE);
    /// How many people of each trade, without names.
    Trades = "trades", Session, Kind::Text(MAX_SAID);
    /// Who facilitated.
    Facilitation = "facilitation", Session, Kind::Text(MAX_LINE);

    /// What to take up again with the team.
    Resume = "resume", Understanding, Kind::Text(MAX_SAID);

    /// The positions there are.
    Positions = "positions", Disagreements, Kind::Text(MAX_SAID);
    /// The argument of each.
    Arguments = "arguments", Disagreements, Kind::Text(MAX_SAID);
    /// What should be checked.
    Check = "check", Disagreements, Kind::Text(MAX_SAID);
    /// By whom.
    CheckedBy = "checked-by", Disagreements, Kind::Text(MAX_LINE);
    /// A disagreement that is not on the board.
    Dispute = "dispute", Disagreements, Kind::Text(MAX_SAID);

    /// The title of the board.
    Title = "title", Reading, Kind::Text(MAX_LINE);
    /// Its story in one sentence.
    Story = "story", Reading, Kind::Text(MAX_SAID);

    /// What is done.
    Does = "does", Actions, Kind::Text(MAX_SAID);
    /// Who takes care of it.
    Owner = "owner", Actions, Kind::Text(MAX_LINE);
    /// With whom.
    With = "with", Actions, Kind::Text(MAX_LINE);
    /// What it costs, now that it was talked about.
    Effort = "effort", Actions, Kind::Grade;
    /// What it brings.
    Impact = "impact", Actions, Kind::Grade;
    /// What comes first.
    FirstStep = "first-step", Actions, Kind::Text(MAX_SAID);
    /// By when.
    Due = "due", Actions, Kind::Day;
    /// How one will know.
    Indicator = "indicator", Actions, Kind::Text(MAX_SAID);
    /// In money or in time.
    Cost = "cost", Actions, Kind::Text(MAX_LINE);
    /// The funding file, carbon report or contract it belongs to.
    Tie = "tie", Actions, Kind::Text(MAX_LINE);

    /// What stops, or gets less.
    Stops = "stops", Renouncement, Kind::Text(MAX_SAID);
    /// Who sees to it.
    Keeper = "keeper", Renouncement, Kind::Text(MAX_LINE);
    /// What comes first.
    Begins = "begins", Renouncement, Kind::Text(MAX_SAID);
    /// From when.
    Since = "since", Renouncement, Kind::Day;
    /// What that frees.
    Frees = "frees", Renouncement, Kind::Text(MAX_SAID);
    /// How it is explained to the public.
    Explained = "explained", Renouncement, Kind::Text(MAX_SAID);

    /// What people need to learn.
    Training = "training", Needs, Kind::Text(MAX_SAID);
    /// The money it takes.
    Budget = "budget", Needs, Kind::Text(MAX_SAID);
    /// The equipment it takes, or that is offered.
    Equipment = "equipment", Needs, Kind::Text(MAX_SAID);
    /// A venue nearby to do it with.
    Neighbour = "neighbour", Needs, Kind::Text(MAX_SAID);
    /// A network to do it with.
    Network = "network", Needs, Kind::Text(MAX_SAID);
    /// A demand to carry further.
    Demand = "demand", Needs, Kind::Text(MAX_SAID);

    /// What the answers come to.
    Summary = "summary", Returns, Kind::Text(MAX_SAID);
    /// Cards to be corrected.
    Correct = "correct", Returns, Kind::Text(MAX_SAID);
    /// What kept people out.
    Access = "access", Returns, Kind::Text(MAX_SAID);

    /// The day to meet again after a month.
    Month1 = "month-1", FollowUp, Kind::Day;
    /// Whether the first step is made, or else why not.
    Month1Said = "month-1-said", FollowUp, Kind::Text(MAX_SAID);
    /// The day after three months.
    Month3 = "month-3", FollowUp, Kind::Day;
    /// The indicator, what is in the way, the help that is asked for.
    Month3Said = "month-3-said", FollowUp, Kind::Text(MAX_SAID);
    /// The day after six months.
    Month6 = "month-6", FollowUp, Kind::Day;
    /// The result, whether the renouncement held, rebound, what is published.
    Month6Said = "month-6-said", FollowUp, Kind::Text(MAX_SAID);

    /// Under which licence.
    Licence = "licence", Sharing, Kind::Text(MAX_LINE);
    /// What is public.
    Public = "public", Sharing, Kind::Text(MAX_SAID);
    /// What stays inside.
    Internal = "internal", Sharing, Kind::Text(MAX_SAID);
    /// For how long it is kept.
    Kept = "kept", Sharing, Kind::Text(MAX_LINE);
}

/// What a question is about. Tables are numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The whole workshop.
    Workshop,
    /// A table.
    Table(u8),
    /// A link of a table.
    Link(u8, LinkId),
    /// An open question of a table.
    Question(u8, NoteId),
    /// Something that a table decided.
    Action(u8, ActionId),
    /// Something that was decided at the closing: the first, the second, …
    More(u8),
}

/// A field of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct FieldId {
    /// What it is about.
    pub about: About,
    /// What is asked.
    pub ask: Ask,
}

/// A text that names no field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoField;

impl FieldId {
    /// This question about this.
    #[must_use]
    pub const fn new(about: About, ask: Ask) -> Self {
        Self { about, ask }
    }
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.ask.name())?;
        match self.about {
            About::Workshop => Ok(()),
            About::Table(table) => write!(f, ".t{table}"),
            About::Link(table, link) => write!(f, ".t{table}.l{}-{}", link.cause, link.consequence),
            About::Question(table, note) => write!(f, ".t{table}.q{note}"),
            About::Action(table, action) => write!(f, ".t{table}.a{action}"),
            About::More(number) => write!(f, ".m{number}"),
        }
    }
}

impl std::str::FromStr for FieldId {
    type Err = NoField;

    fn from_str(text: &str) -> Result<Self, NoField> {
        let mut parts = text.split('.');
        let name = parts.next().ok_or(NoField)?;
        let ask = Ask::ALL.iter().copied().find(|ask| ask.name() == name).ok_or(NoField)?;
        let about = about(parts.next(), parts.next()).ok_or(NoField)?;
        if parts.next().is_some() { Err(NoField) } else { Ok(Self { about, ask }) }
    }
}

fn about(first: Option<&str>, second: Option<&str>) -> Option<About> {
    let Some(first) = first else { return Some(About::Workshop) };
    if let Some(number) = first.strip_prefix('m') {
        return second.is_none().then_some(About::More(number.parse().ok()?));
    }
    let table = first.strip_prefix('t')?.parse().ok()?;
    let Some(second) = second else { return Some(About::Table(table)) };
    let (kind, name) = second.split_at_checked(1)?;
    Some(match kind {
        "l" => {
            let (cause, consequence) = name.split_once('-')?;
            let card = |number: &str| number.parse().ok().map(CardId);
            About::Link(table, LinkId { cause: card(cause)?, consequence: card(consequence)? })
        }
        "q" => About::Question(table, name.parse().ok()?),
        "a" => About::Action(table, name.parse().ok()?),
        _ => return None,
    })
}

impl From<FieldId> for String {
    fn from(field: FieldId) -> Self {
        field.to_string()
    }
}

impl TryFrom<String> for FieldId {
    type Error = NoField;

    fn try_from(text: String) -> Result<Self, NoField> {
        text.parse()
    }
}

impl fmt::Display for NoField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no field of the sheet")
    }
}

impl std::error::Error for NoField {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_as_it_was_written_and_nothing_else_is_one() {
        let link = LinkId { cause: CardId(3), consequence: CardId(17) };
        let abouts = [
            About::Workshop,
            About::Table(2),
            About::Link(1, link),
            About::Question(1, NoteId(u64::MAX)),
            About::Action(12, ActionId(5)),
            About::More(1),
        ];
        for about in abouts {
            for &ask in Ask::ALL {
                let field = FieldId { about, ask };
                assert_eq!(field.to_string().parse(), Ok(field));
            }
        }
        for text in ["", "owner.", "owner.t1.a5.x", "owner.x1", "owner.t1.a", "nobody", "check.t1.l3", "owner.m1.a5"] {
            assert_eq!(text.parse::<FieldId>(), Err(NoField), "{text}");
        }
    }
}
