//! Decks: from the files people write to the deck and the key the machine plays with.
//!
//! A deck is a folder: `deck.toml` says what is linked to what, `scripts.toml` how it is played, `fr.toml` has the French
//! texts, `en.toml` the English ones (see `card-decks/README.md`). It is checked in full before anything is played: a
//! deck with one problem is refused, and every problem found is said at once, with its file and line, in French like the
//! decks.
//! Nothing here panics, whatever the files hold.

mod assemble;
mod diagnostic;
mod fields;
mod rules;
mod scripts;
mod structure;
mod texts;

pub use diagnostic::{Diagnostic, File, Problem, Shape, Thing};

use board::deck::{Deck, Lang};
use board::key::Key;
use fields::Page;
use std::collections::BTreeMap;
use std::path::Path;
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
}

impl Loaded {
    /// What the deck knows about links, to read in this language; never for a participant.
    #[must_use]
    pub fn key(&self, lang: Lang) -> &Key {
        &self.keys[&lang]
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
        (Ok(deck), Ok(scripts), Ok(fr), Ok(en)) => check_texts(&deck, &scripts, &fr, &en),
        (deck, scripts, fr, en) => {
            Err([deck, scripts, fr, en].into_iter().filter_map(Result::err).map(|one| *one).collect())
        }
    }
}

/// Reads a deck whose four files are already in hand: an upload, or the deck in the binary.
///
/// # Errors
/// The same as [`check`].
pub fn check_texts(deck: &str, scripts: &str, fr: &str, en: &str) -> Result<Loaded, Vec<Diagnostic>> {
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
        if [&deck, &scripts, &fr, &en].iter().all(|page| page.is_clean()) {
            return Ok(assemble::assemble(&structure, &plans, &french, &english));
        }
    }
    Err([deck, scripts, fr, en].into_iter().flat_map(Page::into_found).collect())
}

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
        check_texts(deck, scripts, fr, en).expect("the deck in the binary was checked by the tests")
    });
    &CULTURE
}

#[cfg(test)]
mod tests;
