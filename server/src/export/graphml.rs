//! A saved board as GraphML, for programs that lay out and measure graphs (yEd, Gephi, networkx).

use super::Titles;
use super::file::words::kind;
use super::page::Page;
use app::api::SavedOpening;
use app::text::Words;
use board::{CardId, Link, LinkId, Spot};
use std::collections::BTreeSet;

/// What nodes and edges say: for which of both, under what name, of which type.
const KEYS: [(&str, &str, &str); 13] = [
    ("node", "title", "string"),
    ("node", "lot", "int"),
    ("node", "place", "string"),
    ("node", "x", "int"),
    ("node", "y", "int"),
    ("edge", "kind", "string"),
    ("edge", "because", "string"),
    ("edge", "ink", "boolean"),
    ("edge", "agree", "int"),
    ("edge", "disagree", "int"),
    ("edge", "starred", "boolean"),
    ("edge", "author", "int"),
    ("graph", "name", "string"),
];

/// Every card that was dealt and every link.
#[must_use]
pub fn graphml(saved: &SavedOpening, words: Words) -> String {
    let document = &saved.card.document;
    let titles = Titles::of(saved, words);
    let mut page = Page::default();
    page.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    for (of, name, kind) in KEYS {
        page.empty("key", &[("id", name), ("for", of), ("attr.name", name), ("attr.type", kind)]);
    }
    page.open("graph", &[("edgedefault", "directed")]);
    datum(&mut page, "name", &app::components::picture::label(words, document));
    // A link may outlive the deal of its cards: an edge needs both its nodes.
    let ends = document.links.keys().flat_map(|link| [link.cause, link.consequence]);
    let cards: BTreeSet<_> = document.cards.keys().copied().chain(ends).collect();
    for id in cards {
        node(&mut page, saved, id, &titles.said(id));
    }
    for (&id, link) in &document.links {
        edge(&mut page, saved, id, link);
    }
    page.close("graph");
    page.close("graphml");
    String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") + &page.done()
}

fn node(page: &mut Page, saved: &SavedOpening, id: CardId, title: &str) {
    page.open("node", &[("id", &name(id))]);
    datum(page, "title", title);
    if let Some(card) = saved.card.document.cards.get(&id) {
        datum(page, "lot", &card.lot.to_string());
        let (place, at) = match card.spot {
            Spot::Table(at) => ("table", Some(at)),
            Spot::Hand(_) => ("hand", None),
            Spot::Reserve => ("reserve", None),
        };
        datum(page, "place", place);
        if let Some(at) = at {
            datum(page, "x", &at.x.to_string());
            datum(page, "y", &at.y.to_string());
        }
    }
    page.close("node");
}

fn edge(page: &mut Page, saved: &SavedOpening, id: LinkId, link: &Link) {
    let document = &saved.card.document;
    let (agree, disagree) = document.opinions(id);
    page.open("edge", &[("source", &name(id.cause)), ("target", &name(id.consequence))]);
    datum(page, "kind", kind::word(link.kind));
    datum(page, "because", &link.because);
    datum(page, "ink", &link.ink.to_string());
    datum(page, "agree", &agree.to_string());
    datum(page, "disagree", &disagree.to_string());
    datum(page, "starred", &document.stars.contains(&id).to_string());
    datum(page, "author", &link.author.to_string());
    page.close("edge");
}

fn datum(page: &mut Page, key: &str, value: &str) {
    page.text("data", &[("key", key)], value);
}

fn name(card: CardId) -> String {
    format!("c{card}")
}
