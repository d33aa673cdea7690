//! The board page.

use crate::live::LiveBoard;
use leptos::prelude::*;

/// The page.
pub fn board(_board: LiveBoard) -> impl IntoView {
    view! { <main></main> }
}
