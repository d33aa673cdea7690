//! The pages of the organisation: what they offer, what they keep back, and what a refused form gives back.

use super::openings::{
    erasure, invitation, library, library_narrow, organisation, organisation_alone, register, sheet, workshops,
};
use super::reading::{attribute, tags, text_of};
use super::{html, refused};
use app::api::AppError;

#[test]
fn the_last_organiser_has_no_button_to_be_removed_by() {
    let with = |page| tags(&html(sheet(page))).iter().filter(|tag| attribute(tag, "name") == Some("account")).count();
    assert_eq!((with(organisation()), with(organisation_alone())), (2, 0));
    assert!(text_of(&html(sheet(organisation_alone()))).contains("il ne se retire pas"));
}

#[test]
fn the_days_on_which_things_are_erased_are_said_where_they_are() {
    let reminded = text_of(&html(sheet(library()))).replace('\u{a0}', " ");
    for said in ["Bientôt effacés", "Effacé le 25 décembre 2026.", "dernier rappel"] {
        assert!(reminded.contains(said), "{said}\n{reminded}");
    }
    let listed = text_of(&html(sheet(workshops()))).replace('\u{a0}', " ");
    assert!(listed.contains("Noms effacés le 24 décembre 2026. Effacé le 25 décembre 2026."), "{listed}");
}

#[test]
fn whoever_only_reads_is_offered_nothing_else() {
    let page = html(sheet(library_narrow()));
    assert!(!page.contains("/bibliotheque/importer") && !page.contains("\"/ateliers\""));
    assert!(page.contains("/api/sign-out"));
}

#[test]
fn a_register_says_who_did_what_and_has_pages() {
    let page = html(sheet(register()));
    let text = text_of(&page).replace('\u{a0}', " ");
    for said in ["le serveur", "l’animation", "Lien de lecture créé : plateau n° 12", "Atelier effacé : atelier n° 3"]
    {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let ways: Vec<_> = tags(&page)
        .iter()
        .filter(|tag| attribute(tag, "rel").is_some_and(|rel| ["prev", "next"].contains(&rel)))
        .filter_map(|tag| attribute(tag, "href").map(str::to_owned))
        .collect();
    assert_eq!(ways, ["/organisation/registre?page=1", "/organisation/registre?page=3"]);
}

#[test]
fn what_does_not_confirm_is_said_beside_its_field() {
    for (page, form) in [(erasure(), "erase-workshop"), (organisation(), "erase-all")] {
        let page = refused(page, form, AppError::NotConfirmed, &[("typed", "oui")]);
        let tags = tags(&page);
        let field = tags.iter().find(|tag| attribute(tag, "id") == Some(&format!("{form}-typed"))).expect("the field");
        assert_eq!((attribute(field, "value"), attribute(field, "aria-invalid")), (Some("oui"), Some("true")));
    }
    let typed = [("login", "nora"), ("password", "perdu")];
    let page = refused(invitation(), "accept", AppError::WeakPassword, &typed);
    assert!(!page.contains("perdu") && page.contains("value=\"nora\""));
}
