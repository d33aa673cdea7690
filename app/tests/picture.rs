//! What the still picture of a board says, and what it must never say.

#[path = "picture/lying.rs"]
mod lying;

use app::components::picture::{Detail, Picture};
use board::{Document, LinkKind};
use leptos::prelude::*;
use lying::{count, document, faces, read};

fn picture(document: Document, detail: Detail) -> String {
    Owner::new().with(|| view! { <Picture document faces=faces() detail /> }.to_html())
}

#[test]
fn a_full_picture_shows_each_card_on_the_table_each_link_and_each_note_once() {
    let html = picture(document(), Detail::Full);
    assert_eq!((count(&html, "picture-card "), count(&html, "picture-link "), count(&html, "picture-note")), (3, 3, 2));
    assert_eq!(count(&html, "picture-slip\""), 1, "only one link says why");
}

#[test]
fn a_picture_says_what_it_is_and_its_links_are_sentences() {
    let html = picture(document(), Detail::Full);
    assert!(html.contains("role=\"img\"") && html.contains("aria-label=\"Plateau\u{a0}: Des mines &amp; des écrans\""));
    let said = read(&html);
    assert!(said.contains("3 cartes posées, 3 liens, 1 question ouverte"), "{said}");
    assert!(said.contains("Carte 1 : Extraction des métaux"), "{said}");
    assert!(said.contains("Fabrication des équipements réduit Ordinateurs, smartphones, écrans"), "{said}");
    let because =
        "Extraction des métaux entraîne Fabrication des équipements, parce que &lt;b&gt;tout&lt;/b&gt; en est fait";
    assert!(said.contains(because), "{said}");
}

#[test]
fn a_thumbnail_has_shapes_and_no_written_word() {
    let html = picture(document(), Detail::Thumbnail);
    assert!(!html.contains("<text") && !html.contains("Extraction"));
    let drawn = |class: &str| {
        let path = html.split("<path ").find(|path| path.contains(&format!("class=\"{class}\"")));
        path.and_then(|path| path.split('>').next()).map_or(0, |path| path.matches('M').count())
    };
    assert_eq!((drawn("thumbnail-cards"), drawn("thumbnail-links"), drawn("thumbnail-notes question")), (3, 3, 1));
}

#[test]
fn kinds_of_link_differ_in_line_and_in_head() {
    let html = picture(document(), Detail::Full);
    let heads: std::collections::BTreeSet<_> =
        LinkKind::ALL.into_iter().map(|kind| app::scene::head(kind).path).filter(|path| html.contains(path)).collect();
    assert_eq!(heads.len(), 3);
    assert!(["leads-to", "reduces", "enables"].iter().all(|kind| html.contains(&format!("picture-link {kind}"))));
}

#[test]
fn an_empty_board_is_a_picture_too() {
    let html = picture(Document::default(), Detail::Full);
    assert!(html.contains("Plateau sans titre") && html.contains("viewBox=\"0 0 3200 1800\""));
}

#[test]
fn what_a_person_typed_is_text() {
    assert!(!picture(document(), Detail::Full).contains("<b>"));
}

#[test]
fn nothing_carries_a_style_of_its_own() {
    for detail in [Detail::Full, Detail::Thumbnail] {
        assert!(!picture(document(), detail).contains(" style="));
    }
}
