//! The house rules that a program can judge. What it refuses, it names by file and line.
//!
//! A rule is a function from one file to its offences; this file finds the files and asks the rules.
//! Only what exists is judged, so a rule may be older than the folder it is about.

mod crates;
mod docs;
mod rust;
mod style;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::site;

/// Folders that are not ours to judge, or not written by people.
const ELSEWHERE: [&str; 4] = ["target", "node_modules", "test-results", "playwright-report"];
/// What the rules read. Anything else may be binary.
const READ: [&str; 5] = ["css", "ftl", "md", "rs", "toml"];

/// One file as the rules see it: the path from the root with `/`, and the text.
pub struct File {
    pub path: String,
    pub text: String,
}

/// Something refused.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    pub why: String,
}

impl Refusal {
    fn new(file: &File, line: usize, why: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, why: why.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(text, "{}:{}: {}", self.path, self.line, self.why)
    }
}

impl File {
    /// The lines, counted from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }

    fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }

    /// Whether any folder on the way to the file has this name.
    fn below(&self, folder: &str) -> bool {
        Path::new(&self.path).parent().is_some_and(|parents| parents.iter().any(|parent| parent == folder))
    }
}

/// Everything that is refused in a repository, in the order of its files.
pub fn refusals(root: &Path) -> Result<Vec<Refusal>> {
    let files = read(root)?;
    let mut refused = Vec::new();
    for file in &files {
        refused.extend(rust::refusals(file));
        refused.extend(style::refusals(file));
        refused.extend(crates::refusals(file));
        refused.extend(docs::refusals(file, root));
    }
    refused.extend(rust::over_budget(&files));
    refused.sort();
    Ok(refused)
}

fn read(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') || ELSEWHERE.contains(&name.as_str()) {
            continue;
        }
        let found = if path.is_dir() { site::files(&path)? } else { vec![(Default::default(), path)] };
        for (_, path) in found {
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let ours = !inside.iter().any(|part| ELSEWHERE.iter().any(|elsewhere| part == *elsewhere));
            let legible = path.extension().is_some_and(|extension| READ.iter().any(|known| extension == *known));
            if ours && legible {
                let path_here = inside.to_string_lossy().replace('\\', "/");
                files.push(File { path: path_here, text: fs::read_to_string(&path)? });
            }
        }
    }
    Ok(files)
}

/// A file for the tests of the rules.
#[cfg(test)]
fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}
