//! One wasm a language: a device fetches the texts of its own language only, and pays for no other.
//!
//! `app/build.rs` lays the texts of each part in each language in one piece, between marks that are in no text. In the
//! wasm of a language the pieces of the others are blanked: nothing moves, and blanks weigh nothing once compressed.

use anyhow::{Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// Around a language's code, and after the piece.
const MARKS: [u8; 3] = [1, 2, 3];

/// Writes `name_<language>.wasm` for each language beside `name_bg.wasm`, which goes.
pub fn part(wasm: &Path, languages: &[String]) -> Result<()> {
    let whole = fs::read(wasm)?;
    let pieces = pieces(&whole, languages);
    let found: BTreeSet<_> = pieces.iter().map(|(language, _)| *language).collect();
    ensure!(found.len() == languages.len(), "{}: only the texts of {found:?} are in it", wasm.display());
    let name = wasm.file_stem().and_then(|name| name.to_str()).unwrap_or_default().trim_end_matches("_bg");
    for language in languages {
        let mut own = whole.clone();
        for (_, range) in pieces.iter().filter(|(other, _)| *other != language) {
            own[range.clone()].fill(b' ');
        }
        fs::write(wasm.with_file_name(format!("{name}_{language}.wasm")), own)?;
    }
    Ok(fs::remove_file(wasm)?)
}

/// Where the texts of which language are.
fn pieces<'a>(wasm: &[u8], languages: &'a [String]) -> Vec<(&'a String, Range<usize>)> {
    let [opens, named, ends] = MARKS;
    let of = |language: &'a String| {
        let begins = [&[opens], language.as_bytes(), &[named]].concat();
        let starts = wasm.windows(begins.len()).enumerate().filter(move |(_, at)| **at == begins);
        starts.filter_map(move |(at, begins)| {
            let from = at + begins.len();
            let length = wasm[from..].iter().position(|&byte| byte == ends)?;
            // The same three bytes may be code: a piece is text to its end.
            let text =
                std::str::from_utf8(&wasm[from..from + length]).is_ok_and(|text| !text.contains(char::is_control));
            text.then_some((language, from..from + length))
        })
    };
    languages.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place;

    #[test]
    fn each_language_keeps_its_own_texts_and_nothing_moves() -> Result<()> {
        let folder = place::target().join("xtask-tests/languages");
        fs::create_dir_all(&folder)?;
        let wasm = folder.join("page_bg.wasm");
        fs::write(&wasm, b"\0asm\x01fr\x02Plateau\x03..\x01en\x02Board\x03..\x01en\x02\0code\x03\x01fr\x02Lien\x03")?;
        part(&wasm, &["en".to_owned(), "fr".to_owned()])?;
        let read = |name: &str| fs::read(folder.join(name));
        let english = b"\0asm\x01fr\x02       \x03..\x01en\x02Board\x03..\x01en\x02\0code\x03\x01fr\x02    \x03";
        let french = b"\0asm\x01fr\x02Plateau\x03..\x01en\x02     \x03..\x01en\x02\0code\x03\x01fr\x02Lien\x03";
        assert_eq!((read("page_en.wasm")?, read("page_fr.wasm")?), (english.to_vec(), french.to_vec()));
        assert!(!wasm.exists());
        Ok(())
    }

    #[test]
    fn a_language_without_texts_is_a_broken_build() -> Result<()> {
        let wasm = place::target().join("xtask-tests/mute_bg.wasm");
        fs::create_dir_all(wasm.parent().unwrap_or(&wasm))?;
        fs::write(&wasm, b"\0asm\x01fr\x02Plateau\x03")?;
        let error = part(&wasm, &["en".to_owned(), "fr".to_owned()]).expect_err("there is no English");
        assert!(error.to_string().contains("only the texts of"));
        Ok(())
    }
}
