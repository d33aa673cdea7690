//! Four thousand decks that nobody would write, each with one to five slips in it. What comes out does not matter here, only that something does, that it
//! points into the file, and that a deck which is taken can be played.

use crate::slips::{FILES, Pages};
use server::decks::{File, check, check_texts};

/// Dice that fall the same way every time: SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (((bits ^ (bits >> 31)) as u128 * end as u128) >> 64) as usize
    }

    fn file(&mut self) -> File {
        [File::Deck, File::Deck, File::Scripts, File::Fr, File::Fr, File::En][self.below(6)]
    }
}

/// Whatever is said of these pages is said of a line they have, in words.
fn check_pages(pages: &mut Pages, seed: u64) -> bool {
    let told = pages.told();
    for one in &told {
        let lines = pages.page(one.file).lines().count().max(1);
        assert!((1..=lines).contains(&one.line), "seed {seed}: {one} is past the last line, {lines}");
        assert!(one.problem.to_string().len() > 10, "seed {seed}: {one:?} says nothing");
    }
    told.is_empty()
}

#[test]
fn the_small_deck_that_is_broken_here_is_good() {
    assert_eq!(Pages::small().told(), []);
}

#[test]
fn fifteen_hundred_decks_of_shuffled_lines_never_panic() {
    let small = Pages::small();
    let mut refused = 0;
    for seed in 0..1_500 {
        let mut dice = Dice(seed);
        let mut pages = small.clone();
        for _ in 0..=dice.below(3) {
            let page = pages.page(dice.file());
            let mut lines: Vec<_> = page.lines().map(str::to_owned).collect();
            let (at, other) = (dice.below(lines.len()), dice.below(lines.len()));
            match dice.below(4) {
                0 => drop(lines.remove(at)),
                1 => lines.swap(at, other),
                2 => lines.insert(at, lines[other].clone()),
                _ => lines[at] = lines[other].clone(),
            }
            *page = lines.join("\n");
        }
        refused += usize::from(!check_pages(&mut pages, seed));
    }
    assert!(refused > 750, "only {refused} were refused");
}

#[test]
fn fifteen_hundred_decks_of_changed_characters_never_panic() {
    const STRANGE: [&str; 16] =
        ["\"", "'", "[", "]", "{", "}", "=", ".", ",", "#", "\n", "\\", "\0", "\u{202e}", "é", "9"];
    let small = Pages::small();
    let mut refused = 0;
    for seed in 0..1_500 {
        let mut dice = Dice(seed);
        let mut pages = small.clone();
        for _ in 0..=dice.below(3) {
            let page = pages.page(dice.file());
            let at = page.floor_char_boundary(dice.below(page.len()));
            let next = page[at..].chars().next().map_or(at, |c| at + c.len_utf8());
            match dice.below(4) {
                0 => page.replace_range(at..next, ""),
                1 => page.insert_str(at, STRANGE[dice.below(16)]),
                2 => page.truncate(at),
                _ => page.replace_range(at..next, STRANGE[dice.below(16)]),
            }
        }
        refused += usize::from(!check_pages(&mut pages, seed));
    }
    assert!(refused > 750, "only {refused} were refused");
}

#[test]
fn a_thousand_files_of_broken_bytes_never_panic() {
    let folder = tempfile::tempdir().expect("a folder for the deck");
    let mut small = Pages::small();
    for file in FILES {
        std::fs::write(folder.path().join(file.name()), small.page(file)).expect("the folder takes the file");
    }
    let mut refused = 0;
    for seed in 0..1_000 {
        let mut dice = Dice(seed);
        let file = dice.file();
        let mut bytes = small.page(file).clone().into_bytes();
        for _ in 0..=dice.below(4) {
            let at = dice.below(bytes.len());
            bytes[at] = dice.below(256) as u8;
        }
        std::fs::write(folder.path().join(file.name()), bytes).expect("the folder takes the file");
        refused += usize::from(check(folder.path()).is_err());
        std::fs::write(folder.path().join(file.name()), small.page(file)).expect("the folder takes the file");
    }
    assert!(refused > 500, "only {refused} were refused");
}

#[test]
fn files_made_to_hurt_are_refused() {
    let deep = 20_000;
    let hurtful = [
        String::new(),
        "\0".repeat(10_000),
        format!("a = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("a = {}", "{ a = ".repeat(deep)),
        format!("[{}a]", "a.".repeat(deep)),
        format!("{}a = 1", "a.".repeat(deep)),
        format!("[{}", "[".repeat(deep)),
        format!("a = \"{}\"", "x".repeat(1_000_000)),
        "a = 1\n".repeat(5_000),
        (0..5_000).map(|n| format!("[cards.c{n}]\n")).collect(),
        (0..5_000).map(|n| format!("[links.c{n}]\nc{n} = {{}}\n")).collect(),
    ];
    let good = Pages::good();
    for text in &hurtful {
        for file in [File::Deck, File::Scripts, File::Fr] {
            let mut pages = good.clone();
            pages.page(file).clone_from(text);
            assert!(!pages.told().is_empty(), "taken: {}", text.chars().take(40).collect::<String>());
        }
        assert!(check_texts(text, text, text, text).is_err());
    }
}
