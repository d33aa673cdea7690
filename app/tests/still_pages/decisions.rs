//! The page of a table's actions.

use super::openings::{MARKUP, actions, actions_begun, sheet};
use super::{attribute, html, refused, tags, text_of, the};
use app::api::AppError;
use app::pages::{Begun, Page};
use board::{ActionId, CardId, Phase, Rejection};

#[test]
fn every_action_with_two_grades_is_in_its_cell_and_the_others_wait_below() {
    let html = html(sheet(actions(Phase::Actions)));
    let table = html.split("<table").nth(1).and_then(|html| html.split("</table>").next()).expect("a matrix");
    let high = table.split("Impact 5").nth(1).and_then(|html| html.split("Impact 4").next()).expect("the first row");
    let cells: Vec<_> = high.split("<td").skip(1).collect();
    assert_eq!(cells.len(), 5);
    for (effort, cell) in (1..).zip(&cells) {
        assert_eq!(cell.contains("href=\"#action-1\""), effort == 2, "effort {effort}");
    }
    assert!(!table.contains("#action-3"), "it has no grades yet");
    let heads = |scope: &str| tags(&html).iter().filter(|tag| attribute(tag, "scope") == Some(scope)).count();
    assert_eq!((heads("col"), heads("row")), (5, 5));
}

#[test]
fn a_team_without_a_renouncement_is_asked_for_one() {
    let asks = |html: &str| text_of(html).contains("Il manque un renoncement");
    assert!(asks(&html(sheet(actions(Phase::Actions)))));
    let Page::Actions(mut opening, begun) = actions(Phase::Actions) else { panic!("the actions") };
    opening.board.snapshot.document.actions.values_mut().for_each(|action| action.renounces = true);
    assert!(!asks(&html(sheet(Page::Actions(opening, begun)))));
}

#[test]
fn twelve_proposals_are_shown_and_the_rest_is_folded() {
    let html = html(sheet(actions(Phase::Actions)));
    let (shown, folded) = html.split_once("3 autres propositions").expect("the rest is folded");
    assert_eq!(shown.matches("<h3 lang=\"fr\">Proposition").count(), 12);
    assert_eq!(folded.matches("<h3 lang=\"fr\">Proposition").count(), 3);
}

#[test]
fn before_its_phase_the_page_is_read_and_nothing_is_sent() {
    let html = html(sheet(actions(Phase::Links)));
    assert!(!html.contains("action=\"/api/") && text_of(&html).contains(MARKUP));
    assert!(text_of(&html).contains("à l’étape «\u{a0}Actions\u{a0}»"));
}

#[test]
fn the_page_has_one_form_that_begins_with_what_was_chosen() {
    let fields = |begun| {
        let html = html(sheet(actions_begun(begun)));
        assert_eq!(html.matches("action=\"/api/act\"").count(), 1);
        let tags = tags(&html);
        let value = |name: &str| attribute(the(&tags, "input", name), "value").unwrap_or_default().to_owned();
        [value("what[card]"), value("what[text]"), value("what[first_step]")]
    };
    assert_eq!(fields(Begun::Idea), ["", "", ""]);
    assert_eq!(fields(Begun::Proposal(CardId(72))), ["72", "Proposition 72", "Choisir une salle"]);
    assert_eq!(fields(Begun::Change(ActionId(2))), ["70", "Faire l’inventaire du parc", "Écrire à la direction"]);
    assert_eq!(fields(Begun::Proposal(CardId(12))), ["", "", ""], "nobody proposes that");
    assert_eq!(fields(Begun::Change(ActionId(99))), ["", "", ""], "somebody took it off");
}

#[test]
fn a_refused_action_comes_back_to_its_own_form_with_all_that_was_typed() {
    let typed = [
        ("what[card]", "72"),
        ("what[text]", "Proposition à nous"),
        ("what[effort]", "4"),
        ("what[impact]", ""),
        ("what[owner]", "Zoé"),
        ("what[due]", "2020-01-01"),
        ("what[renounces]", "true"),
    ];
    let html = refused(actions(Phase::Actions), "act", Rejection::InThePast.into(), &typed);
    let tags = tags(&html);
    let value = |id: &str| {
        let field = tags.iter().find(|tag| attribute(tag, "id") == Some(id)).expect("the field is there");
        attribute(field, "value").unwrap_or_default().to_owned()
    };
    assert_eq!(value("act-what[text]"), "Proposition à nous");
    assert_eq!(value("act-what[owner]"), "Zoé");
    assert_eq!(value("act-what[due]"), "2020-01-01");
    assert!(text_of(&html).contains("Retenir «\u{a0}Proposition 72\u{a0}»"), "it is still that proposal");
    let wrong: Vec<_> = tags.iter().filter(|tag| attribute(tag, "aria-invalid").is_some()).collect();
    assert_eq!(wrong.iter().filter_map(|tag| attribute(tag, "id")).collect::<Vec<_>>(), ["act-what[due]"]);
    assert!(text_of(&html).contains("Cette date est passée"));
}

#[test]
fn a_refused_change_of_an_own_idea_is_not_taken_for_a_new_one() {
    let typed = [("action", "1"), ("what[card]", ""), ("what[text]", ""), ("what[owner]", "Maïwenn")];
    let html = refused(actions(Phase::Actions), "act", Rejection::Empty.into(), &typed);
    let holds = tags(&html).iter().filter(|tag| attribute(tag, "value") == Some("Maïwenn")).count();
    assert_eq!(holds, 1);
    let html =
        refused(actions(Phase::Actions), "act", AppError::BadDay, &[("what[card]", ""), ("what[due]", "demain")]);
    assert!(text_of(&html).contains("Cette date ne se lit pas"));
}
