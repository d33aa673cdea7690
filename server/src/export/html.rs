//! A saved board as one page that needs no server: it opens from a USB stick, reads in both lights, and prints.

use super::page::Page;
use super::svg;
use super::telling::{Said, telling};
use app::api::SavedOpening;
use app::text::Words;
use board::deck::Deck;

/// All its style: no font, no picture and no script from anywhere.
const STYLE: &str = "\
:root{color-scheme:light dark;--ground:#f4efe6;--ink:#1b1a18;--line:#cfc7b8}\
@media (prefers-color-scheme:dark){:root{--ground:#0e0e0f;--ink:#f5f1e8;--line:#3a393c}}\
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\
main{max-inline-size:70ch;margin-inline:auto;padding:1.5rem 1rem}\
h1,h2,h3{font-family:ui-serif,Palatino,Georgia,serif;line-height:1.25}\
h1{font-size:2.2rem;margin:0}h2{font-size:1.6rem;margin:2rem 0 .5rem}h3{font-size:1.25rem;margin:1.25rem 0 .25rem}\
p{margin:.5rem 0}ul{margin:.25rem 0;padding-inline-start:1.25rem}\
figure{margin:1rem 0;max-inline-size:none;overflow:auto;border:1px solid var(--line);background:#fff}\
figure svg{display:block;inline-size:100%;min-inline-size:60rem;block-size:auto}\
@media print{@page{margin:15mm}body{background:#fff;color:#000}main{max-inline-size:none;padding:0}\
figure{border:0;overflow:visible}figure svg{min-inline-size:0}h2,h3{break-after:avoid}li{break-inside:avoid}}";

/// The page, with the picture in it.
pub(super) fn html(saved: &SavedOpening, deck: &Deck, words: Words) -> String {
    let (told, svg) = (telling(saved, deck, words), svg::poster(saved, deck, words));
    let mut page = Page::default();
    page.open("html", &[("lang", words.lang().code())]);
    page.open("head", &[]);
    page.empty("meta", &[("charset", "utf-8")]);
    page.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    page.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]);
    page.text("title", &[], &saved.card.name);
    page.open("style", &[]);
    page.raw(STYLE);
    page.close("style");
    page.close("head");
    page.open("body", &[]);
    page.open("main", &[]);
    let body = told.iter().position(|said| matches!(said, Said::Heading(_))).unwrap_or(told.len());
    tell(&mut page, &told[..body]);
    page.open("figure", &[]);
    page.raw(svg.trim_start_matches("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    page.close("figure");
    tell(&mut page, &told[body..]);
    page.close("main");
    page.close("body");
    page.close("html");
    format!("<!DOCTYPE html>\n{}", page.done())
}

fn tell(page: &mut Page, told: &[Said]) {
    // What people typed may be written from right to left.
    let auto = [("dir", "auto")];
    let mut listing = false;
    for said in told {
        let item = matches!(said, Said::Item(_));
        if item != listing {
            if item {
                page.open("ul", &[])
            } else {
                page.close("ul")
            }
            listing = item;
        }
        match said {
            Said::Title(text) => page.text("h1", &auto, text),
            Said::Heading(text) => page.text("h2", &auto, text),
            Said::Card(text) => page.text("h3", &auto, text),
            Said::Text(text) => page.text("p", &auto, text),
            Said::Item(text) => page.text("li", &auto, text),
        }
    }
    if listing {
        page.close("ul");
    }
}
