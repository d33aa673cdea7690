//! Reading one file field by field, with its lines.
//!
//! Each read gives a value whatever the file holds: where something is missing or misshapen, the problem is noted and
//! an empty value stands in its place, so that one slip does not hide the next. A page with problems is never used.

use super::{Diagnostic, File, Problem, Shape, Thing};
use std::cell::RefCell;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the line it is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At<T> {
    pub line: usize,
    pub value: T,
}

/// One file and what was found wrong with it.
pub struct Page<'t> {
    file: File,
    text: &'t str,
    /// Where each line ends.
    ends: Vec<usize>,
    found: RefCell<Vec<Diagnostic>>,
}

impl<'t> Page<'t> {
    pub fn new(file: File, text: &'t str) -> Self {
        // Some editors put a byte order mark first; it is not part of the text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(end, _)| end).collect();
        Self { file, text, ends, found: RefCell::default() }
    }

    pub fn file(&self) -> File {
        self.file
    }

    /// The fields at the top of the file; `None` if it is not TOML.
    pub fn parse(&self) -> Option<Fields<'_, 't>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let mut slips: Vec<_> = errors.iter().map(|error| self.slip(error)).collect();
        slips.sort_by_key(|(line, _)| *line);
        // The parser goes on after a slip of syntax, but what it says of the rest is a consequence.
        let first = slips.iter().position(|(_, problem)| matches!(problem, Problem::Syntax { .. }));
        slips.truncate(first.map_or(slips.len(), |first| first + 1));
        slips.into_iter().for_each(|(line, problem)| self.report(line, problem));
        errors.is_empty().then(|| Fields::new(self, Thing::Deck, 1, table.into_inner()))
    }

    /// What the parser objects to, and where a person would look for it.
    fn slip(&self, error: &toml::de::Error) -> (usize, Problem) {
        let span = error.span().unwrap_or(0..0);
        match error.message() {
            "duplicate key" => {
                let key = self.text.get(span.clone()).unwrap_or_default().to_owned();
                (self.line(span.start), Problem::WrittenTwice { key })
            }
            parser => {
                // What is not closed is noticed at the next word, which may be lines below.
                let before = self.text.get(..span.start).filter(|_| parser.starts_with("missing comma"));
                let start = before.map_or(span.start, |before| before.trim_end().len().saturating_sub(1));
                (self.line(start), Problem::Syntax { parser: parser.to_owned() })
            }
        }
    }

    pub fn report(&self, line: usize, problem: Problem) {
        self.found.borrow_mut().push(Diagnostic { file: self.file, line, problem });
    }

    /// What was found, in the order of the lines, each thing once.
    pub fn into_found(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|diagnostic| diagnostic.line);
        found.dedup();
        found
    }

    /// The line of a byte, from 1; the end of the file is on its last line.
    fn line(&self, byte: usize) -> usize {
        let last = self.text.len().saturating_sub(1);
        1 + self.ends.partition_point(|&end| end < byte.min(last))
    }
}

/// The fields of one thing. Whoever reads them takes each field out; [`Fields::end`] objects to what is left.
pub struct Fields<'p, 't> {
    pub page: &'p Page<'t>,
    pub thing: Thing,
    pub line: usize,
    rest: BTreeMap<String, At<Spanned<DeValue<'t>>>>,
}

impl<'p, 't> Fields<'p, 't> {
    fn new(page: &'p Page<'t>, thing: Thing, line: usize, table: DeTable<'t>) -> Self {
        let field = |(key, value): (Spanned<_>, _)| {
            let line = page.line(key.span().start);
            (std::borrow::Cow::into_owned(key.into_inner()), At { line, value })
        };
        Self { page, thing, line, rest: table.into_iter().map(field).collect() }
    }

    /// The names of the fields still to be read.
    pub fn names(&self) -> Vec<String> {
        self.rest.keys().cloned().collect()
    }

    /// The line of a field still to be read.
    pub fn line_of(&self, field: &str) -> Option<usize> {
        self.rest.get(field).map(|at| at.line)
    }

    /// Whether the field is there and still to be read.
    pub fn has(&self, field: &str) -> bool {
        self.rest.contains_key(field)
    }

    /// A text that must be there.
    pub fn text(&mut self, field: &'static str) -> At<String> {
        self.must(field);
        self.text_if_any(field).unwrap_or_default()
    }

    /// A text that may be there.
    pub fn text_if_any(&mut self, field: &str) -> Option<At<String>> {
        let At { line, value } = self.rest.remove(field)?;
        Some(self.as_text(field, line, &value))
    }

    /// Every field left, as texts.
    pub fn into_texts(mut self) -> BTreeMap<String, At<String>> {
        let rest = std::mem::take(&mut self.rest);
        rest.into_iter()
            .map(|(field, At { line, value })| {
                let text = self.as_text(&field, line, &value);
                (field, text)
            })
            .collect()
    }

