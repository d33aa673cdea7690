//! The pages an organisation publishes, filled in.

use super::MARKUP;
use app::api::*;
use app::pages::Page;
use board::deck::{Certainty, Lang};
use board::{CardId, LotId};

/// An organisation that has said everything, and two pages that were measured.
pub fn published() -> PublishedOpening {
    let said = |text: &str| Some(text.to_owned());
    let home = PageMeasure {
        page: "home".into(),
        bytes: 7_140,
        requests: 3,
        elements: Some(48),
        elements_all: Some(60),
        ecoindex: Some(93),
    };
    let board = PageMeasure { page: "board".into(), bytes: 283_001, requests: 8, ..PageMeasure::default() };
    PublishedOpening {
        operator: Operator {
            name: said(MARKUP),
            contact: said("numerique@theatre.example"),
            dpo: said("12 rue du Théâtre, 75000 Paris"),
            basis: said("mission d’intérêt public"),
            retention: said("Les plateaux un an, les sauvegardes un mois"),
        },
        address: "https://atelier.theatre.example".into(),
        measures: Measures {
            date: said("2026-11-25"),
            pages: vec![home, board],
            checks: Checks { axe_violations: Some(0), keyboard: Some((14, 14)), tree: None },
        },
        kept_for: [30, 365, 30],
    }
}

/// Nine topic cards and an action card: a full sheet and a sheet of two.
pub fn cards() -> Page {
    let card = |number: u16| PrintedCard {
        card: CardId(number),
        lot: Some(LotId(1 + (number % 6) as u8)),
        title: format!("Carte {MARKUP}"),
        sheet: None,
        text: "Un fait en quelques mots.".into(),
        first_step: String::new(),
        source: "ADEME, Étude, 2025".into(),
        certainty: Some(Certainty::SourceRead),
        local: number == 9,
        lang: Lang::Fr,
    };
    let action = PrintedCard {
        card: CardId(101),
        lot: None,
        certainty: None,
        first_step: "Compter les écrans".into(),
        sheet: Some(board::deck::SheetId(0x5EED)),
        ..card(101)
    };
    let (topics, actions) = ((1..=9).map(card).collect(), vec![action]);
    Page::Cards(Box::new(CardsOpening {
        minutes: 45,
        workshop: None,
        deck: ("culture".into(), "1.2.0".into()),
        deck_title: MARKUP.into(),
        licence: "CC-BY-SA-4.0".into(),
        formats: vec![45, 90, 180],
        topics,
        actions,
    }))
}
