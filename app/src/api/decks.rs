//! Decks, for those who organise: which versions there are, what one of them holds, and why another is refused.

use board::Millis;
use std::cmp::Reverse;

/// A deck in one exact version: its slug and its version.
pub type DeckName = (String, String);

/// What a version is sorted by: its three numbers, not their digits.
#[must_use]
pub fn version_order(version: &str) -> Reverse<Vec<u32>> {
    Reverse(version.split('.').map(|number| number.parse().unwrap_or(0)).collect())
}

/// A version of a deck, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckLine {
    /// Its name in addresses.
    pub slug: String,
    /// Its version.
    pub version: String,
    /// Its name for people.
    pub title: String,
    /// The licence of its texts.
    pub licence: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published, as its files say.
    pub date: String,
    /// How many topic cards and action cards it has.
    pub cards: (usize, usize),
    /// The formats it plays, in minutes.
    pub formats: Vec<u16>,
    /// When it came here.
    pub kept: Millis,
    /// Whether it plays no new workshop.
    pub retired: bool,
    /// How many flags its cards have, whatever the version.
    pub flags: usize,
    /// The first digits of the hash of its files.
    pub digest: String,
}

impl DeckLine {
    /// Whether the licence lets nobody change the texts: *no derivatives*.
    #[must_use]
    pub fn keeps_its_words(&self) -> bool {
        self.licence.to_ascii_uppercase().split('-').any(|part| part == "ND")
    }
}

/// The decks of this server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecksOpening {
    /// Every version, the newest of each deck first.
    pub decks: Vec<DeckLine>,
}

/// What an imported archive came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// No file was chosen, or it is empty.
    Missing,
    /// It is larger than this many megabytes.
    TooLarge(usize),
    /// It is no archive of a deck.
    Archive(BadArchive),
    /// What there is to put right, line by line, as the checker says it in French; and how many there are.
    Problems(Vec<String>, usize),
    /// This version is here already, with other content in these files.
    OtherContent(DeckName, Vec<String>),
    /// There are already as many versions as can be kept.
    Full(usize),
}

/// Why an archive is none of a deck. Names are those of files in it, as far as they can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadArchive {
    /// It is no zip archive, or not a whole one.
    NotAnArchive,
    /// It is larger than this many megabytes.
    TooLarge(usize),
    /// It has more files than this.
    TooManyFiles(usize),
    /// This file is longer than this many megabytes.
    FileTooLarge(String, usize),
    /// This file would unpack to far more than it takes.
    Bomb(String),
    /// This file is a link to another place.
    Link(String),
    /// This file is locked by a password.
    Locked(String),
    /// This name leads out of the folder, or is none.
    Name(String),
    /// Two files have the same name.
    Twice,
    /// Two files take the same bytes.
    Overlap,
    /// This file is an archive itself.
    Nested(String),
    /// This file cannot be unpacked.
    Damaged(String),
    /// There is no `deck.toml` at its top or in its only folder, or there are several.
    NoDeck,
}
