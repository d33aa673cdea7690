//! The part of a document that goes on living: the view as the server made it, its opening, and the wasm.

use super::{Surroundings, without_wasm};
use crate::api::BoardOpening;
use crate::live::LiveBoard;
use crate::pages::{Living, Page, living};
use crate::text::words;
use base64::Engine;
use leptos::prelude::{AnyView, IntoAny, Owner, RenderHtml};

/// Whether this page loads the wasm.
pub fn lives(page: &Page) -> bool {
    matches!(page, Page::Board(_) | Page::Projector(_) | Page::Facilitate(_))
}

/// What the browser may fetch while it reads the page.
pub fn early(pkg: &str) -> String {
    format!(
        "<link rel=\"modulepreload\" href=\"/{pkg}/coulisses.js\">\
         <link rel=\"preload\" href=\"/{pkg}/coulisses_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
    )
}

/// The view, the opening it was made from, and the one script that takes it over.
pub fn body(page: Page, around: Surroundings<'_>) -> String {
    let (page, opening) = match page {
        Page::Board(opening) => (Living::Board, opening),
        Page::Projector(opening) => (Living::Projector, opening),
        Page::Facilitate(opening) => (Living::Facilitate, opening),
        _ => return String::new(),
    };
    let instead = if page == Living::Board { without_wasm(words(opening.lang), opening.board) } else { String::new() };
    let bytes = postcard::to_allocvec(&opening).expect("our types always serialise");
    let bytes = base64::engine::general_purpose::STANDARD.encode(bytes);
    let view = Owner::new().with(|| view(page, *opening).to_html());
    let Surroundings { pkg, nonce } = around;
    format!(
        "{instead}<div class=\"living\">{view}</div>\
         <script type=\"application/octet-stream\" class=\"opening\" data-page=\"{}\">{bytes}</script>\
         <script type=\"module\" nonce=\"{nonce}\">import init from \"/{pkg}/coulisses.js\";\
         init({{module_or_path:\"/{pkg}/coulisses_bg.wasm\"}})</script>",
        page.name()
    )
}

/// The one place where the shell meets the living pages.
fn view(page: Living, opening: BoardOpening) -> AnyView {
    living(page, LiveBoard::new(opening)).into_any()
}
