//! What people type, as it is kept.

use app::api::{AppError, MAX_ORIGINS};
use board::MAX_TITLE;

/// What people type on one line: without spaces around, and without the marks that show nothing. Those that turn the
/// direction of what follows are among them: pages keep each name apart instead (`app/src/text/direction.rs`). The
/// joiners inside emoji and Persian words stay.
///
/// # Errors
/// [`AppError::TooLong`] above `most` characters.
pub fn line(typed: &str, most: u16) -> Result<String, AppError> {
    let seen: String = typed.chars().filter(|&c| !is_mark(c)).collect();
    let words = seen.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let text = words.filter(|word| word.chars().any(|c| !joins(c))).collect::<Vec<_>>().join(" ");
    if text.chars().count() > usize::from(most) { Err(AppError::TooLong(most)) } else { Ok(text) }
}

/// Marks of direction, blanks without width, and letters that look like nothing.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
    )
}

/// What only joins or varies the letters around it.
fn joins(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// A title: one line that says something.
///
/// # Errors
/// [`AppError::TitleMissing`] or [`AppError::TooLong`].
pub fn title(typed: &str) -> Result<String, AppError> {
    let title = line(typed, u16::try_from(MAX_TITLE).unwrap_or(u16::MAX))?;
    if title.is_empty() { Err(AppError::TitleMissing) } else { Ok(title) }
}

/// The sites that somebody lists, one by one: scheme, host and port, as a browser compares them.
///
/// # Errors
/// [`AppError::NotAnOrigin`] for what is anything else, or too many; [`AppError::TooLong`].
pub fn origins(typed: &str) -> Result<Vec<String>, AppError> {
    let (longest, most) = MAX_ORIGINS;
    if typed.chars().count() > usize::from(longest) {
        return Err(AppError::TooLong(longest));
    }
    let between = |letter: char| letter.is_whitespace() || letter == ',' || letter == ';';
    let mut sites = Vec::new();
    for site in typed.split(between).filter(|site| !site.is_empty()) {
        let site = origin(site).ok_or(AppError::NotAnOrigin)?;
        if !sites.contains(&site) {
            sites.push(site);
        }
    }
    if sites.len() > most { Err(AppError::NotAnOrigin) } else { Ok(sites) }
}

/// One of them. A policy takes patterns too: those would open more than the one site that was meant.
fn origin(site: &str) -> Option<String> {
    let site = site.strip_suffix('/').unwrap_or(site).to_ascii_lowercase();
    let (scheme, place) = site.split_once("://")?;
    let (host, port) = place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port)));
    let named = |label: &str| {
        let inside = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        !label.is_empty() && label.chars().all(inside) && !label.starts_with('-') && !label.ends_with('-')
    };
    let numbered = |port: &str| port.len() <= 5 && port.parse::<u16>().is_ok_and(|port| port > 0);
    let usual = matches!((scheme, port), ("https", Some("443")) | ("http", Some("80")));
    let ours = ["https", "http"].contains(&scheme) && host.split('.').all(named) && port.is_none_or(numbered);
    ours.then(|| if usual { format!("{scheme}://{host}") } else { site.clone() })
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

    #[test]
    fn sites_are_listed_as_a_browser_compares_them() {
        let typed =
            " https://Theatre.example/ , http://127.0.0.1:8080\nhttps://theatre.example:443;https://xn--thtre-bsa.fr";
        let sites = ["https://theatre.example", "http://127.0.0.1:8080", "https://xn--thtre-bsa.fr"];
        assert_eq!(origins(typed), Ok(sites.map(str::to_owned).into()));
        assert_eq!(origins(" \n"), Ok(Vec::new()));
    }

    #[test]
    fn what_is_not_one_site_opens_nothing() {
        let wrong = [
            "*",
            "https://*",
            "https://*.example",
            "theatre.example",
            "https:",
            "https://",
            "https://a.example/page",
            "https://a.example?x",
            "https://moi@a.example",
            "javascript://a",
            "data:text/html,x",
            "'self'",
            "https://a.example:0",
            "https://a.example:99999",
            "https://a.example:",
            "https://a..example",
            "https://-a.example",
            "https://théâtre.example",
            "https://a.example'none'",
            "ftp://a.example",
            "null",
        ];
        for site in wrong {
            assert_eq!(origins(site), Err(AppError::NotAnOrigin), "{site}");
        }
        let many: String = (0..11).map(|n| format!("https://a{n}.example ")).collect();
        assert_eq!(origins(&many), Err(AppError::NotAnOrigin));
        assert_eq!(origins(&"https://a.example ".repeat(30)), Err(AppError::TooLong(500)));
    }

    #[test]
    fn what_shows_nothing_is_taken_out_of_a_line_and_every_script_stays() {
        for kept in ["سارة", "👩‍👩‍👧 Zoé", "می‌خواهم", "Ольга", "דנה", "Ana ♥️"] {
            assert_eq!(line(kept, 40), Ok(kept.to_owned()));
        }
        assert_eq!(line("\u{202e}anA\u{202c} \u{200f}\u{2066}Zoé\u{2069}", 40), Ok("anA Zoé".to_owned()));
        for empty in ["\u{200b}", "\u{202e}", "\u{200d}\u{fe0f}", "\u{3164}", " \u{2800} "] {
            assert_eq!(line(empty, 40), Ok(String::new()), "{empty:?}");
        }
    }
}
