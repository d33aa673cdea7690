//! The command line as a person at a terminal has it: the real program, its words and its exit codes.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn coulisses(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_coulisses")).args(words).output().expect("the program starts")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Runs it and wants it to go well.
fn done(words: &[&str]) -> String {
    let output = coulisses(words);
    assert!(output.status.success(), "{words:?}: {}", said(&output.stderr));
    said(&output.stdout)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

#[test]
fn a_wrong_value_is_told_in_words_and_ends_with_2() {
    for (words, about) in [
        (&["serve", "--listen", "nowhere"][..], "--listen"),
        (&["serve", "--public-url", "atelier"][..], "https://atelier.exemple.fr"),
        (&["workshop", "create", "--title", "A", "--format", "60"][..], "180, 90 ou 45"),
        (&["workshop", "create", "--title", "A", "--tables", "0"][..], "--tables"),
        (&["backup"][..], "FICHIER"),
        (&["danse"][..], "danse"),
    ] {
        let output = coulisses(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(said(&output.stderr).contains(about), "{words:?}: {}", said(&output.stderr));
    }
}

#[test]
fn help_names_every_option_with_its_variable() {
    let help = done(&["serve", "--help"]) + &done(&["workshop", "create", "--help"]);
    for variable in ["LISTEN", "LAN", "WIFI", "DEMO", "DATA", "PUBLIC_URL", "TITLE", "FORMAT", "TABLES", "JSON"] {
        assert!(help.contains(&format!("[env: COULISSES_{variable}=")), "{variable}");
    }
}

#[test]
fn a_workshop_is_created_with_its_code_and_links_and_every_option_may_be_a_variable() {
    let folder = TempDir::new().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_coulisses"))
        .args(["workshop", "create"])
        .env("COULISSES_DATA", folder.path())
        .env("COULISSES_TITLE", "Équipe d’accueil")
        .env("COULISSES_FORMAT", "90")
        .env("COULISSES_TABLES", "3")
        .env("COULISSES_JSON", "true")
        .env("COULISSES_PUBLIC_URL", "https://atelier.exemple.fr/")
        .output()
        .expect("the program starts");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&told["title"], &told["format"]), (&"Équipe d’accueil".into(), &90.into()));
    assert_eq!(told["tables"].as_array().map(Vec::len), Some(3));
    let code = told["code"].as_str().expect("a code");
    assert_eq!(told["links"]["join"], format!("https://atelier.exemple.fr/rejoindre/{code}"));
}

#[test]
fn a_deck_is_checked_and_a_broken_one_is_told_line_by_line() {
    let culture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../card-decks/culture");
    assert!(done(&["check-deck", text(&culture)]).contains("61 cartes thème"));
    let broken = TempDir::new().expect("a folder");
    for name in ["deck.toml", "scripts.toml", "fr.toml", "en.toml"] {
        std::fs::copy(culture.join(name), broken.path().join(name)).expect("a copy");
    }
    let deck = std::fs::read_to_string(broken.path().join("deck.toml")).expect("the deck");
    std::fs::write(broken.path().join("deck.toml"), deck.replacen("slug = \"culture\"", "slug = 3", 1))
        .expect("written");
    let output = coulisses(&["check-deck", text(broken.path())]);
    assert_eq!(output.status.code(), Some(1));
    let line = 1 + deck.lines().position(|line| line.starts_with("slug")).expect("a slug");
    assert!(said(&output.stderr).contains(&format!("deck.toml:{line} :")), "{}", said(&output.stderr));
}

#[test]
fn a_backup_is_put_back_and_what_was_there_is_kept() {
    let folder = TempDir::new().expect("a folder");
    let (data, file) = (folder.path().join("data"), folder.path().join("copie.db"));
    let create = |title: &str| {
        let told = done(&["workshop", "create", "--title", title, "--json", "--data", text(&data)]);
        serde_json::from_str::<serde_json::Value>(&told).expect("JSON")["code"].clone()
    };
    create("Avant");
    done(&["backup", text(&file), "--data", text(&data)]);
    create("Après");
    let again = coulisses(&["backup", text(&file), "--data", text(&data)]);
    assert_eq!(again.status.code(), Some(1), "a backup replaces nothing");
    assert!(done(&["restore", text(&file), "--data", text(&data)]).contains("gardé"));
    let notes = folder.path().join("notes.txt");
    std::fs::write(&notes, "pas une sauvegarde").expect("written");
    let refused = coulisses(&["restore", text(&notes), "--data", text(&data)]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(!said(&refused.stderr).is_empty());
}

#[test]
fn a_deck_is_imported_from_its_folder_and_a_broken_one_is_told_line_by_line() {
    let (data, copy) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let culture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../card-decks/culture");
    let deck = std::fs::read_to_string(culture.join("deck.toml")).expect("the deck");
    let version = deck.lines().find(|line| line.starts_with("version = ")).expect("it has a version");
    for file in ["scripts.toml", "fr.toml"] {
        std::fs::copy(culture.join(file), copy.path().join(file)).expect("a copy");
    }
    let write = |deck: String| std::fs::write(copy.path().join("deck.toml"), deck).expect("it is written");
    let import = || coulisses(&["deck", "import", text(copy.path()), "--data", text(data.path())]);
    write(deck.replace(version, "version = \"0.9.0\"").replacen("lot = \"usages\"", "lot = \"usagers\"", 1));
    let refused = import();
    assert_eq!(refused.status.code(), Some(1));
    let told = said(&refused.stderr);
    assert!(told.contains("deck.toml:") && told.contains("cite le lot « usagers »"), "{told}");
    assert!(told.contains("1 à corriger : rien n’a été importé"), "{told}");
    write(deck.replace(version, "version = \"0.9.0\""));
    for _ in 0..2 {
        let taken = import();
        assert!(said(&taken.stdout).contains("culture 0.9.0 est en place"), "{}", said(&taken.stderr));
    }
    write(deck.replace(version, "version = \"0.9.0\"").replace("date = ", "date = \"2027\" # "));
    let other = import();
    assert_eq!(other.status.code(), Some(1));
    assert!(said(&other.stderr).contains("avec un autre contenu (deck.toml)"), "{}", said(&other.stderr));
    let created = ["workshop", "create", "--title", "Saison", "--json", "--data", text(data.path())];
    done(&created);
}
