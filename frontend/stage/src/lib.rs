//! The browser's entry point for the person who facilitates and the room's screen: it takes over any page that lives.

use app::pages::{Living, living};
use app::take_over::{keep_awake, take_over};

/// Called by the page's module script once the wasm is compiled.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    if take_over(living) == Some(Living::Projector) {
        keep_awake();
    }
}
