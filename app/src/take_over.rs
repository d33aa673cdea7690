//! Taking over a page that the server rendered: the same view from the same opening, now alive, in the place of the old.
//!
//! The document of a page that lives holds the view alone in `<div class="living">`, and the openings of its boards,
//! postcard in base64, in `<script type="application/octet-stream" class="opening" data-page="…">`. The view is built
//! beside the page and put in place in one step, with what somebody typed meanwhile. Hydrating instead, which keeps the
//! server's nodes, makes the wasm 80 kB larger: each view would know three more ways to begin.

mod replay;

pub use crate::live::browser::keep_awake;
pub use replay::replay;

use crate::{
    api::BoardOpening,
    live::{LiveBoard, browser::from_text},
    pages::Living,
};
use leptos::{
    mount::mount_to,
    prelude::{AnyView, document, request_animation_frame},
    task::spawn_local,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// What people fill in.
const FIELDS: &str = "input,select,button,summary,a,[tabindex]";

/// Finds the opening in the page, and goes on with the view of its kind; says which. A page without one stays as it is.
pub fn take_over(view: fn(Living, Vec<LiveBoard>) -> AnyView) -> Option<Living> {
    let (page, openings, old) = find()?;
    let new: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    new.set_class_name("living");
    let place = new.clone();
    let alive = mount_to(place, move || {
        let boards: Vec<_> = openings.into_iter().map(LiveBoard::new).collect();
        let all = boards.clone();
        spawn_local(async move { all.into_iter().for_each(LiveBoard::connect) });
        view(page, boards)
    });
    // It stays for as long as the page.
    alive.forget();
    let focused = document().active_element();
    let (before, after) = (fields(&old), fields(&new));
    let _ = old.replace_with_with_node_1(&new);
    // The same view has the same fields in the same order; after another one there is nothing to bring over.
    if before.len() == after.len() {
        before.iter().zip(&after).for_each(|(old, new)| bring_over(old, new, focused.as_ref() == Some(old)));
    }
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-alive", "");
    }
    Some(page)
}

/// Which page this is, the openings of its boards, and where its view is.
fn find() -> Option<(Living, Vec<BoardOpening>, HtmlElement)> {
    let script = document().query_selector("script.opening").ok()??;
    let page = Living::named(&script.get_attribute("data-page")?)?;
    let openings = postcard::from_bytes(&from_text(&script.text_content()?)?).ok()?;
    Some((page, openings, living_place()?))
}

/// Where the part of the page is that lives.
fn living_place() -> Option<HtmlElement> {
    document().query_selector(".living").ok()??.dyn_into().ok()
}

/// What can be filled in or have the focus, in the order of the page.
fn fields(view: &HtmlElement) -> Vec<Element> {
    let Ok(all) = view.query_selector_all(FIELDS) else { return Vec::new() };
    (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect()
}

/// What was typed or chosen, as if it were typed now; and the focus.
fn bring_over(old: &Element, new: &Element, focused: bool) {
    if let (Some(old), Some(new)) = (old.dyn_ref::<HtmlInputElement>(), new.dyn_ref::<HtmlInputElement>())
        && old.value() != new.value()
    {
        new.set_value(&old.value());
        tell(new, "input");
    }
    if let (Some(old), Some(new)) = (old.dyn_ref::<HtmlSelectElement>(), new.dyn_ref::<HtmlSelectElement>())
        && old.value() != new.value()
    {
        // A list draws what is in it when somebody comes to it.
        tell(new, "focus");
        let (new, value) = (new.clone(), old.value());
        request_animation_frame(move || {
            new.set_value(&value);
            tell(&new, "change");
        });
    }
    if let (true, Some(new)) = (focused, new.dyn_ref::<HtmlElement>()) {
        let _ = new.focus();
    }
}

fn tell(field: &Element, what: &str) {
    let bubbling = web_sys::EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(what, &bubbling) {
        let _ = field.dispatch_event(&event);
    }
}
