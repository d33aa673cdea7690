//! The browser's entry point of a replay: it plays a saved board again, and knows no live one.

/// Called by the page's module script once the wasm is compiled.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    app::take_over::replay();
}
