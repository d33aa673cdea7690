//! What the room's screen shows in each phase, and what it must never show.

#[path = "screen/house.rs"]
mod house;
#[path = "picture/lying.rs"]
mod lying;
#[path = "screen/told.rs"]
mod told;

use board::*;
use house::{during, opening, screen, screens, shown};
use lying::{count, read};

#[test]
fn the_screen_shows_the_board_and_how_to_come_to_it() {
    let html = screen(|_| {});
    let said = read(&html);
    for text in ["K7M 4PX", "salle.example", "Wi-Fi Foyer du théâtre", "Table 2", "Des mines &amp; des écrans", "Liens"]
    {
        assert!(said.contains(text), "{text} in {said}");
    }
    assert!(html.contains("M0 0h7v7h-7z"), "the QR code");
    assert_eq!((count(&html, "picture-card "), count(&html, "picture-link ")), (3, 3));
}

#[test]
fn the_screen_counts_people_at_the_table_and_names_none() {
    let html = screen(|_| {});
    assert!(read(&html).contains("2 personnes à la table"), "those who are here, without the person who facilitates");
    assert!(!html.contains("Témoin"));
}

#[test]
fn the_screen_never_shows_a_back() {
    assert!(!screen(|_| {}).contains("Un fait que la salle"));
}

#[test]
fn while_nothing_is_dealt_the_screen_is_the_invitation() {
    let html = screen(|opening| opening.snapshot.document = Document::default());
    assert!(html.contains("projector-invitation") && !html.contains("projector-board"));
    assert!(read(&html).contains("Atelier du théâtre") && read(&html).contains("K7M 4PX"));
}

#[test]
fn cards_that_are_dealt_and_not_placed_are_announced() {
    let html = screen(|opening| {
        let document = &mut opening.snapshot.document;
        document.cards.values_mut().for_each(|card| card.spot = Spot::Reserve);
        (document.links, document.notes) = Default::default();
    });
    assert!(read(&html).contains("4 cartes distribuées"), "{}", read(&html));
}

#[test]
fn a_pause_and_a_closed_door_are_said() {
    let html = screen(|opening| {
        opening.snapshot.document.paused = true;
        opening.workshop.open = false;
    });
    assert!(read(&html).contains("En pause") && read(&html).contains("La porte est fermée"));
    assert!(!read(&screen(|_| {})).contains("En pause"));
}

#[test]
fn a_code_of_any_length_and_alphabet_is_shown_whole() {
    for (code, said) in [("ÉTÉ26", "ÉTÉ 26"), ("A", "A"), ("", "")] {
        let html = screen(|opening| opening.workshop.code = code.into());
        assert!(read(&html).contains(said), "{code}");
    }
}

#[test]
fn a_closed_door_shows_no_code_that_would_open_nothing() {
    let html = screen(|opening| opening.workshop.open = false);
    assert!(!read(&html).contains("K7M 4PX") && !html.contains("M0 0h7v7h-7z"));
}

#[test]
fn the_slate_says_the_step_as_the_script_calls_it_and_the_time_that_is_left() {
    let html = shown(|document| {
        document.step = Some(0);
        document.clock = Clock::Running { ends: Millis(440_000) };
    });
    let said = read(&html);
    assert!(said.contains("Premier lot : les usages") && said.contains("7:20"), "{said}");
    assert!(!read(&during(Phase::Links)).contains("pas de minuteur"), "no clock is no text");
}

#[test]
fn a_break_is_its_name_and_a_clock() {
    let html = shown(|document| {
        document.phase = Phase::Break;
        document.clock = Clock::Held { left: 61_000 };
    });
    assert!(html.contains("projector-rest") && !html.contains("projector-board"));
    assert!(read(&html).contains("Pause") && read(&html).contains("1:01"));
    assert!(!read(&html).contains("K7M 4PX"));
}

#[test]
fn a_gallery_has_every_board_with_its_title_in_the_order_of_the_tables() {
    let tables = [2, 1, 3].map(|table| {
        let mut opening = opening(table);
        opening.snapshot.document.phase = Phase::Gallery;
        opening.snapshot.document.title = format!("Titre {table}");
        opening
    });
    let html = screens(tables.into());
    assert_eq!(count(&html, "miniature\""), 3);
    let said = read(&html);
    let at = |title| said.find(title).expect(title);
    assert!(at("Titre 1") < at("Titre 2") && at("Titre 2") < at("Titre 3"), "{said}");
}

#[test]
fn the_last_table_that_began_to_present_is_shown_else_that_of_the_address() {
    let room = |stages: [Option<u64>; 3]| {
        let tables = [2, 1, 3].into_iter().zip(stages).map(|(table, since)| {
            let mut opening = opening(table);
            opening.snapshot.document.stage = since.map(|since| Stage { since: Millis(since), link: None });
            opening
        });
        read(&screens(tables.collect()))
    };
    assert!(room([None, None, None]).contains("Écran de la salle, table 2"));
    assert!(room([None, Some(5), None]).contains("Écran de la salle, table 1"));
    assert!(room([None, Some(5), Some(9)]).contains("Écran de la salle, table 3"));
}

#[test]
fn decisions_are_on_the_wall_with_what_stops_and_without_who() {
    let action = |text: &str, renounces, grade: Option<u8>| {
        let grade = grade.and_then(board::deck::Grade::new);
        let (owner, with) = ("Zoé-Témoin".to_owned(), "Ali-Témoin".to_owned());
        Action { text: text.into(), renounces, effort: grade, impact: grade, owner, with, ..Action::default() }
    };
    let html = shown(|document| {
        document.phase = Phase::Actions;
        document.actions.insert(ActionId(1), action("Réparer <i>avant</i> d’acheter", false, Some(4)));
        document.actions.insert(ActionId(2), action("Ne plus imprimer les programmes", true, None));
    });
    let said = read(&html);
    assert!(said.contains("Réparer &lt;i&gt;avant&lt;/i&gt; d’acheter"), "{said}");
    assert!(said.contains("Renoncement Ne plus imprimer les programmes à situer"), "{said}");
    assert!(!html.contains("Témoin"));
    assert_eq!(count(&html, "projector-disc"), 3, "one on the matrix, two in the list");
    assert!(read(&during(Phase::Actions)).contains("dès que la table en propose"));
}

#[test]
fn before_the_first_word_of_mood_the_screen_says_what_is_asked() {
    assert!(read(&during(Phase::Mood)).contains("Un mot par personne, si vous le voulez"));
}

#[test]
fn the_end_says_thanks_with_the_title_and_the_way_back() {
    for phase in [Phase::Feedback, Phase::Closing] {
        let html = during(phase);
        for text in ["Merci", "Des mines &amp; des écrans", "salle.example", "K7M 4PX"] {
            assert!(read(&html).contains(text), "{text} in {phase:?}");
        }
        assert!(html.contains("M0 0h7v7h-7z"));
    }
}

#[test]
fn nothing_secret_and_nobody_is_on_the_wall_in_any_phase() {
    for phase in Phase::ALL {
        let html = shown(|document| {
            document.phase = phase;
            let text = "Une question pour la table".into();
            document.hints.push(Hint { at: Millis(1), cards: vec![CardId(1)], text });
        });
        for secret in ["Témoin", "Une question pour la table", "Un fait que la salle", " style=", "<b>"] {
            assert!(!html.contains(secret), "{secret} in {phase:?}");
        }
    }
}
