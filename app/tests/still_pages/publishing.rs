//! What the pages an organisation publishes say, filled in or not; and where every page leads to them.

use crate::html;
use crate::openings::{all, cards, published, sheet};
use crate::reading::{attribute, tags, text_of};
use app::api::{HelpFor, PublishedOpening};
use app::pages::Page;
use app::routes::Route;

fn said(page: Page) -> String {
    text_of(&html(sheet(page))).replace('\u{a0}', " ")
}

#[test]
fn every_still_page_leads_to_the_pages_an_organisation_must_publish() {
    // A frame is a part of another site's page, and leads to the whole page.
    for (name, sheet) in all().into_iter().filter(|(name, _)| *name != "embedded") {
        let tags = tags(&html(sheet));
        for route in [Route::Accessibility, Route::EcoDesign, Route::Privacy, Route::Help(None)] {
            let to = route.to_string();
            assert!(tags.iter().any(|tag| attribute(tag, "href") == Some(&to)), "{name}: {to}");
        }
    }
    let home = said(Page::Home);
    assert!(home.contains("Accessibilité : non conforme"), "the law's own words: {home}");
}

#[test]
fn the_statement_of_accessibility_says_what_was_checked_and_what_was_not() {
    let text = said(Page::Accessibility(Box::new(published())));
    for part in [
        "est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2",
        "0 défaut relevé",
        "14 sur 14",
        "pas encore mesuré",
        "numerique@theatre.example",
        "Page établie le 25 novembre 2026.",
        "Défenseur des droits",
        "https://atelier.theatre.example",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn what_the_organisation_has_not_said_is_named_with_the_option_that_says_it() {
    let text = said(Page::Privacy(Box::default()));
    for option in ["--operator", "--contact", "--dpo", "--legal-basis", "--retention"] {
        assert!(text.contains(&format!("Elle le fait avec l’option {option} de")), "{option}\n{text}");
    }
    let filled = said(Page::Privacy(Box::new(published())));
    assert!(!filled.contains("n’a pas encore rempli") && filled.contains("mission d’intérêt public"), "{filled}");
}

#[test]
fn a_figure_that_was_not_measured_is_never_a_nought() {
    let text = said(Page::EcoDesign(Box::new(published())));
    assert!(text.contains("8 ko") && text.contains("93, A") && text.contains("284 ko"), "{text}");
    assert!(text.contains("Mesuré le 25 novembre 2026"), "{text}");
    assert_eq!(text.matches("pas encore mesuré").count(), 9 + 3, "nine pages, and three figures of the board");
    let nothing = said(Page::EcoDesign(Box::<PublishedOpening>::default()));
    assert!(nothing.contains("Cette version n’a pas encore été mesurée.") && !nothing.contains("EcoIndex ko"));
}

#[test]
fn help_has_pictures_with_words_and_the_keys_of_the_board() {
    for role in HelpFor::ALL {
        let html = html(sheet(Page::Help(Some(role))));
        let pictures: Vec<_> = tags(&html).into_iter().filter(|tag| tag.name == "img").collect();
        assert!(!pictures.is_empty(), "{role:?}");
        for picture in pictures {
            for part in ["alt", "width", "height"] {
                assert!(attribute(&picture, part).is_some_and(|text| !text.is_empty()), "{role:?}: {part}");
            }
            assert_eq!(attribute(&picture, "loading"), Some("lazy"), "{role:?}");
            let file = attribute(&picture, "src").expect("a picture").trim_start_matches('/').to_owned();
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../public").join(file);
            let size = std::fs::metadata(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).len();
            assert!(size <= 40_000, "{}: {size} bytes", path.display());
        }
    }
    let keys = said(Page::Help(Some(HelpFor::Play)));
    assert!(keys.contains("Maj et flèches") && keys.contains("Échap"), "{keys}");
}

#[test]
fn cards_are_printed_eight_on_a_sheet_with_their_backs_behind_them() {
    let html = html(sheet(cards()));
    assert_eq!(html.matches("cards-sheet").count(), 4, "two sheets, both sides");
    assert_eq!((html.matches("cards-front").count(), html.matches("cards-back").count()), (10, 10));
    assert_eq!(html.matches("class=\"drawing\"").count(), 1, "nothing is printed where there is no drawing");
    let text = said(cards());
    assert!(text.contains("source lue") && text.contains("Compter les écrans"), "{text}");
}
