//! What a browser keeps between two pages, and bytes as text. Storage may be refused or full: then nothing is kept,
//! and nothing else changes.

use leptos::prelude::window;
use web_sys::Storage;

/// This tab's storage: it outlives a reload, and no other tab sees it.
pub(super) fn tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// This device's storage: it outlives the tab, and all tabs see it.
pub(super) fn device() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept under this key.
pub(super) fn kept(storage: Option<Storage>, key: &str) -> Option<String> {
    storage?.get_item(key).ok().flatten()
}

/// Keeps a text; whether it could.
pub(super) fn keep(storage: Option<Storage>, key: &str, text: &str) -> bool {
    storage.is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Keeps nothing more under this key.
pub(super) fn forget(storage: Option<Storage>, key: &str) {
    if let Some(storage) = storage {
        let _ = storage.remove_item(key);
    }
}

/// Every key that begins like this.
pub(super) fn keys(storage: &Storage, beginning: &str) -> Vec<String> {
    let all = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    all.filter(|key| key.starts_with(beginning)).collect()
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
