//! From the bytes of a file to a board file, or to what is wrong with it and where.

use crate::export::{BoardFile, SCHEMA, VERSION};
use app::api::NotImported;
use serde::Deserialize;
use serde_json::error::Category;

/// What every version begins with.
#[derive(Deserialize)]
struct Head {
    schema: String,
    version: u32,
}

/// Reads a board file of this version or of one before.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(bytes: &[u8]) -> Result<BoardFile, NotImported> {
    let text = std::str::from_utf8(bytes).map_err(|_| NotImported::NotOurs)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(NotImported::Missing);
    }
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        // Something that begins like an object and breaks off may have been ours.
        Category::Syntax | Category::Eof if text.trim_start().starts_with('{') => NotImported::Broken(error.line()),
        _ => NotImported::NotOurs,
    })?;
    match head.version {
        _ if head.schema != SCHEMA => return Err(NotImported::NotOurs),
        0 => return Err(NotImported::NotOurs),
        newer if newer > VERSION => return Err(NotImported::Newer(newer)),
        _ => {}
    }
    let file: BoardFile = serde_json::from_str(text).map_err(|error| misread(&error))?;
    // Version 1 was not sealed.
    if file.version >= 2 && !(file.format.is_some() && file.is_whole()) {
        return Err(NotImported::Altered);
    }
    Ok(file)
}

/// The line, and the field if the reader names one: it writes names between backticks.
pub fn misread(error: &serde_json::Error) -> NotImported {
    let said = error.to_string();
    let field = said.split('`').nth(1).unwrap_or_default();
    NotImported::Misread(error.line(), field.chars().take(40).collect())
}

/// The text of a file that says to have this schema.
pub fn text_of<'a>(bytes: &'a [u8], schema: &str) -> Option<&'a str> {
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(text).ok()?;
    (head.schema == schema).then_some(text)
}
