//! Rules for the documents at the root: short enough to be read, and true about where things are.

use std::path::Path;

use super::{File, Refusal};

/// What a reader reads to the end.
const CEILINGS: [(&str, usize); 2] = [("README.md", 120), ("ARCHITECTURE.md", 150)];
/// The document that is a map.
const MAP: &str = "ARCHITECTURE.md";
/// Endings by which a word without a folder is still a file of ours.
const ENDINGS: [&str; 10] = [".rs", ".toml", ".md", ".css", ".ts", ".js", ".json", ".sql", ".svg", ".yml"];

pub fn refusals(file: &File, root: &Path) -> Vec<Refusal> {
    let mut refused = Vec::new();
    for (path, ceiling) in CEILINGS {
        let lines = file.text.lines().count();
        if file.path == path && lines > ceiling {
            refused.push(Refusal::new(file, ceiling + 1, format!("{lines} lines: nobody reads more than {ceiling}")));
        }
    }
    if file.path == MAP {
        for (at, line) in file.lines() {
            let lost = in_backticks(line).filter(|word| is_path(word, root) && !root.join(word).exists());
            refused.extend(lost.map(|word| Refusal::new(file, at, format!("`{word}` does not exist"))));
        }
    }
    refused
}

fn in_backticks(line: &str) -> impl Iterator<Item = &str> {
    // Outside, inside, outside, …: every second part. A fence has no inside on its own line.
    let fence = line.trim_start().starts_with("```");
    line.split('`').skip(1).step_by(2).filter(move |word| !fence && !word.is_empty())
}

/// Whether a word means a place in this repository: not a route, a crate's path, a type, a pattern or a build product.
fn is_path(word: &str, root: &Path) -> bool {
    let plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-/".contains(letter));
    if !plain || word.starts_with(['/', '-']) || word.starts_with("target/") || !word.contains(['/', '.']) {
        return false;
    }
    let file = ENDINGS.iter().any(|ending| word.ends_with(ending));
    let first = word.split('/').next().unwrap_or_default();
    file || (word.contains('/') && root.join(first).is_dir())
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;
    use crate::place;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        refusals(&file(path, text), &place::root()).into_iter().map(|refusal| refusal.line).collect()
    }

    #[test]
    fn a_path_that_leads_nowhere_is_refused_with_its_line() {
        let text = "# Map\nThe tool is `xtask/src/main.rs`, in `xtask/`.\nSee `xtask/src/lost.rs` and `xtask/lost`.\n";
        assert_eq!(lines(MAP, text), [3, 3]);
        assert_eq!(lines(MAP, "`LOST.md`\n"), [1]);
        assert!(lines("README.md", text).is_empty());
    }

    #[test]
    fn what_only_resembles_a_path_is_allowed() {
        let text = "`/api/room`, `text/html`, `serde::de`, `board/src/*.rs`, `1.96`, `target/site`, `a/b`\n```\nno/where.rs\n```\n";
        assert!(lines(MAP, text).is_empty());
    }

    #[test]
    fn a_document_that_nobody_finishes_is_refused() {
        assert_eq!(lines("README.md", &"a\n".repeat(121)), [121]);
        assert_eq!(lines(MAP, &"a\n".repeat(151)), [151]);
        assert!(lines("README.md", &"a\n".repeat(120)).is_empty());
    }
}
