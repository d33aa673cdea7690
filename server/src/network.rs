//! What an organisation publishes, as files: JSON, which another server can gather, and a table of open data. A file
//! says which server wrote it; what comes in is checked like what people type.

use crate::export::csv;
use crate::typed::line;
use app::api::{MAX_DETAIL, MAX_ENTRY, MAX_VENUE, Matter, NetworkEntry, NotImported, SHOWN_FOR, Shown};
use board::Day;
use serde::{Deserialize, Serialize};

/// What the file calls itself.
pub const SCHEMA: &str = "coulisses-network";
/// The version that is written; those before are read.
const VERSION: u32 = 1;
/// How many entries a file may have.
pub const MOST: usize = 500;

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    version: u32,
    /// The address of the server that wrote it.
    server: String,
    entries: Vec<Written>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    matter: Matter,
    text: String,
    detail: String,
    venue: String,
    contact: String,
    until: String,
}

/// What this server itself publishes, as JSON. What it gathered is for others to publish.
#[must_use]
pub fn json(shown: &[Shown], server: &str) -> String {
    let entries = own(shown).map(|entry| Written {
        matter: entry.matter,
        text: entry.text.clone(),
        detail: entry.detail.clone(),
        venue: entry.venue.clone(),
        contact: entry.contact.clone(),
        until: entry.until.to_string(),
    });
    let file =
        File { schema: SCHEMA.to_owned(), version: VERSION, server: server.to_owned(), entries: entries.collect() };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// The same as a table of open data.
#[must_use]
pub fn table(shown: &[Shown]) -> String {
    let head = ["matter", "text", "detail", "venue", "contact", "until"].map(str::to_owned);
    let row = |entry: &NetworkEntry| {
        let NetworkEntry { matter, text, detail, venue, contact, until } = entry;
        [
            matter.name().to_owned(),
            csv::typed(text),
            csv::typed(detail),
            csv::typed(venue),
            csv::typed(contact),
            until.to_string(),
        ]
    };
    let rows = std::iter::once(head).chain(own(shown).map(row));
    rows.map(|row| row.map(|cell| csv::quoted(&cell)).join(",") + "\r\n").collect()
}

/// Which server wrote a file, and what it publishes from this day on. `own` is the address of this server.
///
/// # Errors
/// What is wrong with the file, and where.
pub fn read(text: &str, own: &str, today: Day) -> Result<(String, Vec<NetworkEntry>), NotImported> {
    let file: File = serde_json::from_str(text).map_err(|error| crate::import::misread(&error))?;
    if file.version != VERSION {
        return Err(if file.version > VERSION { NotImported::Newer(file.version) } else { NotImported::NotOurs });
    }
    let server = file.server.trim_end_matches('/');
    let uri = server.parse::<http::Uri>().ok();
    let sound = uri.is_some_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.path().len() <= 1);
    // One's own entries gathered beside themselves would be there twice.
    if !sound || server == own || server.len() > 200 || file.entries.len() > MOST {
        return Err(NotImported::Altered);
    }
    let entries: Result<Vec<_>, _> = file.entries.into_iter().map(entry).collect();
    let shown = |entry: &NetworkEntry| (today.0..=today.0 + SHOWN_FOR).contains(&entry.until.0);
    Ok((server.to_owned(), entries?.into_iter().filter(shown).collect()))
}

fn entry(written: Written) -> Result<NetworkEntry, NotImported> {
    let one = |text: &str, most| line(text, most).map_err(|_| NotImported::Altered);
    let entry = NetworkEntry {
        matter: written.matter,
        text: one(&written.text, MAX_ENTRY)?,
        detail: one(&written.detail, MAX_DETAIL)?,
        venue: one(&written.venue, MAX_VENUE)?,
        contact: one(&written.contact, MAX_VENUE)?,
        until: Day::read(&written.until).ok_or(NotImported::Altered)?,
    };
    if entry.text.is_empty() || entry.venue.is_empty() { Err(NotImported::Altered) } else { Ok(entry) }
}

fn own(shown: &[Shown]) -> impl Iterator<Item = &NetworkEntry> {
    shown.iter().filter(|shown| shown.from.is_empty()).map(|shown| &shown.entry)
}
