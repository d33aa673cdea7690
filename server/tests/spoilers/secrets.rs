//! What may be a spoiler, and how it is found in what somebody received, however it was written there: as it is, as
//! HTML, cut into lines of a picture, or in the base64 of a page's opening.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use board::deck::{Lang, Text};
use board::{CardId, LinkId};
use server::decks::Loaded;
use std::collections::{BTreeSet, HashMap, HashSet};

/// How many bytes of a text, in a row, give it away. A passage of twice that length is found wherever it begins.
const BLOCK: usize = 32;
/// The texts of the interface: a sentence that it says too is no secret.
const INTERFACE: &str =
    concat!(include_str!("../../../app/locales/fr.toml"), include_str!("../../../app/locales/en.toml"));
/// How many bits say how a block begins.
const BEGINNING: u32 = 20;
/// Base64 shorter than this says nothing.
const ENCODED: usize = 24;

/// What a text is part of, and so who may read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The front of a card.
    Front(CardId),
    /// Its back.
    Back(CardId),
    /// An action card: for everybody once the team chooses what it does.
    Action(CardId),
    /// What gets a table talking about it, and what is to be known of it: for the person who facilitates.
    Advice(CardId),
    /// A part of the answer key.
    Key(LinkId),
    /// What the person who facilitates does, and may say.
    Script(usize),
}

/// Everything that is not for everybody.
pub struct Secrets {
    pub texts: Vec<(Kind, String)>,
    /// What is looked for: passages, as text, start and end, by their first letters.
    passages: HashMap<u32, Vec<(usize, usize, usize)>>,
    /// How passages may begin: what does not begin so need not be looked up.
    begins: Vec<bool>,
}

impl Secrets {
    /// What this deck keeps, and its key, in every language.
    pub fn of(loaded: &Loaded) -> Self {
        let deck = &loaded.deck;
        let mut texts = Vec::new();
        let both = |text: &Text| [Lang::Fr, Lang::En].map(|lang| text.read(lang).0.to_owned());
        let mut keep = |kind, written: &[String]| texts.extend(written.iter().map(|text| (kind, plain(text))));
        for (&card, topic) in &deck.cards {
            keep(Kind::Front(card), &both(&topic.title));
            keep(Kind::Front(card), std::slice::from_ref(&topic.illustration));
            keep(Kind::Back(card), &both(&topic.fact));
            keep(Kind::Back(card), std::slice::from_ref(&topic.source.title));
            keep(Kind::Advice(card), &both(&topic.hint));
            topic.note.iter().for_each(|note| keep(Kind::Advice(card), &both(note)));
        }
        for (&card, action) in &deck.actions {
            for text in [&action.title, &action.description, &action.first_step, &action.indicator] {
                keep(Kind::Action(card), &both(text));
            }
        }
        for key in [Lang::Fr, Lang::En].map(|lang| loaded.key(lang)) {
            key.expected
                .iter()
                .for_each(|(&link, expected)| keep(Kind::Key(link), std::slice::from_ref(&expected.why)));
            for (&link, trap) in &key.misconceptions {
                keep(Kind::Key(link), &[trap.belief.clone(), trap.reason.clone()]);
            }
        }
        for (number, step) in deck.scripts.values().flat_map(|script| &script.steps).enumerate() {
            keep(Kind::Script(number), &both(&step.does));
            keep(Kind::Script(number), &both(&step.says));
        }
        Self::from(texts)
    }

    fn from(mut texts: Vec<(Kind, String)>) -> Self {
        texts.retain(|(_, text)| !text.is_empty());
        let mut secrets = Self { texts, passages: HashMap::new(), begins: vec![false; 1 << BEGINNING] };
        let interface = plain(INTERFACE);
        let told: HashSet<&[u8]> = interface.as_bytes().windows(BLOCK).collect();
        for number in 0..secrets.texts.len() {
            let whole = secrets.texts[number].1.as_str();
            if whole.len() >= BLOCK && interface.contains(whole) {
                continue;
            }
            let text = whole.as_bytes();
            let mut ends = if text.len() < 2 * BLOCK { vec![(0, text.len())] } else { blocks(text.len()) };
            ends.retain(|&(start, end)| !told.contains(&text[start..end]));
            for (start, end) in ends {
                let first = text[start..end].first_chunk().expect("no text of a deck is shorter than a word");
                let first = u32::from_le_bytes(*first);
                secrets.begins[beginning(first)] = true;
                secrets.passages.entry(first).or_default().push((number, start, end));
            }
        }
        secrets
    }

