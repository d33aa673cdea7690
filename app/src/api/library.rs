//! The library: what is asked of it, and what its two pages are rendered from. All that is asked is in the address, so
//! that a list can be kept, shared and gone back to.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::{AppError, Feedback, Reminder, SavedOpening, StepCard, Term};
use board::key::Misconception;
use board::{BoardId, Day, Document, Findings, LinkId, Millis, Seq, Spent, WorkshopId};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many saved boards a page of the library shows.
pub const ON_A_PAGE: u32 = 24;
/// The longest remark, in characters.
pub const MAX_REMARK: u16 = 500;

/// Which of several saved boards of one table are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// The last one of each table.
    #[default]
    Last,
    /// Those that somebody saved.
    Named,
    /// All, those too that were saved by themselves at the end of a step.
    All,
}

impl Which {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Last, Self::Named, Self::All];

    /// How an address says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Last => "derniers",
            Self::Named => "nommes",
            Self::All => "tous",
        }
    }
}

/// What one person asks of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryWish {
    /// Words of the name, the workshop or the title; empty for any.
    pub words: String,
    /// Saved on this day or later, in Paris.
    pub from: Option<Day>,
    /// Saved on this day or before, in Paris.
    pub to: Option<Day>,
    /// The format of the workshop, in minutes.
    pub format: Option<u16>,
    /// The deck: slug and version.
    pub deck: Option<(String, String)>,
    /// The table, from 1.
    pub table: Option<u8>,
    /// One board: all that was saved of it.
    pub board: Option<BoardId>,
    /// Which of the boards that are left.
    pub which: Which,
    /// The page, from 0.
    pub page: u32,
}

impl LibraryWish {
    /// What the fields of an address ask for. What makes no sense asks for nothing.
    #[must_use]
    pub fn of(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let fields: BTreeMap<_, _> = fields.into_iter().collect();
        let said = |name: &str| fields.get(name).map(|said| said.trim()).filter(|said| !said.is_empty());
        let deck = said("jeu").and_then(|deck| deck.rsplit_once(' '));
        let which = said("montrer").and_then(|name| Which::ALL.into_iter().find(|which| which.name() == name));
        Self {
            words: said("q").unwrap_or_default().to_owned(),
            from: said("depuis").and_then(Day::read),
            to: said("jusque").and_then(Day::read),
            format: said("format").and_then(|minutes| minutes.parse().ok()),
            deck: deck.map(|(slug, version)| (slug.to_owned(), version.to_owned())),
            table: said("table").and_then(|table| table.parse().ok()),
            board: said("plateau").and_then(|board| board.parse().ok()),
            which: which.unwrap_or_default(),
            page: said("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).saturating_sub(1),
        }
    }

    /// The fields of an address that asks for this: the other way of [`LibraryWish::of`].
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let deck = self.deck.as_ref().map(|(slug, version)| format!("{slug} {version}"));
        let fields = [
            ("q", Some(self.words.clone()).filter(|words| !words.is_empty())),
            ("depuis", self.from.map(|day| day.to_string())),
            ("jusque", self.to.map(|day| day.to_string())),
            ("format", self.format.map(|minutes| minutes.to_string())),
            ("jeu", deck),
            ("table", self.table.map(|table| table.to_string())),
            ("plateau", self.board.map(|board| board.to_string())),
            ("montrer", Some(self.which).filter(|which| *which != Which::Last).map(|which| which.name().to_owned())),
            ("page", Some(self.page).filter(|page| *page > 0).map(|page| (page + 1).to_string())),
        ];
        fields.into_iter().filter_map(|(name, said)| Some((name, said?))).collect()
    }

    /// Whether anything narrows the list.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        let wide = Self { which: self.which, page: self.page, ..Self::default() };
        *self != wide
    }
}

/// A page of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryOpening {
    /// What was asked; its page is one that there is.
    pub wish: LibraryWish,
    /// The saved boards of this page, the newest first.
    pub lines: Vec<SavedLine>,
    /// How many there are on all pages.
    pub total: u32,
    /// The decks that can be asked for: slug and version, the newest first.
    pub decks: Vec<(String, String)>,
    /// Whether some saved boards are not made ready to be listed yet: a search may miss them.
    pub behind: bool,
    /// The workshops that will be erased soon; for organisers.
    pub reminders: Vec<Reminder>,
    /// Whether this account only reads.
    pub reads_only: bool,
}

impl LibraryOpening {
    /// How many pages there are: at least one.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.total.div_ceil(ON_A_PAGE).max(1)
    }
}

