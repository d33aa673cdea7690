//! Which way a text runs. A name in Arabic or in Hebrew amid a French sentence must not turn the rest of it round.

/// A name or a text that somebody typed, to stand amid a sentence: kept apart from what is around it if it holds a
/// letter that is written from right to left. The marks are for the eye only: search and compare the text itself.
#[must_use]
pub fn isolated(text: &str) -> String {
    if text.chars().any(runs_left) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

/// Hebrew, Arabic and their kin, and the marks that turn the direction.
fn runs_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_turn_a_sentence_round_is_kept_apart() {
        for text in ["Zoé", "👩‍🚀 Ana", "李", "Ольга", "L’été 2026 !"] {
            assert_eq!(isolated(text), text);
        }
        for text in ["سارة", "Ana (דנה)", "a\u{202e}b"] {
            assert_eq!(isolated(text), format!("\u{2068}{text}\u{2069}"));
        }
    }
}
