//! A card's title: two balanced lines at most, as large as the card allows.

use super::metrics::{broken, hundredths, words};
use board::CARD;

/// Left and right of a title, in table units.
const MARGIN: i32 = 8;
/// The sizes a title is set in, largest first: few, so that cards look alike.
const SIZES: [i32; 11] = [28, 24, 22, 20, 18, 17, 16, 15, 14, 12, 10];
/// The largest size under a drawing.
const UNDER_DRAWING: i32 = 24;
/// A lone word is broken rather than set smaller than this.
const SMALLEST_WHOLE: i32 = 14;

/// A title ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// One or two lines (more only for a title that no deck may have).
    pub lines: Vec<String>,
    /// The size of the text, in table units.
    pub size: i32,
}

/// The lines of a title and the largest size at which they fit the card: under a drawing, two lines of a middling size.
#[must_use]
pub fn title(text: &str, drawn: bool) -> Title {
    let lines = title_lines(text);
    let widest = lines.iter().map(|line| hundredths(line)).max().unwrap_or(0);
    let fits = |size: &i32| widest * size <= room() * 100 && (!drawn || *size <= UNDER_DRAWING);
    Title { size: SIZES.into_iter().find(fits).unwrap_or(SIZES[SIZES.len() - 1]), lines }
}

/// The lines of a title: one if it is short, else two of like width. Words stay whole unless one alone is too wide
/// for the card; non-breaking spaces hold.
#[must_use]
pub fn title_lines(text: &str) -> Vec<String> {
    let widest = room() * 100 / SMALLEST_WHOLE;
    let words: Vec<String> = words(text)
        .flat_map(|word| if hundredths(word) > widest { halves(word) } else { vec![word.to_owned()] })
        .collect();
    let whole = words.join(" ");
    if words.len() < 2 || hundredths(&whole) * SIZES[0] <= room() * 100 {
        return if whole.is_empty() { Vec::new() } else { vec![whole] };
    }
    let cut = |at: usize| [words[..at].join(" "), words[at..].join(" ")];
    let width = |at: &usize| cut(*at).iter().map(|line| hundredths(line)).max();
    (1..words.len()).min_by_key(width).map(|at| cut(at).to_vec()).unwrap_or_default()
}

fn room() -> i32 {
    i32::from(CARD.x) - 2 * MARGIN
}

/// A word in two halves, the first with a hyphen.
fn halves(word: &str) -> Vec<String> {
    let mut pieces = broken(word, hundredths(word) / 2 + 60);
    let rest = pieces.split_off(1).concat();
    let mut first = pieces.concat();
    first.push('-');
    vec![first, rest]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::text_width;

    #[test]
    fn a_short_title_stays_on_one_line_and_is_large() {
        assert_eq!(title("Terminaux", false), Title { lines: vec!["Terminaux".into()], size: 28 });
    }

    #[test]
    fn a_title_leaves_room_for_a_drawing_above_it() {
        assert_eq!(title("Terminaux", true).size, UNDER_DRAWING);
    }

    #[test]
    fn a_long_title_has_two_lines_of_like_width() {
        assert_eq!(title_lines("Captation et diffusion en ligne"), ["Captation et", "diffusion en ligne"]);
        assert_eq!(title_lines("Dépendance aux plateformes"), ["Dépendance aux", "plateformes"]);
    }

    #[test]
    fn forty_characters_always_fit_the_card_in_two_lines() {
        let titles = [
            "Extraction des métaux et travail minier!",
            "Services inaccessibles aux publics empêc",
            &"W".repeat(40),
            &"a W".repeat(13),
        ];
        for text in titles {
            let Title { lines, size } = title(text, false);
            assert!(lines.len() <= 2, "{lines:?}");
            assert!(lines.iter().all(|line| text_width(line, size) <= 210), "{lines:?} at {size}");
        }
    }

    #[test]
    fn a_word_is_split_only_when_it_is_too_wide_alone() {
        assert_eq!(title_lines("Interopérabilité"), ["Interopérabilité"]);
        let halves = title_lines("Anticonstitutionnellementparlant");
        assert!(halves.len() == 2 && halves[0].ends_with('-'), "{halves:?}");
    }

    #[test]
    fn a_non_breaking_space_holds() {
        let lines = title_lines("Plus de 99\u{a0}% des équipements audio");
        assert!(lines.iter().any(|line| line.contains("99\u{a0}%")), "{lines:?}");
    }

    #[test]
    fn nothing_has_no_lines() {
        assert!(title_lines("  ").is_empty());
    }
}
