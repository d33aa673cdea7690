//! Decks that are broken before their first word: files that are missing, misplaced, or not text.

use crate::slips::{FILES, Pages};
use server::decks::{Diagnostic, File, check, check_texts};
use std::path::Path;
use tempfile::TempDir;

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the deck");
    for file in FILES {
        write(folder.path(), file, Pages::good().page(file));
    }
    folder
}

fn write(folder: &Path, file: File, bytes: impl AsRef<[u8]>) {
    std::fs::write(folder.join(file.name()), bytes).expect("the folder takes the file");
}

fn told(folder: &Path) -> Vec<Diagnostic> {
    check(folder).err().unwrap_or_default()
}

/// The only thing said: in which file, on which line, with which words.
#[track_caller]
fn only(folder: &Path, file: File, line: usize, words: &str) {
    let told = told(folder);
    let places: Vec<_> = told.iter().map(|one| (one.file, one.line)).collect();
    assert_eq!(places, [(file, line)], "{told:?}");
    assert!(told[0].to_string().contains(words), "{}", told[0]);
}

#[test]
fn the_good_deck_can_be_read_from_its_folder() {
    assert_eq!(told(folder().path()), []);
}

#[test]
fn a_deck_without_its_structure_its_scripts_or_its_french_is_refused() {
    for file in [File::Deck, File::Scripts, File::Fr] {
        let folder = folder();
        std::fs::remove_file(folder.path().join(file.name())).expect("the file was there");
        only(folder.path(), file, 1, "ce fichier manque");
    }
}

#[test]
fn a_deck_without_english_is_a_deck() {
    let folder = folder();
    std::fs::remove_file(folder.path().join("en.toml")).expect("the file was there");
    assert_eq!(told(folder.path()), []);
}

#[test]
fn a_folder_that_is_not_there_is_no_deck() {
    let folder = folder();
    let told = told(&folder.path().join("ailleurs"));
    assert_eq!(told.iter().map(|one| one.file).collect::<Vec<_>>(), [File::Deck, File::Scripts, File::Fr]);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_no_file() {
    for file in FILES {
        let folder = folder();
        std::fs::remove_file(folder.path().join(file.name())).expect("the file was there");
        std::fs::create_dir(folder.path().join(file.name())).expect("its place is free");
        only(folder.path(), file, 1, "ne se laisse pas lire");
    }
}

#[test]
fn a_file_that_is_not_utf_8_is_refused_at_the_line_that_is_not() {
    for (file, broken) in FILES.into_iter().zip([700, 50, 400, 60]) {
        let folder = folder();
        let mut lines: Vec<_> = Pages::good().page(file).lines().map(|line| line.as_bytes().to_vec()).collect();
        lines[broken - 1] = b"# caf\xe9".to_vec();
        write(folder.path(), file, lines.join(&b'\n'));
        only(folder.path(), file, broken, "n’est pas enregistré en UTF-8");
    }
}

#[test]
fn files_saved_by_another_editor_are_the_same_deck() {
    let folder = folder();
    for file in FILES {
        let text = Pages::good().page(file).replace('\n', "\r\n");
        write(folder.path(), file, format!("\u{feff}{text}"));
    }
    let [deck, scripts, fr, en] = FILES.map(|file| Pages::good().page(file).clone());
    assert!(check(folder.path()) == check_texts(&deck, &scripts, &fr, &en));
}

#[test]
fn a_slip_in_a_file_of_another_editor_is_on_the_same_line() {
    let folder = folder();
    let text = Pages::good().page(File::Fr).replace("hint = \"Combien d’appareils", "hnit = \"Combien d’appareils");
    let broken = 1 + text.lines().position(|line| line.starts_with("hnit")).expect("the slip");
    write(folder.path(), File::Fr, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let told = told(folder.path());
    assert!(told.iter().any(|one| (one.file, one.line) == (File::Fr, broken)), "{told:?}");
}

#[test]
fn a_drawing_of_another_form_and_one_for_no_card_are_named() {
    let folder = folder();
    let drawings = folder.path().join("drawings");
    std::fs::create_dir(&drawings).expect("a folder for the drawings");
    let draw = |name: &str, svg: &str| std::fs::write(drawings.join(name), svg).expect("a drawing");
    draw("terminaux.svg", "<svg onload=\"alert(1)\"/>");
    draw("licorne.svg", include_str!("../../../card-decks/culture/drawings/terminaux.svg"));
    draw("faire-durer.svg", include_str!("../../../card-decks/culture/drawings/faire-durer.svg"));
    let told = check(folder.path()).expect_err("two of three are not good");
    let told: Vec<_> = told.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|one| one.contains("la carte « terminaux »") && one.contains("la forme attendue")));
    assert!(told.iter().any(|one| one.contains("drawings/licorne.svg n’est celui d’aucune carte")));
}
