//! Taking over a page that the server rendered.

/// Finds the opening in the page, and goes on with it.
pub fn hydrate() {}
