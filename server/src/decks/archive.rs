//! A deck that comes as a zip archive, from anybody. Only the few files that a deck is written in are ever unpacked, and
//! only so far as such a file may be long; whatever else an archive can be up to is refused before that: links, names
//! that lead elsewhere, files that lie over each other, bombs, archives in the archive.

use super::sources::{MAX_FILE, Sources};
use app::api::BadArchive;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::ops::Range;
use zip::{CompressionMethod, ZipArchive};

/// The largest archive, in megabytes.
pub const MOST: usize = 20;
/// What all its files may come to, in megabytes.
pub const MOST_OUT: u64 = 100;
/// The most files in it.
pub const MOST_FILES: usize = 500;
/// How many times smaller than its content a file may be packed.
const MOST_PACKED: u64 = 100;
/// Below this many bytes nothing is a bomb: a blank line repeated packs well.
const SMALL: u64 = 16 * 1024;
/// The longest name of a file, in bytes.
const MAX_NAME: usize = 200;
/// What files are called that have files in them.
const PACKED: [&str; 9] = [".zip", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar"];
/// How each entry of an archive's list begins.
const LISTED: &[u8] = b"PK\x01\x02";
/// How the last record of an archive begins.
const END: &[u8] = b"PK\x05\x06";

/// The files of the deck in this archive, at its top or in its only folder.
///
/// # Errors
/// The first thing that no deck's archive has.
pub fn unpack(bytes: &[u8]) -> Result<Sources, BadArchive> {
    if bytes.len() > MOST * 1024 * 1024 {
        return Err(BadArchive::TooLarge(MOST));
    }
    let told = told(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BadArchive::NotAnArchive)?;
    if archive.offset() != 0 {
        return Err(BadArchive::NotAnArchive);
    }
    let entries = look_over(&mut archive, bytes.len() as u64)?;
    // Of two files with one name, whoever reads an archive sees one: which, is anybody's guess.
    if entries.len() != told {
        return Err(BadArchive::Twice);
    }
    let tops = entries.iter().filter_map(|name| name.strip_suffix("deck.toml"));
    let mut tops = tops.filter(|top| top.is_empty() || top.find('/') == Some(top.len() - 1));
    let (Some(top), None) = (tops.next(), tops.next()) else { return Err(BadArchive::NoDeck) };
    let mut sources = Sources::default();
    for (number, name) in entries.iter().enumerate() {
        if let Some(name) = name.strip_prefix(top).filter(|name| Sources::has_room_for(name)) {
            sources.put(name, content(&mut archive, number, name)?);
        }
    }
    Ok(sources)
}

/// How many files there are, if the archive's last record and its list agree on that. More than are allowed are not even
/// counted.
fn told(bytes: &[u8]) -> Result<usize, BadArchive> {
    let end = bytes.windows(END.len()).rposition(|four| four == END).ok_or(BadArchive::NotAnArchive)?;
    let two = |at: usize| Some(usize::from(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?)));
    let four = |at: usize| usize::try_from(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?)).ok();
    let (count, mut at) = two(end + 10).zip(four(end + 16)).ok_or(BadArchive::NotAnArchive)?;
    if count > MOST_FILES {
        return Err(BadArchive::TooManyFiles(MOST_FILES));
    }
    for _ in 0..count {
        let here = bytes.get(at..).filter(|rest| rest.starts_with(LISTED)).ok_or(BadArchive::NotAnArchive)?;
        let lengths = [28, 30, 32].map(|length| here.get(length..length + 2).map(|_| two(at + length)));
        let lengths: usize = lengths.into_iter().map(|length| length.flatten().unwrap_or(0)).sum();
        at += 46 + lengths;
    }
    // Nothing is in the list that is not counted.
    if at == end { Ok(count) } else { Err(BadArchive::NotAnArchive) }
}

/// The names of the files, once nothing about them is amiss. Nothing is unpacked yet.
fn look_over(archive: &mut ZipArchive<Cursor<&[u8]>>, length: u64) -> Result<Vec<String>, BadArchive> {
    if archive.len() > MOST_FILES {
        return Err(BadArchive::TooManyFiles(MOST_FILES));
    }
    let (mut names, mut seen, mut places, mut out) = (Vec::new(), BTreeSet::new(), Vec::new(), 0u64);
    for number in 0..archive.len() {
        let file = archive.by_index_raw(number).map_err(|_| BadArchive::Damaged(String::new()))?;
        let name = name(file.name_raw())?;
        let shown = || shown(&name);
        if file.is_symlink() {
            return Err(BadArchive::Link(shown()));
        }
        if file.encrypted() {
            return Err(BadArchive::Locked(shown()));
        }
        if !matches!(file.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(BadArchive::Damaged(shown()));
        }
        let lower = name.to_ascii_lowercase();
        if PACKED.iter().any(|ending| lower.ends_with(ending)) {
            return Err(BadArchive::Nested(shown()));
        }
        let (packed, size) = (file.compressed_size(), file.size());
        out = out.saturating_add(size);
        if out > MOST_OUT * 1024 * 1024 || (size > SMALL && size / packed.max(1) > MOST_PACKED) {
            return Err(BadArchive::Bomb(shown()));
        }
        let start = file.data_start().ok_or_else(|| BadArchive::Damaged(shown()))?;
        places.push(file.header_start()..start.saturating_add(packed));
        if !seen.insert(lower) {
            return Err(BadArchive::Twice);
        }
        names.push(name.clone());
    }
    if apart(places, length) { Ok(names) } else { Err(BadArchive::Overlap) }
}

/// Whether no two places share a byte, and all are in the archive.
fn apart(mut places: Vec<Range<u64>>, length: u64) -> bool {
    places.sort_by_key(|place| place.start);
    let ends = places.iter().all(|place| place.start <= place.end && place.end <= length);
    ends && places.windows(2).all(|two| two[0].end <= two[1].start)
}

/// A name that stays inside the folder it is unpacked in, on any system.
fn name(raw: &[u8]) -> Result<String, BadArchive> {
    let name = std::str::from_utf8(raw).map_err(|_| BadArchive::Name(shown(&String::from_utf8_lossy(raw))))?;
    let sound = (1..=MAX_NAME).contains(&name.len())
        && !name.starts_with('/')
        && !name.contains(|c: char| c.is_control() || c == '\\' || c == ':')
        && !name.split('/').any(|part| part == "..");
    if sound { Ok(name.to_owned()) } else { Err(BadArchive::Name(shown(name))) }
}

/// What can be shown of a name that comes from anywhere.
fn shown(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).take(60).collect()
}

/// A file, as long as it says and no longer than one of a deck's.
fn content(archive: &mut ZipArchive<Cursor<&[u8]>>, number: usize, name: &str) -> Result<Vec<u8>, BadArchive> {
    let damaged = || BadArchive::Damaged(shown(name));
    let file = archive.by_index(number).map_err(|_| damaged())?;
    let size = file.size();
    if size > MAX_FILE {
        return Err(BadArchive::FileTooLarge(shown(name), (MAX_FILE / 1024 / 1024) as usize));
    }
    let mut bytes = Vec::new();
    // One more than it says: what goes on is not what was looked over.
    file.take(size + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
    if bytes.len() as u64 == size { Ok(bytes) } else { Err(damaged()) }
}
