//! The browser's entry point: take over the page that the server rendered.

/// Called by the page's module script once the wasm is compiled.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    #[cfg(feature = "stage")]
    app::hydrate::hydrate(app::pages::living);
    #[cfg(not(feature = "stage"))]
    app::hydrate::hydrate(app::pages::participant);
}
