//! Decks, version by version, as an organiser has them: an archive comes in by a form, workshops play the version that was
//! chosen for them, and what was played is read with the same cards for ever.

#[path = "decks/drawings.rs"]
mod drawings;
#[path = "decks/flags.rs"]
mod flags;
#[path = "rights/house.rs"]
#[allow(dead_code, reason = "nobody plays live here")]
mod house;
#[path = "decks/own.rs"]
mod own;
#[path = "decks/versions.rs"]
mod versions;

use app::routes::Route;
use house::{Browser, House, LOGIN};
use server::decks::Sources;
use std::path::Path;

const PASSWORD: &str = "trois cordes et un rideau";

/// The files of the deck in this repository.
fn culture() -> Sources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../card-decks/culture");
    Sources::of_folder(&folder).expect("the deck of this repository")
}

/// The same deck in another version, in which each of these texts of a file gave way to another.
fn edition(version: &str, changes: &[(&str, &str, &str)]) -> Sources {
    let mut sources = culture();
    let ours = format!("version = \"{}\"", server::decks::embedded().deck.version);
    let renamed = ("deck.toml", ours.as_str(), &*format!("version = \"{version}\""));
    for (file, was, now) in [&[renamed], changes].concat() {
        let text = String::from_utf8(sources.get(file).expect("a file of the deck").to_vec()).expect("a text");
        assert!(text.contains(was), "{was} is nowhere in {file}");
        sources.put(file, text.replacen(was, now, 1).into_bytes());
    }
    sources
}

fn archive(sources: &Sources) -> Vec<u8> {
    sources.archive("culture").expect("an archive")
}

/// The organiser of the house, signed in.
fn claire(house: &House) -> Browser {
    let claire = house.browser();
    claire.post("sign-in", &[("login", LOGIN), ("password", PASSWORD)]);
    claire
}

/// Imports a deck that is taken.
fn imports(claire: &Browser, sources: &Sources) {
    let came = claire.uploads(&Route::Decks.to_string(), &archive(sources));
    assert_eq!(came.status, 303, "{}", came.body);
    assert!(came.leads.starts_with("/jeux#jeu-culture-"), "{}", came.leads);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_archive_of_a_deck_is_taken_in_and_can_be_taken_away_again() {
    let house = House::open().await;
    let claire = claire(&house);
    let deck = edition("0.9.0", &[]);
    imports(&claire, &deck);
    imports(&claire, &deck);
    let list = claire.get("/jeux").body;
    assert_eq!(list.matches("Version 0.9.0").count(), 1, "the same twice is there once");
    let away = server::decks::unpack(&claire.fetches("/jeux/culture/0.9.0/jeu.zip")).expect("an archive");
    assert_eq!(away, deck, "file by file");
    assert_eq!(claire.get("/jeux/culture/0.9.1/jeu.zip").status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deck_with_problems_is_refused_with_each_of_them_in_its_line() {
    let house = House::open().await;
    let claire = claire(&house);
    let broken =
        edition("0.9.0", &[("deck.toml", "lot = \"usages\"", "lot = \"usagers\""), ("fr.toml", "fact = ", "fat = ")]);
    let answer = claire.uploads("/jeux", &archive(&broken));
    assert_eq!(answer.status, 422);
    for told in ["deck.toml:", "cite le lot « usagers »", "fr.toml:", "un champ inconnu, `fat`", "Rien n’a été importé"]
    {
        assert!(answer.body.contains(told), "{told}");
    }
    assert!(answer.body.contains("type=\"file\""), "the form is there again");
    let said = |file: &[u8], says: &str| {
        let answer = claire.uploads("/jeux", file);
        assert!(answer.status == 422 && answer.body.contains(says), "{says}: {}", answer.status);
    };
    said(b"", "Aucun fichier");
    said(b"slug = 1", "n’est pas une archive .zip");
    said(&vec![b'P'; 21 * 1024 * 1024], "dépasse 20");
    let hostile = edition("0.9.0", &[("deck.toml", "slug = \"culture\"", "slug = \"<script>alert(1)</script>\"")]);
    let answer = claire.uploads("/jeux", &archive(&hostile));
    assert!(answer.status == 422 && !answer.body.contains("<script>alert"));
    assert!(!claire.get("/jeux").body.contains("Version 0.9.0"), "nothing was kept");
    assert_eq!(house.browser().uploads("/jeux", &archive(&culture())).leads, Route::SignIn.to_string());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_never_changes_what_it_says() {
    let house = House::open().await;
    let claire = claire(&house);
    imports(&claire, &edition("0.9.0", &[]));
    let other = edition("0.9.0", &[("fr.toml", "Injonction à innover", "Pression à innover")]);
    let answer = claire.uploads("/jeux", &archive(&other));
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("La version 0.9.0 du jeu") && answer.body.contains("(fr.toml)"), "{}", answer.body);
    // The one in the binary neither, though nobody imported it.
    let ours = server::decks::embedded().deck.version.clone();
    let other = edition(&ours, &[("fr.toml", "Injonction à innover", "Pression à innover")]);
    let answer = claire.uploads("/jeux", &archive(&other));
    assert!(answer.status == 422 && answer.body.contains("(fr.toml)"), "{}", answer.body);
}
