//! The Plan as a browser without a script gets it: everything can be reached, and a full board stays light.

use super::openings::{MARKUP, plan, plan_full, plan_in, plan_read};
use super::reading::{attribute, tags, text_of};
use super::{html, refused, sheet, the};
use app::api::AppError;
use app::pages::Page;
use board::{Phase, Rejection};
use std::collections::BTreeSet;

/// The most elements that a page may have for grade B of EcoIndex with its style and its icon (quality.md, 4.1).
const LIGHT: usize = 640;

/// The server functions that a page has a form for.
fn forms(page: Page) -> BTreeSet<String> {
    let tags = tags(&html(sheet(page)));
    let actions = tags.iter().filter(|tag| tag.name == "form").filter_map(|tag| attribute(tag, "action"));
    actions.filter_map(|action| action.strip_prefix("/api/").map(str::to_owned)).collect()
}

fn has(page: Page, expected: &[&str]) {
    let (there, expected) = (forms(page), expected.iter().map(|form| (*form).to_owned()).collect());
    assert!(there.is_superset(&expected), "of {expected:?} there is {there:?}");
}

#[test]
fn every_act_of_the_board_has_its_form_where_what_it_is_about_was_chosen() {
    has(plan(), &["place", "note", "arrange", "take-back"]);
    has(plan_read(&[("carte", "1")]), &["link", "move-card"]);
    has(plan_read(&[("carte", "8")]), &["put-back"]);
    has(plan_read(&[("carte", "9")]), &["place"]);
    has(plan_read(&[("carte", "1"), ("vers", "2")]), &["change", "judge", "ink", "reverse"]);
    has(plan_read(&[("note", "1")]), &["note"]);
    has(plan_in(Phase::Story), &["title", "story"]);
    assert!(!forms(plan_read(&[("carte", "1")])).contains("put-back"), "a card with links says why it cannot go");
    assert!(!forms(plan_read(&[("carte", "1"), ("vers", "2")])).contains("unlink"), "it is somebody else's");
    assert!(!forms(plan_in(Phase::Closing)).contains("place"), "nothing changes any more");
}

#[test]
fn every_form_of_the_plan_has_an_op_id_of_its_own() {
    let html = html(sheet(plan_read(&[("carte", "1"), ("vers", "2")])));
    let ids: Vec<_> = tags(&html)
        .into_iter()
        .filter(|tag| attribute(tag, "name") == Some("op_id"))
        .filter_map(|tag| attribute(&tag, "value").map(str::to_owned))
        .collect();
    let alone: BTreeSet<_> = ids.iter().collect();
    assert!(ids.len() >= 8, "judge, ink, change, reverse, place, place, note, take back: {ids:?}");
    assert_eq!(alone.len(), ids.len());
}

#[test]
fn a_refused_link_is_given_back_with_its_two_cards_and_its_reason() {
    let typed = [("cause", "2"), ("consequence", "1"), ("kind", "Reduces"), ("because", "<i>parce</i>")];
    let html = refused(plan(), "link", Rejection::TooLong(280).into(), &typed);
    let tags = tags(&html);
    let chosen: Vec<_> = tags
        .iter()
        .filter(|tag| attribute(tag, "selected").is_some())
        .filter_map(|tag| attribute(tag, "value"))
        .collect();
    assert_eq!(chosen, ["Reduces", "1"]);
    assert_eq!(attribute(the(&tags, "input", "cause"), "value"), Some("2"));
    assert_eq!(attribute(the(&tags, "input", "because"), "value"), Some("<i>parce</i>"));
    assert!(text_of(&html).contains("Raccourcissez"));
}

#[test]
fn a_link_that_is_there_already_is_shown_with_the_words_of_whoever_proposed_it_too() {
    let typed = [("cause", "2"), ("consequence", "1"), ("kind", "Reduces"), ("because", "parce que si")];
    let html = refused(plan(), "link", Rejection::ReverseLinked.into(), &typed);
    assert!(text_of(&html).contains("Le lien existe dans l’autre sens"));
    assert!(html.contains("/api/reverse"), "and can be turned round");
    assert_eq!(attribute(the(&tags(&html), "input", "because"), "value"), Some("parce que si"));
}

#[test]
fn a_text_whose_form_is_gone_is_on_the_page_all_the_same() {
    let closed = plan_in(Phase::Closing);
    for (form, field) in [("link", "because"), ("note", "text"), ("title", "text"), ("change", "because")] {
        let typed = [("cause", "1"), ("consequence", "2"), (field, MARKUP)];
        let html = refused(closed.clone(), form, Rejection::NotInThisPhase.into(), &typed);
        assert!(text_of(&html).contains(&format!("Vous aviez écrit\u{a0}: «\u{a0}{MARKUP}")), "{form}");
    }
    let unknown = [("cause", "77"), ("consequence", "2"), ("because", "on l’a vu")];
    let text = text_of(&refused(plan(), "link", AppError::Resumed, &unknown));
    assert!(text.contains("on l’a vu"), "the card is not on this table: {text}");
}

#[test]
fn a_lost_seat_takes_the_text_along() {
    let typed = [("cause", "1"), ("consequence", "2"), ("because", MARKUP), ("board", "x")];
    let html = refused(Page::Sorry(AppError::NotFound), "link", AppError::NotFound, &typed);
    let tags = tags(&html);
    assert_eq!(attribute(the(&tags, "input", "typed.because"), "value"), Some(MARKUP));
    assert_eq!(attribute(the(&tags, "input", "typed.form"), "value"), Some("link"));
    assert!(text_of(&html).contains("saisissez le code"));
    // Somebody who only lost their way is told that.
    let lost = refused(Page::Sorry(AppError::NotFound), "sign-in", AppError::NotFound, &[]);
    assert!(!lost.contains("typed.form"));
}

#[test]
fn searching_minds_neither_accents_nor_lots_that_are_not_asked_for() {
    let found = |query: &[(&str, &str)]| {
        let tags = tags(&html(sheet(plan_read(query))));
        let cards = tags.iter().filter_map(|tag| attribute(tag, "id")?.strip_prefix("carte-").map(str::to_owned));
        cards.collect::<Vec<_>>()
    };
    assert_eq!(found(&[("q", "EQUIPEMENTS")]), ["6"]);
    assert_eq!(found(&[("lot", "2")]), ["1", "4", "7"]);
    assert_eq!(found(&[("q", "trajets")]), ["6"], "a reason is found with its card");
    assert!(found(&[("q", "rien de tel")]).is_empty());
}

#[test]
fn a_path_is_followed_from_card_to_card() {
    let html = html(sheet(plan_full()));
    let tags = tags(&html);
    let ids: BTreeSet<_> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
    let ways: Vec<_> = tags.iter().filter_map(|tag| attribute(tag, "href")?.strip_prefix("#carte-")).collect();
    assert_eq!(ways.len(), 100, "one for each link");
    assert!(ways.iter().all(|card| ids.contains(format!("carte-{card}").as_str())));
}

#[test]
fn the_plan_of_a_full_board_stays_light() {
    let html = html(sheet(plan_full()));
    let counted = tags(&html).iter().filter(|tag| !tag.inside.iter().any(|name| name == "svg")).count();
    assert!(counted <= LIGHT, "{counted} elements");
}
