//! What Ana, who hears the board, is told of her table: in full when it is little, together when it is much, every
//! three seconds at most, and as much of it as she wants. `news/table.rs` has the table and its clock.

#[path = "news/table.rs"]
mod table;

use app::live::{Due, Event, Hears, Reach};
use board::deck::Lang;
use board::{CardId, LotId, NoteId, Op, Phase, Point, Spot, Stance};
use table::{ANA, BEN, CLEO, DINA, ELI, FAY, Table, between, deal, judges, link, moves, place};

/// French as it is printed: the spaces before high signs and inside « » do not break.
fn fr(text: &str) -> String {
    text.replace(" :", "\u{a0}:").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»")
}

fn note(text: &str, question: bool, x: i16) -> Op {
    Op::Note { note: NoteId(5), at: Point { x, y: 300 }, text: text.into(), question }
}

#[test]
fn one_deed_is_told_in_a_sentence_with_its_names() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    assert_eq!(table.at(0), fr("Ben a posé « Vidéo »."));
    table.does(CLEO, place(2));
    assert_eq!(table.at(10_000), fr("Cléo a posé « Réseau »."));
    table.does(BEN, link(1, 2, ""));
    assert_eq!(table.at(20_000), fr("Ben a relié « Vidéo » à « Réseau » (entraîne)."));
    table.does(CLEO, link(2, 1, "on regarde ce qu’on nous propose"));
    let why = "(entraîne, parce que on regarde ce qu’on nous propose)";
    assert_eq!(table.at(30_000), fr(&format!("Cléo a relié « Réseau » à « Vidéo » {why}.")));
    table.does(CLEO, judges(1, 2, Stance::Disagree));
    assert_eq!(table.at(40_000), fr("Cléo a donné un avis sur le lien de « Vidéo » à « Réseau » : Pas d’accord."));
    table.does(BEN, Op::Ink { link: between(2, 1), ink: true });
    assert_eq!(table.at(50_000), fr("Ben a passé à l’encre le lien de « Réseau » à « Vidéo »."));
    table.does(BEN, note("Et l’eau ?", true, 700));
    assert_eq!(table.at(60_000), fr("Ben a posé une question ouverte : « Et l’eau ? »."));
}

#[test]
fn two_deeds_are_told_one_after_the_other_and_more_are_counted_by_name_and_number() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    table.does(CLEO, place(2));
    assert_eq!(table.at(0), fr("Ben a posé « Vidéo ». Cléo a posé « Réseau »."));
    table.does(BEN, place(3));
    table.does(CLEO, place(4));
    table.does(BEN, link(1, 3, ""));
    table.does(BEN, place(5));
    table.does(CLEO, link(3, 4, "ça chauffe"));
    assert_eq!(table.at(10_000), fr("Ben et Cléo : 3 cartes posées, 2 liens."));
    table.does(DINA, judges(1, 3, Stance::Agree));
    table.does(DINA, note("À vérifier", false, 500));
    table.does(DINA, Op::Star { link: between(1, 3), starred: true });
    assert_eq!(table.at(20_000), fr("Dina : 1 note ou question, 1 avis, 1 autre geste."));
    for who in [BEN, CLEO, DINA] {
        table.does(who, place(6 + who.0 as u16 - 2));
    }
    assert_eq!(table.at(30_000), fr("Ben, Cléo et Dina : 3 cartes posées."));
    for who in [BEN, CLEO, DINA, ELI] {
        table.does(who, judges(3, 4, Stance::Agree));
    }
    assert_eq!(table.at(40_000), fr("4 personnes : 4 avis."));
}

#[test]
fn the_others_are_told_every_three_seconds_at_most_and_nothing_is_lost_meanwhile() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    assert_eq!(table.at(0), fr("Ben a posé « Vidéo »."), "the first one waits for nothing");
    table.does(CLEO, place(2));
    assert_eq!(table.at(1), "");
    table.does(BEN, place(3));
    assert_eq!(table.at(2_999), "");
    assert_eq!(table.due(2_999), Due::In(1));
    table.does(CLEO, place(4));
    assert_eq!(table.at(3_000), fr("Cléo et Ben : 3 cartes posées."));
    assert_eq!(table.at(6_000), "", "nothing happened since");
    table.does(CLEO, place(5));
    assert_eq!(table.at(6_001), fr("Cléo a posé « Billetterie »."));
}

#[test]
fn a_clock_that_is_set_back_silences_nobody() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    assert_ne!(table.at(3_600_000), "");
    table.does(BEN, place(2));
    assert_eq!(table.at(0), fr("Ben a posé « Réseau »."));
}

