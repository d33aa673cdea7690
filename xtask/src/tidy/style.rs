//! Rules for style sheets and catalogues: tokens carry the colours, layers carry the order, words are spelt out.

use super::{File, Refusal};

/// Where a colour may be written as a number.
const TOKENS: &str = "style/tokens";
/// A screen reader stumbles over words that are joined by it.
const MIDDLE_DOT: char = '·';

pub fn refusals(file: &File) -> Vec<Refusal> {
    let mut refused = Vec::new();
    if file.is("css") {
        for (at, line) in without_comments(&file.text).lines().enumerate() {
            if line.contains("!important") {
                refused.push(Refusal::new(file, at + 1, "`!important`: the layers decide who wins"));
            }
            if !file.path.starts_with(TOKENS)
                && let Some(colour) = hex_colour(line)
            {
                refused.push(Refusal::new(file, at + 1, format!("`{colour}`: colours are numbers only in {TOKENS}/")));
            }
        }
    }
    if file.below("locales") {
        let dotted = file.lines().filter(|(_, line)| line.contains(MIDDLE_DOT));
        refused.extend(
            dotted.map(|(at, _)| Refusal::new(file, at, format!("`{MIDDLE_DOT}`: words are spelt out for ears too"))),
        );
    }
    refused
}

/// The sheet with its comments blanked and its lines kept.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        let (code, comment) = rest.split_at(start);
        let end = comment.find("*/").map_or(comment.len(), |end| end + 2);
        kept.push_str(code);
        kept.extend(comment[..end].chars().filter(|letter| *letter == '\n'));
        rest = &comment[end..];
    }
    kept.push_str(rest);
    kept
}

/// The first `#` that is followed by 3, 4, 6 or 8 hex digits and nothing more.
fn hex_colour(line: &str) -> Option<&str> {
    line.match_indices('#').find_map(|(at, _)| {
        let rest = &line[at + 1..];
        let word = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
        let word = &rest[..word.unwrap_or(rest.len())];
        let hex = word.chars().all(|letter| letter.is_ascii_hexdigit());
        (hex && matches!(word.len(), 3 | 4 | 6 | 8)).then(|| &line[at..=at + word.len()])
    })
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        refusals(&file(path, text)).into_iter().map(|refusal| refusal.line).collect()
    }

    #[test]
    fn important_is_refused_everywhere() {
        assert_eq!(lines("style/tokens/palette.css", "a {\n  color: red !important;\n}\n"), [2]);
    }

    #[test]
    fn raw_colours_are_refused_outside_the_tokens() {
        let text = "/* #fff is\nwhite */\na { color: #FA3; }\nb { color: #fa3c0099 }\n";
        assert_eq!(lines("style/card.css", text), [3, 4]);
        assert!(lines("style/tokens/palette.css", text).is_empty());
    }

    #[test]
    fn what_only_resembles_a_colour_is_allowed() {
        assert!(lines("style/card.css", "a { fill: url(#shadow); mask: url(#face-it) }\n").is_empty());
    }

    #[test]
    fn a_middle_dot_is_refused_in_catalogues_only() {
        assert_eq!(lines("locales/fr.toml", "a = \"ok\"\nb = \"joueur·euse\"\n"), [2]);
        assert_eq!(lines("app/locales/fr.toml", "b = \"joueur·euse\"\n"), [1]);
        assert!(lines("card-decks/fr.toml", "b = \"joueur·euse\"\n").is_empty());
    }
}
