//! The servante: the lamp left burning on an empty stage. It is our mark.

use leptos::prelude::*;

/// The lamp, drawn: a bulb in its cage, on a stand. Says nothing to screen readers.
#[component]
pub fn Lamp() -> impl IntoView {
    view! {
        <svg class="lamp" viewBox="0 0 48 96" aria-hidden="true">
            <circle class="lamp-bulb" cx="24" cy="21" r="8"></circle>
            <path d="M24 4C14 4 9 11 9 20S15 34 19 37H29C33 34 39 29 39 20S34 4 24 4ZM24 4V10M17 6C13 14 14 28 19 37M31 6C35 14 34 28 29 37M11 27H37M20 37V43H28V37M24 43V90M10 94L24 86L38 94"></path>
        </svg>
    }
}
