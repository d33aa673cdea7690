//! The files that a deck is written in, whatever brought them: a folder, an archive, the binary or the store. What they
//! say is not read here; their hash is what a version of a deck is known by.

use super::{Diagnostic, File, Problem};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, ErrorKind, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// What goes with a deck and is not read: who may do what with it, and its history.
const BESIDE: [&str; 2] = ["LICENSE", "CHANGELOG.md"];
/// Where the drawings are.
const DRAWINGS: &str = "drawings/";
/// The largest file, in bytes: ten times what the texts of a large deck take.
pub const MAX_FILE: u64 = 2 * 1024 * 1024;

/// The hash of everything a deck is written in.
pub type Digest = [u8; 32];

/// The files of a deck, by their names in its folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(BTreeMap<String, Vec<u8>>);

impl Sources {
    /// Whatever a folder has of a deck.
    ///
    /// # Errors
    /// The files that are there and cannot be read.
    pub fn of_folder(folder: &Path) -> Result<Self, Vec<Diagnostic>> {
        let (mut sources, mut found) = (Self::default(), Vec::new());
        for file in File::ALL {
            match std::fs::read(folder.join(file.name())) {
                Ok(bytes) => sources.put(file.name(), bytes),
                // What is missing is told by whoever reads the deck.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => {
                    found.push(Diagnostic { file, line: 1, problem: Problem::Unreadable { kind: error.kind() } });
                }
            }
        }
        for name in BESIDE {
            if let Ok(bytes) = std::fs::read(folder.join(name)) {
                sources.put(name, bytes);
            }
        }
        for drawing in std::fs::read_dir(folder.join(DRAWINGS)).into_iter().flatten().flatten() {
            let name = format!("{DRAWINGS}{}", drawing.file_name().to_string_lossy());
            if Self::has_room_for(&name) {
                // What cannot be read has no form, and is told as such.
                sources.put(&name, std::fs::read(drawing.path()).unwrap_or_default());
            }
        }
        if found.is_empty() { Ok(sources) } else { Err(found) }
    }

    /// Whether a file of this name, in a deck's folder, is one of a deck's.
    #[must_use]
    pub fn has_room_for(name: &str) -> bool {
        let drawing = name.strip_prefix(DRAWINGS).and_then(|name| name.strip_suffix(".svg"));
        let drawn = drawing.is_some_and(|slug| !slug.is_empty() && !slug.starts_with('.') && !slug.contains('/'));
        drawn || BESIDE.contains(&name) || File::ALL.iter().any(|file| file.name() == name)
    }

    /// Adds a file, in the place of one of this name.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.insert(name.to_owned(), bytes);
    }

    /// One file.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// The drawings, by the names of the cards they are for.
    pub(super) fn drawings(&self) -> super::drawings::Files {
        let drawing = |(name, bytes): (&String, &Vec<u8>)| {
            let slug = name.strip_prefix(DRAWINGS)?.strip_suffix(".svg")?.to_owned();
            Some((slug, String::from_utf8(bytes.clone()).unwrap_or_default()))
        };
        self.0.iter().filter_map(drawing).collect()
    }

    /// The hash of all the files and their names.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let mut hash = Sha256::new();
        for (name, bytes) in &self.0 {
            for part in [name.as_bytes(), bytes] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part);
            }
        }
        hash.finalize().into()
    }

    /// The names of the files that are not the same in both.
    #[must_use]
    pub fn differing(&self, other: &Self) -> Vec<String> {
        let names = self.0.keys().chain(other.0.keys().filter(|name| !self.0.contains_key(*name)));
        names.filter(|name| self.get(name) != other.get(name)).cloned().collect()
    }

    /// As the store keeps them.
    #[must_use]
    pub fn to_disk(&self) -> Vec<u8> {
        postcard::to_allocvec(&self.0).expect("names and bytes can be written")
    }

    /// From what the store kept; `None` if these bytes are nothing of the kind.
    #[must_use]
    pub fn from_disk(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok().map(Self)
    }

    /// An archive of them, in a folder of this name: what a deck is passed on as.
    ///
    /// # Errors
    /// When it cannot be written, which only a name that is no file's brings about.
    pub fn archive(&self, folder: &str) -> Result<Vec<u8>, ZipError> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            archive.start_file(format!("{folder}/{name}"), SimpleFileOptions::default())?;
            archive.write_all(bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    }
}
