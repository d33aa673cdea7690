//! The browser's entry point for participants: it takes over their page, and knows no other.

/// Called by the page's module script once the wasm is compiled.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    app::take_over::take_over(app::pages::participant);
}
