//! A board's log: entries in order, and the bytes one of them is on disk.
//!
//! On disk an entry's op is `[version][crc32, little-endian][postcard]`. Golden files keep every version readable.

use crate::{ActorId, Op, Seq};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A moment, in milliseconds since 1970-01-01 UTC, by the server's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Millis(pub u64);

/// One line of a board's log: who did what, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place in the log.
    pub seq: Seq,
    /// Who did it.
    pub actor: ActorId,
    /// When the room accepted it.
    pub at: Millis,
    /// What happened.
    pub op: Op,
}

/// The version of the bytes that this program writes.
const VERSION: u8 = 1;
/// The version and the checksum.
const HEADER: usize = 5;

/// Why stored bytes cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Shorter than its own header.
    Truncated,
    /// Written by a version that this program does not know.
    Version(u8),
    /// The checksum does not match: the bytes are not those that were written.
    Damaged,
    /// The checksum matches but the content makes no sense to this program.
    Malformed,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Truncated => f.write_str("record cut short"),
            Self::Version(version) => write!(f, "record of unknown version {version}"),
            Self::Damaged => f.write_str("record damaged: its checksum does not match"),
            Self::Malformed => f.write_str("record malformed"),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Op {
    /// The bytes of this op on disk.
    #[must_use]
    pub fn to_disk(&self) -> Vec<u8> {
        seal(self)
    }

    /// Reads an op back from disk.
    pub fn from_disk(bytes: &[u8]) -> Result<Self, Unreadable> {
        unseal(bytes)
    }
}

/// Writes a value with its version and checksum.
pub(crate) fn seal<T: Serialize>(value: &T) -> Vec<u8> {
    let content = postcard::to_allocvec(value).expect("our types always serialise");
    let mut bytes = Vec::with_capacity(HEADER + content.len());
    bytes.push(VERSION);
    bytes.extend(crc32fast::hash(&content).to_le_bytes());
    bytes.extend(content);
    bytes
}

/// Reads a value that [`seal`] wrote.
pub(crate) fn unseal<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    let (&[version, a, b, c, d], content) = bytes.split_first_chunk::<HEADER>().ok_or(Unreadable::Truncated)?;
    if version != VERSION {
        return Err(Unreadable::Version(version));
    }
    if crc32fast::hash(content) != u32::from_le_bytes([a, b, c, d]) {
        return Err(Unreadable::Damaged);
    }
    postcard::from_bytes(content).map_err(|_| Unreadable::Malformed)
}
