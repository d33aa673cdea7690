//! The document of a page that lives: it carries what the browser goes on from, and scripts that a policy can name.

#[allow(dead_code, reason = "the still pages use the rest")]
#[path = "still_pages/openings.rs"]
mod openings;

use app::api::BoardOpening;
use app::pages::Page;
use app::shell::{Surroundings, document, scripts};
use base64::{Engine, engine::general_purpose::STANDARD};
use board::deck::Lang;
use openings::{board_opening, sheet};

fn html(page: fn(BoardOpening) -> Page) -> String {
    let around = Surroundings { pkg: "pkg-abc" };
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
fn the_scripts_that_run_are_those_that_a_policy_can_name() {
    let page = board(board_opening(openings::document()));
    let named = scripts(&page, Lang::Fr, Surroundings { pkg: "pkg-abc" });
    let html = document(sheet(page), Surroundings { pkg: "pkg-abc" });
    let running = html.split("<script").skip(1).filter(|script| !script.starts_with(" type=\"app"));
    let running: Vec<_> = running.map(|script| between(script, ">", "</script>")).collect();
    assert_eq!(running, named, "what there is when the page does not start, and what starts it");
    assert!(running[1].starts_with("import init from \"/pkg-abc/participant.js\""));
    assert_eq!(
        html.matches("/pkg-abc/participant_fr.wasm").count(),
        2,
        "fetched early, with the texts of its language"
    );
    assert!(!html.contains(" style=\"") && !html.contains(" onclick="));
    assert!(
        scripts(&Page::Home, Lang::Fr, Surroundings { pkg: "pkg-abc" }).is_empty(),
        "a page that is still runs nothing"
    );
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
        let script = between(&html, "<script>", "</script>");
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
