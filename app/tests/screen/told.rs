//! A board that is told, and where the light falls on it.

use super::house::{link, screen, shown};
use super::lying::{count, read};
use board::*;

#[test]
fn a_table_that_tells_its_board_has_its_title_and_its_story() {
    let html = shown(|document| {
        document.phase = Phase::Restitution;
        document.story = "Il était une fois une salle.".into();
    });
    let said = read(&html);
    assert!(said.contains("Des mines &amp; des écrans") && said.contains("Il était une fois une salle."), "{said}");
    assert_eq!(count(&html, "dimmed"), 0);
    let untitled = shown(|document| (document.phase, document.title) = (Phase::Restitution, String::new()));
    assert!(read(&untitled).contains("Plateau de la table 2"));
}

#[test]
fn the_link_that_is_told_is_lit_alone_and_says_why_in_large() {
    let html = shown(|document| {
        document.phase = Phase::Restitution;
        document.stage = Some(Stage { since: Millis(1), link: Some(link(1, 2)) });
    });
    assert_eq!(count(&html, "dimmed"), 4, "a card, two links, a question");
    let said = read(&html);
    for text in ["Extraction des métaux", "entraîne", "parce que &lt;b&gt;tout&lt;/b&gt; en est fait"] {
        assert!(said.contains(text), "{text} in {said}");
    }
    let gone = shown(|document| {
        document.phase = Phase::Restitution;
        document.stage = Some(Stage { since: Millis(1), link: Some(link(1, 9)) });
    });
    assert_eq!(count(&gone, "dimmed"), 0, "a link that was taken away leaves the light on");
}

#[test]
fn cards_that_everybody_is_led_to_are_framed_and_let_go() {
    let all = screen(|_| {});
    let led = shown(|document| document.frame = vec![CardId(2)]);
    assert_eq!((count(&all, "dimmed"), count(&led, "dimmed")), (0, 6));
    let view =
        |html: &str| html.split_once("viewBox=\"").expect("a picture").1.split_once('"').expect("it ends").0.to_owned();
    assert_ne!(view(&all), view(&led));
    let nowhere = shown(|document| document.frame = vec![CardId(4)]);
    assert_eq!(view(&all), view(&nowhere), "a card in a hand is nowhere to be seen");
}
