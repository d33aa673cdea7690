//! What the longer game adds to a participant's page: time, attention, thought, drawings.

use super::table::{LINKS, NOW, Texts, at_work, texts};
use super::{attribute, facilitator, participant, tags, text_of, with};
use app::scene::{MARKS, STAR};
use board::*;

fn first() -> LinkId {
    LinkId { cause: CardId(LINKS[0].0), consequence: CardId(LINKS[0].1) }
}

fn drawn(texts: &Texts) -> Document {
    let mut document = Document { phase: Phase::Story, ..at_work(texts) };
    let line = Shape::line(1, &[Point { x: 900, y: 400 }, Point { x: 1000, y: 420 }]).expect("two points");
    let stamp = Shape::Stamp { stamp: Stamp::Heart, at: document.on_table(CardId(1)).expect("it is placed") };
    for (id, shape, author) in [(1, line, 1), (2, stamp, 2)] {
        document.strokes.insert(StrokeId(id), Stroke { shape, author: ActorId(author) });
    }
    document
}

#[test]
fn the_time_left_is_what_it_is_when_the_page_is_made() {
    let texts = texts();
    let said = |html: &str| text_of(html).split_whitespace().collect::<Vec<_>>().join(" ");
    let shows = |clock| said(&facilitator(&texts, Document { clock, ..at_work(&texts) }));
    let runs = |left: i64| Clock::Running { ends: Millis(NOW.0.saturating_add_signed(left)) };
    assert!(shows(runs(440_000)).contains("Temps restant 7:20"));
    assert!(shows(runs(-70_000)).contains("+1:10 de dépassement"));
    assert!(shows(Clock::Held { left: 60_000 }).contains("1:00 arrêté"));
}

#[test]
fn a_participants_page_may_be_an_old_one_and_says_no_time_that_runs_before_it_is_told() {
    let texts = texts();
    let shows = |clock| text_of(&participant(&texts, Document { clock, ..at_work(&texts) }));
    assert!(!shows(Clock::Running { ends: Millis(NOW.0 + 440_000) }).contains("Temps restant"));
    assert!(shows(Clock::Held { left: 60_000 }).contains("Temps restant"), "this stays true");
    assert!(!shows(Clock::Off).contains("Temps restant"));
}

#[test]
fn time_passes_in_silence() {
    let texts = texts();
    let clock = Clock::Held { left: 1 };
    let tags = tags(&participant(&texts, Document { clock, ..at_work(&texts) }));
    let [timer] = with(&tags, "role", "timer")[..] else { panic!("one timer") };
    assert_eq!(attribute(timer, "aria-live"), Some("off"));
}

#[test]
fn a_question_to_the_table_is_read_with_the_cards_it_is_about() {
    let texts = texts();
    let hint = Hint { at: NOW, cards: vec![CardId(4)], text: "Qu’est-ce qui la fait tourner <la nuit> ?".into() };
    let html = participant(&texts, Document { hints: vec![hint.clone()], ..at_work(&texts) });
    let called = html.split("class=\"calls\"").nth(1).and_then(|html| html.split("board-page-main").next());
    let called = text_of(&format!(
        "<div>{}</div>",
        called
            .and_then(|html| html.split_once('>'))
            .expect("a place")
            .1
            .rsplit_once("<div")
            .expect("the board follows")
            .0
            .trim_end_matches("</div>")
    ));
    assert!(called.contains(&hint.text) && called.contains(&texts.cards[&4].1), "{called}");
    let later = Visit { step: 1, phase: Phase::Links, since: Millis(NOW.0 + 1) };
    let html = participant(&texts, Document { hints: vec![hint.clone()], visits: vec![later], ..at_work(&texts) });
    assert!(!text_of(&html).contains(&hint.text), "a question of the step before is over");
}

