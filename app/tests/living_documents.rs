//! The document of a page that lives: it carries what the browser goes on from, and one script, with the nonce.

#[allow(dead_code, reason = "the still pages use the rest")]
#[path = "still_pages/openings.rs"]
mod openings;

use app::api::BoardOpening;
use app::pages::Page;
use app::shell::{Surroundings, document};
use base64::{Engine, engine::general_purpose::STANDARD};
use openings::{board_opening, sheet};

fn html(page: fn(BoardOpening) -> Page) -> String {
    let around = Surroundings { pkg: "pkg-abc", nonce: "n0nce" };
    document(sheet(page(board_opening(openings::document()))), around)
}

fn board(opening: BoardOpening) -> Page {
    Page::Board(Box::new(opening))
}

fn projector(opening: BoardOpening) -> Page {
    Page::Projector(vec![opening])
}

fn between<'a>(html: &'a str, before: &str, after: &str) -> &'a str {
    html.split_once(before).and_then(|(_, rest)| rest.split_once(after)).expect("it is in the document").0
}

#[test]
fn a_living_page_carries_the_very_opening_it_was_made_from() {
    let pages = [
        ("board", html(board)),
        ("projector", html(projector)),
        ("cockpit", html(|opening| Page::Cockpit(vec![opening]))),
        ("facilitate", html(|opening| Page::Facilitate(Box::new(opening)))),
    ];
    for (name, html) in pages {
        let before = format!("<script type=\"application/octet-stream\" class=\"opening\" data-page=\"{name}\">");
        let bytes = STANDARD.decode(between(&html, &before, "</script>")).expect("base64");
        let read: Vec<BoardOpening> = postcard::from_bytes(&bytes).expect("postcard");
        assert_eq!(read, [board_opening(openings::document())], "{name}");
        assert!(html.contains("<div class=\"living\"><"), "{name}: the server has rendered the view");
    }
}

#[test]
fn the_scripts_that_run_have_the_nonce_of_the_response() {
    let html = html(board);
    let running: Vec<_> =
        html.match_indices("<script").filter(|(at, _)| !html[*at..].starts_with("<script type=\"app")).collect();
    assert_eq!(running.len(), 2, "the page, and what there is when it does not start");
    assert!(
        running.iter().all(|(at, _)| html[*at..].split('>').next().is_some_and(|tag| tag.contains("nonce=\"n0nce\"")))
    );
    assert!(html.contains("<script type=\"module\" nonce=\"n0nce\">import init from \"/pkg-abc/participant.js\""));
    assert!(!html.contains(" style=\""));
}

#[test]
fn the_board_offers_the_plan_to_whoever_has_no_javascript() {
    let html = html(board);
    let plan = app::routes::Route::Plan(board_opening(openings::document()).board).to_string();
    assert!(between(&html, "<noscript>", "</noscript>").contains(&format!("href=\"{plan}\"")));
}

#[test]
fn what_there_is_without_wasm_is_in_every_living_page_and_asks_for_no_new_browser() {
    let plan = app::routes::Route::Plan(board_opening(openings::document()).board).to_string();
    for (html, has_plan) in [(html(board), true), (html(projector), false)] {
        let banner = between(&html, "<p class=\"banner no-wasm\"", "</p>");
        assert!(banner.starts_with(" role=\"alert\" hidden>"), "shown only when it is needed: {banner}");
        assert_eq!(banner.contains(&format!("href=\"{plan}\"")), has_plan);
        let script = between(&html, "<script nonce=\"n0nce\">", "</script>");
        for newer in ["=>", "let ", "const ", "`", "async", "?.", "??", "..."] {
            assert!(!script.contains(newer), "{newer} is not ES5");
        }
        assert!(html.contains("noWasm()})</script>"), "a wasm that does not start says so too");
    }
}

#[test]
fn markup_that_people_typed_is_text_on_the_rooms_screen() {
    let html = html(projector);
    assert!(!html.contains("<b>gras"));
    assert!(html.contains("<html lang=\"fr\" class=\"plateau\">"));
}