/// A saved board on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedLine {
    /// Its number.
    pub mark: i64,
    /// Its name: as typed, or that of the step.
    pub name: String,
    /// Whether it was saved by itself, at the end of a step.
    pub by_itself: bool,
    /// When it was saved.
    pub at: Millis,
    /// The workshop's title.
    pub workshop: String,
    /// The table's number, from 1.
    pub table: u8,
    /// Its board.
    pub board: BoardId,
    /// How many other saved boards there are of the same table.
    pub others: u32,
    /// The title that the team gave; may be empty.
    pub title: String,
    /// How many cards lie on the table.
    pub cards: usize,
    /// How many links there are.
    pub links: usize,
    /// What a small picture needs of the board; `None` for a board that cannot be read.
    pub thumbnail: Option<Document>,
}

/// How far a damaged log can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The last entry that can be read.
    pub read: Seq,
    /// The last that was written, up to where the board was saved.
    pub of: Seq,
}

/// A saved board to come back to: what it was, and what its log says about how it was played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetrospectOpening {
    /// The board.
    pub saved: SavedOpening,
    /// Its workshop, which has one debrief sheet and one follow-up.
    pub workshop: WorkshopId,
    /// Its board, of which other places may be saved.
    pub board: BoardId,
    /// Where its log cannot be read any further; `None` for a log that is whole.
    pub cut: Option<Cut>,
    /// Whether it was saved by itself, at the end of a step.
    pub by_itself: bool,
    /// The format of the workshop, in minutes.
    pub format: u16,
    /// The deck it was played with: slug and version.
    pub deck: (String, String),
    /// The version in which its cards are read, where that one is not here any more.
    pub read_in: Option<String>,
    /// What the board has of the deck's key.
    pub findings: Findings,
    /// What the deck knows about the misconceptions that were met.
    pub misconceptions: BTreeMap<LinkId, Misconception>,
    /// How the people shared what was done, in percent; `None` where they would be recognised.
    pub shares: Option<Vec<u8>>,
    /// The steps of the workshop, each with the time that the table took for it, if it entered it.
    pub steps: Vec<(StepCard, Option<Spent>)>,
    /// The words of mood of the table, each with how often it was said.
    pub moods: Vec<(String, u32)>,
    /// The answers of all tables about the workshop.
    pub feedback: Vec<Feedback>,
    /// Whether the workshop is over: names and words of mood are erased.
    pub closed: bool,
    /// The remarks beside the board, in the order in which they were written.
    pub remarks: Vec<RemarkCard>,
    /// The other saved boards of the table: how many.
    pub others: usize,
    /// Until when it is kept; for organisers, who may give others a link to read it, and erase it.
    pub term: Option<Term>,
    /// Whether the page is for somebody who only reads: what the workshop said for those who lead it is not there.
    pub reads_only: bool,
    /// Whether a debrief sheet of the workshop was validated: then those who only read may read it.
    pub validated: bool,
}

/// A remark beside a saved board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkCard {
    /// Its number.
    pub id: i64,
    /// When it was written.
    pub at: Millis,
    /// What it says.
    pub text: String,
}

/// Writes a remark beside a saved board.
#[server(prefix = "/api", endpoint = "remark")]
pub async fn write_remark(mark: i64, text: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.remark(who, mark, &text).await?;
    super::ask::go_to_place(&super::ask::Route::Saved(mark), "remarques")
}

/// Erases a remark.
#[server(prefix = "/api", endpoint = "erase-remark")]
pub async fn erase_remark(mark: i64, remark: i64) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.erase_remark(who, mark, remark).await?;
    super::ask::go_to_place(&super::ask::Route::Saved(mark), "remarques")
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn read(fields: &[(&'static str, String)]) -> LibraryWish {
        LibraryWish::of(fields.iter().map(|(name, said)| ((*name).to_owned(), said.clone())))
    }

    #[test]
    fn what_is_asked_is_read_as_it_was_written() {
        let narrow = LibraryWish {
            words: "hall & scène".into(),
            from: Day::read("2026-10-01"),
            to: Day::read("2026-11-25"),
            format: Some(90),
            deck: Some(("culture".into(), "1.2.0".into())),
            table: Some(3),
            board: Some(BoardId(Uuid::from_u128(7))),
            which: Which::All,
            page: 4,
        };
        for wish in [narrow.clone(), LibraryWish::default(), LibraryWish { page: 0, board: None, ..narrow }] {
            assert_eq!(read(&wish.fields()), wish);
        }
    }

    #[test]
    fn an_address_that_makes_no_sense_asks_for_everything() {
        let odd =
            [("depuis", "hier"), ("format", "-1"), ("jeu", "culture"), ("table", "x"), ("page", "0"), ("q", "  ")];
        assert_eq!(read(&odd.map(|(name, said)| (name, said.to_owned()))), LibraryWish::default());
    }
}
