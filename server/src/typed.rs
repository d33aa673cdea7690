//! What people type, as it is kept.

use app::api::AppError;
use board::MAX_TITLE;

/// What people type on one line: without what cannot be seen, without spaces around.
///
/// # Errors
/// [`AppError::TooLong`] above `most` characters.
pub fn line(typed: &str, most: u16) -> Result<String, AppError> {
    let words = typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    if text.chars().count() > usize::from(most) { Err(AppError::TooLong(most)) } else { Ok(text) }
}

/// A title: one line that says something.
///
/// # Errors
/// [`AppError::TitleMissing`] or [`AppError::TooLong`].
pub fn title(typed: &str) -> Result<String, AppError> {
    let title = line(typed, u16::try_from(MAX_TITLE).unwrap_or(u16::MAX))?;
    if title.is_empty() { Err(AppError::TitleMissing) } else { Ok(title) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_that_says_something() {
        assert_eq!(title("  Saison\t2027\n "), Ok("Saison 2027".to_owned()));
        assert_eq!(title(" \u{a0}\n"), Err(AppError::TitleMissing));
        assert_eq!(title(&"é".repeat(MAX_TITLE)), Ok("é".repeat(MAX_TITLE)));
        assert_eq!(title(&"é".repeat(MAX_TITLE + 1)), Err(AppError::TooLong(120)));
    }
}
