//! Archives that are no deck's, made to deceive, to fill the memory or to write elsewhere: each is refused, quickly, and
//! takes little room while it is looked at.

#[path = "hostile_decks/zip_file.rs"]
mod zip_file;

use app::api::BadArchive;
use server::decks::{Sources, check_sources, unpack};
use std::path::Path;
use std::time::{Duration, Instant};
use zip_file::{Entry, Zip};

/// How long one archive may take.
const SOON: Duration = Duration::from_secs(2);
/// How much one archive may take beside itself, in kibibytes.
const ROOM: u64 = 64 * 1024;

fn deck() -> Vec<Entry> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../card-decks/culture");
    let sources = Sources::of_folder(&folder).expect("the deck of this repository");
    let files = ["deck.toml", "scripts.toml", "fr.toml", "en.toml", "LICENSE", "drawings/terminaux.svg"];
    files.into_iter().map(|name| Entry::of(name, sources.get(name).expect("it is there"))).collect()
}

/// The deck with one more file.
fn with(entry: Entry) -> Vec<u8> {
    let mut entries = deck();
    entries.push(entry);
    Zip::of(entries).bytes()
}

/// The deck in which one file is changed.
fn changed(name: &str, change: impl FnOnce(&mut Entry)) -> Vec<u8> {
    let mut entries = deck();
    change(entries.iter_mut().find(|entry| entry.name == name.as_bytes()).expect("it is there"));
    Zip::of(entries).bytes()
}

fn zeros(megabytes: usize) -> Vec<u8> {
    vec![0; megabytes * 1024 * 1024]
}

