//! Read-only links: what their page shows and what it must not, and the list of them on the board's own page.

use super::openings::{MARKUP, embedded, shared, shares, sheet};
use super::reading::{attribute, tags, text_of};
use super::{html, refused};
use app::api::AppError;

#[test]
fn a_shared_board_is_read_whole_without_names_or_forms() {
    let html = html(sheet(shared()));
    let text = text_of(&html);
    for said in [
        "Plateau de fin de matinée",
        "1 d’accord, 2 pas d’accord",
        "1 lien essentiel trouvé par la table",
        "1 lien essentiel non trouvé",
        "Ne plus projeter de logos",
        "Cette page se lit jusqu’au",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    for hidden in ["Ali", "Remarque", "Le nuage ne pèse rien", "Il a des serveurs", "un peu perdue", "50\u{a0}%"] {
        assert!(!text.contains(hidden), "{hidden}\n{text}");
    }
    let tags = tags(&html);
    assert!(tags.iter().all(|tag| !["form", "button", "input"].contains(&tag.name.as_str())), "nothing to send");
    let robots = tags.iter().find(|tag| attribute(tag, "name") == Some("robots")).expect("it says so");
    assert_eq!(attribute(robots, "content"), Some("noindex, nofollow"));
    let other = tags.iter().find(|tag| attribute(tag, "hreflang").is_some()).expect("the other language is a link");
    assert_eq!(attribute(other, "href"), Some("/partage/s3cret?langue=en"));
}

#[test]
fn a_framed_board_is_its_picture_and_the_way_to_its_page() {
    let html = html(sheet(embedded()));
    let tags = tags(&html);
    let ways: Vec<_> = tags.iter().filter(|tag| tag.name == "a").filter_map(|tag| attribute(tag, "href")).collect();
    assert_eq!(ways, ["#contenu", "/partage/s3cret"]);
    assert!(html.len() < 120_000, "{} bytes", html.len());
}

#[test]
fn the_links_are_listed_and_the_new_one_is_shown_with_what_a_site_pastes() {
    let html = html(sheet(shares()));
    let text = text_of(&html);
    for said in [MARKUP, "jamais ouvert", "ouvert 1 fois", "Lien sans note", "a expiré le", "Image visible sur"] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let snippet = "<iframe src=\"https://a.example/partage/s/cadre\" title=\"Plateau de fin de matinée\"";
    assert!(text.contains(snippet), "{text}");
    let revoked: Vec<_> = tags(&html)
        .into_iter()
        .filter(|tag| attribute(tag, "name") == Some("share"))
        .filter_map(|tag| attribute(&tag, "value").map(str::to_owned))
        .collect();
    assert_eq!(revoked, ["1", "2"]);
}

#[test]
fn a_site_that_is_none_is_given_back_beside_its_field() {
    let typed = [("note", "Le conseil"), ("days", "90"), ("origins", "*")];
    let html = refused(shares(), "share", AppError::NotAnOrigin, &typed);
    let tags = tags(&html);
    let field = |id: &str| tags.iter().find(|tag| attribute(tag, "id") == Some(id)).expect("the field");
    assert_eq!(attribute(field("share-origins"), "aria-invalid"), Some("true"));
    assert_eq!(attribute(field("share-note"), "value"), Some("Le conseil"));
    let chosen = tags.iter().filter(|tag| attribute(tag, "selected").is_some());
    assert_eq!(chosen.filter_map(|tag| attribute(tag, "value")).collect::<Vec<_>>(), ["90"]);
}
