//! What was measured of this build: `docs/measures.toml`, which `cargo xtask audit` writes, read once from the binary.
//! What is not in it was not measured, and the pages say so; nothing is ever filled in here.

use app::api::{Checks, Measures, PageMeasure};
use std::sync::LazyLock;
use toml::{Table, Value};

const FILE: &str = include_str!("../../docs/measures.toml");

/// The figures of this build.
pub fn of_this_build() -> &'static Measures {
    static READ: LazyLock<Measures> = LazyLock::new(|| read(FILE).unwrap_or_default());
    &READ
}

/// The figures in a file; `None` if it is no TOML. A figure of the wrong kind is no figure.
fn read(text: &str) -> Option<Measures> {
    let file: Table = text.parse().ok()?;
    let table = |name: &str| file.get(name).and_then(Value::as_table);
    let pages = table("pages").into_iter().flatten();
    let checks = table("checks").cloned().unwrap_or_default();
    let both = |done: &str, all: &str| number(&checks, done).zip(number(&checks, all));
    Some(Measures {
        date: file.get("date").and_then(Value::as_str).map(str::to_owned),
        pages: pages.filter_map(|(name, page)| self::page(name, page.as_table()?)).collect(),
        checks: Checks {
            axe_violations: number(&checks, "axe_violations"),
            keyboard: both("keyboard_done", "keyboard_tasks"),
            tree: both("tree_found", "tree_expected"),
        },
    })
}

fn page(name: &str, figures: &Table) -> Option<PageMeasure> {
    Some(PageMeasure {
        page: name.to_owned(),
        bytes: number(figures, "bytes")?,
        requests: number(figures, "requests")?,
        elements: number(figures, "elements"),
        elements_all: number(figures, "elements_all"),
        ecoindex: number(figures, "ecoindex").filter(|score| *score <= 100),
    })
}

fn number(figures: &Table, name: &str) -> Option<u32> {
    figures.get(name)?.as_integer()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_this_build_can_be_read() {
        let measures = read(FILE).expect("docs/measures.toml is TOML");
        assert_eq!(measures.date.is_some(), !measures.pages.is_empty(), "figures have their day");
    }

    #[test]
    fn what_is_not_there_was_not_measured() {
        let text = "date = \"2026-11-25\"\n[pages.home]\nbytes = 7000\nrequests = 3\nelements = -1\n[pages.plan]\nbytes = 1\n\
                    [checks]\nkeyboard_done = 14\n";
        let measures = read(text).expect("TOML");
        assert_eq!(measures.pages.len(), 1, "a page without requests was not measured");
        assert_eq!(
            (measures.pages[0].bytes, measures.pages[0].elements, measures.pages[0].ecoindex),
            (7000, None, None)
        );
        assert_eq!(measures.checks, Checks::default(), "fourteen of nobody knows how many");
        assert_eq!(read("date = "), None);
    }
}
