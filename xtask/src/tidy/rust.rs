//! Rules for Rust files: they say what they are, stay short, and keep SQL and features where they belong.

use super::{File, Refusal};

/// Above this a file holds more than one idea.
const CEILING: usize = 400;
/// `cfg(feature)` splits one program into several that are never all compiled: each use is paid for.
const FEATURE_BUDGET: usize = 12;
/// The one place that may speak SQL.
const STORE: &str = "server/src/store";
/// The bare relay that the store is measured against: its whole log is one table.
const FLOOR: &str = "headless/src/floor.rs";
/// The rules themselves name what they refuse.
const RULES: &str = "xtask/src/tidy";

const UNFINISHED: [&str; 3] = ["todo!(", "unimplemented!(", "#[ignore"];
const SQL: [&str; 7] =
    ["sqlx::query", "query_as(", "query_scalar(", "SELECT ", "INSERT INTO ", "DELETE FROM ", "UPDATE OR "];

pub fn refusals(file: &File) -> Vec<Refusal> {
    if !file.is("rs") {
        return Vec::new();
    }
    let mut refused = Vec::new();
    if !file.text.starts_with("//!") {
        refused.push(Refusal::new(file, 1, "a file opens with `//!`: what it is and why it is here"));
    }
    let lines = file.text.lines().count();
    if lines > CEILING && !is_test(file) {
        refused.push(Refusal::new(
            file,
            CEILING + 1,
            format!("{lines} lines: the ceiling is {CEILING}, one idea per file"),
        ));
    }
    if file.path.ends_with("/mod.rs") {
        refused.push(Refusal::new(file, 1, "`foo.rs` beside `foo/`, never `mod.rs`"));
    }
    if !file.path.starts_with(RULES) {
        for (at, line) in file.lines() {
            refused.extend(
                unfinished(line)
                    .map(|word| Refusal::new(file, at, format!("`{word}`: finished or absent, nothing between"))),
            );
            if !file.path.starts_with(STORE) && file.path != FLOOR && !is_test(file) {
                refused.extend(
                    sql(line).map(|word| Refusal::new(file, at, format!("`{}`: SQL belongs in {STORE}", word.trim()))),
                );
            }
        }
    }
    refused
}

/// All the uses of `cfg(feature)` in the repository, refused together once they are too many.
pub fn over_budget(files: &[File]) -> Vec<Refusal> {
    let judged = files.iter().filter(|file| file.is("rs") && !file.path.starts_with(RULES));
    let uses: Vec<_> = judged
        .flat_map(|file| file.lines().filter(|(_, line)| asks_for_a_feature(line)).map(move |(at, _)| (file, at)))
        .collect();
    if uses.len() <= FEATURE_BUDGET {
        return Vec::new();
    }
    let why = format!("`cfg(feature)` is used {} times, {FEATURE_BUDGET} are allowed", uses.len());
    uses.into_iter().map(|(file, at)| Refusal::new(file, at, why.as_str())).collect()
}

fn is_test(file: &File) -> bool {
    file.below("tests") || file.path.ends_with("/tests.rs")
}

fn asks_for_a_feature(line: &str) -> bool {
    let line = line.trim_start();
    let code = !line.starts_with("//");
    code && line.find("cfg").is_some_and(|at| line[at..].contains("feature = \""))
}

fn unfinished(line: &str) -> Option<&'static str> {
    UNFINISHED.into_iter().find(|word| line.contains(word))
}

fn sql(line: &str) -> Option<&'static str> {
    let code = !line.trim_start().starts_with("//");
    SQL.into_iter().find(|word| code && line.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn whys(path: &str, text: &str) -> Vec<(usize, String)> {
        refusals(&file(path, text)).into_iter().map(|refusal| (refusal.line, refusal.why)).collect()
    }

    fn is_refused(path: &str, text: &str, line: usize, about: &str) {
        let found = whys(path, text);
        assert!(matches!(found.as_slice(), [(at, why)] if *at == line && why.contains(about)), "{found:?}");
    }

    #[test]
    fn a_file_that_does_not_introduce_itself_is_refused() {
        is_refused("board/src/op.rs", "use std::fmt;\n", 1, "opens with");
        assert!(whys("board/src/op.rs", "//! Ops.\n").is_empty());
    }

    #[test]
    fn a_file_of_401_lines_is_refused_unless_it_is_a_test() {
        let long = "//! Long.\n".repeat(401);
        is_refused("board/src/op.rs", &long, 401, "401 lines");
        assert!(whys("board/tests/op.rs", &long).is_empty());
        assert!(whys("server/src/decks/tests.rs", &long).is_empty());
        assert!(whys("board/src/op.rs", &"//! Long.\n".repeat(400)).is_empty());
    }

    #[test]
    fn mod_rs_is_refused() {
        is_refused("board/src/op/mod.rs", "//! Ops.\n", 1, "mod.rs");
    }

    #[test]
    fn unfinished_work_is_refused_with_its_line() {
        is_refused("board/src/op.rs", "//! Ops.\nfn a() { todo!() }\n", 2, "todo!(");
        is_refused("board/src/op.rs", "//! Ops.\nfn a() { unimplemented!() }\n", 2, "unimplemented!(");
        is_refused("board/tests/op.rs", "//! Ops.\n#[ignore]\nfn a() {}\n", 2, "#[ignore");
    }

    #[test]
    fn sql_outside_the_store_is_refused() {
        let text = "//! Rooms.\nlet q = sqlx::query(A);\n";
        is_refused("server/src/rooms.rs", text, 2, "SQL belongs");
        is_refused("app/src/pages.rs", "//! A.\nconst Q: &str = \"SELECT 1\";\n", 2, "SQL belongs");
        assert!(whys("server/src/store/sqlite.rs", text).is_empty());
        assert!(whys("server/tests/store.rs", text).is_empty());
        assert!(whys("headless/src/floor.rs", text).is_empty());
        is_refused("headless/src/client.rs", text, 2, "SQL belongs");
        assert!(whys("server/src/rooms.rs", "//! Rooms.\n// SELECT is not for here\n").is_empty());
    }

    #[test]
    fn one_feature_too_many_refuses_them_all() {
        let text = |uses: usize| format!("//! A.\n{}", "#[cfg(not(feature = \"ssr\"))]\n".repeat(uses));
        assert!(over_budget(&[file("app/src/a.rs", &text(FEATURE_BUDGET))]).is_empty());
        let refused = over_budget(&[file("app/src/a.rs", &text(FEATURE_BUDGET)), file("app/src/b.rs", &text(1))]);
        assert_eq!(refused.len(), FEATURE_BUDGET + 1);
        assert_eq!((refused[0].path.as_str(), refused[0].line), ("app/src/a.rs", 2));
    }
}
