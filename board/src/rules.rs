//! Who may do what, when. The room's word counts; a browser asks the same function only to be polite.

use crate::{
    ActorId, CARD, Document, LinkId, MAX_LINKS, MAX_NOTES, MAX_TEXT, MAX_TITLE, Millis, Op, Phase, Point, Spot, TABLE,
    Undo, reduce::next_undo,
};
use serde::{Deserialize, Serialize};

/// For how long participants may take away a link or a note of theirs, in milliseconds: ten minutes.
pub const OWN_FOR: u64 = 10 * 60 * 1000;

/// What a person is at a workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Role {
    /// Plays at one table.
    #[default]
    Participant,
    /// Runs the workshop: every table.
    Facilitator,
    /// Looks on.
    Spectator,
    /// A screen for the room: looks on.
    Projector,
}

/// Who asks, as the server knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    /// Their number at this workshop.
    pub actor: ActorId,
    /// What they are here.
    pub role: Role,
}

/// Why an op is refused. Data, which each view says in its own language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rejection {
    /// This role looks on.
    LooksOn,
    /// Only the person who facilitates may.
    FacilitatorOnly,
    /// Only the room writes this op.
    RoomOnly,
    /// The table is paused.
    Paused,
    /// This phase does not open that right.
    NotInThisPhase,
    /// The card has not been dealt at this table.
    NotDealt,
    /// The card already lies on the table.
    AlreadyPlaced,
    /// The card does not lie on the table.
    NotOnTable,
    /// The card is in somebody else's hand.
    InAnotherHand,
    /// The card has links: they must go first.
    StillLinked,
    /// A card cannot cause itself.
    SelfLink,
    /// This link is already there.
    AlreadyLinked,
    /// The link the other way round is there.
    ReverseLinked,
    /// There is no such link.
    NoSuchLink,
    /// There is no such note.
    NoSuchNote,
    /// It is somebody else's.
    NotYours,
    /// It is yours, but older than ten minutes: the person who facilitates can take it away.
    TooLate,
    /// The text is longer than this many characters.
    TooLong(u16),
    /// A note says something.
    Empty,
    /// The text holds characters that cannot be shown.
    Unprintable,
    /// The place is not on the table.
    OffTable,
    /// The board is full.
    Full,
    /// There is nothing that this person can still take back.
    NothingToUndo,
    /// The lot has already been dealt at this table.
    AlreadyDealt,
    /// The deck has no such lot in this format.
    NoSuchLot,
    /// Nobody is seated at the table yet.
    NobodySeated,
    /// Too many ops at once: wait a little.
    TooFast,
    /// This is not a board of that person's workshop, or not their table.
    NotYourTable,
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
    /// Star key links.
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

/// Whether this op, asked by this person, may go into the log after this document.
///
/// # Errors
/// The first reason against it, rights before meaning.
pub fn check(document: &Document, asker: Asker, op: &Op, now: Millis) -> Result<(), Rejection> {
    rights(document, asker, op)?;
    meaning(document, asker, op, now)
}

fn rights(document: &Document, asker: Asker, op: &Op) -> Result<(), Rejection> {
    match asker.role {
        Role::Facilitator => return Ok(()),
        Role::Spectator | Role::Projector => return Err(Rejection::LooksOn),
        Role::Participant => {}
    }
    let act = match op {
        Op::Deal { .. } => return Err(Rejection::RoomOnly),
        Op::Enter { .. } | Op::Pause { .. } | Op::Open { .. } => return Err(Rejection::FacilitatorOnly),
        Op::Place { .. } | Op::Move { .. } | Op::Return { .. } => Act::Place,
        Op::Link { .. } | Op::Change { .. } | Op::Unlink { .. } => Act::Link,
        Op::Note { .. } | Op::Erase { .. } => Act::Note,
        Op::Title { .. } => Act::Title,
        Op::Undo => match next_undo(document, asker.actor) {
            None => return Err(Rejection::NothingToUndo),
            Some(Undo::Card(..)) => Act::Place,
            Some(Undo::Link(..)) => Act::Link,
            Some(Undo::Note(..)) => Act::Note,
            Some(Undo::Title(_)) => Act::Title,
            Some(Undo::Deal(_)) => return Err(Rejection::FacilitatorOnly),
        },
    };
    if document.paused {
        return Err(Rejection::Paused);
    }
    if !document.phase.allows(act) {
        return Err(Rejection::NotInThisPhase);
    }
    Ok(())
}

