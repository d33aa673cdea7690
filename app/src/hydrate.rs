//! Taking over a page that the server rendered: the same view from the same opening, now alive.
//!
//! The document of a page that lives holds the view alone in `<div class="living">`, and its opening, postcard in
//! base64, in `<script type="application/octet-stream" class="opening" data-page="…">`.

use crate::{
    api::BoardOpening,
    live::{LiveBoard, browser::from_text},
    pages::Living,
};
use leptos::{
    mount::hydrate_from,
    prelude::{AnyView, document},
    task::spawn_local,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Finds the opening in the page, and goes on with the view of its kind. A page without one stays as it is.
pub fn hydrate(view: fn(Living, LiveBoard) -> AnyView) {
    let Some((page, opening, place)) = find() else { return };
    let alive = hydrate_from(place, move || {
        let board = LiveBoard::new(opening);
        // Only after this: what an earlier page left would not match what the server rendered.
        spawn_local(async move { board.connect() });
        view(page, board)
    });
    // It stays for as long as the page.
    alive.forget();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-hydrated", "");
    }
}

/// Which page this is, its opening, and where its view is.
fn find() -> Option<(Living, BoardOpening, HtmlElement)> {
    let script = document().query_selector("script.opening").ok()??;
    let page = Living::named(&script.get_attribute("data-page")?)?;
    let opening = postcard::from_bytes(&from_text(&script.text_content()?)?).ok()?;
    let place = document().query_selector(".living").ok()??.dyn_into().ok()?;
    Some((page, opening, place))
}