#[test]
fn what_ana_does_is_told_at_once_whatever_was_told_before_and_whatever_she_wants_to_hear() {
    for hears in Hears::ALL {
        let mut table = Table { hears, ..Table::new() };
        table.does(FAY, Op::Pause { paused: true });
        assert_eq!(table.at(0), "La table est en pause.");
        table.does(ANA, place(1));
        assert_eq!(table.own(), fr("Vous avez posé « Vidéo »."));
        assert_eq!(table.at(5_000), "", "and not a second time with the others");
        table.does(ANA, Op::Undo);
        assert_eq!(table.own(), fr("Vous avez annulé : carte « Vidéo »."));
    }
}

#[test]
fn what_is_taken_back_is_named() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    table.does(BEN, place(2));
    table.does(BEN, link(1, 2, ""));
    table.at(0);
    table.does(BEN, Op::Undo);
    assert_eq!(table.at(10_000), fr("Ben a annulé : lien de « Vidéo » à « Réseau »."));
    table.does(BEN, Op::Undo);
    assert_eq!(table.at(20_000), fr("Ben a annulé : carte « Réseau »."));
}

#[test]
fn ana_may_hear_only_of_her_cards_her_links_and_her_notes() {
    let mut table = Table { hears: Hears::Concerned, ..Table::new() };
    table.does(ANA, place(1));
    table.does(ANA, note("Qui paie ?", true, 500));
    table.does(BEN, place(2));
    table.does(BEN, place(3));
    table.does(BEN, link(2, 3, ""));
    assert_eq!(table.at(0), "", "none of that is about her");
    table.does(CLEO, link(1, 3, ""));
    assert_eq!(table.at(10_000), fr("Cléo a relié « Vidéo » à « Serveurs » (entraîne)."), "her card is linked");
    table.does(ANA, link(2, 4, ""));
    table.does(CLEO, judges(2, 4, Stance::Disagree));
    assert_eq!(table.at(20_000), fr("Cléo a donné un avis sur le lien de « Réseau » à « Eau » : Pas d’accord."));
    table.does(BEN, moves(1, 900));
    table.does(BEN, Op::Erase { note: NoteId(5) });
    assert_eq!(table.at(30_000), fr("Ben a déplacé « Vidéo ». Ben a effacé une note."));
    table.does(FAY, Op::Open { lot: LotId(1) });
    assert_eq!(table.at(40_000), "Les versos du lot 1 peuvent être lus.");
}

#[test]
fn a_card_is_hers_who_placed_it_last() {
    let mut table = Table::new();
    table.does(ANA, place(1));
    table.does(BEN, Op::Return { card: CardId(1) });
    table.does(BEN, place(1));
    table.does(BEN, moves(1, 900));
    assert_eq!(table.reaches(), [Reach::Own, Reach::Concerned, Reach::Anybody, Reach::Anybody]);
    assert_eq!(table.ear.placed().len(), 0);
}

#[test]
fn ana_may_hear_only_what_is_said_to_all() {
    let mut table = Table { hears: Hears::ToAll, ..Table::new() };
    table.does(ANA, place(1));
    table.does(BEN, place(2));
    table.does(BEN, link(1, 2, ""));
    assert_eq!(table.at(0), "");
    table.does(FAY, Op::Frame { cards: vec![CardId(1), CardId(2)] });
    assert_eq!(table.at(10_000), fr("Regardez ici : « Vidéo », « Réseau »."));
    table.does(FAY, Op::Frame { cards: Vec::new() });
    table.does(FAY, Op::Hint { cards: vec![CardId(1)], text: "D’où vient l’électricité ?".into() });
    assert_eq!(table.at(20_000), fr("Une question pour la table : D’où vient l’électricité ?"));
    table.ear.waved(false);
    assert_eq!(table.at(30_000), "La personne qui anime vous fait signe.");
}

#[test]
fn whoever_wants_less_does_not_hear_what_waits() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    table.at(0);
    table.does(BEN, place(2));
    table.does(FAY, Op::Pause { paused: true });
    assert_eq!(table.at(1_000), "");
    table.hears = Hears::ToAll;
    assert_eq!(table.at(3_000), "La table est en pause.");
}

#[test]
fn the_moments_that_matter_to_everybody_come_first_and_in_order() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    table.does(FAY, Op::Enter { step: 4, phase: Phase::Links, minutes: 20 });
    table.does(BEN, place(2));
    let dealt = [(7, Spot::Hand(ANA)), (8, Spot::Hand(BEN)), (9, Spot::Hand(ANA))];
    table.does(FAY, deal(2, &dealt));
    table.does(BEN, place(3));
    let told = "Étape : Relier. On relie. 2 cartes pour vous : « Écrans », « Déchets ». Ben : 3 cartes posées.";
    assert_eq!(table.at(0), fr(told));
    table.does(FAY, Op::Enter { step: 5, phase: Phase::Break, minutes: 10 });
    assert!(table.at(10_000).starts_with(&fr("Étape : Pause. C’est la pause.")), "a step without a title of its own");
    table.does(FAY, Op::Pause { paused: true });
    table.does(FAY, Op::Pause { paused: false });
    assert_eq!(table.at(20_000), "La table est en pause. La table reprend.");
    table.does(FAY, deal(3, &[(10, Spot::Reserve)]));
    assert_eq!(table.at(30_000), "Le lot 3 est distribué.");
    table.does(FAY, Op::Give { cards: vec![(CardId(4), ANA)] });
    assert_eq!(table.at(40_000), fr("1 carte pour vous : « Eau »."));
}

