//! A part that is drawn once it is unfolded, and gone when it is folded again: what nobody reads is no part of the page.

use leptos::prelude::*;
use web_sys::Element;

/// The part, under its summary.
pub fn fold(
    class: &'static str,
    summary: impl IntoView + 'static,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let turned = move |event| open.set(event_target::<Element>(&event).has_attribute("open"));
    view! {
        <details class=class on:toggle=turned>
            <summary>{summary}</summary>
            {move || open.get().then(&draw)}
        </details>
    }
    .into_any()
}
