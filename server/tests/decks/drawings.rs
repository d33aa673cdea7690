//! Drawings that are programs, or lead elsewhere, or lie about what they are: none gets into a deck, and what does get in
//! is written anew from numbers and the letters of a path.

use crate::culture;
use board::CardId;
use server::decks::{Problem, check_sources, embedded};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">"#;

/// Where something is put into a drawing, as `{}`.
const PLACES: [&str; 17] = [
    "{HEAD}\n{}\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "{HEAD}\n<path d=\"M6 6H90\"/>\n{}\n</svg>\n",
    "{HEAD}\n<path d=\"M6 6H90\"/>{}\n</svg>\n",
    "{HEAD}\n<path d=\"M6 6H90\"/>\n</svg>{}\n",
    "{HEAD}\n<path d=\"M6 6H90\"/>\n</svg>\n{}\n",
    "{}{HEAD}\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "{HEAD}{}\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "{HEAD}\n<path d=\"M6 6H90{}\"/>\n</svg>\n",
    "{HEAD}\n<path d=\"{}\"/>\n</svg>\n",
    "{HEAD}\n<path fill=\"#{}\" stroke=\"none\" d=\"M1 1z\"/>\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "{HEAD}\n<path fill=\"#56B4E9\" stroke=\"none\" d=\"M1 1z{}\"/>\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "{HEAD}\n<path fill=\"#56B4E9\" stroke=\"none\" d=\"M1 1z\"/>\n{}\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" {}>\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">{}</svg>\n",
    "<?xml version=\"1.0\"?>{}\n{HEAD}\n<path d=\"M6 6H90\"/>\n</svg>\n",
    "{HEAD}\r\n<path d=\"M6 6H90\" {}/>\r\n</svg>\n",
    "\u{feff}{HEAD}\n<g {}><path d=\"M6 6H90\"/></g>\n</svg>\n",
];

/// What is put there.
const WORDS: [&str; 20] = [
    "<script>alert(1)</script>",
    "<script href=\"https://elsewhere.example/x.js\"/>",
    "\" onload=\"alert(1)",
    "onload=\"alert(1)\"",
    "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><img src=x onerror=\"alert(1)\"/></body></foreignObject>",
    "<image href=\"https://elsewhere.example/x.png\"/>",
    "<use href=\"https://elsewhere.example/x.svg#a\"/>",
    "<use xlink:href=\"data:image/svg+xml;base64,PHN2Zy8+#x\"/>",
    "<a href=\"javascript:alert(1)\"><text>cliquez</text></a>",
    "<style>@import url(https://elsewhere.example/x.css);</style>",
    "style=\"background:url(https://elsewhere.example)\"",
    "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
    "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;",
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>&b;",
    "<?xml-stylesheet href=\"https://elsewhere.example/x.xsl\"?>",
    "<iframe src=\"https://elsewhere.example\"/>",
    "<filter id=\"f\"><feImage href=\"https://elsewhere.example\"/></filter>",
    "url(#x)",
    "<![CDATA[<script>alert(1)</script>]]>",
];

#[test]
fn none_of_three_hundred_hostile_drawings_gets_into_a_deck() {
    let drawn = |place: &&str| WORDS.map(|words| place.replace("{HEAD}", HEAD).replace("{}", words));
    let hostile: Vec<String> = PLACES.iter().flat_map(drawn).collect();
    assert!(hostile.len() >= 300, "only {} drawings", hostile.len());
    let deck = &embedded().deck;
    let names: Vec<_> =
        deck.cards.values().map(|card| &card.slug).chain(deck.actions.values().map(|card| &card.slug)).collect();
    for some in hostile.chunks(names.len()) {
        let mut sources = culture();
        for (slug, svg) in names.iter().zip(some) {
            sources.put(&format!("drawings/{slug}.svg"), svg.clone().into_bytes());
        }
        let told = check_sources(&sources).expect_err("such a deck is refused");
        let refused = told.iter().filter(|one| matches!(one.problem, Problem::BadDrawing { .. })).count();
        let survived: Vec<_> = some.iter().filter(|svg| !told_of(&told, &names, some, svg)).collect();
        assert_eq!((refused, survived.len()), (some.len(), 0), "{survived:?}");
    }
}

/// Whether the card with this drawing is told of.
fn told_of(told: &[server::decks::Diagnostic], names: &[&String], some: &[String], svg: &String) -> bool {
    let at = some.iter().position(|one| one == svg).expect("it is one of them");
    let named = format!("« {} »", names[at]);
    told.iter().any(|one| one.to_string().contains(&named))
}

#[test]
fn what_is_served_was_written_anew() {
    let loaded = check_sources(&culture()).expect("the deck of this repository");
    let sheets = loaded.deck.lots.iter().filter_map(|lot| lot.sheet).chain(loaded.deck.action_sheet);
    for sheet in sheets.map(|id| loaded.sheet(id).expect("a sheet")) {
        let document = roxmltree::Document::parse(sheet).expect("a picture");
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(["svg", "g", "path"].contains(&node.tag_name().name()), "{node:?}");
            let known = ["id", "d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"];
            assert!(node.attributes().all(|attribute| known.contains(&attribute.name())), "{node:?}");
        }
    }
    assert!(loaded.deck.cards.contains_key(&CardId(1)));
}
