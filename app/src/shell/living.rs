//! The part of a document that goes on living: the view as the server made it, its opening, and the wasm.

use super::{Surroundings, rendered};
use crate::api::{BoardOpening, ReplayOpening};
use crate::live::LiveBoard;
use crate::pages::{Living, Page, living};
use crate::routes::Route;
use crate::text::words;
use base64::{Engine, engine::general_purpose::STANDARD};
use board::deck::Lang;
use serde::Serialize;
use std::slice::from_ref;

/// The script and the sheet of a replay.
const REPLAY: &str = "replay";

/// Which living page this is, with the openings of its boards; `None` for a page that is still.
pub fn openings_of(page: &Page) -> Option<(Living, &[BoardOpening])> {
    match page {
        Page::Board(opening) => Some((Living::Board, from_ref(opening))),
        Page::Projector(openings) => Some((Living::Projector, openings)),
        Page::Cockpit(openings) => Some((Living::Cockpit, openings)),
        Page::Facilitate(opening) => Some((Living::Facilitate, from_ref(opening))),
        _ => None,
    }
}

/// The name of the script that a page runs, if it runs one, and the sheets that this script's pages need besides.
pub fn script_of(page: &Page) -> Option<(&'static str, &'static [&'static str])> {
    match openings_of(page) {
        Some((Living::Board, _)) => Some((Living::Board.script(), &["living"])),
        Some((stage, _)) => Some((stage.script(), &["living", "stage"])),
        None if matches!(page, Page::Replay(_)) => Some((REPLAY, &[REPLAY])),
        None => None,
    }
}

/// What a page that runs a script has in its head besides: its style, and what the browser may fetch while it reads.
pub fn early(script: &str, sheets: &[&str], lang: Lang, pkg: &str) -> String {
    let wasm = wasm(script, lang);
    let sheets: String =
        sheets.iter().map(|name| format!("<link rel=\"stylesheet\" href=\"/{pkg}/{name}.css\">")).collect();
    format!(
        "{sheets}\
         <link rel=\"modulepreload\" href=\"/{pkg}/{script}.js\">\
         <link rel=\"preload\" href=\"/{pkg}/{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
    )
}

/// Shows what there is instead when the page cannot come to life: no WebAssembly, no modules, a script that does not
/// arrive or does not start, or nothing at all after twenty seconds. For browsers that know nothing newer than ES5.
/// A page that a browser had put aside whole is asked for again: somebody else may have the device by now.
const FALLBACK: &str = "var noWasm=function(){var d=document;if(!d.documentElement.hasAttribute(\"data-alive\"))\
    d.querySelector(\".no-wasm\").removeAttribute(\"hidden\")};\
    addEventListener(\"error\",function(e){if(e.message||e.target.tagName==\"SCRIPT\")noWasm()},true);\
    if(typeof WebAssembly!=\"object\"||!(\"noModule\" in document.createElement(\"script\")))noWasm();\
    setTimeout(noWasm,20000);\
    addEventListener(\"pageshow\",function(e){if(e.persisted)location.reload()})";

/// The view, the openings it was made from, and the script that takes it over.
pub fn body(page: Living, openings: &[BoardOpening], lang: Lang, around: Surroundings<'_>) -> String {
    let instead = openings.first().map(|own| instead(page, own)).unwrap_or_default();
    let view = rendered(|| living(page, openings.iter().cloned().map(LiveBoard::new).collect()));
    let carried = carried(page.name(), page.script(), openings, lang, around);
    format!("{instead}<div class=\"living\">{view}</div>{carried}")
}

/// What a replay's script finds in its page, and the script.
pub fn replay(opening: &ReplayOpening, lang: Lang, around: Surroundings<'_>) -> String {
    carried(REPLAY, REPLAY, opening, lang, around)
}

/// The opening for the browser, and what makes the page come alive.
fn carried<T: Serialize + ?Sized>(
    page: &str,
    script: &str,
    opening: &T,
    lang: Lang,
    around: Surroundings<'_>,
) -> String {
    let bytes = STANDARD.encode(postcard::to_allocvec(opening).expect("our types always serialise"));
    let [fallback, start] = scripts(script, lang, around.pkg);
    format!(
        "<script type=\"application/octet-stream\" class=\"opening\" data-page=\"{page}\">{bytes}</script>\
         <script>{fallback}</script><script type=\"module\">{start}</script>"
    )
}

/// The wasm with the texts of a language.
fn wasm(script: &str, lang: Lang) -> String {
    format!("{script}_{}.wasm", lang.code())
}

/// What there is when the page does not come alive, and what makes it so.
pub fn scripts(script: &str, lang: Lang, pkg: &str) -> [String; 2] {
    let wasm = wasm(script, lang);
    let start = format!(
        "import init from \"/{pkg}/{script}.js\";\
         init({{module_or_path:\"/{pkg}/{wasm}\"}}).catch(e=>{{console.error(e);noWasm()}})"
    );
    [FALLBACK.to_owned(), start]
}

/// What there is for whoever cannot have the page alive: the Plan, where a board has one.
fn instead(page: Living, own: &BoardOpening) -> String {
    let say = words(own.lang).frame();
    let plan = matches!(page, Living::Board | Living::Facilitate);
    let (off, fails, way) = if plan {
        let way = format!(" <a href=\"{}\">{}</a>", Route::Plan(own.board), say.to_plan);
        (say.no_wasm, say.no_start, way)
    } else {
        (say.no_wasm_room, say.no_wasm_room, String::new())
    };
    format!(
        "<noscript><p class=\"banner\">{off}{way}</p></noscript>\
         <p class=\"banner no-wasm\" role=\"alert\" hidden>{fails}{way}</p>"
    )
}