#[test]
fn what_concerns_ana_is_told_in_full_beside_what_is_counted() {
    let mut table = Table::new();
    table.does(ANA, place(1));
    table.own();
    for card in [2, 3, 4] {
        table.does(BEN, place(card));
    }
    table.does(BEN, link(1, 3, ""));
    assert_eq!(table.at(0), fr("Ben a relié « Vidéo » à « Serveurs » (entraîne). Ben : 3 cartes posées."));
}

#[test]
fn a_card_that_is_moved_three_times_has_moved_and_an_opinion_is_the_last_one() {
    let mut table = Table::new();
    table.does(BEN, place(1));
    table.does(BEN, place(2));
    table.does(BEN, link(1, 2, ""));
    table.at(0);
    for x in [300, 500, 900] {
        table.does(BEN, moves(1, x));
    }
    table.does(CLEO, judges(1, 2, Stance::Agree));
    table.does(CLEO, judges(1, 2, Stance::Disagree));
    let opinion = "Cléo a donné un avis sur le lien de « Vidéo » à « Réseau » : Pas d’accord.";
    assert_eq!(table.at(10_000), fr(&format!("Ben a déplacé « Vidéo ». {opinion}")));
}

#[test]
fn what_is_for_the_eye_alone_is_not_news() {
    let mut table = Table::new();
    table.does(BEN, note("À vérifier", false, 300));
    table.events();
    table.does(BEN, note("À vérifier", false, 900));
    table.does(FAY, Op::Time { clock: board::Clock::default() });
    table.does(FAY, Op::Frame { cards: Vec::new() });
    table.does(FAY, Op::Stage { on: false, link: None });
    assert_eq!(table.events(), []);
    table.does(FAY, Op::Stage { on: true, link: None });
    table.does(FAY, Op::Stage { on: true, link: Some(between(1, 2)) });
    assert_eq!(table.events().len(), 1, "a table goes on stage once");
}

#[test]
fn whoever_facilitates_is_not_told_what_their_page_does_not_show() {
    let asker = board::Asker { actor: FAY, role: board::Role::Facilitator };
    let mut table = Table { ear: app::live::Ear::new(asker, []), ..Table::new() };
    let other = board::ActorId(8);
    table.does(other, Op::Hint { cards: Vec::new(), text: "Et l’eau ?".into() });
    table.ear.waved(true);
    assert_eq!(table.events(), []);
    table.does(other, Op::Pause { paused: true });
    assert_eq!(table.events().len(), 1);
}

#[test]
fn whoever_was_away_for_long_hears_how_the_board_stands() {
    let mut table = Table::new();
    table.ear.away();
    let stands = "Le plateau a changé pendant votre absence : 9 cartes posées, 4 liens, 1 note ou question.";
    assert_eq!(table.at(0), fr(stands));
    table.ear.away();
    assert_eq!(table.events(), [Event::Away]);
}

#[test]
fn joe_hears_the_same_in_english() {
    let mut table = Table { lang: Lang::En, ..Table::new() };
    table.does(BEN, place(1));
    table.does(BEN, place(2));
    assert_eq!(table.at(0), "Ben placed “Vidéo”. Ben placed “Réseau”.");
    table.does(BEN, link(1, 2, "we watch more"));
    assert_eq!(table.at(10_000), "Ben linked “Vidéo” to “Réseau” (leads to, because we watch more).");
    for card in [3, 4, 5] {
        table.does(CLEO, place(card));
    }
    table.does(BEN, link(3, 4, ""));
    assert_eq!(table.at(20_000), "Cléo and Ben: 3 cards placed, 1 link.");
    table.does(ANA, Op::Reverse { link: between(1, 2) });
    assert_eq!(table.own(), "You reversed the link from “Vidéo” to “Réseau”.");
    table.does(FAY, deal(2, &[(7, Spot::Hand(ANA))]));
    assert_eq!(table.at(30_000), "1 card for you: “Écrans”.");
    table.does(CLEO, Op::Undo);
    assert_eq!(table.at(40_000), "Cléo undid: card “Billetterie”.");
}

#[test]
fn a_device_finds_its_choice_again_and_one_it_does_not_know_is_everything() {
    for hears in Hears::ALL {
        assert_eq!(Hears::named(hears.name()), hears);
    }
    assert_eq!(Hears::named(""), Hears::Everything);
    assert_eq!(Hears::named("loud"), Hears::Everything);
}
