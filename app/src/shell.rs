//! The HTML document around every page: head, style, and, for pages that live, the opening and the wasm.

use crate::pages::Sheet;

/// What the machine adds to every document.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The folder of this build's files: `pkg-…`.
    pub pkg: &'a str,
    /// The nonce of this response's content security policy.
    pub nonce: &'a str,
}

/// The whole document.
#[cfg(feature = "ssr")]
#[must_use]
pub fn document(_sheet: Sheet, _around: Surroundings<'_>) -> String {
    String::new()
}
