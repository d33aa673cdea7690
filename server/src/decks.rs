//! Decks: from the files people write to the deck and the key the machine plays with.
//!
//! A deck is a folder: `deck.toml` says what is linked to what, `scripts.toml` how it is played, `fr.toml` has the French
//! texts, `en.toml` the English ones (see `card-decks/README.md`). It is checked in full before anything is played: a
//! deck with one problem is refused, and every problem found is said at once, with its file and line, in French like the
//! decks.
//! Nothing here panics, whatever the files hold.

mod assemble;
mod diagnostic;
mod drawings;
mod fields;
mod rules;
mod scripts;
mod structure;
mod texts;

pub use diagnostic::{Diagnostic, File, Problem, Shape, Thing};

use board::deck::{Deck, Lang, SheetId};
use board::key::Key;
use drawings::Files;
use fields::Page;
use rust_embed::Embed;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The longest title of a card or a lot, in characters: it must be read from the other side of a table.
pub const MAX_TITLE: usize = 40;
/// The longest fact or description, in characters: it must fit on the back of a card.
pub const MAX_FACT: usize = 250;

/// A deck that may be played, and its answer key in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The cards and their texts.
    pub deck: Deck,
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
    let read = |file: File| match std::fs::read(folder.join(file.name())) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + valid.iter().filter(|&&byte| byte == b'\n').count();
            Box::new(Diagnostic { file, line, problem: Problem::NotUtf8 })
        }),
        Err(error) if file == File::En && error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Box::new(Diagnostic { file, line: 1, problem: Problem::Unreadable { kind: error.kind() } })),
    };
    match (read(File::Deck), read(File::Scripts), read(File::Fr), read(File::En)) {
        (Ok(deck), Ok(scripts), Ok(fr), Ok(en)) => check_files([&deck, &scripts, &fr, &en], &drawings(folder)),
        (deck, scripts, fr, en) => {
            Err([deck, scripts, fr, en].into_iter().filter_map(Result::err).map(|one| *one).collect())
        }
    }
}

/// The files of the folder of drawings, by the names of the cards; none if there is no such folder.
fn drawings(folder: &Path) -> Files {
    let files = std::fs::read_dir(folder.join("drawings")).into_iter().flatten().flatten();
    let svg = |path: PathBuf| {
        let name = path.file_name()?.to_str()?.strip_suffix(".svg")?.to_owned();
        // What cannot be read has no form, and is told as such.
        Some((name, std::fs::read_to_string(&path).unwrap_or_default()))
    };
    files.filter_map(|file| svg(file.path())).collect()
}

/// Reads a deck whose four files are already in hand, without drawings.
///
/// # Errors
/// The same as [`check`].
pub fn check_texts(deck: &str, scripts: &str, fr: &str, en: &str) -> Result<Loaded, Vec<Diagnostic>> {
    check_files([deck, scripts, fr, en], &Files::new())
}

fn check_files([deck, scripts, fr, en]: [&str; 4], drawings: &Files) -> Result<Loaded, Vec<Diagnostic>> {
    let (deck, scripts) = (Page::new(File::Deck, deck), Page::new(File::Scripts, scripts));
    let (fr, en) = (Page::new(File::Fr, fr), Page::new(File::En, en));
    let fields = (deck.parse(), scripts.parse(), fr.parse(), en.parse());
    // After a slip of syntax, everything else that could be said of the deck would be noise.
    if let (Some(deck_fields), Some(scripts_fields), Some(fr_fields), Some(en_fields)) = fields {
        let structure = structure::read(deck_fields);
        let plans = scripts::read(scripts_fields);
        let french = texts::read(fr_fields);
        let english = texts::read(en_fields);
        let pages = rules::Pages { deck: &deck, scripts: &scripts, fr: &fr, en: &en };
        rules::check(&pages, &structure, &plans, &french, &english);
        drawings::check(&deck, &structure, drawings);
        if [&deck, &scripts, &fr, &en].iter().all(|page| page.is_clean()) {
            return Ok(assemble::assemble(&structure, &plans, (&french, &english), drawings));
        }
    }
    Err([deck, scripts, fr, en].into_iter().flat_map(Page::into_found).collect())
}

/// The drawings of the deck in the binary.
#[derive(Embed)]
#[folder = "../card-decks/culture/drawings"]
struct Drawings;

/// The deck in the binary: the workshop on responsible digital practice in culture.
///
/// # Panics
/// When the deck in the repository is broken, which its tests rule out.
#[must_use]
pub fn embedded() -> &'static Loaded {
    static CULTURE: LazyLock<Loaded> = LazyLock::new(|| {
        let deck = include_str!("../../card-decks/culture/deck.toml");
        let scripts = include_str!("../../card-decks/culture/scripts.toml");
        let fr = include_str!("../../card-decks/culture/fr.toml");
        let en = include_str!("../../card-decks/culture/en.toml");
        let drawings = Drawings::iter().filter_map(|file| {
            let svg = String::from_utf8(Drawings::get(&file)?.data.into_owned()).ok()?;
            Some((file.strip_suffix(".svg")?.to_owned(), svg))
        });
        check_files([deck, scripts, fr, en], &drawings.collect()).expect("the tests checked the deck in the binary")
    });
    &CULTURE
}

#[cfg(test)]
mod tests;