fn meaning(document: &Document, asker: Asker, op: &Op, now: Millis) -> Result<(), Rejection> {
    match op {
        Op::Deal { .. } => Err(Rejection::RoomOnly),
        Op::Place { card, at } => {
            on_table(*at)?;
            match document.cards.get(card).ok_or(Rejection::NotDealt)?.spot {
                Spot::Table(_) => Err(Rejection::AlreadyPlaced),
                Spot::Hand(owner) if owner != asker.actor && asker.role != Role::Facilitator => {
                    Err(Rejection::InAnotherHand)
                }
                Spot::Hand(_) | Spot::Reserve => Ok(()),
            }
        }
        Op::Move { card, at } => {
            on_table(*at)?;
            document.on_table(*card).map(drop).ok_or(Rejection::NotOnTable)
        }
        Op::Return { card } => {
            document.on_table(*card).ok_or(Rejection::NotOnTable)?;
            if document.is_linked(*card) { Err(Rejection::StillLinked) } else { Ok(()) }
        }
        Op::Link { link, because, .. } => {
            text(because, MAX_TEXT)?;
            new_link(document, *link)
        }
        Op::Change { link, because, .. } => {
            text(because, MAX_TEXT)?;
            document.links.get(link).map(drop).ok_or(Rejection::NoSuchLink)
        }
        Op::Unlink { link } => {
            let known = document.links.get(link).ok_or(Rejection::NoSuchLink)?;
            own(asker, known.author, known.at, now)
        }
        Op::Note { note, at, text: says, .. } => {
            on_table(*at)?;
            text(says, MAX_TEXT)?;
            if says.trim().is_empty() {
                return Err(Rejection::Empty);
            }
            let known = document.notes.contains_key(note);
            if !known && document.notes.len() >= MAX_NOTES { Err(Rejection::Full) } else { Ok(()) }
        }
        Op::Erase { note } => {
            let known = document.notes.get(note).ok_or(Rejection::NoSuchNote)?;
            own(asker, known.author, known.at, now)
        }
        Op::Title { text: says } => text(says, MAX_TITLE),
        Op::Enter { .. } | Op::Pause { .. } => Ok(()),
        Op::Open { lot } => document.lots.get(lot).map(drop).ok_or(Rejection::NotDealt),
        Op::Undo => next_undo(document, asker.actor).map(drop).ok_or(Rejection::NothingToUndo),
    }
}

fn new_link(document: &Document, link: LinkId) -> Result<(), Rejection> {
    if link.cause == link.consequence {
        return Err(Rejection::SelfLink);
    }
    for end in [link.cause, link.consequence] {
        document.on_table(end).ok_or(Rejection::NotOnTable)?;
    }
    if document.links.contains_key(&link) {
        return Err(Rejection::AlreadyLinked);
    }
    if document.links.contains_key(&link.reversed()) {
        return Err(Rejection::ReverseLinked);
    }
    if document.links.len() >= MAX_LINKS { Err(Rejection::Full) } else { Ok(()) }
}

fn own(asker: Asker, author: ActorId, since: Millis, now: Millis) -> Result<(), Rejection> {
    if asker.role == Role::Facilitator {
        return Ok(());
    }
    if author != asker.actor {
        return Err(Rejection::NotYours);
    }
    if now.0.saturating_sub(since.0) > OWN_FOR { Err(Rejection::TooLate) } else { Ok(()) }
}

fn text(says: &str, most: usize) -> Result<(), Rejection> {
    if says.chars().count() > most {
        return Err(Rejection::TooLong(u16::try_from(most).unwrap_or(u16::MAX)));
    }
    let shown = |c: char| !c.is_control() || c == '\n';
    if says.chars().all(shown) { Ok(()) } else { Err(Rejection::Unprintable) }
}

fn on_table(at: Point) -> Result<(), Rejection> {
    let inside =
        (CARD.x / 2..=TABLE.x - CARD.x / 2).contains(&at.x) && (CARD.y / 2..=TABLE.y - CARD.y / 2).contains(&at.y);
    if inside { Ok(()) } else { Err(Rejection::OffTable) }
}
