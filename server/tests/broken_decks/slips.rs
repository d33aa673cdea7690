//! How a broken deck is written down. One slip is a paragraph:
//!
//! ```text
//! Two cards share a number.
//! deck.toml [cards.terminaux] > number
//! | number = 1
//! !
//! deck.toml [cards.terminaux] > number
//! porte le numéro 1
//! ```
//!
//! What is broken, in words; a line of the good deck (or two with ` .. ` between, and all between them); the lines that
//! take its place, none to remove it, `{line}` for the line itself and `{41}` for so many letters; then, for each thing
//! that must be said, a `!`, a line of the broken deck and a part of the sentence. Nothing else may be said, unless
//! the mark is `!+`. A line is found by its beginning: each step after ` > ` goes on from where the last one was, and
//! `+1` is the line after.

use server::decks::{Diagnostic, File, check_texts};

/// The files of a deck.
#[derive(Clone)]
pub struct Pages([String; 4]);

/// The files, in the order in which [`Pages`] holds them.
pub const FILES: [File; 4] = [File::Deck, File::Scripts, File::Fr, File::En];

impl Pages {
    /// The deck in the repository, in which nothing is wrong.
    pub fn good() -> Self {
        let deck = include_str!("../../../card-decks/culture/deck.toml");
        let scripts = include_str!("../../../card-decks/culture/scripts.toml");
        let fr = include_str!("../../../card-decks/culture/fr.toml");
        let en = include_str!("../../../card-decks/culture/en.toml");
        Self([deck, scripts, fr, en].map(str::to_owned))
    }

    /// A small deck, quick to check: the cards of the shortest format and the links between them, nothing else.
    pub fn small() -> Self {
        let [deck, scripts, fr, en] = Self::good().0;
        let short =
            deck.split("45 = [").nth(1).and_then(|rest| rest.split(']').next()).expect("a format of 45 minutes");
        let cards: Vec<_> = short.split('"').skip(1).step_by(2).collect();
        let (formats, lots) =
            (format!("actions = {{}}\n\n[formats]\n45 = [{short}]"), deck.find("# Les lots").expect("the lots"));
        let head = deck.split("\n\n").nth(1).expect("what the deck is");
        let deck = [head, &formats, &deck[lots..]].join("\n\n");
        Self([deck, scripts, fr, en].map(|page| page.split("\n\n").filter_map(|part| kept(part, &cards)).collect()))
    }

    /// The text of one file, to break.
    pub fn page(&mut self, file: File) -> &mut String {
        &mut self.0[file as usize]
    }

    /// What the checker says, nothing if it takes the deck.
    pub fn told(&self) -> Vec<Diagnostic> {
        check_texts(&self.0[0], &self.0[1], &self.0[2], &self.0[3]).err().unwrap_or_default()
    }

    /// The index of the line that these words lead to.
    fn find(&self, place: &str) -> (File, usize) {
        let (name, steps) = place.split_once(' ').expect("a place is a file and steps");
        let file = FILES.into_iter().find(|file| file.name() == name);
        let file = file.unwrap_or_else(|| panic!("{name} is no file of a deck"));
        let lines: Vec<_> = self.0[file as usize].lines().map(str::trim_start).collect();
        let step = |from: usize, step: &str| match step.strip_prefix('+').and_then(|count| count.parse::<usize>().ok())
        {
            Some(count) => from + count,
            None => {
                let ahead = lines[from..].iter().position(|line| line.starts_with(step));
                from + ahead.unwrap_or_else(|| panic!("no line starts with {step} in {place}"))
            }
        };
        (file, steps.split(" > ").fold(0, step))
    }
}

/// What a small deck keeps of a part of a file.
fn kept(part: &str, cards: &[&str]) -> Option<String> {
    let head = part.lines().find(|line| line.starts_with('[')).unwrap_or_default();
    let name = head.trim_matches(['[', ']']).split_once('.').map_or("", |(_, name)| name);
    let lists_cards = head.starts_with("[links.");
    let keeps = match head.trim_start_matches('[').split(['.', ']']).next().unwrap_or_default() {
        "cards" | "links" => name.is_empty() || cards.contains(&name),
        "actions" | "misconceptions" | "180" | "90" => false,
        // The small deck plays one format.
        "waves" | "steps" => name.split('.').next() == Some("45"),
        _ => true,
    };
    let line = |line: &&str| {
        !lists_cards || line.starts_with('[') || cards.contains(&line.split(['.', ' ']).next().unwrap_or_default())
    };
    keeps.then(|| part.lines().filter(line).map(|line| format!("{line}\n")).collect::<String>() + "\n")
}

/// One broken deck and what must be said of it.
pub struct Slip<'t> {
    pub claim: &'t str,
    place: &'t str,
    becomes: Vec<&'t str>,
    says: Vec<(&'t str, &'t str)>,
    among_others: bool,
}

/// Every slip of a page, in order.
pub fn read(page: &str) -> Vec<Slip<'_>> {
    page.split("\n\n").map(|paragraph| slip(paragraph.trim_matches('\n'))).collect()
}

fn slip(paragraph: &str) -> Slip<'_> {
    let mut lines = paragraph.lines().peekable();
    let claim = lines.next().expect("a paragraph has a first line");
    let place = lines.next().unwrap_or_else(|| panic!("{claim} Where?"));
    let mut becomes = Vec::new();
    while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
        becomes.push(line.strip_prefix("| ").unwrap_or(""));
    }
    let (mut says, mut among_others) = (Vec::new(), false);
    while let Some(mark) = lines.next() {
        among_others |= mark == "!+";
        says.push((lines.next().expect("a line to blame"), lines.next().expect("words to say")));
    }
    Slip { claim, place, becomes, says, among_others }
}

impl Slip<'_> {
    /// The good deck, broken.
    pub fn broken(&self) -> Pages {
        let mut pages = Pages::good();
        let (first, last) = match self.place.split_once(" .. ") {
            Some((first, to)) => {
                let (file, from) = pages.find(first);
                (first, pages.find(&format!("{} +{from} > {to}", file.name())).1)
            }
            None => (self.place, pages.find(self.place).1),
        };
        let (file, first) = pages.find(first);
        let mut lines: Vec<_> = pages.page(file).lines().map(str::to_owned).collect();
        let line = lines[first].clone();
        let letters = |text: String, count: usize| text.replace(&format!("{{{count}}}"), &"é".repeat(count));
        let becomes = |text: &&str| letters(letters(text.replace("{line}", &line), 41), 251);
        lines.splice(first..=last, self.becomes.iter().map(becomes));
        *pages.page(file) = lines.join("\n") + "\n";
        pages
    }

    /// What is not as it must be; nothing when the checker says all of it and no more.
    pub fn complaint(&self) -> Option<String> {
        let pages = self.broken();
        let told = pages.told();
        let said = |(place, words): &(&str, &str)| {
            let (file, at) = pages.find(place);
            told.iter().any(|one| (one.file, one.line) == (file, at + 1) && one.problem.to_string().contains(words))
        };
        let unsaid: Vec<_> = self.says.iter().filter(|wanted| !said(wanted)).collect();
        let too_many = !self.among_others && told.len() != self.says.len();
        let told = told.iter().map(|one| format!("    {one}\n")).collect::<String>();
        (!unsaid.is_empty() || too_many || self.says.is_empty())
            .then(|| format!("{}\n  not said: {unsaid:?}\n  said:\n{told}", self.claim))
    }
}
