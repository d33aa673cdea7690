//! What a browser keeps between two pages, and bytes as text. Storage may be refused or full: then nothing is kept,
//! and nothing else changes.

use leptos::prelude::window;
use web_sys::Storage;

/// This tab's storage: it outlives a reload, and two tabs of one person do not share it.
fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// What was kept under this key.
pub(super) fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a text; whether it could.
pub(super) fn keep(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Keeps nothing more under this key.
pub(super) fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Bytes as base64.
pub(super) fn to_text(bytes: &[u8]) -> Option<String> {
    // `btoa` takes a string whose characters are bytes.
    window().btoa(&bytes.iter().copied().map(char::from).collect::<String>()).ok()
}

/// Base64 as bytes.
pub(crate) fn from_text(text: &str) -> Option<Vec<u8>> {
    let latin = window().atob(text.trim()).ok()?;
    latin.chars().map(|byte| u8::try_from(byte).ok()).collect()
}
