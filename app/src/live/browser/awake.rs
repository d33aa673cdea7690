//! The room's screen does not go to sleep: three hours without a key would otherwise turn it off. Browsers allow it on
//! secure addresses only (HTTPS, or the laptop itself), and take it back whenever the page is hidden.

use js_sys::{Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::VisibilityState;

/// Asks now, and again each time the page comes back into sight. A browser that refuses is left alone.
pub fn keep_awake() {
    ask();
    let again = Closure::<dyn Fn()>::new(|| {
        if document().visibility_state() == VisibilityState::Visible {
            ask();
        }
    });
    let _ = document().add_event_listener_with_callback("visibilitychange", again.as_ref().unchecked_ref());
    // For as long as the page.
    again.forget();
}

fn ask() {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let lock = of(&window().navigator(), "wakeLock");
    if let Ok(request) = of(&lock, "request").dyn_into::<Function>() {
        let _ = request.call1(&lock, &"screen".into());
    }
}
