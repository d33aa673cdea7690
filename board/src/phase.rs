//! What a step of the script opens: the table phase × act, on one page.

use serde::{Deserialize, Serialize};

/// What a step of the script opens: rights, and what the room's screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Phase {
    /// People arrive; nothing moves yet.
    #[default]
    Welcome,
    /// Cards are read and placed.
    Cards,
    /// Causes and consequences are linked.
    Links,
    /// The board is read again and corrected by the team.
    Review,
    /// The board gets its title, its story and its drawings.
    Story,
    /// Nothing changes any more.
    Closing,
    /// People talk; what they say is noted.
    Icebreaker,
    /// Everybody rests; the board stays as it is.
    Break,
    /// A table presents its board to the others.
    Restitution,
    /// Tables visit each other and vote.
    Gallery,
    /// One word each, without a name.
    Mood,
    /// The team chooses what it does and what it stops doing.
    Actions,
    /// Questions about the workshop, without a name.
    Feedback,
}

impl Phase {
    /// All phases.
    pub const ALL: [Self; 13] = [
        Self::Welcome,
        Self::Icebreaker,
        Self::Cards,
        Self::Links,
        Self::Review,
        Self::Break,
        Self::Story,
        Self::Restitution,
        Self::Gallery,
        Self::Mood,
        Self::Actions,
        Self::Feedback,
        Self::Closing,
    ];
}

/// A right that a phase opens to participants: the table phase × act is [`Phase::allows`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Place, move and return cards.
    Place,
    /// Draw, change, judge and take away links.
    Link,
    /// Write notes and open questions.
    Note,
    /// Give the board its title and its story.
    Title,
    /// Draw and stamp on the board.
    Draw,
    /// Star links.
    Star,
    /// Propose actions and put them on the matrix.
    Act,
    /// Vote for another table's board.
    Vote,
    /// Say a word about one's mood.
    Mood,
    /// Answer the questions about the workshop.
    Feedback,
}

impl Act {
    /// All acts.
    pub const ALL: [Self; 10] = [
        Self::Place,
        Self::Link,
        Self::Note,
        Self::Title,
        Self::Draw,
        Self::Star,
        Self::Act,
        Self::Vote,
        Self::Mood,
        Self::Feedback,
    ];
}

impl Phase {
    /// Whether participants have this right in this phase.
    #[must_use]
    pub const fn allows(self, act: Act) -> bool {
        match self {
            Self::Welcome | Self::Break | Self::Closing => false,
            Self::Icebreaker => matches!(act, Act::Note),
            Self::Cards => matches!(act, Act::Place | Act::Note),
            Self::Links => matches!(act, Act::Place | Act::Link | Act::Note),
            Self::Review => matches!(act, Act::Place | Act::Link | Act::Note | Act::Star),
            Self::Story => matches!(act, Act::Note | Act::Title | Act::Draw | Act::Star),
            Self::Restitution => matches!(act, Act::Star),
            Self::Gallery => matches!(act, Act::Note | Act::Vote),
            Self::Mood => matches!(act, Act::Mood),
            Self::Actions => matches!(act, Act::Act),
            Self::Feedback => matches!(act, Act::Feedback),
        }
    }
}
