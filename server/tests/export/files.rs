//! Pictures, documents, the page without a server, and all of it in one archive.

use super::{data, hostile, random, sample};
use app::api::SavedOpening;
use app::routes::Export;
use app::text::words;
use board::deck::Lang;
use server::decks::embedded;
use server::export::{BoardFile, export};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn made(saved: &SavedOpening, lang: Lang, file: Export) -> Vec<u8> {
    export(saved, &embedded().deck, words(lang), file).expect("it can be written").content
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

/// What is in the archive, by name.
fn unpacked(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("it can be read");
        files.insert(file.name().expect("a name").into_owned(), content);
    }
    files
}

/// Boards that trip up whoever draws them.
fn odd() -> Vec<SavedOpening> {
    let mut erased = sample::saved(45, 60);
    erased.seats.iter_mut().for_each(|seat| seat.name.clear());
    let mut bare = sample::saved(45, 60);
    (bare.card.document.links, bare.card.document.stances, bare.card.document.stars) = Default::default();
    let mut chain = sample::saved(12, 12);
    let long = "anticonstitutionnellement🎭🏳️‍🌈מימין لليسار =cmd \"'\n".repeat(5);
    chain.card.document.links.values_mut().for_each(|link| link.because.clone_from(&long));
    (chain.card.document.title, chain.card.document.story) = (long.chars().take(120).collect(), long.repeat(2));
    let boards = (0..12).map(random::board);
    boards.chain([sample::saved(0, 0), erased, bare, chain, hostile()]).collect()
}

#[test]
fn every_board_is_a_poster_and_a_report_that_everybody_can_read() {
    for (place, saved) in odd().into_iter().enumerate() {
        for file in [Export::Poster, Export::Report] {
            let pdf = made(&saved, Lang::Fr, file);
            assert!(pdf.starts_with(b"%PDF-1.7"), "board {place}");
            // PDF/UA-1: tagged, with a language; the rest was checked while it was written.
            for part in ["pdfuaid:part", "/StructTreeRoot", "/Lang", "/Marked true", "/DisplayDocTitle true"] {
                assert!(holds(&pdf, part), "board {place}: {part}");
            }
            let text = !saved.card.document.cards.is_empty() || file == Export::Report;
            assert!(!text || holds(&pdf, "/FontFile"), "board {place}: its fonts are inside");
            assert!(pdf.len() < 2_000_000, "board {place}: {} bytes", pdf.len());
        }
    }
    let poster = made(&sample::saved(45, 60), Lang::Fr, Export::Poster);
    assert!(holds(&poster, "/MediaBox[0 0 1190.55 841.89]") || holds(&poster, "/MediaBox [0 0 1190.55 841.89]"), "A3");
}

#[test]
fn a_picture_is_an_a3_sheet_at_300_dots_per_inch() {
    let png = made(&sample::saved(12, 12), Lang::Fr, Export::Png);
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((side(16), side(20)), (4961, 3508));
    assert!(holds(&png, "pHYs\0\0.#\0\0.#\x01"), "11811 dots per metre");
    assert!(png.len() < 5_000_000, "{}", png.len());
}

#[test]
fn the_page_without_a_server_asks_for_nothing_and_says_everything() {
    for saved in odd() {
        let html = String::from_utf8(made(&saved, Lang::Fr, Export::Html)).expect("it is text");
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
        for outside in ["<script", "src=", "href=", "url(", "@import", "<link"] {
            assert!(!html.contains(outside), "{outside}");
        }
        let addresses = html.matches("http").count();
        let ours = html.matches("http://www.w3.org/2000/svg").count() + html.matches("http-equiv").count();
        assert_eq!(addresses, ours, "no address but the name of SVG");
        assert!(html.len() < 500_000, "{}", html.len());
    }
    let html = String::from_utf8(made(&sample::saved(45, 60), Lang::Fr, Export::Html)).expect("it is text");
    for said in ["prefers-color-scheme:dark", "@media print", "Garder les écrans deux ans de plus", "parce que"] {
        assert!(html.contains(said), "{said}");
    }
}

#[test]
fn one_archive_holds_every_file_in_the_language_of_the_reader() {
    let saved = sample::saved(45, 60);
    let french = unpacked(made(&saved, Lang::Fr, Export::Zip));
    let names: Vec<_> = french.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "LISEZMOI.txt",
            "affiche-a3.pdf",
            "donnees-ouvertes/actions.csv",
            "donnees-ouvertes/cartes.csv",
            "donnees-ouvertes/liens.csv",
            "plateau.graphml",
            "plateau.html",
            "plateau.json",
            "plateau.mmd",
            "plateau.png",
            "plateau.svg",
            "rapport-a4.pdf",
            "tableur/actions.csv",
            "tableur/cartes.csv",
            "tableur/liens.csv",
        ]
    );
    assert_eq!(french["plateau.json"], BoardFile::of(&saved, &embedded().deck).text().into_bytes());
    let read_me = String::from_utf8_lossy(&french["LISEZMOI.txt"]);
    for name in names.iter().filter(|name| **name != "LISEZMOI.txt") {
        assert!(read_me.contains(*name), "{name} is explained");
    }
    let english = unpacked(made(&saved, Lang::En, Export::Zip));
    assert!(english.contains_key("README.txt") && english.contains_key("open-data/links.csv"), "{:?}", english.keys());
    assert_eq!(english["board.json"], french["plateau.json"], "one board is one file");
    assert!(String::from_utf8_lossy(&english["board.html"]).contains("lang=\"en\""));
    assert_eq!(made(&saved, Lang::Fr, Export::Zip), made(&saved, Lang::Fr, Export::Zip), "twice is the same");
}

#[test]
fn no_file_of_the_archive_names_anybody_who_was_there() {
    let saved = sample::saved(45, 60);
    assert!(!saved.seats.is_empty() && data(&saved).is_object());
    for (name, content) in unpacked(made(&saved, Lang::Fr, Export::Zip)) {
        for seat in &saved.seats {
            assert!(!holds(&content, &seat.name), "{name} names {}", seat.name);
        }
    }
}
