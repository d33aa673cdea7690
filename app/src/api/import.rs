//! Why a file did not become a saved board.

use board::Rejection;

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotImported {
    /// No file was chosen, or it is empty.
    Missing,
    /// It is larger than this many megabytes.
    TooLarge(usize),
    /// It is no board file.
    NotOurs,
    /// It stops, or stops being JSON, at this line.
    Broken(usize),
    /// A newer version of this program wrote it.
    Newer(u32),
    /// At this line, a field is missing, or is not what it should be; its name, as far as it is known.
    Misread(usize, String),
    /// It is not as it was written: its checksum, or one part and another, do not match.
    Altered,
    /// Its cards come from this deck, which is not here.
    OtherDeck(String),
    /// The deck that is here has no card of this number.
    UnknownCard(u16),
    /// This part, by its name in the file and its place from 1, is nothing that a board can hold.
    Against(&'static str, usize, Rejection),
}
