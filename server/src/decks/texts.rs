//! `fr.toml` and `en.toml`: what the cards say, by the names of `deck.toml`. The French file must have everything; the
//! English one may have any part of what people read on the cards.

use super::fields::{At, Fields};
use super::{File, MAX_FACT, MAX_TITLE, Problem, Thing};
use board::deck::{Certainty, Reference, Source};
use board::script::MAX_WORDS;
use std::collections::BTreeMap;

const CERTAINTIES: [(&str, Certainty); 4] = [
    ("source-read", Certainty::SourceRead),
    ("relay-read", Certainty::RelayRead),
    ("to-check", Certainty::ToCheck),
    ("definition", Certainty::Definition),
];

/// The fields that are texts for people, by part; those after the bar may be missing even in French.
const LOT: (&[&str], &[&str]) = (&["title", "question"], &[]);
const CARD: (&[&str], &[&str]) = (&["title", "fact", "hint"], &["note"]);
const ACTION: (&[&str], &[&str]) = (&["title", "description", "first_step", "indicator"], &[]);
const WAVE: (&[&str], &[&str]) = (&["title"], &[]);
const STEP: (&[&str], &[&str]) = (&["title", "does", "says"], &[]);

/// What a file of texts says.
pub struct Texts {
    pub title: Option<String>,
    pub profiles: BTreeMap<String, At<String>>,
    pub trades: BTreeMap<String, At<String>>,
    pub lots: BTreeMap<String, Entry>,
    pub cards: BTreeMap<String, Entry>,
    pub actions: BTreeMap<String, Entry>,
    pub links: BTreeMap<(String, String), At<String>>,
    pub misconceptions: BTreeMap<(String, String), MisconceptionText>,
    /// By format, as the files write it, and name.
    pub waves: BTreeMap<(String, String), Entry>,
    /// By format, as the files write it, and name.
    pub steps: BTreeMap<(String, String), Entry>,
}

/// The texts of one thing.
pub struct Entry {
    pub line: usize,
    pub texts: BTreeMap<&'static str, String>,
    pub certainty: Certainty,
    pub source: Option<Source>,
    pub other_sources: Vec<Reference>,
}

pub struct MisconceptionText {
    pub line: usize,
    pub belief: String,
    pub reason: String,
}

pub fn read(mut top: Fields) -> Texts {
    let french = top.page.file() == File::Fr;
    let texts = Texts {
        title: if french { Some(top.text("title").value) } else { top.text_if_any("title").map(|at| at.value) },
        profiles: labels(&mut top, "profiles"),
        trades: labels(&mut top, "trades"),
        lots: entries(&mut top, "lots", Thing::Lot, LOT),
        cards: entries(&mut top, "cards", Thing::Card, CARD),
        actions: entries(&mut top, "actions", Thing::Action, ACTION),
        links: links(&mut top),
        misconceptions: misconceptions(&mut top),
        waves: by_format(&mut top, "waves", Thing::Wave, WAVE),
        steps: by_format(&mut top, "steps", Thing::Step, STEP),
    };
    top.end();
    texts
}

fn labels(top: &mut Fields, part: &'static str) -> BTreeMap<String, At<String>> {
    top.part(part, Thing::Section(part)).map(Fields::into_texts).unwrap_or_default()
}

fn entries(
    top: &mut Fields,
    part: &'static str,
    thing: fn(String) -> Thing,
    wanted: (&[&'static str], &[&'static str]),
) -> BTreeMap<String, Entry> {
    let Some(part) = top.part(part, Thing::Section(part)) else { return BTreeMap::new() };
    let things = part.into_things(|slug| thing(slug.to_owned()));
    things.into_iter().map(|(slug, fields)| (slug, entry(fields, wanted))).collect()
}

