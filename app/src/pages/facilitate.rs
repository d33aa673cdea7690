//! The facilitate page.

use leptos::prelude::*;

/// The page, from the board in its context.
pub fn page() -> impl IntoView {
    view! { <main></main> }
}