    /// A whole number that must be there, between these two.
    pub fn whole(&mut self, field: &'static str, least: i64, most: i64) -> At<i64> {
        self.must(field);
        self.whole_if_any(field, least, most).unwrap_or_default()
    }

    /// A whole number that may be there, between these two.
    pub fn whole_if_any(&mut self, field: &'static str, least: i64, most: i64) -> Option<At<i64>> {
        let At { line, value } = self.rest.remove(field)?;
        let number = match value.get_ref() {
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        let Some(number) = number else {
            self.wrong_shape(line, field, Shape::Whole);
            return None;
        };
        if !(least..=most).contains(&number) {
            let thing = self.thing.clone();
            self.page.report(line, Problem::OutOfRange { thing, field, value: number, least, most });
            return None;
        }
        Some(At { line, value: number })
    }

    /// A list of texts that must be there and not be empty.
    pub fn list(&mut self, field: &'static str) -> Vec<At<String>> {
        self.must(field);
        self.list_if_any(field)
    }

    /// A list of texts, if it is there, which must not be empty.
    pub fn list_if_any(&mut self, field: &str) -> Vec<At<String>> {
        let Some(At { line, value }) = self.rest.remove(field) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_shape(line, field, Shape::List);
            return Vec::new();
        };
        if items.is_empty() {
            self.blank(line, field);
        }
        items.iter().map(|item| self.as_text(field, self.page.line(item.span().start), item)).collect()
    }

    /// One of a few words that must be there; the first stands in for what is none of them.
    pub fn word<T: Copy>(&mut self, field: &'static str, words: &[(&'static str, T)]) -> T {
        let there = self.has(field);
        let At { line, value } = self.text(field);
        let known = words.iter().find(|(word, _)| *word == value);
        if known.is_none() && there && !value.is_empty() {
            let (thing, known) = (self.thing.clone(), words.iter().map(|(word, _)| *word).collect());
            self.page.report(line, Problem::UnknownWord { thing, field, word: value, known });
        }
        known.unwrap_or(&words[0]).1
    }

    /// The fields of a part of this thing, if there is one.
    pub fn part(&mut self, field: &str, thing: Thing) -> Option<Fields<'p, 't>> {
        let At { line, value } = self.rest.remove(field)?;
        match value.into_inner() {
            DeValue::Table(table) => Some(Self::new(self.page, thing, line, table)),
            _ => {
                self.wrong_shape(line, field, Shape::Table);
                None
            }
        }
    }

    /// Every field left is a thing under its name.
    pub fn into_things(mut self, thing: impl Fn(&str) -> Thing) -> Vec<(String, Fields<'p, 't>)> {
        let names = self.names();
        let part = |name: String| self.part(&name, thing(&name)).map(|fields| (name, fields));
        names.into_iter().filter_map(part).collect()
    }

    /// The things in a list of groups, if it is there.
    pub fn groups_if_any(&mut self, field: &'static str) -> Vec<Fields<'p, 't>> {
        let Some(At { line, value }) = self.rest.remove(field) else { return Vec::new() };
        let DeValue::Array(items) = value.into_inner() else {
            self.wrong_shape(line, field, Shape::List);
            return Vec::new();
        };
        let group = |item: Spanned<DeValue<'t>>| {
            let line = self.page.line(item.span().start);
            match item.into_inner() {
                DeValue::Table(table) => Some(Self::new(self.page, self.thing.clone(), line, table)),
                _ => {
                    self.wrong_shape(line, field, Shape::Table);
                    None
                }
            }
        };
        items.into_iter().filter_map(group).collect()
    }

    /// Nothing else was expected here.
    pub fn end(self) {
        for (field, At { line, .. }) in self.rest {
            self.page.report(line, Problem::UnknownField { thing: self.thing.clone(), field });
        }
    }

    /// Notes that the field is missing, if it is.
    pub fn must(&self, field: &'static str) {
        if !self.has(field) {
            self.page.report(self.line, Problem::MissingField { thing: self.thing.clone(), field });
        }
    }

    fn as_text(&self, field: &str, line: usize, value: &Spanned<DeValue<'t>>) -> At<String> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_shape(line, field, Shape::Text);
            return At { line, value: String::new() };
        };
        if text.trim().is_empty() {
            self.blank(line, field);
        } else if text.chars().any(char::is_control) {
            let (thing, field) = (self.thing.clone(), field.to_owned());
            self.page.report(line, Problem::Unprintable { thing, field });
        }
        At { line, value: text.clone().into_owned() }
    }

    fn wrong_shape(&self, line: usize, field: &str, shape: Shape) {
        self.page.report(line, Problem::WrongShape { thing: self.thing.clone(), field: field.to_owned(), shape });
    }

    /// Notes that the field holds nothing.
    pub fn blank(&self, line: usize, field: &str) {
        self.page.report(line, Problem::Blank { thing: self.thing.clone(), field: field.to_owned() });
    }
}