#[test]
fn cards_that_everybody_looks_at_are_marked_and_named() {
    let texts = texts();
    let html = participant(&texts, Document { frame: vec![CardId(2), CardId(18)], ..at_work(&texts) });
    let tags = tags(&html);
    let marked: Vec<_> =
        tags.iter().filter(|tag| attribute(tag, "class").is_some_and(|class| class.contains("framed"))).collect();
    let cards: Vec<_> = marked.iter().filter_map(|tag| attribute(tag, "data-card")).collect();
    assert_eq!(cards, ["2", "18"]);
    assert_eq!(with(&tags, "class", "corners").len(), 2, "not by colour alone");
    assert!(text_of(&html).contains("Regardez ici"));
}

#[test]
fn what_a_table_thinks_of_a_link_is_drawn_and_said() {
    let texts = texts();
    let mut document = at_work(&texts);
    document.links.get_mut(&first()).expect("it is drawn").ink = true;
    document.stars.insert(first());
    let said = [(ActorId(1), Stance::Agree), (ActorId(2), Stance::Agree), (ActorId(3), Stance::Disagree)];
    document.stances.insert(first(), said.into());
    let html = participant(&texts, document);
    let tags = tags(&html);
    let id = format!("{}-{}", first().cause, first().consequence);
    let [line] = with(&tags, "data-link", &id)[..] else { panic!("drawn once") };
    let class = attribute(line, "class").expect("it has classes");
    assert!(class.contains("starred") && !class.contains("pencil"), "{class}");
    for (sign, path) in [("a star", STAR), ("two marks", MARKS)] {
        let drawn = tags.iter().filter(|tag| attribute(tag, "d").is_some_and(|d| d.ends_with(path)));
        assert_eq!(drawn.count(), 1, "{sign}");
    }
    let says = text_of(&html);
    assert!(says.contains("À l’encre, 2 d’accord, 1 pas d’accord, lien clé"));
    assert!(says.contains("Au crayon"), "the others are provisional");
}

#[test]
fn drawings_are_seen_in_every_phase_and_said_in_words() {
    let texts = texts();
    for phase in [Phase::Story, Phase::Closing] {
        let html = participant(&texts, Document { phase, ..drawn(&texts) });
        let tags = tags(&html);
        assert_eq!(with(&tags, "data-stroke", "1").len() + with(&tags, "data-stroke", "2").len(), 2, "{phase:?}");
        let says = text_of(&html);
        assert!(says.contains("1 trait dessiné"));
        assert!(says.contains(&format!("ce qui nous plaît, sur «\u{a0}{}\u{a0}»", texts.cards[&1].1)));
    }
}

#[test]
fn only_one_s_own_drawings_can_be_rubbed_out() {
    let texts = texts();
    let html = participant(&texts, drawn(&texts));
    let reach = tags(&html).iter().filter(|tag| attribute(tag, "class") == Some("reach")).count();
    assert_eq!(reach, LINKS.len() + 1, "every link, and the one line that is mine");
    assert!(!html.contains("stamp own"), "the stamp is Ali’s");
}

#[test]
fn drawing_and_the_story_are_offered_in_their_phase_only_and_nothing_draws_before_one_says_so() {
    let texts = texts();
    let offers = |phase| {
        let html = participant(&texts, Document { phase, ..at_work(&texts) });
        assert!(!html.contains("pens-tool") && !html.contains("table draws"), "{phase:?}");
        let says = text_of(&html);
        (says.contains("Dessiner"), says.contains("Garder ce récit"), says.contains("Ranger"))
    };
    assert_eq!(offers(Phase::Story), (true, true, false));
    assert_eq!(offers(Phase::Links), (false, false, true));
    assert_eq!(offers(Phase::Closing), (false, false, false));
}

#[test]
fn the_story_is_read_by_everybody() {
    let texts = texts();
    let story = "Tout part d’un écran <b>allumé</b>.";
    let html = participant(&texts, Document { story: story.into(), ..at_work(&texts) });
    assert!(text_of(&html).contains(story));
}

#[test]
fn the_way_to_the_actions_is_shown_in_their_phase() {
    let texts = texts();
    let leads = |phase| participant(&texts, Document { phase, ..at_work(&texts) }).contains("href=\"/actions/");
    assert!(leads(Phase::Actions) && !leads(Phase::Links));
}
