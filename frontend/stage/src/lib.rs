//! The browser's entry point for the person who facilitates and the room's screen: it takes over any page that lives.

/// Called by the page's module script once the wasm is compiled.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    app::take_over::take_over(app::pages::living);
}
