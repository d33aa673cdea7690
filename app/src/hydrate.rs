//! Taking over a page that the server rendered: the same view from the same opening, now alive.
//!
//! The document of a page that lives holds the view alone in `<div class="living">`, and the openings of its boards,
//! postcard in base64, in `<script type="application/octet-stream" class="opening" data-page="…">`.

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
pub fn hydrate(view: fn(Living, Vec<LiveBoard>) -> AnyView) {
    let Some((page, openings, place)) = find() else { return };
    let alive = hydrate_from(place, move || {
        let boards: Vec<_> = openings.into_iter().map(LiveBoard::new).collect();
        // Only after this: what an earlier page left would not match what the server rendered.
        let all = boards.clone();
        spawn_local(async move { all.into_iter().for_each(LiveBoard::connect) });
        view(page, boards)
    });
    // It stays for as long as the page.
    alive.forget();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-hydrated", "");
    }
}

/// Which page this is, the openings of its boards, and where its view is.
fn find() -> Option<(Living, Vec<BoardOpening>, HtmlElement)> {
    let script = document().query_selector("script.opening").ok()??;
    let page = Living::named(&script.get_attribute("data-page")?)?;
    let openings = postcard::from_bytes(&from_text(&script.text_content()?)?).ok()?;
    let place = document().query_selector(".living").ok()??.dyn_into().ok()?;
    Some((page, openings, place))
}
