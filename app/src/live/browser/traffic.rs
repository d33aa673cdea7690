//! What this page has cost the network, in bytes: what its browser says of the page and its files, and what the sockets
//! of this page have carried.

use crate::footprint::framed;
use leptos::prelude::window;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::{JsCast, JsValue};

/// What the page and its files took; 0 until it was asked.
static LOADED: AtomicU32 = AtomicU32::new(0);
/// What the sockets have carried. Four gigabytes are more than a workshop of a year.
static CARRIED: AtomicU32 = AtomicU32::new(0);

/// A message goes up or comes down.
pub(super) fn carry(content: usize, up: bool) {
    CARRIED.fetch_add(framed(content, up) as u32, Ordering::Relaxed);
}

/// What the sockets have carried.
pub(super) fn carried() -> u64 {
    CARRIED.load(Ordering::Relaxed).into()
}

/// What the page and its files took, headers included: asked once, when everything is there.
pub(super) fn loaded() -> u64 {
    if LOADED.load(Ordering::Relaxed) == 0 {
        LOADED.store(transferred("navigation") + transferred("resource"), Ordering::Relaxed);
    }
    LOADED.load(Ordering::Relaxed).into()
}

/// The bytes that the browser's clock of this kind of entry remembers; nothing in a browser that has none.
fn transferred(kind: &str) -> u32 {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default();
    let clock = get(&window(), "performance");
    let ask: Option<js_sys::Function> = get(&clock, "getEntriesByType").dyn_into().ok();
    let entries = ask.and_then(|ask| ask.call1(&clock, &JsValue::from_str(kind)).ok());
    let entries = entries.map(|entries| js_sys::Array::from(&entries)).unwrap_or_default();
    entries.iter().map(|entry| get(&entry, "transferSize").as_f64().unwrap_or_default() as u32).sum()
}
