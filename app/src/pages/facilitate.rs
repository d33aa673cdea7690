//! The facilitate page.

use crate::live::LiveBoard;
use leptos::prelude::*;

/// The page.
pub fn facilitate(_board: LiveBoard) -> impl IntoView {
    view! { <main></main> }
}
