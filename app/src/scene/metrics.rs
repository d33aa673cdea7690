//! How wide a text is, without asking a browser: fixed metrics of a broad serif, so that lines break in the same
//! places on every screen. Slightly too wide on purpose: a fallback font must not overflow the card.

/// The width of a text set at this size, in the unit of the size.
#[must_use]
pub fn text_width(text: &str, size: i32) -> i32 {
    (hundredths(text) * size + 99) / 100
}

/// A text in lines no wider than `width` when set at this `size`. Words stay whole unless one is wider than a line;
/// line feeds are kept, other control characters are spaces. When there are more than `most` lines, the last one ends
/// with an ellipsis. An empty text has no lines.
#[must_use]
pub fn wrap(text: &str, width: i32, size: i32, most: usize) -> Vec<String> {
    let room = (width * 100 / size).max(100);
    let mut lines = Vec::new();
    for paragraph in text.trim().lines() {
        fill(paragraph, room, &mut lines);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while hundredths(last) + advance('…') > room && last.pop().is_some() {}
            let whole = last.trim_end().len();
            last.truncate(whole);
            last.push('…');
        }
    }
    lines
}

/// The width of a text in hundredths of its size.
pub(super) fn hundredths(text: &str) -> i32 {
    text.chars().map(advance).sum()
}

/// Breaks a word that is wider than a line, at the last character that fits.
pub(super) fn broken(word: &str, room: i32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for letter in word.chars() {
        let wide = advance(letter);
        if used + wide > room && used > 0 {
            pieces.push(String::new());
            used = 0;
        }
        used += wide;
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces
}

/// Signs that never begin a line, even when a plain space was typed before them, as people do.
const CLINGING: [char; 6] = ['?', '!', ':', ';', '»', '%'];

/// Words of a text: only the plain space (and control characters) divide them; the non-breaking ones hold.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let gap = |letter: char| letter == ' ' || letter.is_control();
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(gap);
        let mut end = 0;
        while let Some(at) = rest[end..].find(gap) {
            end += at;
            let after = rest[end..].trim_start_matches(gap);
            if !after.starts_with(CLINGING) && !rest[..end].ends_with('«') {
                let (word, more) = rest.split_at(end);
                rest = more;
                return Some(word);
            }
            end = rest.len() - after.len();
        }
        (!rest.is_empty()).then(|| std::mem::take(&mut rest))
    })
}

fn fill(paragraph: &str, room: i32, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for word in words(paragraph) {
        let pieces = if hundredths(word) > room { broken(word, room) } else { vec![word.to_owned()] };
        for piece in pieces {
            let wide = hundredths(&piece);
            if used > 0 && used + advance(' ') + wide > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += advance(' ');
            }
            line.push_str(&piece);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// One character's width in hundredths of the size.
fn advance(letter: char) -> i32 {
    match letter {
        ' ' | '\u{a0}' | '\u{202f}' | 'i' | 'j' | 'l' | 'î' | 'ï' | '.' | ',' | ':' | ';' | '!' | '|' | '’' | '\'' => {
            33
        }
        'f' | 'r' | 't' | 's' | 'I' | 'Î' | 'Ï' | 'J' | '(' | ')' | '[' | ']' | '-' | '/' => 47,
        'm' | 'w' | 'M' | 'W' | 'œ' | 'æ' | 'Œ' | 'Æ' | '@' | '%' | '—' | '…' => 100,
        'A'..='Z' | 'À'..='Þ' => 77,
        '\0'..='\u{2ff}' => 58,
        '\u{300}'..='\u{10ff}' | '\u{1e00}'..='\u{2fff}' => 72,
        _ => 102,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_never_wider_than_their_room() {
        let texts = [
            "Parce que les terminaux se renouvellent trop vite et que chacun a le sien",
            &"W".repeat(280),
            "漢字".repeat(40).leak(),
        ];
        for text in texts {
            for line in wrap(text, 170, 16, 99) {
                assert!(text_width(&line, 16) <= 170, "{line}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_when_a_text_is_put_in_lines() {
        let text = "Parce que les terminaux se renouvellent trop vite, et que chacun a le sien.";
        assert_eq!(wrap(text, 150, 16, 99).join(" "), text);
    }

    #[test]
    fn a_text_that_is_too_long_says_that_it_goes_on() {
        let lines = wrap("un mot puis un autre puis encore un autre puis beaucoup d’autres", 120, 16, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && text_width(&lines[1], 16) <= 120, "{lines:?}");
    }

    #[test]
    fn control_characters_are_only_spaces_and_line_feeds_are_kept() {
        assert_eq!(wrap("a\u{0}b\nc", 200, 16, 9), ["a b", "c"]);
        assert!(wrap(" \n ", 200, 16, 9).is_empty());
    }

    #[test]
    fn a_sign_stays_with_the_word_before_it_however_it_was_typed() {
        let said: Vec<_> = words("Et la nuit, qui éteint ?  « Personne » ; 4 % :").collect();
        assert_eq!(said, ["Et", "la", "nuit,", "qui", "éteint ?", "« Personne » ;", "4 % :"]);
        assert_eq!(words("  ? ").collect::<Vec<_>>(), ["?"]);
        assert_eq!(words("   ").next(), None);
    }
}
