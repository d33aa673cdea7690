//! Between the file's numbers, texts and bytes and the words of the house.

use crate::store::Failure;
use board::{ActorId, BoardId, Entry, Millis, Op, Role, Seq};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// Place, actor, moment, op.
pub(super) type EntryRow = (i64, u32, i64, Vec<u8>);
/// Place, submission, actor, moment, op.
pub(super) type RecordRow = (i64, Vec<u8>, u32, i64, Vec<u8>);

/// The 16 bytes of an id, to bind.
pub(super) fn id(id: &Uuid) -> &[u8] {
    id.as_bytes()
}

/// An id from its 16 bytes.
pub(super) fn uuid(bytes: &[u8]) -> Result<Uuid, Failure> {
    Uuid::from_slice(bytes).map_err(nonsense)
}

pub(super) fn entry(board: BoardId, (at_seq, actor, at, op): EntryRow) -> Result<Entry, Failure> {
    let op = Op::from_disk(&op).map_err(|why| Failure::Unreadable { board, seq: seq(at_seq), why })?;
    Ok(Entry { seq: seq(at_seq), actor: ActorId(actor), at: millis(at), op })
}

pub(super) fn seq(number: i64) -> Seq {
    Seq(u64::try_from(number).unwrap_or(0))
}

/// A place beyond what the file can count is beyond every log.
pub(super) fn from_seq(Seq(number): Seq) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) fn millis(number: i64) -> Millis {
    Millis(u64::try_from(number).unwrap_or(0))
}

pub(super) fn from_millis(Millis(number): Millis) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) fn role(word: &str) -> Result<Role, Failure> {
    match word {
        "participant" => Ok(Role::Participant),
        "facilitator" => Ok(Role::Facilitator),
        "spectator" => Ok(Role::Spectator),
        "projector" => Ok(Role::Projector),
        other => Err(nonsense(format!("no such role: {other}"))),
    }
}

pub(super) fn from_role(role: Role) -> &'static str {
    match role {
        Role::Participant => "participant",
        Role::Facilitator => "facilitator",
        Role::Spectator => "spectator",
        Role::Projector => "projector",
    }
}

/// What two names share when people would call them the same: case, the number of spaces, and how letters are made up do
/// not count. An "é" is one character from one keyboard and two from another, and full-width letters are letters.
pub(super) fn key(name: &str) -> String {
    let plain: String = name.nfkc().collect();
    let words: Vec<_> = plain.split_whitespace().collect();
    words.join(" ").to_lowercase().nfkc().collect()
}

/// What the file holds makes no sense here.
pub(super) fn nonsense(why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Failure {
    Failure::Database(sqlx::Error::Decode(why.into()))
}