/// The texts of things that belong to a format.
fn by_format(
    top: &mut Fields,
    part: &'static str,
    thing: fn(String, String) -> Thing,
    wanted: (&[&'static str], &[&'static str]),
) -> BTreeMap<(String, String), Entry> {
    let Some(part) = top.part(part, Thing::Section(part)) else { return BTreeMap::new() };
    let mut texts = BTreeMap::new();
    for (minutes, format) in part.into_things(|minutes| Thing::Format(minutes.to_owned())) {
        for (slug, fields) in format.into_things(|slug| thing(minutes.clone(), slug.to_owned())) {
            texts.insert((minutes.clone(), slug), entry(fields, wanted));
        }
    }
    texts
}

fn entry(mut fields: Fields, (always, sometimes): (&[&'static str], &[&'static str])) -> Entry {
    let french = fields.page.file() == File::Fr;
    let mut texts = BTreeMap::new();
    for &field in always.iter().chain(sometimes) {
        if french && always.contains(&field) {
            fields.must(field);
        }
        if let Some(text) = fields.text_if_any(field) {
            measure(&fields, field, &text);
            texts.insert(field, text.value);
        }
    }
    let mut entry =
        Entry { line: fields.line, texts, certainty: Certainty::Definition, source: None, other_sources: Vec::new() };
    if french && matches!(fields.thing, Thing::Card(_)) {
        entry.certainty = fields.word("certainty", &CERTAINTIES);
        fields.must("source");
        entry.other_sources = fields.groups_if_any("other_sources").into_iter().map(reference).collect();
    }
    if french && matches!(fields.thing, Thing::Card(_) | Thing::Action(_)) {
        entry.source = fields.part("source", fields.thing.clone()).map(source);
    }
    fields.end();
    entry
}

/// Notes a text that would not fit where it is read.
fn measure(fields: &Fields, field: &'static str, text: &At<String>) {
    let most = match field {
        "title" => MAX_TITLE,
        "fact" | "description" => MAX_FACT,
        "does" | "says" => MAX_WORDS,
        _ => return,
    };
    let count = text.value.chars().count();
    if count > most {
        fields.page.report(text.line, Problem::TooLong { thing: fields.thing.clone(), field, count, most });
    }
}

fn source(mut fields: Fields) -> Source {
    let source = Source {
        title: fields.text("title").value,
        organisation: fields.text("organisation").value,
        year: fields.whole_if_any("year", 1500, 2999).and_then(|at| u16::try_from(at.value).ok()),
        url: url(&mut fields),
    };
    fields.end();
    source
}

fn reference(mut fields: Fields) -> Reference {
    let reference = Reference { organisation: fields.text("organisation").value, url: url(&mut fields) };
    fields.end();
    reference
}

/// A page's address: nothing that a browser would run.
fn url(fields: &mut Fields) -> String {
    let At { line, value } = fields.text("url");
    let page = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    let web = page.is_some_and(|page| page.starts_with(char::is_alphanumeric));
    let plain = !value.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>".contains(c));
    let address = web && plain;
    if !value.is_empty() && !address {
        fields.page.report(line, Problem::BadUrl { thing: fields.thing.clone(), url: value.clone() });
    }
    value
}

fn links(top: &mut Fields) -> BTreeMap<(String, String), At<String>> {
    let Some(part) = top.part("links", Thing::Section("links")) else { return BTreeMap::new() };
    let mut links = BTreeMap::new();
    for (from, causes) in part.into_things(|slug| Thing::Card(slug.to_owned())) {
        links.extend(causes.into_texts().into_iter().map(|(to, why)| ((from.clone(), to), why)));
    }
    links
}

fn misconceptions(top: &mut Fields) -> BTreeMap<(String, String), MisconceptionText> {
    let Some(part) = top.part("misconceptions", Thing::Section("misconceptions")) else { return BTreeMap::new() };
    let mut texts = BTreeMap::new();
    for (from, causes) in part.into_things(|slug| Thing::Card(slug.to_owned())) {
        for (to, mut fields) in causes.into_things(|to| Thing::Misconception(from.clone(), to.to_owned())) {
            let (belief, reason) = (fields.text("belief").value, fields.text("reason").value);
            texts.insert((from.clone(), to), MisconceptionText { line: fields.line, belief, reason });
            fields.end();
        }
    }
    texts
}