/// Every archive, with what it is.
fn hostile() -> Vec<(String, Vec<u8>)> {
    let good = Zip::of(deck()).bytes();
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |what: &str, bytes: Vec<u8>| all.push((what.to_owned(), bytes));
    // No archive, or not a whole one.
    add("nothing", Vec::new());
    add("a text", b"slug = \"culture\"".to_vec());
    add("the beginning of an archive", b"PK\x03\x04".to_vec());
    add("the end of an archive", good[good.len() - 22..].to_vec());
    for part in 1..12 {
        add(&format!("{part} twelfths of an archive"), good[..good.len() * part / 12].to_vec());
    }
    add("an archive behind a program", [b"MZ\x90\x00".as_slice(), &good].concat());
    // Names that lead elsewhere.
    let names: [&[u8]; 16] = [
        b"../deck.toml",
        b"/etc/passwd",
        b"C:\\deck.toml",
        b"drawings\\..\\..\\x",
        b"drawings/../../x.svg",
        b"..",
        b"a/..",
        b"./../x",
        b"deck.toml\0.svg",
        b"deck\n.toml",
        b"\x1b[2Jdeck",
        b"\xff\xfe.svg",
        b"",
        b"x:stream",
        &[b'n'; 300],
        b"//server/share",
    ];
    for name in names {
        add(&format!("the name {:?}", String::from_utf8_lossy(name)), with(Entry::named(name, b"x")));
    }
    for name in ["deck.toml", "LICENSE", "drawings/terminaux.svg"] {
        let link = |entry: &mut Entry| {
            *entry = Entry::of(name, b"/etc/passwd");
            entry.attributes = 0o120_777 << 16;
        };
        add(&format!("{name} is a link"), changed(name, link));
        add(&format!("{name} is locked"), changed(name, |entry| entry.flags |= 1));
        add(&format!("{name} has another checksum"), changed(name, |entry| entry.crc ^= 1));
    }
    for method in [1, 9, 12, 14, 93, 98, 99, 77] {
        add(&format!("packed by method {method}"), changed("fr.toml", |entry| entry.method = method));
    }
    // Bombs.
    for name in ["fr.toml", "drawings/terminaux.svg", "CHANGELOG.md"] {
        let mut entries = deck();
        entries.retain(|entry| entry.name != name.as_bytes());
        entries.push(Entry::of(name, &zeros(10)));
        add(&format!("{name} is a bomb"), Zip::of(entries).bytes());
    }
    add("a bomb beside the deck", with(Entry::of("x.bin", &zeros(50))));
    let lies = |size: u32| {
        move |entry: &mut Entry| {
            let whole = Entry::of("fr.toml", &zeros(8));
            (entry.packed, entry.packed_size) = (whole.packed, whole.packed_size);
            entry.size = size;
        }
    };
    add("a bomb that says it is small", changed("fr.toml", lies(1_000)));
    add("a bomb that says it is empty", changed("fr.toml", lies(0)));
    add("four gigabytes, it says", changed("fr.toml", |entry| entry.size = u32::MAX - 1));
    let noise: Vec<u8> = (0..1_000_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let spread = (0..19).map(|n| {
        let mut entry = Entry::of(&format!("x{n}"), &noise);
        entry.size = 6 * 1024 * 1024;
        entry
    });
    add("a hundred megabytes in all, none of them much", Zip::of(deck().into_iter().chain(spread).collect()).bytes());
    add("too many files", Zip::of((0..501).map(|n| Entry::of(&n.to_string(), b"")).collect()).bytes());
    let mut many = Zip::of(deck());
    many.told = Some(65_535);
    add("65,535 files, it says", many.bytes());
    for told in [0, 5, 7] {
        let mut other = Zip::of(deck());
        other.told = Some(told);
        add(&format!("{told} files, it says"), other.bytes());
    }
    for name in ["deck.zip", "x.tar.gz", "DECK.ZIP", "x.7z"] {
        add(&format!("{name} in it"), with(Entry::of(name, &good)));
    }
    add("more than 20 megabytes", with(Entry::stored("x.bin", &zeros(21))));
    add("a text of three megabytes", changed("fr.toml", |entry| *entry = Entry::stored("fr.toml", &zeros(3))));
    // Files that lie over each other.
    let over = |at: usize| {
        let mut zip = Zip::of(deck());
        zip.entries[3].at = Some(at);
        zip.bytes()
    };
    add("two files in one place", over(0));
    add("a file inside another one", over(40));
    add("a file behind the end", over(90_000_000));
    let kernel = Entry::of("kernel", &noise);
    let mut quoted = Zip::of(deck().into_iter().chain([kernel.clone()]).collect());
    quoted.entries.extend((0..200).map(|n| {
        let mut entry = kernel.clone();
        (entry.name, entry.at) = (format!("x{n}").into_bytes(), Some(usize::MAX));
        entry
    }));
    add("two hundred files that are one", quoted.bytes());
    // Two files with one name.
    add("deck.toml twice", with(Entry::of("deck.toml", b"slug = \"other\"")));
    add("fr.toml in two cases", with(Entry::of("FR.toml", b"title = \"other\"")));
    add(
        "a name for the list, another for the file",
        changed("en.toml", |entry| entry.local_name = Some(b"../x".to_vec())),
    );
    // No deck.
    add("an archive of nothing", Zip::of(Vec::new()).bytes());
    add("a deck without deck.toml", Zip::of(deck().split_off(1)).bytes());
    let moved = |to: &str| deck().into_iter().map(|entry| entry.in_folder(to)).collect::<Vec<_>>();
    add("a deck too deep", Zip::of(moved("a/b/")).bytes());
    add("two decks", Zip::of([moved("one/"), moved("two/")].concat()).bytes());
    add("a deck in a deck", Zip::of([deck(), moved("one/")].concat()).bytes());
    all
}

#[test]
fn every_hostile_archive_is_refused_quickly_and_in_little_room() {
    let all = hostile();
    assert!(all.len() >= 60, "only {} archives", all.len());
    let mut slowest = (Duration::ZERO, "");
    for (what, bytes) in &all {
        let (before, start) = (room(true), Instant::now());
        let refused = unpack(bytes);
        let (took, room) = (start.elapsed(), room(false).saturating_sub(before));
        // What is only in the list is never used: such an archive may be taken, for what the list says.
        if what != "a name for the list, another for the file" {
            assert!(refused.is_err(), "{what} was taken");
        }
        assert!(took < SOON, "{what} took {took:?}");
        assert!(room < ROOM, "{what} took {room} KiB");
        slowest = slowest.max((took, what.as_str()));
    }
    println!("{} archives, the slowest in {:?}: {}", all.len(), slowest.0, slowest.1);
}

#[test]
fn the_reason_is_told() {
    let why = |bytes: &[u8]| unpack(bytes).expect_err("it is refused");
    assert_eq!(why(b""), BadArchive::NotAnArchive);
    assert_eq!(why(&with(Entry::of("../x", b"x"))), BadArchive::Name("../x".into()));
    assert_eq!(why(&with(Entry::of("x.zip", b"x"))), BadArchive::Nested("x.zip".into()));
    assert_eq!(why(&with(Entry::of("x.bin", &zeros(50)))), BadArchive::Bomb("x.bin".into()));
    assert_eq!(why(&with(Entry::of("deck.toml", b"x"))), BadArchive::Twice);
    assert_eq!(why(&changed("fr.toml", |entry| entry.flags |= 1)), BadArchive::Locked("fr.toml".into()));
    let shown = why(&with(Entry::of("\u{1b}[2J", b"x")));
    assert_eq!(shown, BadArchive::Name("\u{fffd}[2J".into()), "a terminal is told no tricks");
}

#[test]
fn a_deck_is_found_at_the_top_or_in_its_only_folder_whatever_else_is_there() {
    let bare = unpack(&Zip::of(deck()).bytes()).expect("a deck");
    check_sources(&bare).expect("the deck of this repository");
    let mut entries: Vec<_> = deck().into_iter().map(|entry| entry.in_folder("culture-0.2/")).collect();
    entries.push(Entry::of("culture-0.2/", b""));
    entries.push(Entry::of("culture-0.2/.DS_Store", b"x"));
    entries.push(Entry::of("__MACOSX/culture-0.2/._deck.toml", b"x"));
    entries.push(Entry::of("culture-0.2/notes/été.txt", b"x"));
    let found = unpack(&Zip::of(entries).bytes()).expect("a deck");
    assert_eq!(found, bare, "nothing else is kept");
}

/// The resident memory of this process in kibibytes: now, from which the peak is counted anew, or at its peak.
fn room(anew: bool) -> u64 {
    if anew {
        let _ = std::fs::write("/proc/self/clear_refs", "5");
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(if anew { "VmRSS" } else { "VmHWM" }));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
