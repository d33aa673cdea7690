//! Secrets and codes: what is drawn at random and given to people. Of a secret only the hash is kept.

use sha2::{Digest, Sha256};

/// Letters and digits that are not taken for one another when read aloud or from row R: no I, O, 0, 1.
const READABLE: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// How long a join code is: a billion of them, and short enough for a phone.
const CODE: usize = 6;

/// A fresh secret for an address, 160 bits.
#[must_use]
pub fn draw() -> String {
    readable(&random::<32>()).to_lowercase()
}

/// What is kept of a secret.
#[must_use]
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// A fresh join code.
#[must_use]
pub fn draw_code() -> String {
    readable(&random::<CODE>())
}

/// A code as a person typed it, as it is kept: upper case, without spaces, hyphens or dots.
/// `None` when nobody was ever given such a code.
#[must_use]
pub fn read_code(typed: &str) -> Option<String> {
    let letters = typed.chars().filter(|letter| !letter.is_whitespace() && !"-._".contains(*letter));
    let code: String = letters.take(CODE + 1).flat_map(char::to_uppercase).collect();
    let ours = |letter: char| u8::try_from(letter).is_ok_and(|letter| READABLE.contains(&letter));
    (code.chars().count() == CODE && code.chars().all(ours)).then_some(code)
}

/// Random bytes of the system.
///
/// # Panics
/// When the system has no randomness, without which nothing here is safe.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    bytes
}

fn readable(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(READABLE[usize::from(byte % 32)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in ["ABC234", "abc234", " abc 234 ", "abc-234", "a b c\u{a0}2.3.4"] {
            assert_eq!(read_code(typed).as_deref(), Some("ABC234"), "{typed}");
        }
    }

    #[test]
    fn what_was_never_given_is_no_code() {
        let long = "A".repeat(10_000);
        for typed in ["", "ABC23", "ABC2345", "ABC0O1", "<b>234", "ßßßßßß", &long] {
            assert_eq!(read_code(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_code_that_is_drawn_is_a_code() {
        for _ in 0..1000 {
            let code = draw_code();
            assert_eq!(read_code(&code), Some(code));
        }
        assert_ne!(draw(), draw());
        assert_eq!(draw().len(), 32);
    }
}
