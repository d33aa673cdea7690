//! The HTML document around every page: head, style, and, for pages that live, the opening and the wasm.
//!
//! Written by hand, so that it is what is read: no inline style, and inline scripts that are the same in every document of
//! a build, so that a policy can name them by their hashes.

mod living;

use crate::pages::{Page, Sheet, still};
use crate::text::words;
use board::OpId;
use board::deck::Lang;
use leptos::prelude::{IntoView, Owner, RenderHtml};
use uuid::Uuid;

/// What the machine adds to every document.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The folder of this build's files: `pkg-…`.
    pub pkg: &'a str,
}

/// The inline scripts of a page, each as it stands between its tags: none in a page that is still.
#[must_use]
pub fn scripts(page: &Page, lang: Lang, around: Surroundings<'_>) -> Vec<String> {
    living::script_of(page).map(|(script, _)| living::scripts(script, lang, around.pkg).into()).unwrap_or_default()
}

/// The whole document.
#[must_use]
pub fn document(sheet: Sheet, around: Surroundings<'_>) -> String {
    let head = head(&sheet, around);
    let (class, lang) = (sheet.class(), sheet.lang.code());
    let words = words(sheet.lang);
    let root = if matches!(sheet.page, Page::Projector(_)) { " class=\"plateau\"" } else { "" };
    let body = body(&sheet, around);
    // A page that lives begins with its own controls: there is nothing to skip.
    let skip = if living::openings_of(&sheet.page).is_some() {
        String::new()
    } else {
        format!("<a class=\"skip\" href=\"#contenu\">{}</a>", words.frame().skip)
    };
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"{root}><head>{head}</head><body class=\"{class}\">\
         {skip}{body}</body></html>"
    )
}

fn head(sheet: &Sheet, around: Surroundings<'_>) -> String {
    let home = words(sheet.lang).home();
    let pkg = around.pkg;
    let colours = if matches!(sheet.page, Page::Projector(_)) {
        "<meta name=\"theme-color\" content=\"#0e0e0f\">".to_owned()
    } else {
        "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#f4efe6\">\
         <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#0e0e0f\">"
            .to_owned()
    };
    let early = living::script_of(&sheet.page).map(|(script, sheets)| living::early(script, sheets, sheet.lang, pkg));
    let early = early.unwrap_or_default();
    let also = |name: &str, needed: bool| {
        if needed { format!("<link rel=\"stylesheet\" href=\"/{pkg}/{name}.css\">") } else { String::new() }
    };
    let read = also("pages", early.is_empty() && !is_way_in(&sheet.page));
    let printed = also("print", matches!(sheet.page, Page::Saved(_) | Page::Shared(_) | Page::Cards(_)));
    // Whoever was given a link reads the page; whoever searches the web does not find it.
    let shared = matches!(sheet.page, Page::Shared(_) | Page::Embedded(_));
    let unlisted = if shared { "<meta name=\"robots\" content=\"noindex, nofollow\">" } else { "" };
    format!(
        "<meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"description\" content=\"{description}\">{unlisted}{colours}\
         <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"/{pkg}/coulisses.css\">{read}{printed}{early}",
        title = escaped(&sheet.title()),
        description = escaped(home.description),
    )
}

/// Whether a page is no more than a way to another one: it needs the sheet of every page alone.
fn is_way_in(page: &Page) -> bool {
    matches!(
        page,
        Page::Home
            | Page::Join(_)
            | Page::Door(_)
            | Page::SignIn
            | Page::SetUp(_)
            | Page::Invitation(_)
            | Page::Sorry(_)
    )
}

fn body(sheet: &Sheet, around: Surroundings<'_>) -> String {
    if let Some((page, openings)) = living::openings_of(&sheet.page) {
        return living::body(page, openings, sheet.lang, around);
    }
    let draw = || OpId(Uuid::new_v4());
    let view = rendered(|| still(sheet, &draw));
    match &sheet.page {
        Page::Replay(opening) => view + &living::replay(opening, sheet.lang, around),
        _ => view,
    }
}

/// A view as HTML. Its signals are gone with their owner once it is written.
fn rendered<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
