//! The language of the house, in every catalogue: what a program can judge of it.

use std::{fs, path::Path};

/// Non-breaking space.
const NBSP: char = '\u{a0}';

/// Every text of every catalogue, with where it is.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    for file in fs::read_dir(folder).expect("the catalogues are there").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let table: toml::Table =
            fs::read_to_string(file.path()).expect("readable").parse().expect("a catalogue is TOML");
        collect(&name, &toml::Value::Table(table), &mut texts);
    }
    texts
}

fn collect(at: &str, value: &toml::Value, texts: &mut Vec<(String, String)>) {
    match value {
        toml::Value::Table(table) => {
            table.iter().for_each(|(key, value)| collect(&format!("{at} {key}"), value, texts))
        }
        value => texts.push((at.to_owned(), value.as_str().expect("a catalogue holds texts").to_owned())),
    }
}

/// No text of any catalogue offends.
fn none(claim: &str, offends: impl Fn(&str) -> bool) {
    none_in("", claim, offends);
}

/// No text of this catalogue offends.
fn none_in(file: &str, claim: &str, offends: impl Fn(&str) -> bool) {
    let texts: Vec<_> = texts().into_iter().filter(|(at, _)| at.starts_with(file)).collect();
    assert!(texts.len() > 100, "the catalogues were read");
    let found: Vec<_> = texts.iter().filter(|(_, text)| offends(text)).collect();
    assert!(found.is_empty(), "{claim}: {found:#?}");
}

/// Whether every one of these signs has the non-breaking space on its inner side, as in French.
fn spaced(text: &str) -> bool {
    let letters: Vec<_> = text.chars().collect();
    letters.iter().enumerate().all(|(at, letter)| match letter {
        ':' | ';' | '?' | '%' | '»' => at > 0 && letters[at - 1] == NBSP,
        '«' => letters.get(at + 1) == Some(&NBSP),
        _ => true,
    })
}

/// Whether these signs follow their word at once, as in English.
fn close(text: &str) -> bool {
    let letters: Vec<_> = text.chars().collect();
    !letters.windows(2).any(|two| two[0].is_whitespace() && matches!(two[1], ':' | ';' | '?' | '%' | '”'))
}

/// Whether a text has one of these words.
fn has(text: &str, words: &[&str]) -> bool {
    text.to_lowercase().split(|letter: char| !letter.is_alphabetic()).any(|word| words.contains(&word))
}

#[test]
fn nobody_is_shouted_at() {
    none("no exclamation marks", |text| text.contains('!'));
}

#[test]
fn words_are_spelt_out_for_ears() {
    none("no middle dot, no bracketed ending", |text| {
        ["·", "•", "(e)", "(s)", "/trice", "/ice", "-e-s"].iter().any(|sign| text.contains(sign))
    });
}

#[test]
fn apostrophes_and_quotation_marks_are_the_printers() {
    none_in("fr.toml", "curly apostrophes and « »", |text| text.contains(['\'', '"', '“', '”']));
    none_in("en.toml", "curly apostrophes and “ ”", |text| text.contains(['\'', '"', '«', '»']));
}

#[test]
fn ellipses_are_one_sign() {
    none("… rather than three dots", |text| text.contains("..."));
}

#[test]
fn high_signs_keep_their_space() {
    assert!(spaced("«\u{a0}ici\u{a0}»\u{a0}: 4\u{a0}%") && !spaced("ici :") && !spaced("« ici\u{a0}»"));
    none_in("fr.toml", "a non-breaking space before : ; ? % » and after «", |text| !spaced(text));
    assert!(close("“here”: 4%?") && !close("here : 4%") && !close("4\u{a0}%"));
    none_in("en.toml", "no space before : ; ? % ”", |text| !close(text));
}

#[test]
fn people_are_addressed_as_vous() {
    none_in("fr.toml", "vous", |text| has(text, &["tu", "toi", "ton", "ta", "tes", "te"]));
}

#[test]
fn somebody_is_they_in_english() {
    none_in("en.toml", "they", |text| has(text, &["he", "she", "him", "his", "her", "hers"]));
}
