//! Decks: from the files people write to the deck and the key the machine plays with.
//!
//! A deck is a folder: `deck.toml` says what is linked to what, `scripts.toml` how it is played, `fr.toml` has the French
//! texts, `en.toml` the English ones (see `card-decks/README.md`). It is checked in full before anything is played: a
//! deck with one problem is refused, and every problem found is said at once, with its file and line, in French like the
//! decks.
//! Nothing here panics, whatever the files hold.

mod archive;
mod assemble;
mod diagnostic;
mod drawings;
mod fields;
mod kept;
mod own;
mod receive;
mod rules;
mod scripts;
mod sources;
mod structure;
mod texts;

pub use archive::{MOST, unpack};
pub use diagnostic::{Diagnostic, File, Problem, Shape, Thing};
pub use kept::{exact, keep, keep_embedded, newest, of_board, of_workshop, played, sheet, sources, versions};
pub use own::{MOST_LOCAL, with_own};
pub use receive::{limit, receive};
pub use sources::{Digest, Sources};

use board::CardId;
use board::deck::{Deck, Lang, SheetId};
use board::key::Key;
use drawings::Files;
use fields::Page;
use rust_embed::Embed;
use sources::MAX_FILE;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The longest title of a card or a lot, in characters: it must be read from the other side of a table.
pub const MAX_TITLE: usize = 40;
/// The longest fact or description, in characters: it must fit on the back of a card.
pub const MAX_FACT: usize = 250;

/// A deck that may be played, and its answer key in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The cards and their texts.
    pub deck: Deck,
    /// The cards that one workshop has of its own; none in a deck as it was written.
    pub local: BTreeSet<CardId>,
    keys: BTreeMap<Lang, Key>,
    sheets: BTreeMap<SheetId, String>,
}

impl Loaded {
    /// What the deck knows about links, to read in this language; never for a participant.
    #[must_use]
    pub fn key(&self, lang: Lang) -> &Key {
        &self.keys[&lang]
    }

    /// A sheet of drawings, as SVG.
    #[must_use]
    pub fn sheet(&self, id: SheetId) -> Option<&str> {
        self.sheets.get(&id).map(String::as_str)
    }
}

/// Reads the deck in this folder.
///
/// # Errors
/// Everything that must be put right, in the order of the files and of their lines. A missing `en.toml` is no error.
pub fn check(folder: &Path) -> Result<Loaded, Vec<Diagnostic>> {
    check_sources(&Sources::of_folder(folder)?)
}

/// Reads the deck in these files.
///
/// # Errors
/// The same as [`check`].
pub fn check_sources(sources: &Sources) -> Result<Loaded, Vec<Diagnostic>> {
    let read = |file: File| {
        let told = |line, problem| Box::new(Diagnostic { file, line, problem });
        let bytes = match sources.get(file.name()) {
            Some(bytes) => bytes,
            None if file == File::En => &[],
            None => return Err(told(1, Problem::Unreadable { kind: ErrorKind::NotFound })),
        };
        if bytes.len() as u64 > MAX_FILE {
            return Err(told(1, Problem::FileTooLong { most: MAX_FILE }));
        }
        std::str::from_utf8(bytes).map_err(|error| {
            let valid = &bytes[..error.valid_up_to()];
            told(1 + valid.iter().filter(|&&byte| byte == b'\n').count(), Problem::NotUtf8)
        })
    };
    match File::ALL.map(read) {
        [Ok(deck), Ok(scripts), Ok(fr), Ok(en)] => check_files([deck, scripts, fr, en], &sources.drawings()),
        files => Err(files.into_iter().filter_map(Result::err).map(|one| *one).collect()),
    }
}

/// Reads a deck whose four files are already in hand, without drawings.
///
/// # Errors
/// The same as [`check`].
pub fn check_texts(deck: &str, scripts: &str, fr: &str, en: &str) -> Result<Loaded, Vec<Diagnostic>> {
    check_files([deck, scripts, fr, en], &Files::new())
}

fn check_files(files: [&str; 4], drawings: &Files) -> Result<Loaded, Vec<Diagnostic>> {
    match read_files(files, drawings) {
        (Some(loaded), found) if found.is_empty() => Ok(loaded),
        (_, found) => Err(found),
    }
}

/// The deck as far as it can be read, and what there is to put right. Only a slip of syntax leaves nothing of it.
fn read_files([deck, scripts, fr, en]: [&str; 4], drawings: &Files) -> (Option<Loaded>, Vec<Diagnostic>) {
    let (deck, scripts) = (Page::new(File::Deck, deck), Page::new(File::Scripts, scripts));
    let (fr, en) = (Page::new(File::Fr, fr), Page::new(File::En, en));
    let fields = (deck.parse(), scripts.parse(), fr.parse(), en.parse());
    let mut loaded = None;
    // After a slip of syntax, everything else that could be said of the deck would be noise.
    if let (Some(deck_fields), Some(scripts_fields), Some(fr_fields), Some(en_fields)) = fields {
        let structure = structure::read(deck_fields);
        let plans = scripts::read(scripts_fields);
        let french = texts::read(fr_fields);
        let english = texts::read(en_fields);
        let pages = rules::Pages { deck: &deck, scripts: &scripts, fr: &fr, en: &en };
        rules::check(&pages, &structure, &plans, &french, &english);
        drawings::check(&deck, &structure, drawings);
        loaded = Some(assemble::assemble(&structure, &plans, (&french, &english), drawings));
    }
    (loaded, [deck, scripts, fr, en].into_iter().flat_map(Page::into_found).collect())
}

/// The files of the deck in the binary.
#[derive(Embed)]
#[folder = "../card-decks/culture"]
struct Culture;

/// The deck in the binary: the workshop on responsible digital practice in culture.
///
/// # Panics
/// When the deck in the repository is broken, which its tests rule out.
#[must_use]
pub fn embedded() -> &'static Loaded {
    embedded_whole().1
}

/// The same with its files.
fn embedded_whole() -> (&'static Sources, &'static Arc<Loaded>) {
    static CULTURE: LazyLock<(Sources, Arc<Loaded>)> = LazyLock::new(|| {
        let mut sources = Sources::default();
        for name in Culture::iter().filter(|name| Sources::has_room_for(name)) {
            if let Some(file) = Culture::get(&name) {
                sources.put(&name, file.data.into_owned());
            }
        }
        let loaded = check_sources(&sources).expect("the tests checked the deck in the binary");
        (sources, Arc::new(loaded))
    });
    (&CULTURE.0, &CULTURE.1)
}

#[cfg(test)]
mod tests;