    /// Every secret of which these bytes hold a passage, with the passage.
    pub fn found(&self, bytes: &[u8]) -> BTreeSet<(Kind, &str)> {
        let mut found = BTreeSet::new();
        for reading in readings(bytes) {
            let bytes = reading.as_bytes();
            let mut first = 0;
            for (at, &byte) in bytes.iter().enumerate() {
                // The four bytes that end here.
                first = first >> 8 | u32::from(byte) << 24;
                if !self.begins[beginning(first)] {
                    continue;
                }
                for &(number, start, end) in self.passages.get(&first).into_iter().flatten() {
                    let (kind, text) = &self.texts[number];
                    if bytes[at - 3..].starts_with(&text.as_bytes()[start..end]) {
                        // A block may begin or end inside a letter: the passage is told by whole ones.
                        found.insert((*kind, &text[text.floor_char_boundary(start)..text.ceil_char_boundary(end)]));
                    }
                }
            }
        }
        found
    }
}

/// The whole blocks of so many bytes.
fn blocks(bytes: usize) -> Vec<(usize, usize)> {
    (1..=bytes / BLOCK).map(|number| ((number - 1) * BLOCK, number * BLOCK)).collect()
}

/// Every way in which bytes can be read: as text, as what a page shows, and what their base64 says.
fn readings(bytes: &[u8]) -> Vec<String> {
    let raw = String::from_utf8_lossy(bytes);
    let mut readings = vec![plain(&raw)];
    if raw.contains('<') {
        readings.push(plain(&shown(&raw)));
    }
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    for run in bytes.split(|byte| !letter(byte)).filter(|run| run.len() >= ENCODED) {
        let mut run: Vec<u8> = run
            .iter()
            .map(|&byte| match byte {
                b'-' => b'+',
                b'_' => b'/',
                other => other,
            })
            .collect();
        // Without what is left of the last group, which padding would have filled.
        run.truncate(run.len() / 4 * 4);
        if let Ok(said) = STANDARD.decode(&run) {
            readings.push(plain(&String::from_utf8_lossy(&said)));
        }
    }
    readings
}

/// What a page shows: without its tags, its entities read. A tag parts words or lines.
fn shown(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    for (number, part) in page.split('<').enumerate() {
        let part = if number == 0 { part } else { part.split_once('>').map_or(part, |(_, after)| after) };
        text.push(' ');
        text.push_str(part);
    }
    let mut parts = text.split('&');
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';').and_then(|(name, after)| Some((entity(name)?, after))) {
            Some((letter, after)) => {
                shown.push(letter);
                shown.push_str(after);
            }
            None => {
                shown.push('&');
                shown.push_str(part);
            }
        }
    }
    shown
}

/// The letter that an entity stands for.
fn entity(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match (name, name.strip_prefix('#')) {
        ("amp", _) => Some('&'),
        ("lt", _) => Some('<'),
        ("gt", _) => Some('>'),
        ("quot", _) => Some('"'),
        ("nbsp", _) => Some(' '),
        (_, Some(digits)) => digits.strip_prefix(['x', 'X']).map_or_else(|| number(digits, 10), |hex| number(hex, 16)),
        _ => None,
    }
}

/// The same text however it was spaced and quoted: lines, hard spaces, apostrophes and capitals make no difference.
pub fn plain(text: &str) -> String {
    let mut plain = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            ' '..='~' if letter != ' ' => plain.push(letter.to_ascii_lowercase() as u8),
            '\u{2019}' => plain.push(b'\''),
            space if space.is_whitespace() => {
                if plain.last() != Some(&b' ') {
                    plain.push(b' ');
                }
            }
            letter => plain.extend(letter.to_lowercase().collect::<String>().bytes()),
        }
    }
    String::from_utf8(plain).expect("whole letters were put in").trim().to_owned()
}

/// A small number for the first bytes of a passage.
fn beginning(first: u32) -> usize {
    (first.wrapping_mul(0x9E37_79B1) >> (32 - BEGINNING)) as usize
}
