//! The drawings of cards: `drawings/NAME.svg` in the deck's folder. One exact form, so that nothing in a file can run,
//! reach out or look unlike its neighbours: lines in one path, and under them at most one filled shape.

use super::fields::Page;
use super::structure::Structure;
use super::{Problem, Thing};
use board::CardId;
use board::deck::{Drawing, SheetId};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The files, by the names of the cards.
pub type Files = BTreeMap<String, String>;

/// The largest file, in bytes: a phone fetches ten of them at once.
const MAX_BYTES: usize = 1_200;
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">"#;

/// A drawing out of its file; `None` when the file has another form.
pub fn read(svg: &str) -> Option<Drawing> {
    let mut lines = svg.lines();
    let path = |line: &str| {
        let path = line.strip_suffix("\"/>")?;
        let plain = |c: char| "MmLlHhVvCcSsQqAaZz .-".contains(c) || c.is_ascii_digit();
        (!path.is_empty() && path.chars().all(plain)).then(|| path.to_owned())
    };
    if svg.len() > MAX_BYTES || lines.next() != Some(HEAD) {
        return None;
    }
    let mut line = lines.next()?;
    let mut fill = None;
    if let Some((colour, rest)) = line.strip_prefix("<path fill=\"#").and_then(|rest| rest.split_at_checked(6)) {
        let hex = colour.chars().all(|c| c.is_ascii_hexdigit());
        fill = Some(rest.strip_prefix("\" stroke=\"none\" d=\"").and_then(path).filter(|_| hex)?);
        line = lines.next()?;
    }
    let lines_path = path(line.strip_prefix("<path d=\"")?)?;
    (lines.next() == Some("</svg>") && lines.next().is_none()).then_some(Drawing { lines: lines_path, fill })
}

/// Notes the files that have another form, and those that are for no card. A card may have none.
pub fn check(page: &Page, structure: &Structure, files: &Files) {
    let cards = structure.cards.iter().map(|card| (&card.slug, card.line, Thing::Card(card.slug.clone())));
    let actions =
        structure.actions.iter().map(|action| (&action.slug, action.line, Thing::Action(action.slug.clone())));
    let mut named = BTreeSet::new();
    for (slug, line, thing) in cards.chain(actions) {
        named.insert(slug);
        if files.get(slug).is_some_and(|svg| read(svg).is_none()) {
            page.report(line, Problem::BadDrawing { thing });
        }
    }
    for slug in files.keys().filter(|slug| !named.contains(slug)) {
        page.report(1, Problem::DrawingForNothing { slug: slug.clone() });
    }
}

/// One file with the drawings of these cards, and its name, which nobody can guess without it. The lines of card 12 are
/// the group `l12`, its shape `f12`: two, so that each takes the colour of whoever uses it.
pub fn sheet<'d>(drawings: impl Iterator<Item = (CardId, &'d Drawing)>) -> Option<(SheetId, String)> {
    let mut svg = String::new();
    for (card, Drawing { lines, fill }) in drawings {
        let _ = write!(
            svg,
            "<g id=\"l{card}\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" \
             stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"{lines}\"/></g>"
        );
        if let Some(fill) = fill {
            let _ = write!(svg, "<g id=\"f{card}\"><path fill=\"currentColor\" d=\"{fill}\"/></g>");
        }
    }
    let name = Sha256::digest(&svg);
    let id = SheetId(u64::from_be_bytes(*name.first_chunk().expect("a digest has 32 bytes")));
    (!svg.is_empty()).then(|| (id, format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{svg}</svg>")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(inside: &str) -> String {
        format!("{HEAD}\n{inside}\n</svg>\n")
    }

    #[test]
    fn a_drawing_is_lines_and_perhaps_one_shape() {
        let lines = read(&file("<path d=\"M6 6H90\"/>")).expect("lines");
        assert_eq!((lines.lines.as_str(), lines.fill), ("M6 6H90", None));
        let both =
            read(&file("<path fill=\"#56B4E9\" stroke=\"none\" d=\"M1 1z\"/>\n<path d=\"M6 6H90\"/>")).expect("both");
        assert_eq!(both.fill.as_deref(), Some("M1 1z"));
    }

    #[test]
    fn whatever_else_is_in_a_file_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<path d=\"M6 6\" onload=\"alert(1)\"/>",
            "<path d=\"M6 6\"/><image href=\"https://elsewhere.example\"/>",
            "<path d=\"M6 6\"/>\n<path d=\"M6 6\"/>",
            "<path fill=\"url(#x)\" stroke=\"none\" d=\"M1 1z\"/>\n<path d=\"M6 6\"/>",
            "<path fill=\"#56B4E9\" stroke=\"none\" d=\"M1 1z\"/>",
            "<path d=\"\"/>",
            "",
        ] {
            assert_eq!(read(&file(inside)), None, "{inside}");
        }
        assert_eq!(read(&file(&format!("<path d=\"{}\"/>", "M6 6".repeat(300)))), None, "too large");
        assert_eq!(read("<svg onload=\"alert(1)\"><path d=\"M6 6\"/></svg>"), None);
    }
}
